"""What the record shows of a plain term, or of a total over awards, as it changes over time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import pairwise
from operator import itemgetter
from typing import Any, TypeVar

from ascertain.findings.answers.gathering import Gathering
from ascertain.findings.answers.inquiry import Inquiry
from ascertain.findings.diagrams.situation import Situation
from ascertain.law.history import Course
from ascertain.record.facts import Record
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.terms import Shown

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about someone, on no particular day.

    Args:
        question: The phrase of a concluded term, a quantity or not, or of a plain yes/no term.
        government: Whom it is about, or ``None`` for the law at large.
        program: The grant program, if any.
        readings: Readings taken for the sake of argument, by point.
    """

    question: str
    government: Government | None
    program: Program | None
    readings: tuple[tuple[str, str], ...] = ()


class Seen(dict[str, Course[Shown | None]]):
    """What is shown of each term, and when that changes; looked for when first asked about.

    Args:
        look: What is shown of a term.
    """

    def __init__(self, look: Callable[[str], Course[Shown | None]]) -> None:
        self._look = look

    def __missing__(self, phrase: str) -> Course[Shown | None]:
        found = self[phrase] = self._look(phrase)
        return found


Turning = Callable[[Asked], Iterator[date]]
"""The days on which law changes for a question."""


@dataclass(frozen=True, slots=True)
class FactCourses:
    """The facts of one rulebook and record, as known on one day, each worked out once.

    Args:
        rulebook: The law.
        record: The evidence.
        known: Only what had been filed by then counts.
        turning: When law changes, for the rules that say which awards a total is over.
    """

    rulebook: Rulebook
    record: Record
    known: date
    turning: Turning
    _plain: dict[tuple[str, str, str], Course[Fact]] = field(default_factory=dict)
    _totals: dict[tuple[str, str, Grade], Course[Fact]] = field(default_factory=dict)
    _seen: dict[tuple[Asked, Grade], Seen] = field(default_factory=dict)
    _same: dict[tuple[str, Course[Shown | None]], Course[Shown | None]] = field(default_factory=dict)

    def of(self, phrase: str, asked: Asked, standard: Grade) -> Course[Fact]:
        """What the record shows of a term from each day on; only totals over awards differ by the standard."""
        who, under = asked.government, asked.program
        if phrase in self.rulebook.aggregates:
            key = phrase, who.id if who else "", standard
            if key not in self._totals:
                self._totals[key] = tuple(self._total(phrase, asked, standard))
            return self._totals[key]
        plain = phrase, who.id if who else "", under.id if under else ""
        if plain not in self._plain:
            self._plain[plain] = tuple(self._shown(phrase, asked))
        return self._plain[plain]

    def seen(self, asked: Asked, standard: Grade) -> Seen:
        """What is shown under a standard of each term; where the same is shown, it is the same object."""
        # Evidence is about someone, whatever is asked of it.
        key = (replace(asked, question=""), standard)
        if key not in self._seen:
            self._seen[key] = Seen(partial(self._look, asked, standard))
        return self._seen[key]

    def _look(self, asked: Asked, standard: Grade, phrase: str) -> Course[Shown | None]:
        known = [(day, fact.known_under(standard)) for day, fact in self.of(phrase, asked, standard)]
        course = (known[0], *(now for before, now in pairwise(known) if before[1] != now[1]))
        # By phrase, as yes is not the number 1, though Python calls them equal; what is shown of one term is of a kind.
        return self._same.setdefault((phrase, course), course)

    def on(self, phrase: str, asked: Asked, standard: Grade, day: date) -> Fact:
        """What the record shows of a term on one day."""
        if phrase in self.rulebook.aggregates:
            return self._gathering(asked, standard, day).fact(phrase)
        return at(self.of(phrase, asked, standard), day)

    def _shown(self, phrase: str, asked: Asked) -> Iterator[tuple[date, Fact]]:
        who, under = asked.government, asked.program
        term = self.rulebook.terms[phrase]
        days = self.record.turning_days(term, who.id if who else "", under.id if under else "")
        for day in (date.min, *days):
            yield day, self._gathering(asked, Grade.ASSERTED, day).fact(phrase)

    def _total(self, phrase: str, asked: Asked, standard: Grade) -> Iterator[tuple[date, Fact]]:
        """A total where the rulebook answers for the day; nothing elsewhere, as which awards count is asked of it."""
        who, concluded = asked.government, {rule.term for rule in self.rulebook.rules.values()}
        days = {date.min}
        for program in self.rulebook.programs.values() if who else ():
            days.update(self.record.boundaries(who.id, program.id) if who else ())
            for term in concluded & set(self.rulebook.aggregates[phrase].rests_on):
                days.update(self.turning(Asked(term, who, program, asked.readings)))
        covers = self.rulebook.covers
        days.update(
            edge for moment in (covers.start, covers.end) if moment for edge in (moment.earliest, moment.latest)
        )
        for day in sorted(days):
            answered = covers.covers(day) is True
            nothing = Fact(phrase, who.id if who else "", "", None, Grade.NONE)
            yield day, self._gathering(asked, standard, day).fact(phrase) if answered else nothing

    def _gathering(self, asked: Asked, standard: Grade, day: date) -> Gathering:
        who, under = asked.government, asked.program
        ask = partial(self._award, asked, standard, day)
        return Gathering(self.rulebook, self.record, who, under, day, self.known, standard, ask)

    def _award(self, asked: Asked, standard: Grade, day: date, phrase: str, program: Program) -> Situation:
        """The situation of a concluded term for one award of the government."""
        who, readings = asked.government, dict(asked.readings)
        inquiry = Inquiry(self.rulebook, self.record, who, program, phrase, self.known, standard, readings)
        return inquiry.answer(day).situation


def at(course: Course[T], day: date) -> T:
    """What is so on a day."""
    return course[bisect_right(course, day, key=itemgetter(0)) - 1][1]


def together(
    courses: Sequence[Course[Any]], first: date = date.min, end: date = date.max
) -> Iterator[tuple[date, tuple[Any, ...]]]:
    """Several courses as one, from ``first`` until before ``end``."""
    turning: dict[date, list[tuple[int, Any]]] = {}
    now: list[Any] = []
    for number, course in enumerate(courses):
        now.append([value for day, value in course if day <= first][-1])
        for day, value in course:
            if first < day < end:
                turning.setdefault(day, []).append((number, value))
    yield first, tuple(now)
    for day in sorted(turning):
        for number, value in turning[day]:
            now[number] = value
        yield day, tuple(now)
