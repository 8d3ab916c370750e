"""The comparison of responses as the page shows it: a matrix, both sides' arguments, and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from ascertain.docket.comparing import compare
from ascertain.docket.comparison import Cell, Comparison, Line, Respondent, Ruling, Saying, Source
from ascertain.docket.model import Argument, Side
from ascertain.publish.html import anchors, words
from ascertain.publish.html.names import Names
from ascertain.publish.html.prose import Run
from ascertain.publish.html.record_view import SIDES
from ascertain.publish.html.views.basics import Link
from ascertain.publish.html.views.compared import Column, Compared, ComparedLine, Said, SourceView
from ascertain.publish.responsemarks import court_mark
from ascertain.publish.responsesout import MEANING
from ascertain.publish.responsestext import decided_on, drawn, told

_SHAPES: Mapping[Saying, str] = {
    Saying.MADE: "made",
    Saying.NOT_MADE: "not-made",
    Saying.NOT_SHOWN: "not-shown",
    Saying.NO_RESPONSE: "no-response",
}


def compared(names: Names, known: date) -> Compared | None:
    """The responses side by side as known by a day, or nothing where the docket holds no arguments."""
    comparison = compare(names.docket, names.rulebook, known)
    if not names.docket.arguments or not comparison.respondents:
        return None
    columns = {one.government: _column(one, names) for one in comparison.respondents}
    matrix = tuple(_line(line, columns, names) for line in comparison.responding)
    sides = (
        (SIDES[Side.RESPONDENT], matrix),
        (SIDES[Side.REVIEWER], tuple(_line(line, columns, names) for line in comparison.reviewing)),
        (SIDES[Side.THIRD_PARTY], tuple(_line(line, columns, names) for line in comparison.others)),
    )
    return Compared(
        columns=tuple(columns.values()),
        legend=tuple((saying.value, _SHAPES[saying], MEANING[saying]) for saying in _met(comparison)),
        matrix=matrix,
        sides=tuple((title, lines) for title, lines in sides if lines),
        text=tuple(
            (part.title, tuple(tuple(_runs(sentence, names)) for sentence in part.sentences))
            for part in told(comparison, names.docket, names.rulebook)
        ),
    )


def _met(comparison: Comparison) -> tuple[Saying, ...]:
    met = {cell.saying for line in comparison.responding for cell in line.cells}
    return tuple(saying for saying in Saying if saying in met)


def _column(one: Respondent, names: Names) -> Column:
    responses = tuple(map(names.entry, one.responses))
    return Column(names.member(one.government), responses, drawn(one) if responses else "none on record")


def _line(line: Line, columns: Mapping[str, Column], names: Names) -> ComparedLine:
    argument = line.argument
    reply = line.reply
    return ComparedLine(
        anchor=anchors.compared(argument.id),
        name=argument.id,
        statement=argument.statement,
        cells=tuple(_said(cell, columns[cell.government]) for cell in line.cells),
        sources=tuple(_source(source, cell, names) for cell in line.cells for source in cell.sources),
        entries=tuple(map(names.entry, line.entries)),
        reply=reply.statement if reply else "",
        reply_link=Link(reply.id, anchors.compared(reply.id)) if reply else None,
        accepted=tuple(_ruling(one, argument, names) for one in line.accepted),
        rejected=tuple(_ruling(one, argument, names) for one in line.rejected),
        confidence=argument.confidence,
        seen_in="; ".join(argument.source),
    )


def _said(cell: Cell, column: Column) -> Said:
    made = tuple(Link(f"Entry {one.entry.number}", anchors.entry(one.entry.number)) for one in cell.sources)
    marks = dict.fromkeys(one.confidence.replace("-", " ") for one in cell.sources if one.confidence)
    return Said(column.head.text, cell.saying.value, _SHAPES[cell.saying], made or column.responses, ", ".join(marks))


def _source(source: Source, cell: Cell, names: Names) -> SourceView:
    held = names.docket.exhibits.get(source.exhibit)
    return SourceView(
        who=names.government(cell.government),
        entry=names.entry(source.entry),
        exhibit=(held.citation or held.title) if held else source.exhibit,
        passage=source.passage.exact if source.passage else "",
        note=source.note,
        confidence=source.confidence,
    )


def _ruling(ruling: Ruling, argument: Argument, names: Names) -> Link:
    link = names.authority(ruling.court)
    issued = f" ({words.moment(ruling.issued)})" if ruling.issued else ""
    mark = court_mark(ruling.court, names.rulebook, argument)
    told = f"{link.text}{issued}{mark}{decided_on(ruling.readings, argument)}"
    return Link(told, link.anchor, link.title)


def _runs(sentence: str, names: Names) -> Iterator[Run]:
    """A sentence in which the ids of arguments lead to them."""
    ids = "|".join(map(re.escape, sorted(names.docket.arguments, key=len, reverse=True)))
    for part in re.split(rf"(?<![\w-])({ids})(?![\w-])", sentence):
        if part:
            yield Run("plain", part, anchors.compared(part) if part in names.docket.arguments else "")
