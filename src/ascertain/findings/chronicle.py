"""Answers over time: law and facts as they change, and each answer worked out once for all whom it is the same for.

Two regimes in which everything within a question's reach is the same give the same answer, for whichever government
and under whichever standard. So the law is put into a question's diagrams once for each regime, and then only the
facts that can still matter under it are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from ascertain.findings.compiled import compiled_for, fact_atom
from ascertain.findings.diagram import Turns, turns_of
from ascertain.findings.domains import representative
from ascertain.findings.model import OPEN
from ascertain.findings.situation import Regime, situation_of
from ascertain.findings.space import Atom, AtomKind
from ascertain.findings.voices import Voices
from ascertain.law.history import Course, History
from ascertain.law.scope import part_of_program
from ascertain.record.facts import Record
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Subject, Term, Value

T = TypeVar("T")
_KEPT = 4


class Told(NamedTuple):
    """What a question comes to: the outcomes still possible, and what it turns on."""

    possible: tuple[Outcome, ...]
    turns: Turns

    @property
    def word(self) -> str:
        """The answer in one word: an outcome, or ``open``."""
        return self.possible[0].value if len(self.possible) == 1 else OPEN


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about someone, on no particular day.

    Args:
        question: The phrase of a concluded term or of a plain yes/no term.
        government: Whom it is about, or ``None`` for the law at large.
        program: The grant program, if any.
        readings: Readings taken for the sake of argument, by point.
    """

    question: str
    government: Government | None
    program: Program | None
    readings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Lawful:
    """A question under one regime.

    Args:
        regime: What the law says of everything within reach.
        voices: The outcomes with the law put in.
        facts: The facts that can still matter.
        doubts: The doubts about law that the outcomes can hang on.
    """

    regime: Regime
    voices: Voices
    facts: tuple[Atom, ...]
    doubts: tuple[str, ...]


class Chronicle:
    """All questions under one rulebook and record, as known on one day.

    Args:
        rulebook: The law.
        record: The evidence.
        known: Only what had been issued and filed by then counts.
    """

    def __init__(self, rulebook: Rulebook, record: Record, known: date) -> None:
        self.rulebook = rulebook
        self.record = record
        self.known = known
        self.compiled = compiled_for(rulebook)
        self._history = History(rulebook, known)
        self._facts: dict[tuple[str, str, str], Course[Fact]] = {}
        self._regimes: dict[Asked, Course[Lawful]] = {}
        self._lawful: dict[tuple[str, Regime, object], Lawful] = {}
        self._told: dict[tuple[Lawful, tuple[Value | None, ...]], Told] = {}

    def course(self, asked: Asked, standard: Grade) -> Iterator[tuple[date, Told]]:
        """Yield what a question comes to from each day on, in every period in which it is told anew.

        Args:
            asked: The question, and whom it is about.
            standard: The lowest grade of a fact that counts.
        """
        regimes = self.regimes(asked)
        for (start, lawful), end in zip(regimes, [*(day for day, _ in regimes[1:]), date.max], strict=True):
            facts = [self.fact(atom.id, asked) for atom in lawful.facts]
            for day, values in together(facts, start, end):
                yield day, self.tell(asked, lawful, tuple(fact.under(standard) for fact in values))

    def on(self, asked: Asked, standard: Grade, day: date) -> Told:
        """What a question comes to on one day. Arguments as for :meth:`course`."""
        lawful = at(self.regimes(asked), day)
        facts = (at(self.fact(atom.id, asked), day) for atom in lawful.facts)
        return self.tell(asked, lawful, tuple(fact.under(standard) for fact in facts))

    def regimes(self, asked: Asked) -> Course[Lawful]:
        """The question under the law as it changes over time."""
        who, under = asked.government, asked.program
        if asked not in self._regimes:
            reach, history = self.compiled.reach(asked.question), self._history
            law = (
                [history.force(each, who, under) for each in reach.provisions],
                [history.readings(each, who, under) for each in reach.points],
                [history.member(each, who, under) for each in reach.memberships],
            )
            programs = tuple(part_of_program(under, one.program, self.rulebook) for one in reach.programs)
            found: list[tuple[date, Lawful]] = []
            for day, (forces, readings, members) in together([tuple(together(part)) for part in law]):
                found.append((day, self.under(asked, Regime(forces, readings, members, programs))))
            self._regimes[asked] = tuple(found)
        return self._regimes[asked]

    def under(self, asked: Asked, regime: Regime) -> Lawful:
        """The question under one regime."""
        key = (asked.question, regime, asked.readings)
        if key not in self._lawful:
            reach = self.compiled.reach(asked.question)
            # Made before anything is put in, the diagrams have the order in which the law meets their atoms.
            self.compiled.term(asked.question)
            situation = situation_of(self.compiled, regime, reach, dict(asked.readings))
            voices = situation.term(asked.question)
            left = {atom.id for atom in self.compiled.space.support(voices.all) if atom.kind is AtomKind.FACT}
            facts = tuple(fact_atom(term, self.compiled) for term in reach.facts if term in left)
            self._lawful[key] = Lawful(regime, voices, facts, tuple(situation.doubts))
        return self._lawful[key]

    def tell(self, asked: Asked, lawful: Lawful, shown: tuple[Value | None, ...]) -> Told:
        """What the question comes to under a regime with the facts that can still matter shown, or ``None``."""
        key = (lawful, shown)
        if key not in self._told:
            space = self.compiled.space
            known = [(atom, value) for atom, value in zip(lawful.facts, shown, strict=True) if value is not None]
            settings = [s for atom, value in known for s in space.limit(atom, (representative(atom.values, value),))]
            voices = lawful.voices
            if settings:
                put = space.substitution(settings)
                voices = voices.mapped(lambda voice: voice.substitute(put))
            turns = turns_of(self.compiled, voices, self.compiled.reach(asked.question), lawful.doubts)
            self._told[key] = Told(voices.possible(), turns)
        return self._told[key]

    def fact(self, phrase: str, asked: Asked) -> Course[Fact]:
        """What the record shows of a plain term as it changes over time."""
        term = self.rulebook.terms[phrase]
        who = asked.government.id if asked.government and term.about is not Subject.PROGRAM else ""
        under = asked.program.id if asked.program and term.about is not Subject.GOVERNMENT else ""
        key = (phrase, who, under)
        if key not in self._facts:
            self._facts[key] = tuple(self._shown(term, who, under))
        return self._facts[key]

    def _shown(self, term: Term, government: str, program: str) -> Iterator[tuple[date, Fact]]:
        needs_government, needs_program = term.about is not Subject.PROGRAM, term.about is not Subject.GOVERNMENT
        if (needs_government and not government) or (needs_program and not program):
            yield date.min, Fact(term.phrase, government, program, None, Grade.NONE)
            return
        for day in (date.min, *self.record.turning_days(term, government, program)):
            yield day, self.record.fact(term, government, program, day, self.known)


def at(course: Course[T], day: date) -> T:
    """What is so on a day."""
    return course[bisect_right(course, day, key=itemgetter(0)) - 1][1]


def together(
    courses: Sequence[Course[Any]], first: date = date.min, end: date = date.max
) -> Iterator[tuple[date, tuple[Any, ...]]]:
    """Several courses as one, from ``first`` until before ``end``."""
    turning: dict[date, list[tuple[int, Any]]] = {}
    now: list[Any] = []
    for at, course in enumerate(courses):
        now.append([value for day, value in course if day <= first][-1])
        for day, value in course:
            if first < day < end:
                turning.setdefault(day, []).append((at, value))
    yield first, tuple(now)
    for day in sorted(turning):
        for at, value in turning[day]:
            now[at] = value
        yield day, tuple(now)


_recent: list[Chronicle] = []


def chronicle_of(rulebook: Rulebook, record: Record, known: date) -> Chronicle:
    """The chronicle of this very rulebook and record, kept for the last few asked about."""
    for held in _recent:
        if held.rulebook is rulebook and held.record is record and held.known == known:
            return held
    made = Chronicle(rulebook, record, known)
    _recent.append(made)
    del _recent[:-_KEPT]
    return made
