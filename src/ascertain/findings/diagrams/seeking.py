"""Values for which a function is true, sought through its diagram, of quantities that are compared with each other.

To write down every way in which many quantities can lie together takes long; to meet one that will do is mostly quick.
Values are given to one quantity after another, each at the places where it is told apart and next to where a comparison
with those before it turns, as long as the diagram can still be true. What is not found so may be somewhere yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from itertools import zip_longest

from oxidd.bdd import BDDFunction, BDDSubstitution

from ascertain.findings.arithmetic.turning import turning
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.linking import Link
from ascertain.findings.diagrams.space import Atom, AtomKind, Setting, Space
from ascertain.findings.reaching.domains import representative
from ascertain.findings.reaching.sampling import Point
from ascertain.rulebook.model.terms import Value

_STEPS = 2_000
"""As many values as are tried for one function."""
_POINT = 40
"""As many of them as a point that is met counts for, where it need not do."""


class Seeker:
    """Looks for values of some linked quantities, and keeps the points that it meets.

    Args:
        links: The quantities, none of which is known.
        space: Where the diagrams live.
    """

    def __init__(self, links: Sequence[Link], space: Space) -> None:
        self.links = links
        self.space = space
        self._points: list[Point] = []
        self._put: list[BDDSubstitution] = []
        self._left = 0

    def find(
        self, function: BDDFunction, will_do: Callable[[int], bool] = lambda _: True, among: Set[str] = frozenset()
    ) -> int | None:
        """A point at which a function can be true.

        Args:
            function: It.
            will_do: Whether a point will do, by its number.
            among: Quantities of which several values are tried, whether or not the function looks at them.

        Returns:
            Its number; ``None`` where none was met.
        """
        for number, put in enumerate(self._put):
            if function.substitute(put).satisfiable() and will_do(number):
                return number
        if not function.satisfiable():
            return None
        self._left = _STEPS
        return next(filter(will_do, self._seek(function, {}, self._order(function, among))), None)

    def keep(self, point: Point) -> int:
        """Number a point, which is given some value for every quantity that it has none for."""
        every = {term: next(_from_the_middle(_values(term, link, {}))) for link in self.links for term in link.terms}
        self._points.append({**every, **point})
        self._put.append(self._at(self._points[-1]))
        return len(self._points) - 1

    def point(self, number: int) -> Point:
        """The values of all quantities at a point."""
        return self._points[number]

    @property
    def met(self) -> range:
        """The numbers of all points that were met."""
        return range(len(self._points))

    def at(self, number: int, functions: Sequence[BDDFunction]) -> tuple[BDDFunction, ...]:
        """What is left of functions where the quantities lie at a point."""
        return tuple(function.substitute(self._put[number]) for function in functions)

    def beside(
        self, number: int, functions: Sequence[BDDFunction], term: str, link: Link
    ) -> Iterator[tuple[BDDFunction, ...]]:
        """Yield what is left of functions where one quantity alone is otherwise than at a point."""
        point = self._points[number]
        others = {other: value for other, value in point.items() if other != term}
        for value in sorted(_values(term, link, others) - {point[term]}):
            put = self._at({**others, term: value})
            yield tuple(function.substitute(put) for function in functions)

    def _at(self, point: Point) -> BDDSubstitution:
        return self.space.substitution(
            each for link in self.links for each in settings_at(point, link.terms, link, self.space)
        )

    def _order(self, function: BDDFunction, among: Set[str]) -> list[tuple[str, Link]]:
        """The quantities that a function looks at: that with the most values first, then what is compared with it."""
        met = self.space.support([function])
        names = {*among, *(atom.id for atom in met if atom.kind is AtomKind.FACT)}
        relations = [relation for link in self.links for relation in link.relations]
        names |= {term for relation in relations if relation_atom(relation) in met for term in relation.terms}
        left = [(term, link) for link in self.links for term in link.terms if term in names]
        left.sort(key=lambda each: -len(each[1].domains[each[0]]))
        order: list[tuple[str, Link]] = []
        while left:
            chosen = {term for term, _ in order}
            near = (each for each in left if any(chosen & set(r.terms) and each[0] in r.terms for r in relations))
            order.append(next(near, left[0]))
            left.remove(order[-1])
        return order

    def _seek(self, function: BDDFunction, point: Point, order: Sequence[tuple[str, Link]]) -> Iterator[int]:
        if not order:
            self._left -= _POINT
            yield self.keep(point)
            return
        (term, link), *rest = order
        for value in _from_the_middle(_values(term, link, point)):
            self._left -= 1
            if self._left < 0:
                return
            further = {**point, term: value}
            left = function.substitute(self.space.substitution(settings_at(further, (term,), link, self.space)))
            if left.satisfiable():
                yield from self._seek(left, further, rest)


def _values(term: str, link: Link, point: Point) -> set[int]:
    """Values of a quantity that may make a difference to what is compared with values that are given already."""
    given = {**link.known, **point}
    found = {_bounded(term, value, link) for value in link.domains[term]}
    for relation in link.relations:
        others = [other for other in relation.terms if other != term]
        if term in relation.terms and relation.steady and all(other in given for other in others):
            at = turning(relation, term, {other: given[other] for other in others}, link.rulebook)
            if at is not None:
                found |= {_bounded(term, near, link) for near in (at - 1, at, at + 1)}
    return found


def _from_the_middle(values: set[int]) -> Iterator[int]:
    """Values in an order in which the least and the greatest, where much is no longer told apart, come last."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    below, above = reversed(ordered[:middle]), iter(ordered[middle:])
    for pair in zip_longest(above, below):
        yield from (value for value in pair if value is not None)


def _bounded(term: str, value: Value, link: Link) -> int:
    return link.rulebook.terms[term].clamped(int(value))


def settings_at(point: Point, terms: Sequence[str], link: Link, space: Space) -> Iterator[Setting]:
    """What to put where some quantities have these values, and for all that is compared with them and told."""
    given = {**link.known, **point}
    for term in terms:
        domain = link.domains[term]
        yield from space.limit(Atom(AtomKind.FACT, term, domain), (representative(domain, point[term]),))
    for relation in link.relations:
        if any(term in terms for term in relation.terms) and all(term in given for term in relation.terms):
            so = relation.holds({term: given[term] for term in relation.terms}, link.rulebook.calendars)
            yield from space.limit(relation_atom(relation), (0 if so else 1,))
