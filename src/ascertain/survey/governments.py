"""A table with a government in each row: who they are, by whom the law may name them, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ascertain.docket.governments import GOVERNMENT_COLUMNS, government_called
from ascertain.docket.mistakes import Code, refusal
from ascertain.docket.tables import Row, table_rows
from ascertain.rulebook.lookup import find_term
from ascertain.rulebook.mistakes import NotFound, Reporter, did_you_mean
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.terms import Place, Shown, Subject, Term
from ascertain.rulebook.raw import Text
from ascertain.rulebook.values import fact_of

_KEYS = ("id", "ocd_id", "geoid")
_MOST_MISTAKES = 20
"""As many mistakes as are told of one table."""


@dataclass(frozen=True, slots=True)
class Table:
    """Governments, a row each.

    Args:
        governments: They, in the order of the table.
        facts: For each plain term that has a column, by its phrase, what is known in each row.
        notes: What may be a slip, in plain words.
    """

    governments: tuple[Government, ...]
    facts: Mapping[str, tuple[Shown | None, ...]]
    notes: tuple[str, ...] = ()


def read_table(path: Path, rulebook: Rulebook, known: Mapping[str, Government]) -> Table:
    """Read a table of comma-separated values.

    Of the columns of governments.csv it needs one of ``id``, ``ocd_id`` and ``geoid``; each other column is headed by
    the phrase or short name of a plain term about governments. An empty cell says nothing: the fact is unknown.

    A row is a government that the law knows by name where one of their ids is the same, and never by its name alone.

    Args:
        path: The file.
        rulebook: The law whose terms the columns name.
        known: The governments that rulebook and docket know, by id.

    Raises:
        DocketError: The file cannot be read.
        RulebookError: Columns or cells of it say nothing that they may; the first twenty are told.
    """
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise refusal(Code.NOT_UTF_8, f"{path} is not text in UTF-8", "save it as CSV in UTF-8") from problem
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise refusal(Code.UNREADABLE, f"{path} cannot be read: {reason}", "name a CSV file") from problem
    reporter = Reporter({path.name: text.splitlines()})
    terms: dict[str, Term] = {}

    def named(header: list[str]) -> Sequence[str]:
        terms.update(_terms(header, Place(path.name, 1, 1), rulebook, reporter))
        return () if reporter.mistakes else header

    ours = {name: one for one in known.values() for name in (one.id, *one.ids)}
    governments: dict[str, Government] = {}
    columns: dict[str, list[Shown | None]] = {}
    read: dict[tuple[str, str], Shown | None] = {}
    for row in table_rows(text, path.name, reporter, named):
        government = _known(_government(row), ours, row.place, reporter)
        if government.id in governments:
            message = f'the government "{government.id}" has two rows'
            reporter.add(Code.TWICE, message, row.place, help="keep one of the two")
        governments[government.id] = government
        for heading, term in terms.items():
            key = heading, row.cells[heading]
            if key not in read:
                fact = fact_of(term, Text(key[1], row.place), reporter) if key[1] else None
                if key[1] and fact is None:
                    continue  # so that each row that says it is told
                read[key] = fact[1] if fact else None
            columns.setdefault(term.phrase, []).append(read[key])
        if len(reporter.mistakes) >= _MOST_MISTAKES:
            break
    reporter.stop_if_any()
    if not governments:
        raise refusal(Code.MISSING, f"{path} has no rows below its columns", "write a row for each government")
    facts = {phrase: tuple(values) for phrase, values in columns.items()}
    return Table(tuple(governments.values()), facts, tuple(_namesakes(governments.values(), known)))


def _terms(header: Sequence[str], place: Place, rulebook: Rulebook, reporter: Reporter) -> dict[str, Term]:
    """The terms by the headings that name them."""
    if not any(key in header for key in _KEYS):
        message = f"the table has no column {', '.join(_KEYS[:-1])} or {_KEYS[-1]}"
        reporter.add(Code.COLUMNS, message, place, help="let its first line name its columns, one of these among them")
        return {}
    concluded = {rule.term for rule in rulebook.rules.values()}
    found: dict[str, Term] = {}
    for heading in header:
        if heading in GOVERNMENT_COLUMNS:
            continue
        try:
            term = find_term(rulebook, heading)
        except NotFound as unknown:
            help_ = did_you_mean(heading, GOVERNMENT_COLUMNS, unknown.mistakes[0].help)
            reporter.add(Code.COLUMNS, f'no term heads the column "{heading[:60]}"', place, help=help_)
            continue
        if term.phrase in concluded or term.about is not Subject.GOVERNMENT:
            why = "rules conclude" if term.phrase in concluded else "is not about governments"
            message = f'the column "{heading[:60]}" is of a term that {why}'
            reporter.add(Code.WRONG_SUBJECT, message, place, help="leave it out, and give the facts that it rests on")
        found[heading] = term
    if len(set(header)) < len(header) or len({term.phrase for term in found.values()}) < len(found):
        reporter.add(Code.COLUMNS, "two columns of the table are the same", place, help="keep one of the two")
    return found


def _known(row: Government, ours: Mapping[str, Government], place: Place, reporter: Reporter) -> Government:
    """The same, with what the law goes by of a government that one of the ids is of."""
    found = {one.id: one for name in (row.id, *row.ids) if (one := ours.get(name)) is not None}
    if not found:
        return row
    one = next(iter(found.values()))
    if len(found) > 1:
        message = f'the row of "{row.id}" has ids of {" and ".join(found)}'
        reporter.add(Code.SAME_NAME, message, place, help="leave it the ids of one of them")
    for what, here, there in (("state", row.state, one.state), ("circuit", row.circuit, one.circuit)):
        if here and there and here != there:
            message = f'the {what} of "{row.id}" is {here} here, and that of {one.id}, whose id it has, is {there}'
            reporter.add(Code.CONTRADICTS, message, place, help="correct the cell, or the id")
    return replace(
        row,
        ids=tuple(dict.fromkeys((*row.ids, one.id, *one.ids))),
        state=row.state or one.state,
        circuit=row.circuit or one.circuit,
        parent=row.parent or one.parent,
    )


def _namesakes(rows: Iterable[Government], known: Mapping[str, Government]) -> Iterator[str]:
    """Yield a note for each row that is called like a government of its State that the law knows, and is not told to
    be that one."""
    names = {(one.name.casefold(), one.state): one.id for one in known.values()}
    for row in rows:
        other = names.get((row.name.casefold(), row.state))
        if other is not None and other not in (row.id, *row.ids):
            yield f"{row.id} is called like {other}, which the law knows; if it is the same, give it that id"


def _government(row: Row) -> Government:
    key = next((row.cells[key] for key in _KEYS if row.cells.get(key)), "")
    if not key:
        named = [key for key in _KEYS if key in row.cells]
        row.reporter.add(Code.MISSING, f"this row has no {' or '.join(named)}", row.place, help=f"fill in {named[0]}")
    return government_called(row, key, row.cells.get("name") or key)
