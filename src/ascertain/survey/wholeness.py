"""What a table must be before anything is read off it: its columns there, each entity named, and of one period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ascertain.docket.mistakes import Code, DocketError
from ascertain.rulebook.mistakes import Mistake
from ascertain.survey.mapping import Source

if TYPE_CHECKING:
    import duckdb


def columns_of(source: Source) -> tuple[str, ...]:
    """The columns that a table must have."""
    columns = (column.name for column in source.columns)
    wanted = (*source.key, *source.program, *columns, source.name, source.first, *source.period)
    return tuple(dict.fromkeys(name for name in wanted if name))


def has_columns(source: Source, columns: Sequence[str]) -> None:
    missing = [name for name in columns_of(source) if name not in columns]
    if missing:
        message = f"{source.file} has no column {', '.join(missing)}"
        raise bad(Code.COLUMNS, message, f"its columns are {', '.join(columns)[:400]}")


def has_each_once(connection: duckdb.DuckDBPyConnection, number: int, source: Source) -> None:
    keys = ", ".join(map(quoted, source.key))
    query = f"SELECT {keys} FROM t{number} GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL LIMIT 1"
    twice = connection.execute(query).fetchone()
    if twice is not None:
        message = f"{source.file} has several rows for {named(source, twice)}"
        remedy = (
            'keep one, or say "first: COLUMN" for the one that counts' if number else "keep one row for each entity"
        )
        raise bad(Code.TWICE, message, remedy)


def has_keys(connection: duckdb.DuckDBPyConnection, source: Source) -> None:
    """Let no entity of the first table be without a name, for nothing could be joined to it; and let there be one."""
    without, rows = connection.execute(f"SELECT count(*) FILTER ({unnamed(source)}), count(*) FROM t0").fetchall()[0]
    if not rows:
        message = f"{source.file} has no rows, so that there is no entity to ask about"
        raise bad(Code.MISSING, message, "write a row for each entity below the names of the columns")
    if without:
        message = f"{source.file} has {rows_of(without)} without {' and '.join(source.key)}"
        raise bad(Code.MISSING, message, "fill in the key of every row, or take such rows out")


def has_one_period(
    connection: duckdb.DuckDBPyConnection, number: int, base: Source, source: Source, column: str
) -> None:
    """Let no rows of several periods, or reports, pass as one: amounts of two years, added up, are those of neither."""
    period, keys = quoted(column), ", ".join(f"t{number}.{quoted(key)}" for key in source.key)
    query = f"SELECT {keys}, min({period}), max({period}) FROM t{number}"
    joined = f"SEMI JOIN t0 ON {same_entity(base, number, source)} GROUP BY {keys}"
    distinct = f"min({period}) <> max({period}) OR count({period}) BETWEEN 1 AND count(*) - 1"
    found = connection.execute(f"{query} {joined} HAVING {distinct} ORDER BY {keys} LIMIT 1").fetchone()
    if found is not None:
        *key, first, last = found
        told = f"{first} and {last}" if first != last else f"{first} and none"
        message = f"{source.file} has rows of several {column} for {named(source, key)}: {told}"
        raise bad(Code.TWICE, message, "keep the rows of one, or make it a part of every table's key")


def same_entity(base: Source, number: int, source: Source) -> str:
    """The condition that a row is about the entity of a row of the first table."""
    pairs = zip(base.key, source.key, strict=True)
    return " AND ".join(f"t0.{quoted(mine)} = t{number}.{quoted(its)}" for mine, its in pairs)


def unnamed(source: Source) -> str:
    """The condition that a row names no entity."""
    return " OR ".join(f"coalesce(trim({quoted(key)}), '') = ''" for key in source.key)


def rows_of(number: int) -> str:
    return f"{number:,} {'row' if number == 1 else 'rows'}"


def named(source: Source, key: Sequence[str | None]) -> str:
    return ", ".join(f"{name} {value}" for name, value in zip(source.key, key, strict=True))


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def bad(code: Code, message: str, help_line: str) -> DocketError:
    return DocketError((Mistake(code, message, (), (), help_line),))
