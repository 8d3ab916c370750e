"""Unknown quantities that are compared with each other, as one many-valued variable: how they lie together.

Each value of the variable is a *cell*: values of the quantities that no comparison of the question can tell from any
others of the cell. So a diagram never takes ``a >= b`` and ``b >= c`` and ``a < c`` to be possible at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ascertain.findings.composing import relation_atom
from ascertain.findings.domains import representative
from ascertain.findings.relations import Relation
from ascertain.findings.sampling import Point, groups, points
from ascertain.findings.space import Atom, AtomKind, Setting, Space
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Value

Domains = Mapping[str, tuple[Value, ...]]

_Cell = tuple[int, ...]


@dataclass(frozen=True)
class Link:
    """Some unknown quantities, and how they can lie together given what is known.

    Args:
        terms: Their phrases.
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

    @cached_property
    def atom(self) -> Atom:
        """The variable; its values are the numbers of the cells."""
        return Atom(AtomKind.TOGETHER, ", ".join(self.terms), tuple(range(len(self._cells))))

    @property
    def examples(self) -> tuple[Point, ...]:
        """For each cell, values of the quantities that lie in it."""
        return tuple(self._cells.values())

    def settings(self, space: Space) -> Iterator[Setting]:
        """What to put for each relation, and for where each quantity lies by itself, so that both follow the cell."""
        cells = list(self._cells)
        for at, atom in enumerate(self._atoms):
            for value, variable in enumerate(space.variables(atom)):
                yield variable, space.has(self.atom, [cell for cell, told in enumerate(cells) if told[at] == value])

    def neighbors(self, term: str) -> Iterator[tuple[int, ...]]:
        """The cells among which one quantity alone decides, all others having some values: groups of two or more."""
        numbers = {cell: number for number, cell in enumerate(self._cells)}
        others = [other for other in self.terms if other != term]
        lines: dict[tuple[Value, ...], dict[int, None]] = {}
        for point in points((*others, term), self.relations, self.domains, self.known, self.rulebook):
            line = lines.setdefault(tuple(point[other] for other in others), {})
            line[numbers[self._cell(point)]] = None
        yield from {tuple(sorted(line)): None for line in lines.values() if len(line) > 1}

    @property
    def _atoms(self) -> tuple[Atom, ...]:
        facts = (Atom(AtomKind.FACT, term, self.domains[term]) for term in self.terms)
        return (*facts, *map(relation_atom, self.relations))

    @cached_property
    def _cells(self) -> Mapping[_Cell, Point]:
        found: dict[_Cell, Point] = {}
        for point in points(self.terms, self.relations, self.domains, self.known, self.rulebook):
            found.setdefault(self._cell(point), point)
        return found

    def _cell(self, point: Point) -> _Cell:
        facts = {**self.known, **point}
        lie = (representative(self.domains[term], point[term]) for term in self.terms)
        told = (0 if relation.holds(facts, self.rulebook.calendars) else 1 for relation in self.relations)
        return (*lie, *told)


def links(
    unknown: Sequence[str],
    relations: Sequence[Relation],
    domains: Domains,
    known: Mapping[str, Value],
    rulebook: Rulebook,
) -> tuple[Link, ...]:
    """The unknown quantities that relations bind together or to what is known.

    Args:
        unknown: The phrases of facts that are not known.
        relations: What is looked at.
        domains: The values that tell apart where each fact lies by itself.
        known: The facts that are known.
        rulebook: The law.
    """
    found = groups(unknown, relations)
    return tuple(Link(terms, mine, domains, known, rulebook) for terms, mine in found)
