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
    """Make the table ``awards`` of lines added up by program, programs together that say the same but for one amount.

    Its columns are the key, those of the source but the one of that amount, the number of programs, and their amounts
    in rising order, if they are known.

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
    within = " || '.' || ".join(program) if program else "row_number() OVER ()::VARCHAR"
    columns = dict(enumerate(map(_together, source.columns)))
    parts = [f"{key} AS k{at}" for at, key in enumerate(keys)] + [f"{each} AS c{at}" for at, each in columns.items()]
    programs = f"SELECT {within} AS program, {', '.join(parts)} FROM {lines} GROUP BY ALL"
    spread = spread_over(source)
    same = [f"k{at}" for at in range(len(keys))] + [f"c{at}" for at in columns if at != spread]
    amounts = "NULL" if spread is None else f"list(c{spread} ORDER BY c{spread}) FILTER (c{spread} IS NOT NULL)"
    apart = [] if spread is None else [f"c{spread} IS NULL"]
    connection.execute(
        f"CREATE TABLE awards AS SELECT {', '.join(same)}, count(*) AS number, {amounts} AS amounts FROM ({programs}) "
        f"GROUP BY {', '.join((*same, *apart))} ORDER BY ALL"
    )


def spread_over(source: Source) -> int | None:
    """The number of the column by whose amounts awards are told apart that are alike in all others: the first."""
    return next((at for at, column in enumerate(source.columns) if column.term.type is TermType.MONEY), None)


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
