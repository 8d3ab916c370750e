"""A world in which two sides differ, where quantities can lie together in too many ways for all to be told.

Values are sought by which the sides differ. Only what is not met so, which is nearly always what cannot be, is looked
for in every way in which those quantities can lie that the diagram in question still compares.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from oxidd.bdd import BDDFunction

from ascertain.findings.arithmetic.offsets import follows
from ascertain.findings.choosing.cheapest import Choice
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.linking import Link, links
from ascertain.findings.diagrams.seeking import Seeker, settings_at
from ascertain.findings.diagrams.space import Setting, Space
from ascertain.findings.reaching.sampling import Point
from ascertain.rulebook.model.terms import Value


class Sought:
    """Values of quantities that are compared with each other, met one point after another.

    Args:
        links: The quantities, none of which is known.
        space: Where the diagrams live.
    """

    def __init__(self, links: Sequence[Link], space: Space) -> None:
        self._links = links
        self._space = space
        self._seeker = Seeker(links, space)
        self._relations = [relation for link in links for relation in link.relations]

    def find(self, function: BDDFunction) -> int | None:
        """The number of a point at which the function can be true; ``None`` proves that there is none."""
        function = self._sensible(function)
        number = self._seeker.find(function)
        if number is not None or not function.satisfiable():
            return number
        met = self._space.support([function])
        relations = {each for link in self._links for each in link.relations if relation_atom(each) in met}
        narrow = [each for link in self._links for each in link.looked_at(relations)]
        left = function.substitute(self._space.substitution(chain(*(each.settings(self._space) for each in narrow))))
        if not left.satisfiable():
            return None
        point: dict[str, Value] = {}
        for link in narrow:
            for cell, example in enumerate(link.examples):
                rest = self._space.settle(left, link.atom, cell)
                if rest.satisfiable():
                    left = rest
                    point |= example
                    break
        return self._seeker.keep(point)

    def _sensible(self, function: BDDFunction) -> BDDFunction:
        """The function where each comparison is so only together with those that surely follow from it."""
        space, met = self._space, self._space.support([function])
        looked_at = [relation for relation in self._relations if relation_atom(relation) in met]
        settings = []
        for each in looked_at:
            with_it = [other for other in looked_at if other is each or follows(each, other)]
            if len(with_it) > 1:
                so = space.all(space.has(relation_atom(other), [0]) for other in with_it)
                settings.append(space.put(relation_atom(each), so))
        return function.substitute(space.substitution(settings)) if settings else function

    def at(self, number: int, function: BDDFunction) -> BDDFunction:
        """What is left of a function at a point."""
        return self._seeker.at(number, [function])[0]

    def point(self, number: int) -> Point:
        """The values at a point."""
        return self._seeker.point(number)

    def needed(self, number: int, function: BDDFunction, choice: Choice) -> Mapping[str, Value]:
        """As few of a point's values as leave the function true by a choice, one after another being spared."""
        for atom, at in choice:
            function = self._space.settle(function, atom, at)
        kept = dict(self._seeker.point(number))
        for term in reversed([term for link in self._links for term in link.terms]):
            fewer = {other: value for other, value in kept.items() if other != term}
            if self._valid(function, fewer):
                kept = fewer
        return kept

    def _valid(self, function: BDDFunction, fixed: Point) -> bool:
        """Whether the function is true where these values are so, wherever all other quantities lie."""
        settings: list[Setting] = []
        for link in self._links:
            mine = [term for term in link.terms if term in fixed]
            given = {term: fixed[term] for term in mine}
            settings += settings_at(given, mine, link, self._space)
            left = [term for term in link.terms if term not in fixed]
            open_ones = [each for each in link.relations if not set(each.terms) <= {*link.known, *mine}]
            for rest in links(left, open_ones, link.domains, {**link.known, **given}, link.rulebook):
                if rest.too_wide:
                    return False
                settings += rest.settings(self._space)
        return bool(function.substitute(self._space.substitution(settings)).valid())
