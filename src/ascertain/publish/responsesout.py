"""The comparison of responses as sheets for people; the text beside them quotes the arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ascertain.docket.comparison import Cell, Comparison, Line, Respondent, Saying
from ascertain.docket.model import Docket, Entry
from ascertain.publish.responsemarks import entry_words, ruling_words
from ascertain.publish.responsestext import decided_on, drawn
from ascertain.publish.sheet import Column, Sheet, widest
from ascertain.rulebook.model.book import Rulebook

MEANING: Mapping[Saying, str] = {
    Saying.MADE: "a response on record makes it",
    Saying.NOT_MADE: "the document of the response was seen, and the record does not list it",
    Saying.NOT_SHOWN: "the document of the response was not seen, so that it may have been made",
    Saying.NO_RESPONSE: "none is on record by then",
}

_SILENT = tuple(saying for saying in Saying if saying is not Saying.MADE)


def response_sheets(comparison: Comparison, docket: Docket, rulebook: Rulebook, matrix: bool) -> Iterator[Sheet]:
    """Who responded and what was seen of it; then both sides' arguments in the same form, and the decisions on them.

    Args:
        comparison: What was compared.
        docket: Where governments have their names.
        rulebook: Where decisions have their titles.
        matrix: Whether there is room for a column for each government.
    """
    names = {one: government.name for one, government in docket.governments.items()}
    whole = comparison.respondents
    yield Sheet(
        f"responses on record ({len(comparison.responded)} of {len(whole)} governments)",
        (
            Column("Government", widest(names[one.government] for one in whole)),
            Column("Response"),
            Column("What was seen"),
        ),
        ((names[one.government], _responses(one), drawn(one) if one.responses else "") for one in whole),
        tuple(f"{saying}: {meaning}" for saying, meaning in MEANING.items()),
    )
    if matrix:
        yield Sheet(
            "arguments and governments",
            (Column("Argument"), *(Column(names[one.government]) for one in whole)),
            ((line.argument.id, *map(_cell_words, line.cells)) for line in comparison.responding),
        )
    sides = (
        ("arguments of governments", comparison.responding),
        ("arguments of the reviewer", comparison.reviewing),
        ("arguments of others", comparison.others),
    )
    every = [line for _, lines in sides for line in lines]
    width = widest(line.argument.id for line in every)
    for title, lines in sides:
        if lines:
            yield Sheet(
                f"{title} ({len(lines)})",
                (
                    Column("Argument", width),
                    Column("Made"),
                    Column("Otherwise"),
                    Column("Reply", width),
                ),
                (_row(line, names) for line in lines),
            )
    if any(line.accepted or line.rejected for line in every):
        yield Sheet(
            "decisions on them by then",
            (Column("Argument", width), Column("Decided", len("accepted")), Column("Decision")),
            ((line.argument.id, *ruled) for line in every for ruled in _rulings(line, rulebook)),
        )


def _responses(one: Respondent) -> str:
    perhaps = [f"perhaps: {words}" for words in map(_entry_words, one.perhaps)]
    return "; ".join((*map(_entry_words, one.responses), *perhaps)) or "none"


def _entry_words(entry: Entry) -> str:
    return f"{entry.date} (entry {entry.number})"


def _cell_words(cell: Cell) -> str:
    shown = _sources(cell) or "; ".join(entry_words(one, "") for one in cell.judged)
    return f"{cell.saying} ({shown})" if shown else cell.saying


def _row(line: Line, names: Mapping[str, str]) -> tuple[str, ...]:
    making = (cell for cell in line.cells if cell.sources)
    made = [f"{names[cell.government]} ({_sources(cell)})" for cell in making]
    elsewhere = "; ".join(entry_words(one, one.confidence) for one in line.entries)
    others = [f"{'also ' if made else ''}{elsewhere}"] if elsewhere else []
    rest = [(saying, [cell for cell in line.cells if cell.saying is saying]) for saying in _SILENT]
    source = "; ".join(line.argument.source)
    return (
        line.argument.id,
        "; ".join((*made, *others)) or "in no entry by then" + (f"; source: {source}" if source else ""),
        "; ".join(f"{saying}: {_looked(cells, names)}" for saying, cells in rest if cells),
        line.argument.reply or "none",
    )


def _looked(cells: Sequence[Cell], names: Mapping[str, str]) -> str:
    """Of whom an argument is not known, each with the entries of the responses that it was looked for in."""
    entries = ((cell, "; ".join(entry_words(one, "") for one in cell.judged)) for cell in cells)
    return ", ".join(names[cell.government] + (f" ({where})" if where else "") for cell, where in entries)


def _rulings(line: Line, rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    for verb, rulings in (("accepted", line.accepted), ("rejected", line.rejected)):
        for one in rulings:
            yield verb, ruling_words(one, rulebook, line.argument) + decided_on(one.readings, line.argument)


def _sources(cell: Cell) -> str:
    return "; ".join(entry_words(one.entry, one.confidence) for one in cell.sources)
