"""Rows of tables joined by entity, streamed: each entity with what its rows say, and with its awards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from ascertain.docket.mistakes import Code
from ascertain.docket.values import Unfit
from ascertain.rulebook.model.terms import Shown, TermType
from ascertain.survey.mapping import Column, Mapped, Source
from ascertain.survey.wholeness import bad, has_columns, has_each_once, has_keys, has_one_period, named, quoted

if TYPE_CHECKING:
    import duckdb

_AT_ONCE = 4_096
Key = tuple[str, ...]
Facts = dict[str, Shown]


@dataclass(frozen=True, slots=True)
class Row:
    """An entity: its key, its name, what the tables say of it, and what they say of each of its awards by program."""

    key: Key
    name: str
    facts: Facts
    awards: tuple[tuple[str, Facts], ...]


def rows(mapped: Mapped, part: int = 0, parts: int = 1) -> Iterator[Row]:
    """Yield the entities in the order of their keys.

    Args:
        mapped: The tables and what they say.
        part: Which part of the entities, from 0.
        parts: Into how many parts they are split.

    Raises:
        DocketError: A file is missing, lacks a column, names an entity twice, or holds a cell that says nothing it may.
    """
    # Several parts share the cores among them.
    with _connection(mapped, threads=1 if parts > 1 else 0) as connection:
        entities = _entities(connection, mapped, part, parts)
        awards = _awards(connection, mapped, part, parts)
        waiting = next(awards, None)
        for key, name, facts in entities:
            while waiting is not None and waiting[0] < key:
                waiting = next(awards, None)  # awards of no entity in the first table
            mine: tuple[tuple[str, Facts], ...] = ()
            if waiting is not None and waiting[0] == key:
                mine, waiting = waiting[1], next(awards, None)
            yield Row(key, name, facts, mine)


def count(mapped: Mapped) -> int:
    """How many entities there are."""
    with _connection(mapped) as connection:
        (found,) = connection.execute("SELECT count(*) FROM t0").fetchone() or (0,)
        return int(found)


def _connection(mapped: Mapped, threads: int = 0) -> duckdb.DuckDBPyConnection:
    try:
        import duckdb
    except ImportError:
        message = "reading large tables needs DuckDB, which is not installed"
        raise bad(Code.UNREADABLE, message, 'install it with: pip install "ascertain[tables]"') from None
    connection = duckdb.connect(config={"threads": threads} if threads else {})
    for number, source in enumerate((*mapped.tables, *([mapped.awards] if mapped.awards else []))):
        path = mapped.folder / source.file
        if not path.is_file():
            raise bad(Code.UNREADABLE, f"there is no file {path}", "put it beside the map, or correct the map")
        if not path.stat().st_size:
            raise bad(Code.COLUMNS, f"{path} is empty", "write a first line with the names of its columns")
        try:
            reading = connection.read_csv(
                str(path), header=True, all_varchar=True, delimiter=",", quotechar='"', escapechar='"'
            )
        except duckdb.Error as problem:
            line = str(problem).partition("\n")[0]
            raise bad(Code.UNREADABLE, f"{path} cannot be read: {line}", "write a CSV file in UTF-8") from None
        reading.create_view(f"t{number}")
        has_columns(source, reading.columns)
        if number and source is not mapped.awards and not source.first:
            has_each_once(connection, number, source)
        if not number:
            has_keys(connection, source)
        if source.period:
            has_one_period(connection, number, mapped.tables[0], source)
    return connection


def _entities(
    connection: duckdb.DuckDBPyConnection, mapped: Mapped, part: int, parts: int
) -> Iterator[tuple[Key, str, Facts]]:
    base = mapped.tables[0]
    chosen = [f"t0.{quoted(key)}" for key in base.key]
    chosen.append(f"t0.{quoted(base.name)}" if base.name else "''")
    joins = []
    for number, source in enumerate(mapped.tables):
        chosen += [f"t{number}.{quoted(column.name)}" for column in source.columns]
        chosen.append(f"t{number}.{quoted(source.key[0])} IS NOT NULL")
        if number:
            pairs = zip(base.key, source.key, strict=True)
            same = " AND ".join(f"t0.{quoted(mine)} = t{number}.{quoted(its)}" for mine, its in pairs)
            joins.append(f"LEFT JOIN ({_one_each(number, source)}) t{number} ON {same}")
    order = ", ".join(chosen[: len(base.key)])
    where = f"WHERE hash({order}) % {parts} = {part}" if parts > 1 else ""
    found = connection.cursor().execute(
        f"SELECT {', '.join(chosen)} FROM t0 {' '.join(joins)} {where} ORDER BY {order}"
    )
    width, before = len(base.key), None
    while chunk := found.fetchmany(_AT_ONCE):
        for values in chunk:
            key = tuple(value or "" for value in values[:width])
            if key == before:
                message = f"{base.file} has several rows for {named(base, key)}"
                raise bad(Code.TWICE, message, "keep one row for each entity")
            before = key
            yield key, values[width] or "", _facts(mapped, values[width + 1 :], key)


def _one_each(number: int, source: Source) -> str:
    """A table with the row that counts for each entity."""
    if not source.first:
        return f"SELECT * FROM t{number}"
    keys, first = ", ".join(map(quoted, source.key)), quoted(source.first)
    return f"SELECT * FROM t{number} QUALIFY row_number() OVER (PARTITION BY {keys} ORDER BY {first}) = 1"


def _facts(mapped: Mapped, values: Sequence[str | bool | None], key: Key) -> Facts:
    facts: Facts = dict(mapped.known)
    at = 0
    for source in mapped.tables:
        for column in source.columns:
            cell = values[at]
            at += 1
            if isinstance(cell, str) and cell.strip() not in mapped.unknown:
                facts[column.term.phrase] = _read(source, column, cell.strip(), key)
        facts |= dict.fromkeys(source.present, bool(values[at]))
        at += 1
    return facts


def _awards(
    connection: duckdb.DuckDBPyConnection, mapped: Mapped, part: int, parts: int
) -> Iterator[tuple[Key, tuple[tuple[str, Facts], ...]]]:
    """The awards of each entity, lines of one program together: amounts added up, the rest as the first line has it."""
    source = mapped.awards
    if source is None:
        return
    view = f"t{len(mapped.tables)}"
    _has_amounts(connection, view, source, mapped.unknown)
    keys, program = [quoted(key) for key in source.key], [quoted(name) for name in source.program]
    chosen = [_together(column) for column in source.columns]
    named = " || '.' || ".join(program) if program else "row_number() OVER ()::VARCHAR"
    where = f"WHERE hash({', '.join(keys)}) % {parts} = {part}" if parts > 1 else ""
    query = f"SELECT {', '.join(keys)}, {named} AS program, {', '.join(chosen)} FROM {view} {where} GROUP BY ALL"
    found = connection.cursor().execute(f"{query} ORDER BY {', '.join(keys)}, program")
    width = len(keys)

    def lines() -> Iterator[tuple[str, ...]]:
        while chunk := found.fetchmany(_AT_ONCE):
            yield from chunk

    for key, group in groupby(lines(), itemgetter(slice(0, width))):
        of = tuple(value or "" for value in key)
        yield of, tuple((line[width] or "", _of_award(mapped, source, line[width + 1 :], of)) for line in group)


def _together(column: Column) -> str:
    name = quoted(column.name)
    if column.term.type is TermType.MONEY:
        # In cents, so that what is added up is exact; a program with a line of unknown amount has none.
        return f"CASE WHEN count(*) = count({_cents(name)}) THEN sum({_cents(name)}) END"
    return f"first({name})"


def _cents(name: str) -> str:
    return f"CAST(round(TRY_CAST({name} AS DECIMAL(18, 2)) * 100) AS BIGINT)"


def _has_amounts(connection: duckdb.DuckDBPyConnection, view: str, source: Source, unknown: frozenset[str]) -> None:
    """Let no amount pass that is none: added up, it would vanish."""
    keys = ", ".join(map(quoted, source.key))
    for column in (each for each in source.columns if each.term.type is TermType.MONEY):
        name = quoted(column.name)
        marks = ", ".join("?" for _ in unknown)
        unread = f"trim({name}) NOT IN ({marks}) AND {_cents(name)} IS NULL"
        query = f"SELECT {keys}, {name} FROM {view} WHERE {unread} LIMIT 1"
        found = connection.execute(query, sorted(unknown)).fetchone()
        if found is not None:
            message = f'{source.file}, {named(source, found[:-1])}: "{found[-1][:60]}" in {column.name} is no amount'
            raise bad(
                Code.UNFIT_VALUE, message, "write dollars such as 1250 or 1250.50, or list the cell under unknown"
            )


def _of_award(mapped: Mapped, source: Source, cells: Sequence[object], key: Key) -> Facts:
    facts: Facts = {}
    for column, cell in zip(source.columns, cells, strict=True):
        if isinstance(cell, str) and cell.strip() not in mapped.unknown:
            facts[column.term.phrase] = _read(source, column, cell.strip(), key)
        elif cell is not None and not isinstance(cell, str):
            facts[column.term.phrase] = int(str(cell))
    return facts


def _read(source: Source, column: Column, cell: str, key: Key) -> Shown:
    try:
        return column.read(cell)
    except Unfit as unfit:
        message = f'{source.file}, {named(source, key)}: "{cell[:60]}" in {column.name} is no value of'
        raise bad(Code.UNFIT_VALUE, f'{message} "{column.term.phrase}"', unfit.help) from None
