"""Lines of awards added up by program: amounts in cents, so that what comes out is exact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ascertain.docket.mistakes import Code
from ascertain.rulebook.model.terms import TermType
from ascertain.survey.mapping import Column, Source
from ascertain.survey.wholeness import bad, named, quoted

if TYPE_CHECKING:
    import duckdb


def add_up(connection: duckdb.DuckDBPyConnection, lines: str, source: Source, unknown: frozenset[str]) -> None:
    """Make the table ``awards``: the key, the program, then the columns; amounts added up, others by the first line.

    Args:
        connection: The database.
        lines: The name of the table of lines.
        source: What its columns say.
        unknown: The cells that say nothing.

    Raises:
        DocketError: An amount is none.
    """
    _has_amounts(connection, lines, source, unknown)
    keys, program = [quoted(key) for key in source.key], [quoted(name) for name in source.program]
    together = [_together(column) for column in source.columns]
    within = " || '.' || ".join(program) if program else "row_number() OVER ()::VARCHAR"
    chosen = ", ".join(f"{each} AS c{at}" for at, each in enumerate((*keys, within, *together)))
    order = ", ".join(f"c{at}" for at in range(len(keys) + 1))
    connection.execute(f"CREATE TABLE awards AS SELECT {chosen} FROM {lines} GROUP BY ALL ORDER BY {order}")


def _together(column: Column) -> str:
    name = quoted(column.name)
    if column.term.type is TermType.MONEY:
        # A program with a line of unknown amount has none.
        return f"CASE WHEN count(*) = count({_cents(name)}) THEN sum({_cents(name)}) END"
    return f"first({name})"


def _cents(name: str) -> str:
    return f"CAST(round(TRY_CAST({name} AS DECIMAL(18, 2)) * 100) AS BIGINT)"


def _has_amounts(connection: duckdb.DuckDBPyConnection, lines: str, source: Source, unknown: frozenset[str]) -> None:
    """Let no amount pass that is none: added up, it would vanish."""
    keys = ", ".join(map(quoted, source.key))
    for column in (each for each in source.columns if each.term.type is TermType.MONEY):
        name = quoted(column.name)
        marks = ", ".join("?" for _ in unknown)
        unread = f"trim({name}) NOT IN ({marks}) AND {_cents(name)} IS NULL"
        query = f"SELECT {keys}, {name} FROM {lines} WHERE {unread} LIMIT 1"
        found = connection.execute(query, sorted(unknown)).fetchone()
        if found is not None:
            message = f'{source.file}, {named(source, found[:-1])}: "{found[-1][:60]}" in {column.name} is no amount'
            raise bad(
                Code.UNFIT_VALUE, message, "write dollars such as 1250 or 1250.50, or list the cell under unknown"
            )
