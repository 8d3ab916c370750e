"""A table with a government in each row: who they are, by whom the law may name them, and what is known of each."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ascertain.docket.governments import GOVERNMENT_COLUMNS
from ascertain.docket.mistakes import Code, refusal
from ascertain.rulebook.lookup import find_term
from ascertain.rulebook.mistakes import NotFound, Reporter
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.terms import Place, Shown, Subject, Term
from ascertain.rulebook.raw import Text
from ascertain.rulebook.values import fact_of

_KEYS = ("id", "ocd_id", "geoid")
_CIRCUIT = re.compile(r"[1-9][0-9]?")
_MOST_MISTAKES = 20
"""As many mistakes as are told of one table."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Governments, a row each.

    Args:
        governments: They, in the order of the table.
        facts: For each plain term that has a column, by its phrase, what is known in each row.
        notes: What may be a slip, in plain words.
    """

    governments: tuple[Government, ...]
    facts: Mapping[str, tuple[Shown | None, ...]]
    notes: tuple[str, ...] = ()


def read_roster(path: Path, rulebook: Rulebook, known: Mapping[str, Government]) -> Roster:
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
    lines = _lines(text, path.name, reporter)
    _, header = next(lines, (1, []))
    terms = _terms(header, Place(path.name, 1, 1), rulebook, reporter)
    reporter.stop_if_any()
    ours = {name: one for one in known.values() for name in (one.id, *one.ids)}
    governments: dict[str, Government] = {}
    columns: dict[str, list[Shown | None]] = {term.phrase: [] for term in terms.values()}
    read: dict[tuple[str, str], Shown | None] = {}
    for number, cells in lines:
        place = Place(path.name, number, 1)
        row = dict(zip(header, cells, strict=True))
        government = _known(_government(row, place, reporter), ours, place, reporter)
        if government.id in governments:
            reporter.add(
                Code.TWICE, f'the government "{government.id}" has two rows', place, help="keep one of the two"
            )
        governments[government.id] = government
        for heading, term in terms.items():
            key = heading, row[heading]
            if key not in read:
                fact = fact_of(term, Text(row[heading], place), reporter) if row[heading] else None
                if row[heading] and fact is None:
                    continue  # so that each row that says it is told
                read[key] = fact[1] if fact else None
            columns[term.phrase].append(read[key])
        if len(reporter.mistakes) >= _MOST_MISTAKES:
            break
    reporter.stop_if_any()
    if not governments:
        raise refusal(Code.MISSING, f"{path} has no rows below its columns", "write a row for each government")
    facts = {phrase: tuple(values) for phrase, values in columns.items()}
    return Roster(tuple(governments.values()), facts, tuple(_namesakes(governments.values(), known)))


def _lines(text: str, name: str, reporter: Reporter) -> Iterator[tuple[int, list[str]]]:
    """The header and the rows, each with its line; one that does not fit the header is reported and left out."""
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    width, line = 0, 1
    try:
        for cells in reader:
            here, line = line, reader.line_num + 1
            trimmed = [cell.strip() for cell in cells]
            if width == 0 or len(trimmed) == width:
                width = width or len(trimmed)
                yield here, trimmed
            elif any(trimmed):
                message = f"this row has {len(trimmed)} cells where the header has {width}"
                reporter.add(Code.CELLS, message, Place(name, here, 1), help="put quotes around a cell with a comma")
    except csv.Error as error:
        place = Place(name, max(1, reader.line_num), 1)
        reporter.add(Code.CELLS, f"this table is broken: {error}", place, help="check the quotes of this row")


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
            told = unknown.mistakes[0]
            reporter.add(Code.COLUMNS, f'no term heads the column "{heading[:60]}"', place, help=told.help)
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


def _government(row: Mapping[str, str], place: Place, reporter: Reporter) -> Government:
    key = next((row[key] for key in _KEYS if row.get(key)), "")
    if not key:
        named = [key for key in _KEYS if key in row]
        reporter.add(Code.MISSING, f"this row has no {' or '.join(named)}", place, help=f"fill in {named[0]}")
    circuit = row.get("circuit", "")
    if circuit and not _CIRCUIT.fullmatch(circuit):
        message = f'"{circuit[:60]}" in the column "circuit" is no number'
        reporter.add(Code.NO_NUMBER, message, place, help="write the number of the circuit, such as 9")
        circuit = ""
    aliases = (alias.strip() for alias in row.get("aliases", "").split("|"))
    ids = (row.get("ocd_id", ""), row.get("geoid", ""), *aliases)
    return Government(
        id=key,
        name=row.get("name") or key,
        kind=row.get("kind", ""),
        state=row.get("state", ""),
        circuit=int(circuit) if circuit else None,
        parent=row.get("parent", ""),
        ids=tuple(name for name in ids if name and name != key),
    )
