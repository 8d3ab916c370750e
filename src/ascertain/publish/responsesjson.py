"""The comparison of responses as objects for programs; docs/reference/json.md describes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ascertain.docket.comparison import Comparison, Line, Respondent, Ruling, Source
from ascertain.docket.model import Docket, Entry
from ascertain.publish.responsemarks import court_confidence
from ascertain.publish.responsestext import Part
from ascertain.rulebook.model.book import Rulebook

Json = dict[str, object]
COLUMNS = (
    *("argument", "side", "government", "name", "saying", "entries", "exhibits", "passages", "confidence"),
    *("reply", "courts_for", "readings_for", "confidence_for"),
    *("courts_against", "readings_against", "confidence_against", "known"),
    *("judged_from", "source"),
)


def responses_object(comparison: Comparison, docket: Docket, rulebook: Rulebook, parts: Sequence[Part]) -> Json:
    """The comparison with its text as one object."""
    alike = {name: getattr(comparison, name) for name in ("shared", "some", "alone", "unmade")}
    return {
        "schema": "ascertain/responses/1",
        "docket": docket.id,
        "title": docket.title,
        "reviewer": docket.reviewer,
        "rulebook": docket.rulebook,
        "digest": docket.digest,
        "known": comparison.known.isoformat(),
        "respondents": [_respondent(one, docket) for one in comparison.respondents],
        "arguments": [_line(line, rulebook) for line in _lines(comparison)],
        **{name: [line.argument.id for line in lines] for name, lines in alike.items()},
        "text": [{"title": part.title, "sentences": list(part.sentences)} for part in parts],
    }


def cell_objects(comparison: Comparison, docket: Docket, rulebook: Rulebook) -> Iterator[Json]:
    """One flat object a cell, for a spreadsheet; an argument without cells has one object without a government."""
    for line in _lines(comparison):
        common = {
            "argument": line.argument.id,
            "side": line.argument.side.value,
            "reply": line.argument.reply,
            "courts_for": [one.court for one in line.accepted],
            "readings_for": [_readings(one) for one in line.accepted],
            "confidence_for": [court_confidence(one.court, rulebook, line.argument) for one in line.accepted],
            "courts_against": [one.court for one in line.rejected],
            "readings_against": [_readings(one) for one in line.rejected],
            "confidence_against": [court_confidence(one.court, rulebook, line.argument) for one in line.rejected],
            "known": comparison.known.isoformat(),
            "source": list(line.argument.source),
        }
        for cell in line.cells:
            yield {
                **common,
                "government": cell.government,
                "name": docket.governments[cell.government].name,
                "saying": cell.saying.value,
                "entries": [source.entry.number for source in cell.sources],
                "exhibits": [source.exhibit for source in cell.sources if source.exhibit],
                "passages": [source.passage.exact for source in cell.sources if source.passage],
                "confidence": [source.confidence for source in cell.sources],
                "judged_from": [entry.number for entry in cell.judged],
            }
        if not line.cells:
            entries = [entry.number for entry in line.entries]
            yield {**common, "saying": "made" if entries else "in no entry", "entries": entries}


def _lines(comparison: Comparison) -> tuple[Line, ...]:
    return (*comparison.responding, *comparison.reviewing, *comparison.others)


def _respondent(one: Respondent, docket: Docket) -> Json:
    return {
        "government": one.government,
        "name": docket.governments[one.government].name,
        "responses": [_response(entry) for entry in one.responses],
        "perhaps": [_response(entry) for entry in one.perhaps],
        "silence": one.silence.value,
    }


def _response(entry: Entry) -> Json:
    return {
        "entry": entry.number,
        "title": entry.title,
        "date": str(entry.date),
        "filed": str(entry.filed),
        "by": entry.by,
        "basis": entry.basis.value if entry.basis else None,
        "confidence": entry.confidence or None,
    }


def _line(line: Line, rulebook: Rulebook) -> Json:
    argument = line.argument
    return {
        "argument": argument.id,
        "side": argument.side.value,
        "statement": argument.statement,
        "readings": [{"point": point, "reading": reading} for point, reading in argument.readings],
        "reply": argument.reply or None,
        "courts_for": [_ruling(one, line, rulebook) for one in line.accepted],
        "courts_against": [_ruling(one, line, rulebook) for one in line.rejected],
        "entries": [entry.number for entry in line.entries],
        "confidence": argument.confidence or None,
        "notes": argument.notes or None,
        "source": list(argument.source),
        "cells": [
            {
                "government": cell.government,
                "saying": cell.saying.value,
                "sources": [_source(source) for source in cell.sources],
                "judged_from": [entry.number for entry in cell.judged],
            }
            for cell in line.cells
        ],
    }


def _ruling(ruling: Ruling, line: Line, rulebook: Rulebook) -> Json:
    return {
        "court": ruling.court,
        "issued": str(ruling.issued) if ruling.issued else None,
        "readings": [{"point": point, "reading": reading} for point, reading in ruling.readings],
        "confidence": court_confidence(ruling.court, rulebook, line.argument) or None,
    }


def _readings(ruling: Ruling) -> str:
    return " and ".join(f"{point} = {reading}" for point, reading in ruling.readings) or "none"


def _source(source: Source) -> Json:
    return {
        "entry": source.entry.number,
        "exhibit": source.exhibit or None,
        "passage": source.passage.exact if source.passage else None,
        "confidence": source.confidence or None,
        "note": source.note or None,
    }
