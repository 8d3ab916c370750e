"""Rows of tables joined by entity, streamed: each entity with what its rows say, and with its awards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ascertain.docket.mistakes import Code
from ascertain.docket.values import Unfit
from ascertain.rulebook.model.terms import Shown
from ascertain.rulebook.values import out_of_bounds, written
from ascertain.survey.adding import spread_over
from ascertain.survey.mapping import Column, Mapped, Source
from ascertain.survey.store import Stored, connected
from ascertain.survey.wholeness import bad, named

if TYPE_CHECKING:
    import duckdb

_AT_ONCE = 4_096
_MOST_MET = 20_000
"""As many cells of a column are kept."""
Key = tuple[str, ...]
Facts = dict[str, Shown]


@dataclass(frozen=True, slots=True)
class Awards:
    """Awards of an entity of which the tables say the same, but for one amount.

    Args:
        facts: What they say of each.
        number: How many there are.
        term: What differs; empty where nothing does.
        amounts: How much of that each has, in cents and rising order.
    """

    facts: Facts
    number: int
    term: str = ""
    amounts: Sequence[int] = ()

    def each(self, start: int, end: int) -> Iterator[tuple[Facts, int]]:
        """What the tables say of some of them, and of how many they say so."""
        if not self.term:
            yield self.facts, end - start
        for amount, same in groupby(self.amounts[start:end]):
            yield {**self.facts, self.term: amount}, sum(1 for _ in same)


@dataclass(frozen=True, slots=True)
class Row:
    """An entity: its key, its name, what the tables say of it, and what they say of its awards."""

    key: Key
    name: str
    facts: Facts
    awards: tuple[Awards, ...]


def rows(stored: Stored, part: int = 0, parts: int = 1) -> Iterator[Row]:
    """Yield the entities in the order of their keys.

    Args:
        stored: The tables.
        part: Which part of the entities, from 0.
        parts: Into how many parts they are split.

    Raises:
        DocketError: A cell says nothing that it may.
    """
    mapped = stored.mapped
    with connected(stored.file, threads=1) as connection:
        awards = _awards(connection, mapped, part, parts)
        waiting = next(awards, None)
        for key, name, facts in _entities(connection, mapped, part, parts):
            while waiting is not None and waiting[0] < key:
                waiting = next(awards, None)  # awards of no entity in the first table
            mine: tuple[Awards, ...] = ()
            if waiting is not None and waiting[0] == key:
                mine, waiting = waiting[1], next(awards, None)
            yield Row(key, name, facts, mine)


def _lines(
    connection: duckdb.DuckDBPyConnection, table: str, width: int, part: int, parts: int
) -> Iterator[Sequence[Any]]:
    """The rows of a part, in the order in which they were stored."""
    keys = ", ".join(f"k{at}" for at in range(width))
    where = f"WHERE hash({keys}) % {parts} = {part}" if parts > 1 else ""
    found = connection.cursor().execute(f"SELECT * FROM {table} {where}")
    while chunk := found.fetchmany(_AT_ONCE):
        yield from chunk


def _entities(
    connection: duckdb.DuckDBPyConnection, mapped: Mapped, part: int, parts: int
) -> Iterator[tuple[Key, str, Facts]]:
    width = len(mapped.tables[0].key)
    readers = [[_Reader(mapped, source, column) for column in source.columns] for source in mapped.tables]
    for values in _lines(connection, "entities", width, part, parts):
        key = tuple(map(str, values[:width]))
        facts: Facts = dict(mapped.known)
        cells = iter(values[width + 1 :])
        for source, columns in zip(mapped.tables, readers, strict=True):
            for reader in columns:
                reader.read(next(cells), key, facts)
            facts |= dict.fromkeys(source.present, bool(next(cells)))
        yield key, str(values[width] or ""), facts


def _awards(
    connection: duckdb.DuckDBPyConnection, mapped: Mapped, part: int, parts: int
) -> Iterator[tuple[Key, tuple[Awards, ...]]]:
    """The awards of each entity."""
    source = mapped.awards
    if source is None:
        return
    width, spread = len(source.key), spread_over(source)
    term = "" if spread is None else source.columns[spread].term.phrase
    readers = [_Reader(mapped, source, column) for at, column in enumerate(source.columns) if at != spread]
    lines = _lines(connection, "awards", width, part, parts)
    for key, group in groupby(lines, itemgetter(slice(0, width))):
        of = tuple(str(value or "") for value in key)
        mine = []
        for line in group:
            *cells, number, amounts = line[width:]
            facts: Facts = {}
            for reader, cell in zip(readers, cells, strict=True):
                reader.read(cell, of, facts)
            for amount in amounts or ():
                _added_up(source, source.columns[spread or 0], amount, of)
            mine.append(Awards(facts, number, term, amounts) if amounts else Awards(facts, number))
        yield of, tuple(mine)


class _Reader:
    """Reads the cells of a column; what was read of one is kept for those that say the same."""

    def __init__(self, mapped: Mapped, source: Source, column: Column) -> None:
        self._source, self._column, self._unknown = source, column, mapped.unknown
        self._met: dict[str, Shown | None] = {}

    def read(self, cell: str | int | None, key: Key, facts: Facts) -> None:
        """Add what a cell says of an entity to its facts; an amount that was added up stands as it is."""
        if isinstance(cell, int):
            facts[self._column.term.phrase] = _added_up(self._source, self._column, cell, key)
            return
        if cell is None:
            return
        if cell not in self._met:
            if len(self._met) >= _MOST_MET:
                self._met.clear()
            self._met[cell] = self._value(cell.strip(), key)
        value = self._met[cell]
        if value is not None:
            facts[self._column.term.phrase] = value

    def _value(self, cell: str, key: Key) -> Shown | None:
        if cell in self._unknown:
            return None
        try:
            return self._column.read(cell)
        except Unfit as unfit:
            where = f"{self._source.file}, {named(self._source, key)}"
            message = f'{where}: "{cell[:60]}" in {self._column.name} is no value of "{self._column.term.phrase}"'
            raise bad(Code.UNFIT_VALUE, message, unfit.help) from None


def _added_up(source: Source, column: Column, amount: int, key: Key) -> int:
    """What the lines of a program add up to, which has to be what the term can be."""
    if (limits := out_of_bounds(column.term, amount)) is not None:
        said = f"{column.name} of one program adds up to {written(column.term.type, amount)}"
        message = f'{source.file}, {named(source, key)}: {said}, and "{column.term.phrase}" is {limits}'
        raise bad(Code.UNFIT_VALUE, message, "correct the lines of that program, or leave it out of the table")
    return amount
