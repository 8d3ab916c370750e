"""As few facts, readings and doubts as make a diagram true, whatever all else is.

Quantities that are compared with each other are one variable of a diagram, whose values are their cells. Where only
some of them have to be given, the others may lie in any cell that is left.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from oxidd.bdd import BDDFunction

from ascertain.findings.choosing.cheapest import Cheapest, Choice, Offers, TooLongError
from ascertain.findings.diagrams.linking import Link
from ascertain.findings.diagrams.space import Atom, Space
from ascertain.findings.reaching.sampling import Point, points
from ascertain.rulebook.model.terms import Value

_MOST_TERMS = 2
"""Of how many quantities compared with each other every few are tried; of more it takes too long."""


@dataclass(frozen=True, slots=True)
class Fewest:
    """What has to be so.

    Args:
        choice: Atoms, each with the position of its value.
        amounts: Values of quantities that are compared with each other.
        smallest: Whether nothing with fewer parts does; if not, it was only tried to spare one part after another.
    """

    choice: Choice
    amounts: Point
    smallest: bool


def fewest(
    space: Space,
    function: BDDFunction,
    links: Sequence[Link],
    offers: Offers,
    most: int,
    otherwise: Callable[[Space, BDDFunction, Offers], Choice],
) -> Fewest:
    """As few parts as the search finds.

    Args:
        space: Where the function lives.
        function: What is to be true; it is so somewhere.
        links: The quantities that are compared with each other in it.
        offers: The values of an atom that may be chosen, at a price of 1 each.
        most: How many functions the search for the smallest may look at.
        otherwise: Finds any choice, where that search is too long.
    """
    met = space.support([function])
    mine = [link for link in links if link.atom in met]
    try:
        if any(len(link.terms) > _MOST_TERMS for link in mine):
            raise TooLongError
        return _Search(space, Cheapest(space, offers, most, least=1), most).fewest(function, mine)
    except TooLongError:
        pass
    sizes = {link.atom: len(link.terms) for link in mine}

    def priced(atom: Atom) -> Mapping[int, int]:
        return dict.fromkeys(offers(atom), sizes.get(atom, 1))

    try:
        found = Cheapest(space, priced, most, least=1).first(function)
        assert found is not None, "the function can be true"
    except TooLongError:
        found = otherwise(space, function, offers)
    return _spared(space, function, mine, found)


def among(space: Space, function: BDDFunction, link: Link, cells: Sequence[int]) -> BDDFunction:
    """Where the function is true in whichever of these cells the quantities lie."""
    return space.for_all(~space.has(link.atom, cells) | function, [link.atom])


def cells_where(link: Link, fixed: Point) -> Mapping[int, Point]:
    """The cells that are left where some quantities have these values, each with values of all that lie in it."""
    others = [term for term in link.terms if term not in fixed]
    found: dict[int, Point] = {}
    for point in points(others, link.relations, link.domains, {**link.known, **fixed}, link.rulebook):
        found.setdefault(link.cell({**fixed, **point}), {**fixed, **point})
    return found


@dataclass(frozen=True, slots=True)
class _Found:
    cost: int
    amounts: Point
    rest: BDDFunction


class _Search:
    """The search for the smallest."""

    def __init__(self, space: Space, search: Cheapest, most: int) -> None:
        self._space = space
        self._search = search
        self._left = most
        self._kept: dict[tuple[Atom, int], list[tuple[Point, tuple[int, ...]]]] = {}

    def fewest(self, function: BDDFunction, links: Sequence[Link]) -> Fewest:
        found = self._least(function, links)
        assert found is not None, "the function can be true"
        choice = self._search.first(found.rest)
        assert choice is not None, "its cost is known"
        return Fewest(choice, found.amounts, smallest=True)

    def _least(self, function: BDDFunction, links: Sequence[Link]) -> _Found | None:
        if not links or not function.satisfiable():
            cost = self._search.cost(function)
            return None if cost is None else _Found(cost, {}, function)
        link, *others = links
        best: _Found | None = None
        for size in range(len(link.terms) + 1):
            if best is not None and best.cost <= size:
                break
            for given, cells in self._lines(link, size):
                self._left -= 1
                if self._left < 0:
                    raise TooLongError
                found = self._least(among(self._space, function, link, cells), others)
                if found is not None and (best is None or size + found.cost < best.cost):
                    best = _Found(size + found.cost, {**given, **found.amounts}, found.rest)
        return best

    def _lines(self, link: Link, size: int) -> list[tuple[Point, tuple[int, ...]]]:
        """Values for so many of the quantities, with the cells that they leave; each set of cells once."""
        if (link.atom, size) not in self._kept:
            found: dict[tuple[int, ...], Point] = {}
            for fixed in combinations(link.terms, size):
                for values, cells in _lines(link, fixed).items():
                    found.setdefault(tuple(sorted(cells)), dict(zip(fixed, values, strict=True)))
            self._kept[link.atom, size] = [(given, cells) for cells, given in found.items()]
        return self._kept[link.atom, size]


def _lines(link: Link, fixed: Sequence[str]) -> Mapping[tuple[Value, ...], Set[int]]:
    """The cells that are left where some quantities are fixed, for all values of them that make a difference."""
    found: dict[tuple[Value, ...], set[int]] = {}
    for point in link.points((*fixed, *(term for term in link.terms if term not in fixed))):
        found.setdefault(tuple(point[term] for term in fixed), set()).add(link.cell(point))
    return found


def _spared(space: Space, function: BDDFunction, links: Sequence[Link], choice: Choice) -> Fewest:
    """A choice whose cells are told by values of quantities, of which then one after another is spared."""
    chosen = dict(choice)
    for link in links:
        if link.atom not in chosen:
            function = space.for_all(function, [link.atom])
    places = {link.atom: chosen.pop(link.atom) for link in links if link.atom in chosen}
    for atom, at in chosen.items():
        function = space.settle(function, atom, at)
    amounts: dict[str, Value] = {}
    told = [link for link in links if link.atom in places]
    for link in told:
        given = dict(link.examples[places[link.atom]])
        others = [(other, places[other.atom]) for other in told if other is not link]
        alone = function
        for other, at in others:
            alone = space.settle(alone, other.atom, at)
        for term in reversed(link.terms):
            fewer = {name: value for name, value in given.items() if name != term}
            if among(space, alone, link, tuple(cells_where(link, fewer))).valid():
                given = fewer
        cells = tuple(cells_where(link, given))
        function = among(space, function, link, cells)
        amounts |= given
    return Fewest(tuple(chosen.items()), amounts, smallest=False)
