"""What a survey leaves out or counts twice, which may be meant or may be a slip: told with a count and some names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ascertain.survey.mapping import Source
from ascertain.survey.wholeness import named, quoted, rows_of, same_entity, unnamed

if TYPE_CHECKING:
    import duckdb

_SOME = 5


def strangers(connection: duckdb.DuckDBPyConnection, number: int, base: Source, source: Source) -> Iterator[str]:
    """Tell of rows of entities that the first table does not have, and of rows of no entity."""
    keys = ", ".join(map(quoted, source.key))
    count = f"SELECT count(*) FROM t{number} WHERE {unnamed(source)}"
    ((without,),) = connection.execute(count).fetchall()
    if without:
        yield f"{source.file}: {rows_of(without)} without {' and '.join(source.key)} left out"
    rows = f"SELECT {keys} FROM t{number} ANTI JOIN t0 ON {same_entity(base, number, source)}"
    query = f"SELECT {keys}, count(*) AS n FROM ({rows}) WHERE NOT ({unnamed(source)}) GROUP BY ALL ORDER BY {keys}"
    summed = f"SELECT count(*), sum(n) FROM ({query})"
    ((entities, left_out),) = connection.execute(summed).fetchall()
    if entities:
        told = "; ".join(named(source, key[:-1]) for key in connection.execute(f"{query} LIMIT {_SOME}").fetchall())
        who = f"1 entity that is not in {base.file}" if entities == 1 else f"{entities:,} entities not in {base.file}"
        more = ", among others" if entities > _SOME else ""
        yield f"{source.file}: {rows_of(int(left_out))} of {who} left out: {told}{more}"


def repeated(connection: duckdb.DuckDBPyConnection, number: int, source: Source) -> Iterator[str]:
    """Tell of lines that say in every column what another says; ``line`` is a hash of all columns of a row."""
    keys = ", ".join(map(quoted, source.key))
    twice = f"SELECT {keys}, count(*) - 1 AS n FROM t{number} GROUP BY {keys}, line HAVING n > 0"
    ((found,),) = connection.execute(f"SELECT sum(n) FROM ({twice})").fetchall()
    if found:
        query = f"SELECT DISTINCT {keys} FROM ({twice}) ORDER BY ALL LIMIT {_SOME}"
        told = "; ".join(named(source, key) for key in connection.execute(query).fetchall())
        repeat = "repeats another in every column and is" if found == 1 else "repeat others in every column and are"
        yield f"{source.file}: {rows_of(int(found))} {repeat} added up all the same: {told}"
