"""Answers over time: law and facts as they change, and each answer worked out once for all whom it is the same for.

Two regimes in which everything within a question's reach is the same give the same answer, for whichever government
and under whichever standard. So the law is put into a question's diagrams once for each regime, and then only the
facts that can still matter under it are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ascertain.findings.answers.spans import amounts_in
from ascertain.findings.diagrams.compiled import compiled_for, fact_atom
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.diagram import Turns, turns, turns_of
from ascertain.findings.diagrams.situation import Regime, Situation, situation_of
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.diagrams.voices import Voices
from ascertain.findings.model import briefly, wholly, word_of
from ascertain.findings.reaching.domains import representative, within
from ascertain.findings.timelines.courses import Asked, FactCourses, at, together
from ascertain.law.history import Course, History
from ascertain.law.scope import part_of_program
from ascertain.record.facts import Record
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.expressions import terms_of
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Between, Shown

_KEPT = 4


class Told(NamedTuple):
    """What a question comes to.

    Args:
        possible: The outcomes still possible.
        turns: What it turns on.
        word: The answer in one word: an outcome, what a quantity is, or ``open``.
        may_be: All that it can come to, in words.
        brief: The same for a line: of a quantity that can be many things between what it lies.
    """

    possible: tuple[Outcome, ...]
    turns: Turns
    word: str
    may_be: tuple[str, ...]
    brief: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Lawful:
    """A question under one regime.

    Args:
        regime: What the law says of everything within reach.
        situation: The law, and of the relations between quantities those that can still matter.
        voices: The outcomes with the law put in.
        facts: The facts that can still matter.
        exact: Those of them whose very value counts, as they are compared with each other or reckoned with.
    """

    regime: Regime
    situation: Situation
    voices: Voices
    facts: tuple[Atom, ...]
    exact: frozenset[str]


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
        self._facts = FactCourses(rulebook, record, known, self._turning)
        self._regimes: dict[Asked, Course[Lawful]] = {}
        self._lawful: dict[tuple[str, Regime, object], Lawful] = {}
        self._told: dict[tuple[Lawful, tuple[object, ...]], Told] = {}

    def course(self, asked: Asked, standard: Grade, first: date, end: date) -> Iterator[tuple[date, Told]]:
        """Yield what a question comes to from each day on, in every period in which it is told anew.

        Args:
            asked: The question, and whom it is about.
            standard: The lowest grade of a fact that counts.
            first: The first day.
            end: The day after the last.
        """
        regimes = self.regimes(asked)
        for (start, lawful), until in zip(regimes, [*(day for day, _ in regimes[1:]), date.max], strict=True):
            if until <= first or start >= end:
                continue
            facts = [self.fact(atom.id, asked, standard) for atom in lawful.facts]
            for day, values in together(facts, max(start, first), min(until, end)):
                yield day, self.tell(asked, lawful, tuple(fact.known_under(standard) for fact in values))

    def on(self, asked: Asked, standard: Grade, day: date) -> Told:
        """What a question comes to on one day. Arguments as for :meth:`course`."""
        lawful = at(self.regimes(asked), day)
        facts = (self._facts.on(atom.id, asked, standard, day) for atom in lawful.facts)
        return self.tell(asked, lawful, tuple(fact.known_under(standard) for fact in facts))

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
            # Nothing is known yet, so that relations are left as they are: how all could lie together is not asked.
            voices = replace(situation, relations=()).term(asked.question).free
            left = self.compiled.space.support(voices.all)
            relations = tuple(each for each in situation.relations if relation_atom(each) in left)
            exact = {term for each in relations for term in each.terms}
            exact |= {term for worth in voices.said() for term in terms_of(worth)}
            within = exact | {atom.id for atom in left if atom.kind is AtomKind.FACT}
            facts = tuple(fact_atom(term, self.compiled) for term in reach.facts if term in within)
            self._lawful[key] = Lawful(regime, replace(situation, relations=relations), voices, facts, frozenset(exact))
        return self._lawful[key]

    def tell(self, asked: Asked, lawful: Lawful, shown: tuple[Shown | None, ...]) -> Told:
        """What the question comes to under a regime with the facts that can still matter shown, or ``None``."""
        known = {atom: value for atom, value in zip(lawful.facts, shown, strict=True) if value is not None}
        # Values that no comparison tells apart are told as one, unless they are reckoned with.
        places = {
            atom: within(atom.values, value) if isinstance(value, Between) else (representative(atom.values, value),)
            for atom, value in known.items()
        }
        key = (lawful, tuple(known.get(each) if each.id in lawful.exact else places.get(each) for each in lawful.facts))
        if key not in self._told:
            if lawful.exact:
                situation = lawful.situation.with_facts({atom.id: value for atom, value in known.items()})
                heard, turning = situation.term(asked.question), turns(situation, asked.question)
                possible, said = heard.possible(), heard.said()
            else:
                situation, voices = lawful.situation, self._with(lawful.voices, places)
                atoms = self.compiled.space.support(voices.all)
                turning = turns_of(atoms, self.compiled.reach(asked.question), situation.doubts)
                possible, said = voices.possible(), voices.said()
            worths = amounts_in(situation, said, self.rulebook.terms[asked.question].type)
            word, brief = word_of(possible, worths), briefly(possible, worths)
            self._told[key] = Told(possible, turning, word, wholly(possible, worths), brief)
        return self._told[key]

    def _with(self, voices: Voices, facts: Mapping[Atom, Sequence[int]]) -> Voices:
        if not facts:
            return voices
        space = self.compiled.space
        put = space.substitution(s for atom, places in facts.items() for s in space.limit(atom, places))
        return voices.mapped(lambda voice: voice.substitute(put))

    def fact(self, phrase: str, asked: Asked, standard: Grade) -> Course[Fact]:
        """What the record shows of a plain term as it changes over time."""
        return self._facts.of(phrase, asked, standard)

    def _turning(self, asked: Asked) -> Iterator[date]:
        return (day for day, _ in self.regimes(asked))


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
