"""Where two comparisons of the same two quantities turn at once, and so far beside it that there is room between them.

Two lines that cross far from every threshold part the plane in four; each part counts, also the narrow ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import ceil, floor

from ascertain.findings.arithmetic.amounts import amount
from ascertain.findings.arithmetic.relations import Relation, straight
from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.model.expressions import Difference
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Value

_Line = tuple[Fraction, Fraction, Fraction]
"""How steep a comparison is in each of two quantities, and what it comes to where both are nothing."""


def crossings(
    unknown: Sequence[str],
    relations: Sequence[Relation],
    known: Mapping[str, Value],
    calendars: Mapping[str, Calendar],
) -> Iterator[tuple[str, int]]:
    """Values of quantities at and about the places where two relations turn at once.

    Args:
        unknown: The phrases of quantities.
        relations: What is looked at; those that are no straight lines in the same two unknowns are passed over.
        known: The worth of every other term in them.
        calendars: The rulebook's calendars.
    """
    lines: dict[tuple[str, ...], list[_Line]] = {}
    for relation in relations:
        free = tuple(sorted(term for term in relation.terms if term in unknown))
        if len(free) == 2 and straight(relation.left) and straight(relation.right):
            lines.setdefault(free, []).append(_line(relation, free, known, calendars))
    for (one, other), those in lines.items():
        for (a, b, c), (d, e, f) in combinations(dict.fromkeys(those), 2):
            parted = a * e - b * d
            if parted:
                yield from ((one, at) for at in _about((b * f - c * e) / parted, b * e / parted))
                yield from ((other, at) for at in _about((c * d - a * f) / parted, a * d / parted))


def _about(place: Fraction, spread: Fraction) -> Iterator[int]:
    """The whole numbers next to a place, and those from which on another quantity has two whole values in between."""
    away = ceil(2 * abs(spread)) + 1
    yield from (floor(place) - away, floor(place), ceil(place), ceil(place) + away)


def _line(
    relation: Relation, free: Sequence[str], known: Mapping[str, Value], calendars: Mapping[str, Calendar]
) -> _Line:
    def at(point: Mapping[str, int]) -> Fraction:
        facts = {**known, **dict.fromkeys(free, 0), **point}
        found = amount(Difference(relation.left, relation.right), lambda term: int(facts[term]), calendars)
        assert not isinstance(found, Outcome), "every term has a worth"
        return Fraction(found)

    start = at({})
    return at({free[0]: 1}) - start, at({free[1]: 1}) - start, start
