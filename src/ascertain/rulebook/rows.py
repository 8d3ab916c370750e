"""The Markdown table below a ``table`` fence: its head and its rows, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ascertain.rulebook.mistakes import Reporter
from ascertain.rulebook.model.terms import Place
from ascertain.rulebook.raw import Text

ANY = "-"
"""What stands in a cell that says nothing."""

_CELL = re.compile(r"(?:\\\||[^|])+")
_RULED = re.compile(r"[\s|:-]+")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a Markdown table as its cells, each with its place."""

    cells: tuple[Text, ...]
    place: Place


def rows_of(lines: Sequence[Text], owner: str, place: Place, reporter: Reporter) -> tuple[Row, tuple[Row, ...]] | None:
    """The head and the rows of a table, or ``None`` where its shape is wrong (then that was reported).

    Args:
        lines: The lines of the Markdown table as they stand.
        owner: What it is the table of, in words.
        place: Where that is declared.
        reporter: Takes what is wrong.
    """
    if len(lines) < 3 or not _RULED.fullmatch(lines[1].text):
        help_line = "write below the fence a Markdown table: a line of terms, a line |---|---|, and at least one row"
        reporter.add("A311", f"{owner} has no table with rows", place, help=help_line)
        return None
    head, _, *body = [Row(tuple(_cells(line)), line.place) for line in lines]
    for row in body:
        if len(row.cells) != len(head.cells):
            message = f"this row has {len(row.cells)} cells, and the table {len(head.cells)} columns"
            help_line = f"give each column a cell, {ANY} where it does not matter"
            reporter.add("A313", message, row.place, head.place, help=help_line)
            return None
    for row in (head, *body):
        for cell in row.cells:
            if not cell.text:
                help_line = "name the term" if row is head else f"write {ANY} where it does not matter"
                reporter.add("A313", "this cell is empty", cell.place, help=help_line)
                return None
    return head, tuple(body)


def _cells(line: Text) -> Iterator[Text]:
    for match in _CELL.finditer(line.text.strip().strip("|")):
        found = match[0].replace("\\|", "|")
        offset = line.text.index(line.text.strip().strip("|")) + match.start() + len(found) - len(found.lstrip())
        yield Text(" ".join(found.split()), Place(line.place.file, line.place.line, line.place.column + offset))
