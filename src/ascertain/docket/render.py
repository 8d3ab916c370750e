"""Each part of a docket as the text of its file; reading it back gives the same part."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from ascertain.docket.governments import GOVERNMENT_COLUMNS
from ascertain.docket.holdings import NOT_ON_RECORD
from ascertain.docket.model import Argument, Attribution, Award, Docket, Entry, Holding, Member, Result
from ascertain.docket.tables import AWARD_COLUMNS
from ascertain.docket.values import show_dollars, show_value
from ascertain.record.model import Claim, Ending, Exhibit, Passage
from ascertain.rulebook.dates import Interval
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.terms import Shown, Term


class _Bare(str):
    """A date or a yes, written without quotes."""

    __slots__ = ()


def render_head(docket: Docket) -> str:
    """docket.md."""
    front = {
        "id": docket.id,
        "title": docket.title,
        "reviewer": docket.reviewer,
        "rulebook": docket.rulebook,
        "standard": docket.standard.word,
        "members": [_member(member) for member in docket.members],
        "results": list(docket.results),
        "questions": list(docket.questions),
        "origin": _Bare(docket.origin) if docket.origin is not None else "",
        "frame": _given({"words": docket.frame.words, "source": docket.frame.source}) if docket.frame else "",
        "period": _period(docket.period),
        "edition": docket.edition,
        "readings": _readings(docket.readings),
        "note": docket.note,
        "sources": list(docket.sources),
        "confidence": docket.confidence,
    }
    return _markdown(front, docket.text)


def render_entry(entry: Entry, terms: Mapping[str, Term]) -> str:
    """The file of an entry.

    Args:
        entry: The entry.
        terms: The vocabulary, which says how the values of claims are written.
    """
    front = {
        "number": _Bare(entry.number),
        "kind": entry.kind.value,
        "title": entry.title,
        "date": _Bare(entry.date),
        "filed": _Bare(entry.filed) if entry.filed != entry.date else "",
        "by": entry.by,
        "to": list(entry.to),
        "about": list(entry.about),
        "authority": entry.authority,
        "deadline": _Bare(entry.deadline) if entry.deadline else "",
        "answers": _Bare(entry.answers) if entry.answers is not None else "",
        "results": [_result(result) for result in entry.results],
        "arguments": list(entry.arguments),
        "attributions": [_attribution(one) for one in entry.attributions],
        "claims": [_claim(claim, entry, terms.get(claim.term)) for claim in entry.claims],
        "ends": _endings(entry.ends),
        "exhibit": entry.exhibit,
        "basis": entry.basis.value if entry.basis else "",
        "note": entry.note,
        "sources": list(entry.sources),
        "confidence": entry.confidence,
    }
    return _markdown(front, entry.text)


def render_exhibits(exhibits: Iterable[Exhibit]) -> str:
    """exhibits/manifest.yaml."""
    keys = ("id", "title", "citation", "sha256", "file", "source", "confidence")
    return _yaml([_given({key: getattr(exhibit, key) for key in keys}) for exhibit in exhibits])


def render_arguments(arguments: Iterable[Argument]) -> str:
    """arguments.yaml."""
    listed = [
        {
            "id": one.id,
            "side": one.side.value,
            "statement": one.statement,
            "reply": one.reply,
            "courts_for": [_holding(each, one) for each in one.courts_for],
            "courts_against": [_holding(each, one) for each in one.courts_against],
            "used_by": list(one.used_by),
            "reading": _readings(one.readings),
            "source": list(one.source),
            "confidence": one.confidence,
            "notes": one.notes,
        }
        for one in arguments
    ]
    return _yaml([_given(one) for one in listed])


def _holding(holding: Holding, argument: Argument) -> str | dict[str, Any]:
    if holding.readings == argument.readings and len(argument.readings) <= 1:
        return holding.court
    return {"court": holding.court, "reading": _readings(holding.readings) or NOT_ON_RECORD}


def _readings(readings: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{point} = {reading}" for point, reading in readings]


def render_governments(governments: Iterable[Government]) -> str:
    """governments.csv."""
    return _csv(GOVERNMENT_COLUMNS, (_government(one) for one in governments))


def render_awards(awards: Iterable[Award]) -> str:
    """awards.csv."""
    return _csv(AWARD_COLUMNS, (_award(one) for one in awards))


def _member(member: Member) -> dict[str, Any]:
    period = _period(member.period)
    return _given({"government": member.government, **period, "basis": member.basis, "note": member.note})


def _result(result: Result) -> dict[str, Any]:
    provisional = _Bare("yes") if result.provisional else ""
    front = {"government": result.government, "result": result.result, "quote": result.quote}
    return _given({**front, "provisional": provisional})


def _attribution(one: Attribution) -> dict[str, Any]:
    passage = _passage(one.passage) if one.passage else ""
    front = {"argument": one.argument, "exhibit": one.exhibit, "passage": passage}
    return _given({**front, "note": one.note, "confidence": one.confidence})


def _claim(claim: Claim, entry: Entry, term: Term | None) -> dict[str, Any]:
    front = {
        "government": claim.government,
        "program": claim.program,
        "term": claim.term,
        "value": _value(claim.value, term),
        **_period(claim.period),
        "grade": claim.grade.word,
        "said-by": claim.said_by if claim.said_by != entry.by else "",
        "exhibit": claim.exhibit,
        "passage": _passage(claim.passage) if claim.passage else "",
        "note": claim.note,
        "sources": list(claim.sources) if claim.sources != entry.sources else [],
        "confidence": claim.confidence if claim.confidence != entry.confidence else "",
    }
    return _given(front)


def _endings(ends: Iterable[Ending]) -> list[dict[str, Any]]:
    """What one day and one note say of several claims is written once."""
    grouped: list[dict[str, Any]] = []
    for (on, note), together in groupby(ends, key=lambda one: (one.on, one.note)):
        grouped.append(_given({"claim": [one.claim for one in together], "on": _Bare(on), "note": note}))
    return grouped


def _value(value: Shown, term: Term | None) -> str:
    if isinstance(value, str):
        return value
    # A term that the vocabulary lacks is written all the same, so that checking the file can say so.
    return _Bare(show_value(term, value) if term else value)


def _passage(passage: Passage) -> dict[str, Any]:
    words = {"exact": passage.exact, "prefix": passage.prefix, "suffix": passage.suffix}
    numbers = {"start": passage.start, "end": passage.end, "page": passage.page}
    return _given({**words, **{key: _Bare(number) for key, number in numbers.items() if number is not None}})


def _period(period: Interval) -> dict[str, Any]:
    bounds = {"from": period.start, "until": period.end}
    return {key: _Bare(bound) for key, bound in bounds.items() if bound is not None}


def _government(one: Government) -> dict[str, str]:
    ocd = next((name for name in one.ids if name.startswith("ocd-division/")), "")
    geoid = next((name for name in one.ids if name.isdigit()), "")
    aliases = "|".join(name for name in one.ids if name not in {ocd, geoid})
    circuit = "" if one.circuit is None else str(one.circuit)
    cells = (one.id, one.name, one.kind, one.state, geoid, ocd, aliases, circuit, one.parent)
    return dict(zip(GOVERNMENT_COLUMNS, cells, strict=True))


def _award(one: Award) -> dict[str, str]:
    amount = "" if one.cents is None else show_dollars(one.cents)
    exact, joint = ("yes" if flag else "no" for flag in (one.exact, one.joint))
    cells = (one.government, one.program, amount, exact, joint, one.source, one.confidence, one.note)
    return dict(zip(AWARD_COLUMNS, cells, strict=True))


def _csv(columns: tuple[str, ...], rows: Iterable[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _given(front: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in front.items() if value not in ("", [], {})}


def _markdown(front: dict[str, Any], text: str) -> str:
    return f"---\n{_yaml(_given(front))}---\n" + (f"\n{text}\n" if text else "")


def _yaml(data: Any) -> str:
    import yaml

    class Writer(yaml.SafeDumper):
        pass

    Writer.add_representer(_Bare, lambda writer, bare: writer.represent_scalar(_tag(writer, bare), str(bare)))
    return str(yaml.dump(data, Dumper=Writer, sort_keys=False, allow_unicode=True, width=110))


def _tag(writer: Any, text: str) -> str:
    import yaml

    return str(writer.resolve(yaml.ScalarNode, str(text), (True, False)))
