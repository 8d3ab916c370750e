"""``find --over``: questions for every government of a table, on a day or over a period."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ascertain.cli.asked import Question, questions
from ascertain.cli.commands.find import sheets_text
from ascertain.cli.days import Days, days
from ascertain.cli.misuse import Misuse
from ascertain.cli.output import progress, write
from ascertain.cli.subject import Subject
from ascertain.docket.files import GOVERNMENTS
from ascertain.findings.columns.counting import WORDS, alike, counted
from ascertain.findings.columns.country import Change, Country, Standing
from ascertain.findings.columns.planes import Block, block_of, places_in
from ascertain.findings.columns.questions import Possible
from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.findings.diagrams.space import AtomKind
from ascertain.findings.model import word_of
from ascertain.publish.answers import title
from ascertain.publish.sheet import Column, Sheet
from ascertain.publish.words import last_day, turn_words
from ascertain.rulebook.bundled import bundled_folder
from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Program
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Term
from ascertain.survey.governments import Table, read_table

Json = dict[str, object]
_COLUMNS = ("government", "name", "state", "program", "question")
_FOUND = ("finding", "possible")
_MOST_TURNS = 4
"""As many facts and points as a line names that open findings turn on."""


def find_over(options: argparse.Namespace, subject: Subject) -> int:
    """Answer every question for every government of the table that the options name.

    Raises:
        BadInput: The table or the options cannot be answered.
    """
    if options.who or options.standard:
        raise Misuse("--over asks about all rows of a table as it stands", "leave out --who and --standard")
    when, asked = (
        days(options, subject),
        [_Asked.of(question, subject.rulebook) for question in questions(options, subject)],
    )
    rows = read_table(_table(options.over), subject.rulebook, subject.governments)
    over = _Over(subject, when, rows)
    if options.format in ("table", "md"):
        notes = [Sheet("", (), (), rows.notes)] if rows.notes else []
        lines = sheets_text(options, over.heading(options.over), (*(over.sheet(one) for one in asked), *notes))
    elif options.format == "csv":
        from ascertain.publish.csvout import render

        dated = ("from", "until") if when.period else ("on",)
        turning = () if when.period else ("turns_on.law", "turns_on.fact")
        lines = render((*_COLUMNS, *dated, *_FOUND, *turning), over.objects(asked))
    else:
        from ascertain.publish.jsonout import document

        about: Json = {
            "rulebook": subject.rulebook.id,
            "known": when.known.isoformat(),
            "table": Path(options.over).name,
            "notes": list(rows.notes),
        }
        lines = document("ascertain/table/1", about, "findings", over.objects(asked))
    write(lines, options.output, options.force)
    if options.format == "csv" and sys.stderr is not None:
        sys.stderr.writelines(f"{note}\n" for note in rows.notes)
    return 0


def _table(text: str) -> Path:
    """The table: the file named, or the governments of a docket in the folder, or of the bundled one, of that name."""
    path = Path(text).expanduser()
    shelves = (path, bundled_folder("dockets") / text)
    return path if path.is_file() else next((s / GOVERNMENTS for s in shelves if (s / GOVERNMENTS).is_file()), path)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A term, and the program that it is asked about under."""

    about: Term
    program: Program | None

    @staticmethod
    def of(question: Question, rulebook: Rulebook) -> _Asked:
        """The same; of a provision or a plain fact there is nothing here to be asked."""
        about = question.about
        if not isinstance(about, Term):
            help_line = "ask for a term, or leave --over out: ascertain force says whom it binds"
            raise Misuse(f"--over answers for terms, and {about.id} is a provision", help_line)
        if all(rule.term != about.phrase for rule in rulebook.rules.values()):
            help_line = "ask for a term that rules conclude; a fact is what the table says it is"
            raise Misuse(f'"{about.phrase}" is a fact, which no rule concludes', help_line)
        return _Asked(about, question.program)


class _Over:
    """The governments of a table, and what is asked about them."""

    def __init__(self, subject: Subject, when: Days, rows: Table) -> None:
        self._rulebook, self._when, self._table = subject.rulebook, when, rows
        self._country = Country(subject.rulebook, when.known, rows.governments)
        facts = block_of(rows.facts, compiled_for(subject.rulebook))
        self._facts = Block(len(rows.governments), facts.can)

    def heading(self, table: str) -> str:
        """One line that says what was asked under which law, of which table."""
        period = self._when.period
        shown = f"from {period[0]} through {last_day(period[1])}" if period else f"on {self._when.on}"
        number = len(self._table.governments)
        count = f"{number:,} {'government' if number == 1 else 'governments'} of {Path(table).name}, as it says"
        return f"{shown}, known by {self._when.known}; rulebook {self._rulebook.id}, {count}"

    def sheet(self, question: _Asked) -> Sheet:
        """How many governments come to what: on a day with what open ones turn on, in a period whenever it changes."""
        name = title(question.about, question.program)
        if self._when.period is None:
            found = self._standing(question)
            rows = ((word, f"{number:,}") for word, number in counted(found.possible).items() if number)
            return Sheet(name, (Column("Finding", 20), Column("Governments", 12)), rows, self._open(found))
        columns = (Column("From", 10), *(Column(word.capitalize(), max(len(word), 10)) for word in WORDS))
        return Sheet(name, columns, self._counts(question, *self._when.period))

    def objects(self, asked: Sequence[_Asked]) -> Iterator[Json]:
        """An object for each question and government, in a period for each span of days with one answer."""
        for at, question in enumerate(asked, 1):
            progress(f"question {at} of {len(asked)}")
            yield from self._in_time(question, *self._when.period) if self._when.period else self._now(question)
        progress("")

    def _now(self, question: _Asked) -> Iterator[Json]:
        found = self._standing(question)
        words: list[tuple[Outcome, ...]] = [()] * self._country.rows
        for outcomes, rows in alike(found.possible):
            for at in places_in(rows, self._country.rows):
                words[at] = outcomes
        turns: list[dict[str, list[str]]] = [{"law": [], "fact": []} for _ in words]
        reach = compiled_for(self._rulebook).reach(question.about.phrase)
        met = {name: place for place, name in enumerate((*reach.facts, *reach.points))}
        for atom, where in sorted(found.turning.items(), key=lambda item: met.get(item[0].id, len(met))):
            kind = "fact" if atom.kind is AtomKind.FACT else "law"
            for at in places_in(where, self._country.rows):
                turns[at][kind].append(atom.id)
        for at, outcomes in enumerate(words):
            day = {"on": self._when.on.isoformat()}
            yield {**self._who(at, question), **day, **_said(outcomes), "turns_on": turns[at]}

    def _in_time(self, question: _Asked, start: date, end: date) -> Iterator[Json]:
        told: list[list[tuple[date, tuple[Outcome, ...]]]] = [[] for _ in self._table.governments]
        for change in self._timeline(question, start, end):
            for outcomes, rows in alike(change.possible):
                for at in places_in(rows, self._country.rows):
                    told[at].append((change.day, outcomes))
        for at, spans in enumerate(told):
            ends = (*(day for day, _ in spans[1:]), end)
            for (day, outcomes), until in zip(spans, ends, strict=True):
                dated = {"from": day.isoformat(), "until": until.isoformat()}
                yield {**self._who(at, question), **dated, **_said(outcomes)}

    def _who(self, at: int, question: _Asked) -> Json:
        government, program = self._table.governments[at], question.program
        return {
            "government": government.id,
            "name": government.name,
            "state": government.state or None,
            "program": program.id if program else None,
            "question": question.about.phrase,
        }

    def _counts(self, question: _Asked, start: date, end: date) -> Iterator[tuple[str, ...]]:
        now: Possible = (0,) * len(Outcome)
        for change in self._timeline(question, start, end):
            now = tuple(before & ~change.rows | after for before, after in zip(now, change.possible, strict=True))
            yield change.day.isoformat(), *(f"{number:,}" for number in counted(now).values())

    def _open(self, standing: Standing) -> Iterator[str]:
        """What open findings turn on, with how many do."""
        counts = Counter({atom.id: where.bit_count() for atom, where in standing.turning.items()})
        named = [f"{turn_words(name, self._rulebook)} ({many:,})" for name, many in counts.most_common(_MOST_TURNS)]
        if named:
            more = [f"{len(counts) - len(named)} more"] if len(counts) > len(named) else []
            yield f"open ones turn on {', '.join([*named, *more])}"

    def _standing(self, question: _Asked) -> Standing:
        with _of_values(question.about):
            return self._country.on(self._when.on, question.about.phrase, self._facts, program=question.program)

    def _timeline(self, question: _Asked, start: date, end: date) -> tuple[Change, ...]:
        with _of_values(question.about):
            return self._country.timeline(
                question.about.phrase, self._facts, start=start, end=end, program=question.program
            )


def _said(outcomes: tuple[Outcome, ...]) -> Json:
    return {"finding": word_of(outcomes, ()), "possible": [outcome.value for outcome in outcomes]}


@contextmanager
def _of_values(about: Term) -> Iterator[None]:
    """Refuse in plain words what hangs on the amounts of each row."""
    try:
        yield
    except ValueError as problem:
        message = f'"{about.phrase}" compares amounts or days with each other, or comes to one'
        help_line = "ask it with ascertain survey, which answers row by row"
        raise BadInput((Mistake("A907", message, (), (), help_line),)) from problem
