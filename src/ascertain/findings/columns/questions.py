"""Questions under one state of the law, asked of many rows at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from functools import cached_property
from itertools import combinations
from typing import Generic, NamedTuple, TypeVar

from oxidd.bdd import BDDFunction

from ascertain.findings.columns.ordering import reordered
from ascertain.findings.columns.planes import Block, Plane
from ascertain.findings.columns.steps import steps_of
from ascertain.findings.columns.written import Run, written
from ascertain.findings.diagrams.space import Atom, AtomKind, Space
from ascertain.findings.diagrams.voices import Voices
from ascertain.rulebook.model.rules import Outcome

K = TypeVar("K", bound=Hashable)

_OF_AMOUNTS = frozenset({AtomKind.RELATION, AtomKind.TOGETHER})

Possible = tuple[Plane, ...]
"""The rows in which each outcome is possible, in the order of ``Outcome``."""


class _Made(NamedTuple):
    """What works out several diagrams, and the variables whose planes it is given."""

    variables: tuple[int, ...]
    run: Run


class Questions(Generic[K]):
    """Questions with the law put in, ready for rows.

    Args:
        space: Where their diagrams live.
        asked: The outcomes of each, by whatever names it. What they still depend on are facts, and questions of law
            that are open alike for every row.
        ordered: Whether to look for a better order of the diagrams first, which takes some tenths of a second and is
            worth it for millions of rows.

    Raises:
        ValueError: A question compares quantities with each other, or concludes one, so that its answer hangs on the
            amounts of each row.
    """

    def __init__(self, space: Space, asked: Mapping[K, Voices], *, ordered: bool = False) -> None:
        for name, voices in asked.items():
            if voices.worths or any(atom.kind in _OF_AMOUNTS for atom in space.support(voices.all)):
                raise ValueError(f"{name} hangs on amounts that are not told apart by values alone")
        self._space = space
        self._asked = asked
        self._ordered = ordered

    def possible(self, block: Block) -> dict[K, Possible]:
        """In which rows each outcome of each question is possible, over all completions of what is unknown."""
        planes = iter(self._run(self._outcomes, block))
        return {name: tuple(next(planes) for _ in Outcome) for name in self._asked}

    def turning(self, block: Block) -> dict[K, dict[Atom, Plane]]:
        """In which rows each question turns on each fact, contested point or doubt that it can turn on.

        It does where two of the values that can be so make the outcome another, however the rest may be.
        """
        planes = self._run(self._differences, block)
        found: dict[K, dict[Atom, Plane]] = {name: {} for name in self._asked}
        for (name, atom, pair), where in zip(self._pairs, planes, strict=True):
            can = block.can.get(atom.id) if atom.kind is AtomKind.FACT else None
            both = block.every if can is None else can[pair[0]] & can[pair[1]]
            found[name][atom] = found[name].get(atom, 0) | (where & both)
        return found

    @cached_property
    def _outcomes(self) -> _Made:
        voices = (each.at(outcome) for each in self._asked.values() for outcome in Outcome)
        return self._made([self._of_facts(voice) for voice in voices])

    @cached_property
    def _pairs(self) -> tuple[tuple[K, Atom, tuple[int, int]], ...]:
        return tuple(
            (name, atom, pair)
            for name, voices in self._asked.items()
            for atom in sorted(self._space.support(voices.all), key=lambda atom: (atom.kind, atom.id))
            for pair in combinations(range(len(atom.values)), 2)
        )

    @cached_property
    def _differences(self) -> _Made:
        return self._made([self._difference(name, atom, pair) for name, atom, pair in self._pairs])

    def _difference(self, name: K, atom: Atom, pair: tuple[int, int]) -> BDDFunction:
        """Where one value of an atom makes the outcome another than another of its values does."""
        space = self._space
        one, other = ([space.settle(voice, atom, at) for voice in self._asked[name].all] for at in pair)
        return self._of_facts(space.any(mine ^ its for mine, its in zip(one, other, strict=True)))

    def _of_facts(self, function: BDDFunction) -> BDDFunction:
        """Where a function is true for some answer to the questions of law that are open."""
        law = [atom for atom in self._space.support([function]) if atom.kind is not AtomKind.FACT]
        return self._space.exists(function, law) if law else function

    def _made(self, functions: list[BDDFunction]) -> _Made:
        if not self._ordered:
            steps = steps_of(functions)
            return _Made(steps.variables, written(steps))
        small, variables = reordered(self._space, functions)
        steps = steps_of(small)
        return _Made(tuple(variables[each] for each in steps.variables), written(steps))

    def _run(self, made: _Made, block: Block) -> tuple[Plane, ...]:
        return made.run(block.every, [plane for variable in made.variables for plane in self._rungs(variable, block)])

    def _rungs(self, variable: int, block: Block) -> Iterator[Plane]:
        atom = self._space.owner(variable)
        yield from block.rungs(atom.id, variable - self._space.variables(atom).start)
