"""A question under the law as it changes over time, put into its diagrams once for all whom the law treats alike.

Two regimes that differ only in why a provision is not in force give the same diagrams; so, often, do others.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ascertain.findings.diagrams.compiled import Compiled, compiled_for, fact_atom, force_atom
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.regime import Regime, situation_of
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.diagrams.voices import Voices
from ascertain.findings.timelines.courses import Asked, together
from ascertain.law.history import Course, History
from ascertain.law.model import Branch, ForceState, ForceTree, effective
from ascertain.law.scope import part_of_program, parties
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.expressions import terms_of


@dataclass(frozen=True, slots=True, eq=False)
class Lawful:
    """A question with the law put in.

    Args:
        question: The question's phrase.
        situation: The law, and of the relations between quantities those that can still matter.
        voices: The outcomes with the law put in.
        facts: The facts that can still matter.
        exact: Those of them whose very value counts, as they are compared with each other or reckoned with.
        doubts: The doubts about law that can still matter, by id, in the order in which the law meets them.
    """

    question: str
    situation: Situation
    voices: Voices
    facts: tuple[Atom, ...]
    exact: frozenset[str]
    doubts: tuple[str, ...]


class Ruled(NamedTuple):
    """A regime, and the question under it."""

    regime: Regime
    lawful: Lawful


@dataclass(frozen=True, slots=True, eq=False)
class Regimes:
    """A question under the law as it changes over time, for all whom the law treats alike in it.

    Args:
        asked: The question, and one of those whom it is about.
        who: The ids of the one, by which groups may name it; those that matter name the others alike.
        course: The law over time.
    """

    asked: Asked
    who: Set[str]
    course: Course[Ruled]

    def within(self, first: date, end: date) -> Iterator[tuple[date, date, Lawful]]:
        """The parts of a period, from ``first`` until before ``end``, in which the law stands still."""
        starts = (*(day for day, _ in self.course[1:]), date.max)
        for (start, ruled), until in zip(self.course, starts, strict=True):
            if until > first and start < end:
                yield max(start, first), min(until, end), ruled.lawful

    def facts(self, first: date, end: date) -> tuple[str, ...]:
        """The facts that can matter in a period, from ``first`` until before ``end``, by their phrases."""
        return tuple(dict.fromkeys(atom.id for _, _, lawful in self.within(first, end) for atom in lawful.facts))


@dataclass(frozen=True, slots=True, eq=False)
class _Matter:
    """A question with all of the law but the force of provisions put in.

    Args:
        voices: The outcomes.
        places: The places within the question's reach of the provisions whose force can still matter; ``None`` where
            that is not looked at, as quantities are compared with each other or reckoned with.
    """

    voices: Voices
    places: frozenset[int] | None


class Laws:
    """All questions under the law of one rulebook, as known on one day.

    Args:
        rulebook: The law.
        known: Only what had been issued by then counts.
    """

    def __init__(self, rulebook: Rulebook, known: date) -> None:
        self.compiled: Compiled = compiled_for(rulebook)
        self._history = History(rulebook, known)
        self._asked: dict[Asked, Regimes] = {}
        self._regimes: dict[Hashable, Regimes] = {}
        self._matters: dict[Hashable, _Matter] = {}
        # The history keeps equal trees as one object, for as long as it lives.
        self._bared: dict[int, tuple[ForceTree, ForceTree]] = {}
        self._alone: dict[ForceTree, ForceTree] = {}
        self._lawful: dict[Hashable, Lawful] = {}
        self._same: dict[Hashable, Lawful] = {}

    def regimes(self, asked: Asked) -> Regimes:
        """The question under the law as it changes over time; the same object for all whom the law treats alike."""
        if asked not in self._asked:
            self._asked[asked] = self._alike(asked)
        return self._asked[asked]

    def _alike(self, asked: Asked) -> Regimes:
        who, under = asked.government, asked.program
        reach, history = self.compiled.reach(asked.question), self._history
        members = tuple(history.member(each, who, under) for each in reach.memberships)
        programs = tuple(part_of_program(under, one.program, self.compiled.rulebook) for one in reach.programs)
        treatment = history.treatment((*reach.provisions, *reach.points), who, under)
        key = (asked.question, asked.readings, treatment, members, programs)
        if key not in self._regimes:
            law = (
                [history.force(each, who, under) for each in reach.provisions],
                [history.readings(each, who, under) for each in reach.points],
                members,
            )
            found: list[tuple[date, Ruled]] = []
            for day, (forces, readings, belongs) in together([tuple(together(part)) for part in law]):
                regime = Regime(forces, readings, belongs, programs)
                found.append((day, Ruled(regime, self.under(asked, regime))))
            self._regimes[key] = Regimes(asked, parties(who, under, self.compiled.rulebook), tuple(found))
        return self._regimes[key]

    def under(self, asked: Asked, regime: Regime) -> Lawful:
        """The question under one regime."""
        matter = self._matter(asked, regime)
        forces = tuple(map(self._bare, regime.forces))
        if matter.places is not None:
            forces = tuple(
                force if place in matter.places or isinstance(force, Branch) else ForceState.OUT_OF_SCOPE
                for place, force in enumerate(forces)
            )
        key = (matter, tuple(map(id, forces)))
        if key not in self._lawful:
            made = self._put(asked, replace(regime, forces=forces), matter)
            if not made.exact:
                alike = (asked.question, *made.voices.all, *made.voices.worths, made.doubts)
                made = self._same.setdefault(alike, made)
            self._lawful[key] = made
        return self._lawful[key]

    def _bare(self, force: ForceTree) -> ForceTree:
        """A force but for why a provision does not speak, which makes no difference to any rule; equal ones are one."""
        found = self._bared.get(id(force))
        if found is None:
            bare = effective(force)
            found = self._bared[id(force)] = (force, self._alone.setdefault(bare, bare))
        return found[1]

    def _put(self, asked: Asked, regime: Regime, matter: _Matter) -> Lawful:
        question, compiled = asked.question, self.compiled
        reach = compiled.reach(question)
        situation = situation_of(compiled, regime, reach, dict(asked.readings))
        # Nothing is known yet, so that relations are left as they are: how all could lie together is not asked.
        voices = matter.voices.mapped(replace(situation, relations=()).put)
        left = compiled.space.support(voices.all)
        relations = tuple(each for each in situation.relations if relation_atom(each) in left)
        exact = {term for each in relations for term in each.terms}
        exact |= {term for worth in voices.said() for term in terms_of(worth)}
        within = exact | {atom.id for atom in left if atom.kind is AtomKind.FACT}
        facts = tuple(fact_atom(term, compiled) for term in reach.facts if term in within)
        doubtful = {atom.id for atom in left if atom.kind is AtomKind.DOUBT}
        doubts = tuple(doubt for doubt in situation.doubts if doubt in doubtful)
        situation = replace(situation, relations=relations)
        return Lawful(question, situation, voices, facts, frozenset(exact), doubts)

    def _matter(self, asked: Asked, regime: Regime) -> _Matter:
        """The question with what seldom changes over time put in: the program, memberships and readings, but no force.

        What is left is small, so that it takes little to put each of many states of force into it.
        """
        stands = (tuple(map(id, regime.readings)), tuple(map(id, regime.members)), regime.programs)
        key = (asked.question, asked.readings, stands)
        if key not in self._matters:
            # Made before anything is put in, the diagrams have the order in which the law meets their atoms.
            voices = self.compiled.term(asked.question)
            reach = self.compiled.reach(asked.question)
            bare = replace(reach, provisions=(), relations=())
            situation = situation_of(self.compiled, replace(regime, forces=()), bare, dict(asked.readings))
            left = voices.mapped(situation.put)
            places: frozenset[int] | None = None
            if not reach.relations and not left.worths:
                met = self.compiled.space.support(left.all)
                places = frozenset(at for at, name in enumerate(reach.provisions) if force_atom(name) in met)
            self._matters[key] = _Matter(left, places)
        return self._matters[key]
