"""Tables of CSV read once, looked over, and kept as long as a survey lasts, for each of its processes to read on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ascertain.docket.mistakes import Code
from ascertain.survey import adding
from ascertain.survey.mapping import Mapped, Source
from ascertain.survey.noticing import repeated, strangers
from ascertain.survey.wholeness import (
    bad,
    columns_of,
    has_columns,
    has_each_once,
    has_keys,
    has_one_period,
    quoted,
    same_entity,
)

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Stored:
    """Tables that are whole.

    Args:
        mapped: What they say.
        file: A database with the table ``entities``, in the order of keys, and ``awards``, in that too.
        entities: How many entities there are.
        notes: What is left out, or counted though it repeats.
    """

    mapped: Mapped
    file: Path
    entities: int
    notes: tuple[str, ...]


@contextmanager
def stored(mapped: Mapped) -> Iterator[Stored]:
    """Tables, joined and added up by entity.

    Args:
        mapped: The tables and what they say.

    Raises:
        DocketError: A file is missing, is empty, lacks a column, names an entity twice, has rows of several periods, or
            has an amount that is none.
    """
    with TemporaryDirectory(prefix="ascertain-") as folder:
        file = Path(folder) / "tables.duckdb"
        with connected(file) as connection:
            found = _store(connection, mapped, file)
        yield found


def connected(file: Path, *, threads: int = 0) -> duckdb.DuckDBPyConnection:
    """A database; to be read alone where it says how many threads may do so.

    Raises:
        DocketError: DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError:
        message = "reading large tables needs DuckDB, which is not installed"
        raise bad(Code.UNREADABLE, message, 'install it with: pip install "ascertain[tables]"') from None
    connection = duckdb.connect(file, read_only=threads > 0, config={"threads": threads} if threads else {})
    # Its bar would be written among the rows.
    connection.execute("SET enable_progress_bar = false")
    return connection


def _store(connection: duckdb.DuckDBPyConnection, mapped: Mapped, file: Path) -> Stored:
    base, notes = mapped.tables[0], list[str]()
    sources = (*mapped.tables, *([mapped.awards] if mapped.awards else []))
    for number, source in enumerate(sources):
        _take(connection, mapped.folder, number, source)
        if not number:
            has_keys(connection, source)
        if source is not mapped.awards and not source.first:
            has_each_once(connection, number, source)
        for column in source.period:
            has_one_period(connection, number, base, source, column)
        if number:
            notes += strangers(connection, number, base, source)
    if mapped.awards is not None:
        notes += repeated(connection, len(mapped.tables), mapped.awards)
        adding.add_up(connection, f"t{len(mapped.tables)}", mapped.awards, mapped.unknown)
    _join(connection, mapped)
    ((entities,),) = connection.execute("SELECT count(*) FROM entities").fetchall()
    return Stored(mapped, file, int(entities), tuple(notes))


def _take(connection: duckdb.DuckDBPyConnection, folder: Path, number: int, source: Source) -> None:
    """Read a file into a table of its own, with the columns that the map names and a hash of all of a line."""
    import duckdb

    path = folder / source.file
    if not path.is_file():
        raise bad(Code.UNREADABLE, f"there is no file {path}", "put it beside the map, or correct the map")
    if not path.stat().st_size:
        raise bad(Code.COLUMNS, f"{path} is empty", "write a first line with the names of its columns")
    try:
        reading = connection.read_csv(
            str(path), header=True, all_varchar=True, delimiter=",", quotechar='"', escapechar='"'
        )
        has_columns(source, reading.columns)
        reading.create_view("lines")
        chosen = ", ".join(map(quoted, columns_of(source)))
        connection.execute(f"CREATE TEMP TABLE t{number} AS SELECT {chosen}, hash(lines) AS line FROM lines")
        connection.execute("DROP VIEW lines")
    except duckdb.Error as problem:
        line = str(problem).partition("\n")[0]
        raise bad(Code.UNREADABLE, f"{path} cannot be read: {line}", "write a CSV file in UTF-8") from None


def _join(connection: duckdb.DuckDBPyConnection, mapped: Mapped) -> None:
    """A row for each entity: its key, its name, then the columns of each table and whether that has a row for it."""
    base = mapped.tables[0]
    chosen = [f"t0.{quoted(key)}" for key in base.key]
    chosen.append(f"t0.{quoted(base.name)}" if base.name else "''")
    joins = []
    for number, source in enumerate(mapped.tables):
        chosen += [f"t{number}.{quoted(column.name)}" for column in source.columns]
        chosen.append(f"t{number}.{quoted(source.key[0])} IS NOT NULL")
        if number:
            joins.append(f"LEFT JOIN ({_one_each(number, source)}) t{number} ON {same_entity(base, number, source)}")
    width = len(base.key)
    named = ", ".join(f"{each} AS {f'k{at}' if at < width else f'c{at}'}" for at, each in enumerate(chosen))
    order = ", ".join(f"k{at}" for at in range(width))
    connection.execute(f"CREATE TABLE entities AS SELECT {named} FROM t0 {' '.join(joins)} ORDER BY {order}")


def _one_each(number: int, source: Source) -> str:
    """A table with the row that counts for each entity."""
    if not source.first:
        return f"SELECT * FROM t{number}"
    keys, first = ", ".join(map(quoted, source.key)), quoted(source.first)
    return f"SELECT * FROM t{number} QUALIFY row_number() OVER (PARTITION BY {keys} ORDER BY {first}) = 1"
