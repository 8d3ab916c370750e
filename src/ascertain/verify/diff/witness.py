"""A world in which two sides differ: the least that has to be so, the rest filled in, replayed by the definition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oxidd.bdd import BDDFunction

from ascertain.findings import meaning
from ascertain.findings.arithmetic.amounts import Number
from ascertain.findings.choosing.cheapest import Choice, Offers
from ascertain.findings.diagrams.space import Atom, AtomKind, Space
from ascertain.findings.meaning import World
from ascertain.findings.reaching.sampling import Point
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Value
from ascertain.verify.diff.half import Half
from ascertain.verify.diff.joint import Joint
from ascertain.verify.diff.sought import Sought
from ascertain.verify.fewest import Fewest, cells_where, fewest

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
        worths: What a quantity asked about is in it on each side; ``None`` where nothing says so, or it is none.
    """

    given: tuple[Given, ...]
    worlds: tuple[World, World]
    outcomes: tuple[Outcome, Outcome]
    smallest: bool
    worths: tuple[Number | None, Number | None] = (None, None)


Pair = tuple[Outcome, Outcome]
Wanted = Mapping[Pair, BDDFunction]
"""For pairs of outcomes, where each is to come about."""


def witness_of(both: Joint, wanted: Wanted) -> Witness:
    """A smallest witness for any of some pairs of outcomes.

    Args:
        both: The sides together.
        wanted: For each pair of outcomes, where it is to come about; at least one is possible somewhere.
    """
    space = both.space
    any_of = space.any(wanted.values())
    if both.sought is None:
        found = fewest(space, any_of, both.links, _any_value, _MOST, _greedy)
        pair, places, amounts = _where(both, wanted, found)
    else:
        found, pair, places, amounts = _sought(both, both.sought, wanted, any_of)
    worlds = _world(both.first, places, amounts, space), _world(both.second, places, amounts, space)
    worths = []
    for half, world, outcome in zip((both.first, both.second), worlds, pair, strict=True):
        said = meaning.worth(half.asked.law, half.asked.side.question, world)
        comes = said if isinstance(said, Outcome) else Outcome.HOLDS
        assert comes is outcome, f"the definition says {comes} where the diagrams say {outcome}"
        worths.append(None if isinstance(said, Outcome) else said)
    assert pair[0] is not pair[1] or worths[0] != worths[1], "the definition says the same on both sides"
    asks = {(atom.kind, atom.id): ask for atom, ask in both.asks.items()}
    told = [*((atom.kind, atom.id, atom.values[at]) for atom, at in found.choice)]
    told += [(AtomKind.FACT, term, value) for term, value in found.amounts.items()]
    given = tuple(Given(kind, name, asks[kind, name], value) for kind, name, value in told)
    return Witness(given, worlds, pair, found.smallest, (worths[0], worths[1]))


def _where(both: Joint, wanted: Wanted, found: Fewest) -> tuple[Pair, dict[Atom, int], Point]:
    """One pair of outcomes that what was found leaves, and everything filled in."""
    space = both.space
    within = {pair: _given(space, function, found.choice) for pair, function in wanted.items()}
    left = _cells(both, found.amounts)
    for atom, cells in left.items():
        within = {pair: function & space.has(atom, cells) for pair, function in within.items()}
    pair, function = next((pair, function) for pair, function in within.items() if function.satisfiable())
    places = _completed(both, function, dict(found.choice))
    return pair, places, {term: value for atom, cells in left.items() for term, value in cells[places[atom]].items()}


def _sought(
    both: Joint, sought: Sought, wanted: Wanted, any_of: BDDFunction
) -> tuple[Fewest, Pair, dict[Atom, int], Point]:
    """The same where values of quantities are sought: a point, then as little as need be beside it, then less of it."""
    number = sought.find(any_of)
    assert number is not None, "the function can be true"
    beside = fewest(both.space, sought.at(number, any_of), (), _any_value, _MOST, _greedy)
    found = Fewest(beside.choice, sought.needed(number, any_of, beside.choice), smallest=False)
    within = {pair: _given(both.space, sought.at(number, each), found.choice) for pair, each in wanted.items()}
    pair, function = next((pair, function) for pair, function in within.items() if function.satisfiable())
    return found, pair, _completed(both, function, dict(found.choice)), sought.point(number)


def _any_value(atom: Atom) -> Mapping[int, int]:
    return dict.fromkeys(range(len(atom.values)), 1)


def _cells(both: Joint, amounts: Point) -> dict[Atom, Mapping[int, Point]]:
    """Of each group of quantities the cells that are left where some have these values, each with values of all."""
    return {
        link.atom: cells_where(link, {term: value for term, value in amounts.items() if term in link.terms})
        for link in both.links
    }


def _greedy(space: Space, function: BDDFunction, _: Offers) -> Choice:
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
    left = [atom for atom in both.atoms if atom not in places]
    for atom in left:
        plain = [1, 0] if atom.values == (True, False) else range(len(atom.values))
        for at in plain:
            rest = both.space.settle(function, atom, at)
            if rest.satisfiable():
                places[atom], function = at, rest
                break
    return places


def _world(half: Half, places: Mapping[Atom, int], amounts: Point, space: Space) -> World:
    """The world as the side sees it: its own facts, the readings that it takes, its own doubts."""
    told = [
        (variable, step == at) for atom, at in places.items() for step, variable in enumerate(space.variables(atom))
    ]
    reached = half.asked.reach
    facts = {atom.id: atom.values[at] for atom, at in places.items() if atom.kind is AtomKind.FACT} | dict(amounts)
    readings = {
        point: next(name for name, where in half.readings[point].items() if where.eval(told))
        for point in reached.points
    }
    doubts = {name: ways.yes.eval(told) for name, ways in half.doubts.items()}
    return World({fact: facts[fact] for fact in reached.facts}, readings, doubts)
