"""Every way in which the law can stand for anyone on any day that the rulebook covers: where lints search.

The force of provisions, the live readings and the memberships that a diagram depends on change only on certain days
and between certain governments and programs. So the search looks at one matter for each way in which they stand
together, and what it does not find is nowhere. All that was ever issued counts as known.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import prod
from typing import Generic, TypeVar, cast

from oxidd.bdd import BDDFunction

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.diagrams.compiled import Compiled
from ascertain.findings.diagrams.linking import Link, links
from ascertain.findings.diagrams.regime import situation_in
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.law.force import LawOn
from ascertain.law.model import ForceTree, ReadingTree
from ascertain.verify.lints.timelines import Stand, Timelines
from ascertain.verify.lints.trying import settings, tried

T = TypeVar("T")

_OF_FACT = (AtomKind.FACT, AtomKind.RELATION, AtomKind.TOGETHER)
_MOST_RELATIONS, _FEW_TERMS = 8, 4
"""As many comparisons are looked at in every way in which they can be so together; more where they are of few terms."""
_MOST_PLACES = 30_000
"""As many ways in which quantities can lie, each by itself, are put together."""

At = tuple[int, int, date]
"""The positions of a government and a program, and a day."""


@dataclass(frozen=True, eq=False)
class Standing:
    """One way in which some atoms of law can stand together, with the law of the first matter for which they do."""

    at: At
    law: LawOn
    situation: Situation

    def of(self, function: BDDFunction) -> BDDFunction:
        """What is left of a function that depends on no other atoms of law: facts, live readings and doubts."""
        return self.situation.put(function)


@dataclass(frozen=True, eq=False)
class Hit:
    """A way in which the law can stand such that a function can be true, and what is left of the function.

    ``links`` are the quantities that are compared with each other there, each group as one variable; or ``point`` has
    a value for each of them.
    """

    standing: Standing
    rest: BDDFunction
    links: tuple[Link, ...] = ()
    point: Mapping[str, int] = field(default_factory=dict)


class Kept(Generic[T]):
    """What an iterator yields, no more of it than was asked for, and each only once made."""

    def __init__(self, source: Iterator[T]) -> None:
        self._source = source
        self._made: list[T] = []

    def __iter__(self) -> Iterator[T]:
        at = 0
        while at < len(self._made) or self._more():
            yield self._made[at]
            at += 1

    def _more(self) -> bool:
        made = next(self._source, None)
        if made is not None:
            self._made.append(made)
        return made is not None


class Matters:
    """The matters of one rulebook.

    Args:
        compiled: The diagrams of the rulebook.
    """

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self._timelines = Timelines(compiled)
        self._standings: dict[tuple[Atom, ...], Kept[Standing]] = {}
        self.left_out = 0
        self._links: dict[tuple[Relation, ...], tuple[Link, ...]] = {}

    def can_be(self, function: BDDFunction) -> bool:
        """Whether the function is true in some world of some matter; taken to be so where that was ``left_out``."""
        before = self.left_out
        return self.first(function) is not None or self.left_out > before

    def first(self, function: BDDFunction) -> Hit | None:
        """Where the function can be true; ``None`` proves that it can nowhere, save where it was ``left_out``."""
        relations = self._relations_in(function)
        if not relations:
            return self._hit(function)
        if self._first(self._law_of(function)) is None:
            return None  # not even were every comparison free
        for point in tried(relations, self.compiled):
            at_point = self.compiled.space.substitution(settings(point, relations, self.compiled))
            hit = self._hit(function.substitute(at_point))
            if hit is not None:
                return replace(hit, point=point)
        if self._too_many(relations):
            self.left_out += 1
            return None
        function, together = self._together(function, relations)
        hit = self._hit(function)
        return None if hit is None else replace(hit, links=together)

    def _hit(self, function: BDDFunction) -> Hit | None:
        found = self._first(self._law_of(function))
        if found is None:
            return None
        # Of the facts it was only asked whether some will do; what these hang on was left aside so far.
        whole = self._standing(found.at, self._legal(function))
        return Hit(whole, whole.of(function))

    def _too_many(self, relations: tuple[Relation, ...]) -> bool:
        """Whether there are too many ways in which these can be so together."""
        terms = {term for relation in relations for term in relation.terms}
        places = prod(len(self.compiled.domains[term]) for term in terms)
        return (len(relations) > _MOST_RELATIONS and len(terms) > _FEW_TERMS) or places > _MOST_PLACES

    def _relations_in(self, function: BDDFunction) -> tuple[Relation, ...]:
        atoms = self.compiled.space.support([function])
        looked_at = sorted(atom.id for atom in atoms if atom.kind is AtomKind.RELATION)
        return tuple(self.compiled.relations[name] for name in looked_at)

    def _together(self, function: BDDFunction, relations: tuple[Relation, ...]) -> tuple[BDDFunction, tuple[Link, ...]]:
        """The function over how quantities that it compares with each other can lie together."""
        compiled, space = self.compiled, self.compiled.space
        if relations not in self._links:
            unknown = dict.fromkeys(term for relation in relations for term in relation.terms)
            self._links[relations] = links(tuple(unknown), relations, compiled.domains, {}, compiled.rulebook)
        found = self._links[relations]
        settings = [setting for link in found for setting in link.settings(space)]
        return function.substitute(space.substitution(settings)) if settings else function, found

    def _first(self, function: BDDFunction) -> Standing | None:
        if not function.satisfiable():
            return None
        found = (standing for standing in self._standings_of(function) if standing.of(function).satisfiable())
        return next(found, None)

    def _law_of(self, function: BDDFunction) -> BDDFunction:
        """How the law has to stand so that some facts make the function true."""
        space = self.compiled.space
        return space.exists(function, (atom for atom in space.support([function]) if atom.kind in _OF_FACT))

    def _legal(self, *functions: BDDFunction) -> tuple[Atom, ...]:
        atoms = (atom for atom in self.compiled.space.support(functions) if atom.kind not in _OF_FACT)
        return tuple(sorted(atoms, key=lambda atom: (atom.kind, atom.id)))

    def _standings_of(self, function: BDDFunction) -> Iterable[Standing]:
        """The ways in which the law that the function depends on can stand together, as they are looked for."""
        atoms = self._legal(function)
        if atoms not in self._standings:
            self._standings[atoms] = Kept(self._find(atoms))
        return self._standings[atoms]

    def _find(self, atoms: Sequence[Atom]) -> Iterator[Standing]:
        lines = self._timelines
        seen: set[tuple[Stand, ...]] = set()
        for government in lines.governments_for(atoms):
            for program in lines.programs_for(atoms):
                timed = [lines.line(atom, government, program) for atom in atoms]
                for day in sorted({day for days, _ in timed for day in days} or {lines.first_day}):
                    stands = tuple(stand[bisect_right(days, day) - 1] for days, stand in timed)
                    if stands not in seen:
                        seen.add(stands)
                        yield self._standing((government, program, day), atoms)

    def _standing(self, at: At, atoms: Sequence[Atom]) -> Standing:
        government, program, day = at
        trees: dict[Atom, ForceTree] = {}
        ways: dict[Atom, ReadingTree] = {}
        for atom in atoms:
            days, stands = self._timelines.line(atom, government, program)
            stand = stands[bisect_right(days, day) - 1]
            if atom.kind is AtomKind.READING:
                ways[atom] = cast("ReadingTree", stand)
            else:
                trees[atom] = cast("ForceTree", stand)
        return Standing(at, self._timelines.law(*at), situation_in(self.compiled, trees, ways))
