"""What a table must be before anything is read off it: its columns there, each entity named, and of one period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ascertain.docket.mistakes import Code, DocketError
from ascertain.rulebook.mistakes import Mistake
from ascertain.survey.mapping import Source

if TYPE_CHECKING:
    import duckdb


def has_columns(source: Source, columns: Sequence[str]) -> None:
    wanted = (
        *source.key,
        *source.program,
        *(column.name for column in source.columns),
        source.name,
        source.first,
        source.period,
    )
    missing = [name for name in dict.fromkeys(wanted) if name and name not in columns]
    if missing:
        message = f"{source.file} has no column {', '.join(missing)}"
        raise bad(Code.COLUMNS, message, f"its columns are {', '.join(columns)[:400]}")


def has_each_once(connection: duckdb.DuckDBPyConnection, number: int, source: Source) -> None:
    keys = ", ".join(map(quoted, source.key))
    twice = connection.execute(f"SELECT {keys} FROM t{number} GROUP BY ALL HAVING count(*) > 1 LIMIT 1").fetchone()
    if twice is not None:
        message = f"{source.file} has several rows for {named(source, twice)}"
        raise bad(Code.TWICE, message, 'keep one, or say "first: COLUMN" for the one that counts')


def has_keys(connection: duckdb.DuckDBPyConnection, source: Source) -> None:
    """Let no entity of the first table be without a name: nothing could be joined to it."""
    unnamed = " OR ".join(f"coalesce(trim({quoted(key)}), '') = ''" for key in source.key)
    ((found,),) = connection.execute(f"SELECT count(*) FROM t0 WHERE {unnamed}").fetchall()
    if found:
        message = f"{source.file} has {found:,} {'row' if found == 1 else 'rows'} without {' and '.join(source.key)}"
        raise bad(Code.MISSING, message, "fill in the key of every row, or take such rows out")


def has_one_period(connection: duckdb.DuckDBPyConnection, number: int, base: Source, source: Source) -> None:
    """Let no rows of several periods pass as one: amounts of two years, added up, are those of neither."""
    period, keys = quoted(source.period), ", ".join(f"t{number}.{quoted(key)}" for key in source.key)
    pairs = zip(base.key, source.key, strict=True)
    same = " AND ".join(f"t0.{quoted(mine)} = t{number}.{quoted(its)}" for mine, its in pairs)
    query = f"SELECT {keys}, min({period}), max({period}) FROM t{number} SEMI JOIN t0 ON {same} GROUP BY {keys}"
    distinct = f"count(DISTINCT coalesce({period}, '')) > 1"
    found = connection.execute(f"{query} HAVING {distinct} ORDER BY {keys} LIMIT 1").fetchone()
    if found is not None:
        *key, first, last = found
        told = f"{first} and {last}" if first != last else f"{first} and none"
        message = f"{source.file} has rows of several {source.period} for {named(source, key)}: {told}"
        raise bad(Code.TWICE, message, "keep the rows of one, or make it a part of every table's key")


def named(source: Source, key: Sequence[str | None]) -> str:
    return ", ".join(f"{name} {value}" for name, value in zip(source.key, key, strict=True))


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def bad(code: Code, message: str, help_line: str) -> DocketError:
    return DocketError((Mistake(code, message, (), (), help_line),))
