"""Tables of cases: each row a case for each thing that it expects, as a ``cases`` fence would write it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Place, Shown, Term, TermType
from ascertain.rulebook.names import Names
from ascertain.rulebook.raw import Field, RawCaseTable, RawEntry, Text
from ascertain.rulebook.rows import ANY, Row, rows_of
from ascertain.rulebook.texts import after
from ascertain.rulebook.values import fact_of

_LINES = ("who", "program", "on", "known", "turns on", "note")
_NAME = "case"
_READING, _FORCE = "reading:", "force:"
_BARE = (Outcome.SILENT, Outcome.CONFLICT, "open")
"""What a quantity can be expected to be that is no worth."""

Given = tuple[Text, tuple[str, Shown] | None]
"""A cell that gives a fact, and the fact, or ``None`` where it names no value (then that was reported)."""


class _Kind(Enum):
    NAME = auto()
    LINE = auto()
    GIVEN = auto()
    READING = auto()
    EXPECTED = auto()
    FORCE = auto()


@dataclass(frozen=True, slots=True)
class _Column:
    """What the cells of a column are; ``name`` is the line, point or provision, or the term's phrase."""

    kind: _Kind
    head: Text
    name: str
    term: Term | None = None


def cases_in(
    raw: RawCaseTable, authority: str, concluded: Collection[str], names: Names
) -> Iterator[tuple[RawEntry, tuple[Given, ...]]]:
    """Each case of a table, as an entry of a ``cases`` fence and the facts that its row gives besides.

    Args:
        raw: The table as it stands.
        authority: Where it stands.
        concluded: The terms that rules conclude: their columns expect, and those of plain facts give.
        names: The tables of names.
    """
    found = rows_of(raw.lines, f'the table of cases "{raw.title.text[:60]}"', raw.title.place, names.reporter)
    if found is None:
        return
    head, body = found
    columns = [_column(cell, authority, concluded, names) for cell in head.cells]
    known = [column for column in columns if column is not None]
    if len(known) < len(columns):
        return
    asked = [column for column in known if column.kind in (_Kind.EXPECTED, _Kind.FORCE)]
    if not asked:
        help_line = 'head a column with a term that a rule concludes, or with "force: PROVISION"'
        names.reporter.add("A814", "no column of this table says what a case expects", head.place, help=help_line)
        return
    for number, row in enumerate(body, 1):
        yield from _cases(raw, number, row, known, several=len(asked) > 1, names=names)


def _cases(
    raw: RawCaseTable, number: int, row: Row, columns: Sequence[_Column], *, several: bool, names: Names
) -> Iterator[tuple[RawEntry, tuple[Given, ...]]]:
    cells = [(column, cell) for column, cell in zip(columns, row.cells, strict=True) if cell.text != ANY]
    name = next((cell.text for column, cell in cells if column.kind is _Kind.NAME), f"{raw.title.text}, row {number}")
    lines = [*raw.fields, *(line for column, cell in cells if (line := _line(column, cell)))]
    given = tuple(
        (cell, fact_of(column.term, cell, names.reporter))
        for column, cell in cells
        if column.kind is _Kind.GIVEN and column.term is not None
    )
    expected = [(column, cell) for column, cell in cells if column.kind in (_Kind.EXPECTED, _Kind.FORCE)]
    if not expected:
        help_line = f"write what comes of it into a column that expects, or leave the row out; {ANY} expects nothing"
        names.reporter.add("A801", "this case expects nothing", row.place, help=help_line)
    for column, cell in expected:
        asked = Field(Text("force" if column.kind is _Kind.FORCE else "ask", column.head.place), _named(column))
        expect = Field(Text("expect", column.head.place), _expected(column, cell))
        title = Text(f"{name}: {column.head.text}" if several else name, row.place)
        kind = Text(_NAME, raw.kind.place)
        yield RawEntry(kind, Text("", raw.kind.place), title, (*lines, asked, expect)), given


def _column(head: Text, authority: str, concluded: Collection[str], names: Names) -> _Column | None:
    if head.text == _NAME:
        return _Column(_Kind.NAME, head, head.text)
    if head.text in _LINES:
        return _Column(_Kind.LINE, head, head.text)
    if head.text.startswith(_READING):
        point = names.point(after(head, len(_READING)), authority)
        return None if point is None else _Column(_Kind.READING, head, point)
    if head.text.startswith(_FORCE):
        provision = names.provision(after(head, len(_FORCE)))
        return None if provision is None else _Column(_Kind.FORCE, head, provision)
    term = names.term(head, short=True)
    if term is None:
        return None
    return _Column(_Kind.EXPECTED if term.phrase in concluded else _Kind.GIVEN, head, term.phrase, term)


def _line(column: _Column, cell: Text) -> Field | None:
    key = Text(column.name, column.head.place)
    if column.kind is _Kind.LINE:
        return Field(key, cell)
    if column.kind is _Kind.READING:
        return Field(Text("reading", column.head.place), _before(f"{column.name} = ", cell))
    return None


def _named(column: _Column) -> Text:
    return Text(column.name, column.head.place)


def _expected(column: _Column, cell: Text) -> Text:
    """What a cell expects, as the line ``expect`` says it: of a quantity, that it *is* so much."""
    if column.term is None or column.term.type is TermType.YES_NO or cell.text == "open":
        return cell
    ways = cell.text.split(" or ")
    said = " or ".join(way if way in _BARE else f"is {way}" for way in ways)
    return Text(said, cell.place) if ways[0] in _BARE else Text(said, _before("is ", cell).place)


def _before(words: str, cell: Text) -> Text:
    """The words and the cell as one text, whose place is such that the cell's own part stands where the cell does."""
    place = Place(cell.place.file, cell.place.line, cell.place.column - len(words))
    return Text(words + cell.text, place)
