"""What can be chosen of each atom: a value, or, of quantities that are compared with each other, values of some.

An atom has its values at positions. What can be chosen of quantities that lie together is counted in their place: the
first choice is that every known one is as it is, and the others give values to some unknown ones, to one known one
otherwise than it is, or to both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, groupby

from oxidd.bdd import BDDFunction

from ascertain.findings.arithmetic.ranges import edge, joined, meets, overlaps, ranges
from ascertain.findings.choosing.cheapest import Choice, TooLongError
from ascertain.findings.diagrams.linking import Link, Unmet
from ascertain.findings.diagrams.space import Atom, AtomKind, Space
from ascertain.findings.reaching.domains import within
from ascertain.findings.reaching.sampling import Point
from ascertain.rulebook.model.terms import QUANTITIES, Between, Term, Value

_MOST_TOGETHER = 3
"""As many unknown quantities that are compared with each other as values are chosen for."""

_Walked = tuple[tuple[Value, ...], int | None]
"""Values of some quantities, and the cell in which they then lie, ``None`` where it was not told apart."""

Chosen = Sequence[tuple[Atom, Sequence[int]]]
"""For each of some atoms, positions that would do."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value given to a term.

    Args:
        term: Its phrase.
        value: The value.
        range: Of a quantity, all values that would do, this one among them.
        is_example: Whether others would do as well, if what is given to another quantity is another too.
    """

    term: str
    value: Value
    range: Between | None = None
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """Values given to some quantities of a link, and the cells in which all may then lie."""

    given: tuple[Given, ...]
    cells: tuple[int, ...]


@dataclass(frozen=True)
class Picks:
    """What can be chosen of the atoms of one question.

    Args:
        space: Where its diagrams live.
        links: The quantities that lie together.
        terms: The vocabulary.
        tried: Values of quantities that are chosen before others that nothing tells from them, such as those on record.
        spans: Between what quantities lie of which only that is known; nothing else is chosen of them.
        unsteady: Quantities of which no values in a row need do as well.
    """

    space: Space
    links: tuple[Link, ...]
    terms: Mapping[str, Term]
    tried: Mapping[str, frozenset[Value]]
    spans: Mapping[str, Between]
    unsteady: frozenset[str]
    _walked: dict[tuple[str, ...], list[tuple[tuple[Value, ...], int | None]]] = field(
        default_factory=dict, compare=False
    )

    def refuse_too_many(self) -> None:
        """Begin no search in which more unknown quantities lie together than values are chosen for.

        Raises:
            TooLongError: They do.
        """
        if any(link.wide and len(link.unknown) > _MOST_TOGETHER for link in self.links):
            raise TooLongError

    def of(self, atom: Atom) -> Mapping[int, tuple[Given, ...]]:
        """All choices of an atom that stands for facts, by position, with the values that each gives."""
        if atom.kind is AtomKind.TOGETHER:
            return {at: pick.given for at, pick in enumerate(self._picks(atom))}
        span = self.spans.get(atom.id)
        places = range(len(atom.values)) if span is None else within(atom.values, span)
        return {at: (Given(atom.id, atom.values[at]),) for at in places}

    def settle(self, function: BDDFunction, atom: Atom, at: int) -> BDDFunction:
        """Where the function is true by the choice at a position, wherever its quantities lie that it leaves open."""
        if atom.kind is not AtomKind.TOGETHER:
            return self.space.settle(function, atom, at)
        left = self.space.limit(atom, self._picks(atom)[at].cells)
        return self.space.for_all(function.substitute(self.space.substitution(left)), [atom])

    def settled(self, function: BDDFunction, chosen: Chosen) -> BDDFunction:
        """Where the function is true by each of the positions of each of the atoms."""
        for atom, places in chosen:
            function = self.space.all(self.settle(function, atom, at) for at in places)
        return function

    def given(self, choice: Choice, holds: Callable[[Chosen], bool]) -> Iterator[tuple[Atom, int, tuple[Given, ...]]]:
        """What a choice gives, of each single quantity every value in a row that would do as well.

        Args:
            choice: Atoms with the positions chosen.
            holds: Whether all of some positions would do.

        Yields:
            Each atom and position of the choice with what it gives.
        """
        chosen: list[tuple[Atom, Sequence[int]]] = [(atom, (at,)) for atom, at in choice]
        for place, (atom, at) in enumerate(choice):
            line = self._line(atom, at)
            if not line:
                yield atom, at, self.of(atom)[at] if atom.kind in (AtomKind.FACT, AtomKind.TOGETHER) else ()
                continue
            along = list(line)
            first = last = along.index(at)
            while first > 0 and meets(line[along[first - 1]], line[along[first]]):
                if not holds([*chosen[:place], (atom, along[first - 1 : first]), *chosen[place + 1 :]]):
                    break
                first -= 1
            while last + 1 < len(along) and meets(line[along[last]], line[along[last + 1]]):
                if not holds([*chosen[:place], (atom, along[last + 1 : last + 2]), *chosen[place + 1 :]]):
                    break
                last += 1
            chosen[place] = (atom, along[first : last + 1])
            whole = joined([line[each] for each in along[first : last + 1]])
            (given,) = self.of(atom)[at]
            yield atom, at, (Given(given.term, self._example(given.term, whole, edge(whole)), whole),)

    def _line(self, atom: Atom, at: int) -> Mapping[int, Between]:
        """The positions that give a value to the same quantity alone, in its order; none where that is no quantity."""
        if atom.kind is AtomKind.FACT and self.terms[atom.id].type in QUANTITIES:
            span, places = self.spans.get(atom.id), tuple(self.of(atom))
            return dict(zip(places, ranges((atom.values[place] for place in places), span), strict=True))
        if atom.kind is not AtomKind.TOGETHER or len(self._picks(atom)[at].given) != 1:
            return {}
        term = self._picks(atom)[at].given[0].term
        alone = (
            (number, pick.given[0])
            for number, pick in enumerate(self._picks(atom))
            if len(pick.given) == 1 and pick.given[0].term == term
        )
        return {number: given.range for number, given in alone if given.range is not None}

    def _picks(self, atom: Atom) -> tuple[Pick, ...]:
        return self._all[atom]

    @cached_property
    def _all(self) -> Mapping[Atom, tuple[Pick, ...]]:
        return {link.atom: tuple(self._of_link(link)) for link in self.links}

    def _of_link(self, link: Link) -> Iterator[Pick]:
        """As it is; then whatever gives a value to one quantity, in its order; then what gives values to several."""
        if len(link.unknown) > _MOST_TOGETHER:
            raise TooLongError
        yield Pick((), tuple(sorted({link.cell(point) for point in link.points(link.unknown)})))
        for one in link.terms:
            yield from self._single(link, one)
        for turned in ((), *((term,) for term in link.turned)):
            for size in range(2 - len(turned), len(link.unknown) + 1):
                for shown in combinations(link.unknown, size):
                    yield from self._several(link, (*turned, *shown))

    def _single(self, link: Link, term: str) -> Iterator[Pick]:
        cells = self._cells(link, (term,))
        if term in self.unsteady or any(cell is None for _, cell in self._walked[_order(link, (term,))]):
            yield from self._several(link, (term,))
            return
        every: dict[Value, set[int]] = {}
        between = link.days_between(_order(link, (term,)), self.tried)
        first: Value = 0
        for (value,), those in cells.items():
            # Days of one kind come round between others, so that a stretch does where every kind of its days does.
            first = value if value not in between or not every else first
            every.setdefault(first, set()).update(those)
        values = list(every)
        stretches = dict(zip(values, ranges(values, self.spans.get(term)), strict=True))
        for all_of_them, alike in groupby(values, lambda value: sorted(every[value])):
            row = list(alike)
            whole = joined([stretches[value] for value in row])
            if term not in link.known or not overlaps(whole, link.known[term]):
                yield Pick((Given(term, self._example(term, whole, int(row[0])), whole),), tuple(all_of_them))

    def _cells(self, link: Link, terms: tuple[str, ...]) -> Mapping[tuple[Value, ...], tuple[int, ...]]:
        """For values of some quantities, in rising order of the first, the cells in which all may then lie."""
        order = _order(link, terms)
        if order not in self._walked:
            points = link.points(order, self.tried)
            self._walked[order] = [(tuple(point[term] for term in order), _cell(link, point)) for point in points]
        found: dict[tuple[Value, ...], dict[int, None]] = {}
        # Of a value by which they may lie as was not told apart, nothing can be said for certain.
        unsure = {values[: len(terms)] for values, cell in self._walked[order] if cell is None}
        for values, cell in self._walked[order]:
            if cell is not None and values[: len(terms)] not in unsure:
                found.setdefault(values[: len(terms)], {})[cell] = None
        return {values: tuple(sorted(cells)) for values, cells in found.items()}

    def _example(self, term: str, whole: Between, otherwise: int) -> int:
        """The value in a stretch that is told for it."""
        tried = sorted(int(value) for value in self.tried.get(term, ()) if overlaps(whole, value))
        return tried[0] if tried else otherwise

    def _several(self, link: Link, terms: tuple[str, ...]) -> Iterator[Pick]:
        found: dict[tuple[int, ...], tuple[Value, ...]] = {}

        def support(values: tuple[Value, ...]) -> int:
            return sum(value in self.tried.get(term, ()) for term, value in zip(terms, values, strict=True))

        for values, cells in self._cells(link, terms).items():
            if terms[0] in link.known and values[0] == link.known[terms[0]]:
                continue
            if cells not in found or support(values) > support(found[cells]):
                found[cells] = values
        for cells, values in found.items():
            given = (Given(term, value, is_example=True) for term, value in zip(terms, values, strict=True))
            yield Pick(tuple(given), cells)


def _order(link: Link, terms: tuple[str, ...]) -> tuple[str, ...]:
    """These quantities first, then the other unknown ones."""
    return (*terms, *(term for term in link.unknown if term not in terms))


def _cell(link: Link, point: Point) -> int | None:
    """The number of the cell in which quantities lie, ``None`` where it was not told apart."""
    try:
        return link.cell(point)
    except Unmet:
        return None
