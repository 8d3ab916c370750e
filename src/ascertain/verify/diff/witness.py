"""A world in which two sides differ: the least that has to be so, the rest filled in, replayed by the definition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oxidd.bdd import BDDFunction

from ascertain.findings import meaning
from ascertain.findings.cheapest import Cheapest, Choice, TooLongError
from ascertain.findings.meaning import World
from ascertain.findings.space import Atom, AtomKind, Space
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Value
from ascertain.verify.diff.joint import Half, Joint

_MOST = 4_000
"""How many functions the search for the smallest may look at before a greedy one takes over."""


@dataclass(frozen=True, slots=True)
class Given:
    """Something that has to be so.

    Args:
        kind: A fact, a reading or a doubt.
        id: A term's phrase, a point's id, or a doubt's id.
        ask: The question that it answers.
        value: The answer.
    """

    kind: AtomKind
    id: str
    ask: str
    value: Value


@dataclass(frozen=True, slots=True)
class Witness:
    """A world in which the sides differ.

    Args:
        given: What has to be so; whatever all else is, the sides then differ as they were asked to.
        worlds: One world with all else filled in, as each side sees it.
        outcomes: The outcome in it on each side, by the definition of meaning.
        smallest: Whether nothing with fewer parts does; if not, it is only known that none of these can be spared.
    """

    given: tuple[Given, ...]
    worlds: tuple[World, World]
    outcomes: tuple[Outcome, Outcome]
    smallest: bool


def witness_of(both: Joint, wanted: Mapping[tuple[Outcome, Outcome], BDDFunction]) -> Witness:
    """A smallest witness for any of some pairs of outcomes.

    Args:
        both: The sides together.
        wanted: For each pair of outcomes, where it comes about; at least one is possible somewhere.
    """
    space = both.space
    choice, smallest = _least(space, space.any(wanted.values()))
    within = {pair: _given(space, function, choice) for pair, function in wanted.items()}
    pair, function = next((pair, function) for pair, function in within.items() if function.satisfiable())
    places = _completed(both, function, dict(choice))
    worlds = _world(both.first, places, space), _world(both.second, places, space)
    for half, world, outcome in zip((both.first, both.second), worlds, pair, strict=True):
        found = meaning.evaluate(half.asked.law, half.asked.side.question, world)
        assert found is outcome, f"the definition says {found} where the diagrams say {outcome}"
    given = tuple(Given(atom.kind, atom.id, both.asks[atom], atom.values[at]) for atom, at in choice)
    return Witness(given, worlds, pair, smallest)


def _least(space: Space, function: BDDFunction) -> tuple[Choice, bool]:
    search = Cheapest(space, lambda atom: dict.fromkeys(range(len(atom.values)), 1), _MOST, least=1)
    try:
        found = search.first(function)
    except TooLongError:
        return _greedy(space, function), False
    assert found is not None, "what is possible somewhere is so once enough is given"
    return found, True


def _greedy(space: Space, function: BDDFunction) -> Choice:
    """Any way to make it true, of which then one part after another is spared, the last met first."""
    atoms = sorted(space.support([function]), key=lambda atom: space.variables(atom).start)
    chosen = _any_way(space, function, atoms)
    kept = list(chosen)
    for part in reversed(chosen):
        rest = [other for other in kept if other != part]
        if _given(space, function, tuple(rest)).valid():
            kept = rest
    return tuple(kept)


def _any_way(space: Space, function: BDDFunction, atoms: list[Atom]) -> list[tuple[Atom, int]]:
    chosen = []
    for atom in atoms:
        for at in reversed(range(len(atom.values))):
            rest = space.settle(function, atom, at)
            if rest.satisfiable():
                chosen.append((atom, at))
                function = rest
                break
    return chosen


def _given(space: Space, function: BDDFunction, choice: Choice) -> BDDFunction:
    for atom, at in choice:
        function = space.settle(function, atom, at)
    return function


def _completed(both: Joint, function: BDDFunction, places: dict[Atom, int]) -> dict[Atom, int]:
    """The position of every atom's value: those given, and for all others the least remarkable, such as *no*."""
    left = [atom for atom in both.asks if atom not in places]
    for atom in left:
        plain = [1, 0] if atom.values == (True, False) else range(len(atom.values))
        for at in plain:
            rest = both.space.settle(function, atom, at)
            if rest.satisfiable():
                places[atom], function = at, rest
                break
    return places


def _world(half: Half, places: Mapping[Atom, int], space: Space) -> World:
    """The world as the side sees it: its own facts, the readings that it takes, its own doubts."""
    told = [
        (variable, step == at) for atom, at in places.items() for step, variable in enumerate(space.variables(atom))
    ]
    reached = half.asked.reach
    facts = {atom.id: atom.values[at] for atom, at in places.items() if atom.kind is AtomKind.FACT}
    readings = {
        point: next(name for name, where in half.readings[point].items() if where.eval(told))
        for point in reached.points
    }
    doubts = {name: ways.yes.eval(told) for name, ways in half.doubts.items()}
    return World({fact: facts[fact] for fact in reached.facts}, readings, doubts)
