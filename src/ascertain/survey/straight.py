"""Comparisons of straight sums of quantities in whole numbers, so that to try one costs next to nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import cast

from ascertain.findings.arithmetic.relations import Relation, straight
from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.model.expressions import Constant, Difference, Expression, Share, Sum, Worth
from ascertain.rulebook.model.terms import Shown, Value

Tried = Callable[[Mapping[str, Shown]], bool]
MOST_MET = 1 << 14
"""As many values of what is compared are kept."""
Turning = Callable[[Mapping[str, Shown]], float]


@dataclass(frozen=True, slots=True)
class Straight:
    """That so many times each of some quantities and a number come to more than nothing.

    Args:
        times: How many times each term.
        number: What is added.
    """

    times: tuple[tuple[str, int], ...]
    number: int

    def tried(self) -> Tried:
        """What tells whether it is so of known values."""
        number = self.number
        if len(self.times) == 1:
            ((term, times),) = self.times
            return lambda shown: times * cast("int", shown[term]) + number > 0
        if len(self.times) == 2:
            (one, many), (other, few) = self.times
            return lambda shown: many * cast("int", shown[one]) + few * cast("int", shown[other]) + number > 0
        return lambda shown: sum(each * cast("int", shown[term]) for term, each in self.times) + number > 0

    def way(self, term: str) -> int:
        """How many times the term is in it: more than none where it comes to be so as the term rises."""
        return dict(self.times).get(term, 0)

    @property
    def rests_on(self) -> frozenset[str]:
        """The terms in it."""
        return frozenset(term for term, _ in self.times)

    def at(self, term: str, value: int) -> Straight:
        """The same where a term in it has this value."""
        return Straight(tuple(each for each in self.times if each[0] != term), self.number + self.way(term) * value)

    def rest(self, *terms: str) -> Callable[[Mapping[str, Shown]], int]:
        """What tells what all but these terms come to."""
        number, times = self.number, tuple(each for each in self.times if each[0] not in terms)
        if not times:
            return lambda shown: number
        if len(times) == 1:
            ((other, many),) = times
            return lambda shown: many * cast("int", shown[other]) + number
        return lambda shown: sum(each * cast("int", shown[other]) for other, each in times) + number

    def turning(self, term: str) -> Turning:
        """What tells the least value of a term, which is in it, that is not told as all lesser ones are."""
        way, worth = self.way(term), self.rest(term)
        if way > 0:
            return lambda shown: -worth(shown) // way + 1
        return lambda shown: -(-worth(shown) // -way)


def trying(relation: Relation, calendars: Mapping[str, Calendar]) -> Tried:
    """What tells whether a relation is so of known values."""
    line = as_straight(relation)
    if line is not None:
        return line.tried()
    terms = relation.terms
    met: dict[tuple[Shown, ...], bool] = {}

    def tried(shown: Mapping[str, Shown]) -> bool:
        values = tuple([shown[term] for term in terms])
        so = met.get(values)
        if so is None:
            so = relation.holds(cast("Mapping[str, Value]", shown), calendars)
            if len(met) < MOST_MET:
                met[values] = so
        return so

    return tried


@lru_cache(maxsize=1 << 12)
def as_straight(relation: Relation) -> Straight | None:
    """A relation as a straight sum, unless it is none."""
    if not (straight(relation.left) and straight(relation.right)):
        return None
    found, number = summed_up(Difference(relation.left, relation.right))
    scale = lcm(number.denominator, *(times.denominator for _, times in found))
    # In whole numbers what is no less than nothing is more than one below it.
    more = int(number * scale) + (0 if relation.strict else 1)
    return Straight(tuple((term, int(times * scale)) for term, times in found if times), more)


def summed_up(expression: Expression) -> tuple[tuple[tuple[str, Fraction], ...], Fraction]:
    """A straight expression as so many times each term and a number."""
    found: defaultdict[str, Fraction] = defaultdict(Fraction)
    for term, times in _summed(expression, Fraction(1)):
        found[term] += times
    number = found.pop("", Fraction())
    return tuple(found.items()), number


def _summed(expression: Expression, times: Fraction) -> Iterator[tuple[str, Fraction]]:
    """What an expression adds, so many times each term; a number stands beside no term."""
    match expression:
        case Constant(value):
            yield "", times * value
        case Worth(term):
            yield term, times
        case Sum(left, right):
            yield from _summed(left, times)
            yield from _summed(right, times)
        case Difference(left, right):
            yield from _summed(left, times)
            yield from _summed(right, -times)
        case Share(of, numerator, denominator):
            yield from _summed(of, times * Fraction(numerator, denominator))
        case _:
            raise AssertionError(f"not straight: {expression}")
