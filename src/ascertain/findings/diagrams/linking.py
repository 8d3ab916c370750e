"""Unknown quantities that are compared with each other, as one many-valued variable: how they lie together.

Each value of the variable is a *cell*: values of the quantities that no comparison of the question can tell from any
others of the cell. So a diagram never takes ``a >= b`` and ``b >= c`` and ``a < c`` to be possible at once.

Where it is asked what would be were known quantities otherwise, one of them is *turned* at a time, and the other known
ones stay as they are: the cells are those of a cross through the present.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from math import prod

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.space import Atom, AtomKind, Setting, Space
from ascertain.findings.reaching.domains import representative
from ascertain.findings.reaching.sampling import Point, days_between, groups, points
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Value

Domains = Mapping[str, tuple[Value, ...]]

_Cell = tuple[int, ...]

_FEW = 60
"""In as many ways may some quantities lie, each by itself, for every way in which they lie together to be told."""
_MANY = 200
"""In as many may they for it to be proved of one that it makes no difference."""
_CROWDED = 5_000
"""In as many may they for two laws to be compared in every way in which they lie together."""


class Unmet(Exception):  # noqa: N818 - a limit, not a fault
    """A way in which quantities lie together that was not among those told apart."""


@dataclass(frozen=True)
class Link:
    """Some quantities, unknown or turned, and how they can lie together given what is known.

    Args:
        terms: Their phrases; those of them that are known are turned.
        relations: What compares them with each other and with what is known.
        domains: The values that tell apart where each lies by itself.
        known: The facts that are known.
        rulebook: The law.
    """

    terms: tuple[str, ...]
    relations: tuple[Relation, ...]
    domains: Domains
    known: Mapping[str, Value]
    rulebook: Rulebook

    @property
    def wide(self) -> bool:
        """Whether the unknown quantities can lie together in too many ways to tell these for every question."""
        return len(self.unknown) > 1 and self.ways > _FEW

    @property
    def too_wide(self) -> bool:
        """Whether they are so many ways that it is not proved of one of the quantities that it does not matter."""
        return len(self.unknown) > 1 and self.ways > _MANY

    @property
    def crowded(self) -> bool:
        """Whether they are so many ways that to tell them takes minutes."""
        return len(self.unknown) > 1 and self.ways > _CROWDED

    @property
    def ways(self) -> int:
        """In how many ways the unknown quantities can lie, each by itself."""
        return prod(len(self.domains[term]) for term in self.unknown)

    @cached_property
    def atom(self) -> Atom:
        """The variable; its values are the numbers of the cells."""
        return Atom(AtomKind.TOGETHER, ", ".join(self.terms), tuple(range(len(self._cells))))

    @property
    def examples(self) -> tuple[Point, ...]:
        """For each cell, values of the quantities that lie in it."""
        return tuple(self._cells.values())

    def looked_at(self, relations: Set[Relation]) -> tuple[Link, ...]:
        """The same where no more than some of the relations are looked at."""
        left = [relation for relation in self.relations if relation in relations]
        return links(self.terms, left, self.domains, self.known, self.rulebook)

    def settings(self, space: Space) -> Iterator[Setting]:
        """What to put for each relation, and for where each quantity lies by itself, so that both follow the cell."""
        cells = list(self._cells)
        for at, atom in enumerate(self._atoms):
            for value, variable in enumerate(space.variables(atom)):
                yield variable, space.has(self.atom, [cell for cell, told in enumerate(cells) if told[at] == value])

    def neighbors(self, term: str) -> Iterator[tuple[int, ...]]:
        """The cells among which one unknown alone decides, all others having some values: groups of two or more."""
        others = [other for other in self.terms if other != term]
        lines: dict[tuple[Value, ...], dict[int, None]] = {}
        for point in self.points((*others, term)):
            line = lines.setdefault(tuple(point[other] for other in others), {})
            cell = self._numbers.get(self._lies(point))
            if cell is not None:  # values chosen in another order can lie where none of the first order do
                line[cell] = None
        yield from {tuple(sorted(line)): None for line in lines.values() if len(line) > 1}

    @property
    def unknown(self) -> tuple[str, ...]:
        """Those of the quantities that are unknown."""
        return tuple(term for term in self.terms if term not in self.known)

    @property
    def turned(self) -> tuple[str, ...]:
        """Those of the quantities that are known, and put otherwise."""
        return tuple(term for term in self.terms if term in self.known)

    def points(self, order: Sequence[str], tried: Mapping[str, Iterable[Value]] | None = None) -> Iterator[Point]:
        """Values for all of the quantities, those that are known and not in the order being as they are.

        Args:
            order: Some of the quantities, all unknown ones among them; see :func:`sampling.points`.
            tried: Values to be among those of a quantity, and its bounds, whether or not they tell anything apart.
        """
        present = {term: self.known[term] for term in self.turned}
        for point in points(*self._sampled(order, tried)):
            yield {**present, **point}

    def days_between(self, order: Sequence[str], tried: Mapping[str, Iterable[Value]]) -> frozenset[int]:
        """The values of the first of the quantities that stand for some of the days up to the next alone.

        Arguments as above.
        """
        return days_between(*self._sampled(order, tried))

    def _sampled(
        self, order: Sequence[str], tried: Mapping[str, Iterable[Value]] | None
    ) -> tuple[Sequence[str], Sequence[Relation], Domains, Mapping[str, Value], Rulebook]:
        cuts = {term: self.domains[term] if tried is None else self.ends(term, tried) for term in order}
        stay = {term: value for term, value in self.known.items() if term not in order}
        return order, self.relations, cuts, stay, self.rulebook

    def ends(self, term: str, tried: Mapping[str, Iterable[Value]]) -> tuple[Value, ...]:
        """The values of a quantity that tell apart where it lies, its bounds and those that are tried.

        At a bound others cannot lie beyond it, which tells it from the values next to it.
        """
        bounds = (self.rulebook.terms[term].least, self.rulebook.terms[term].most)
        return (*self.domains[term], *(bound for bound in bounds if bound is not None), *tried.get(term, ()))

    def cell(self, point: Point) -> int:
        """The number of the cell in which the quantities lie.

        Raises:
            Unmet: They lie as no value that stands for others does; see the limits named in :mod:`sampling`.
        """
        number = self._numbers.get(self._lies(point))
        if number is None:
            raise Unmet
        return number

    @property
    def facts(self) -> tuple[Atom, ...]:
        """Where each of the quantities lies by itself."""
        return tuple(Atom(AtomKind.FACT, term, self.domains[term]) for term in self.terms)

    @property
    def _atoms(self) -> tuple[Atom, ...]:
        return (*self.facts, *map(relation_atom, self.relations))

    @cached_property
    def _numbers(self) -> Mapping[_Cell, int]:
        return {cell: number for number, cell in enumerate(self._cells)}

    @cached_property
    def _cells(self) -> Mapping[_Cell, Point]:
        found: dict[_Cell, Point] = {}
        for order in (self.unknown, *((term, *self.unknown) for term in self.turned)):
            for point in self.points(order):
                found.setdefault(self._lies(point), point)
        return found

    def _lies(self, point: Point) -> _Cell:
        lie = (self._lie(term, held, point[term]) for term, held in self._places)
        return (*lie, *(self._told(relation, held, point) for relation, held in self._held))

    @cached_property
    def _places(self) -> tuple[tuple[str, dict[Value, int]], ...]:
        """For each quantity where its values lie by themselves, as many points share them."""
        return tuple((term, {}) for term in self.terms)

    @cached_property
    def _held(self) -> tuple[tuple[Relation, dict[tuple[Value, ...], int]], ...]:
        """For each relation what it comes to for values of its terms."""
        return tuple((relation, {}) for relation in self.relations)

    def _lie(self, term: str, held: dict[Value, int], value: Value) -> int:
        if value not in held:
            held[value] = representative(self.domains[term], value)
        return held[value]

    def _told(self, relation: Relation, held: dict[tuple[Value, ...], int], point: Point) -> int:
        values = tuple(point[term] if term in point else self.known[term] for term in relation.terms)
        if values not in held:
            facts = dict(zip(relation.terms, values, strict=True))
            held[values] = 0 if relation.holds(facts, self.rulebook.calendars) else 1
        return held[values]


def links(
    unknown: Sequence[str],
    relations: Sequence[Relation],
    domains: Domains,
    known: Mapping[str, Value],
    rulebook: Rulebook,
) -> tuple[Link, ...]:
    """The quantities that relations bind together or to what is known.

    Args:
        unknown: The phrases of facts that are not known, or are known and turned.
        relations: What is looked at.
        domains: The values that tell apart where each fact lies by itself.
        known: The facts that are known.
        rulebook: The law.
    """
    found = groups(unknown, relations)
    return tuple(Link(terms, mine, domains, known, rulebook) for terms, mine in found)
