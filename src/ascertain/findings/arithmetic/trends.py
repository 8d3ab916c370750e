"""How what rests on one quantity grows with it in the long run, and so where a comparison of it with itself may turn.

A date that is moved keeps near a straight line: months are longer or shorter, and a working day is some days later.
Where the lines of both sides lie far enough apart, no calendar matters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import ceil, floor

from ascertain.findings.arithmetic.offsets import LONGEST_REST
from ascertain.findings.arithmetic.relations import Relation
from ascertain.rulebook.model.expressions import (
    Constant,
    Difference,
    Expression,
    Greatest,
    Least,
    OnWorkingDay,
    Share,
    Shifted,
    Sum,
    Worth,
)

MONTH = Fraction(146_097, 4_800)
"""The days of a month in the long run: those of four centuries, by their months."""
STRAY = 8
"""More days than so many months stray from that, the rounding of their last day included."""
_NARROW = 32
"""As many values in a row as are not worth dividing further."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Values, the ends included, in which a relation may turn; ``recurs`` where it may do so again and again."""

    first: int
    last: int
    recurs: bool


@dataclass(frozen=True, slots=True)
class _Trend:
    """So much of a quantity, and between ``low`` and ``high`` more; ``rough`` where fewer values would tell more."""

    slope: Fraction
    low: Fraction
    high: Fraction
    rough: bool = False

    def plus(self, other: _Trend) -> _Trend:
        return _Trend(self.slope + other.slope, self.low + other.low, self.high + other.high, self.rough or other.rough)

    def times(self, factor: Fraction) -> _Trend:
        low, high = sorted((self.low * factor, self.high * factor))
        return _Trend(self.slope * factor, low, high, self.rough)

    def between(self, first: int, last: int) -> tuple[Fraction, Fraction]:
        """What it is at least and at most for these values."""
        ends = self.slope * first, self.slope * last
        return min(ends) + self.low, max(ends) + self.high


def unsettled(relation: Relation, first: int, last: int) -> tuple[Stretch, ...]:
    """The stretches, in order, outside of which a relation of one quantity does not turn, however calendars lie.

    Args:
        relation: A relation of a single term.
        first: The least value looked at.
        last: The greatest.
    """
    found: list[Stretch] = []
    for stretch in _unsettled(Difference(relation.left, relation.right), first, last):
        if found and found[-1].last + 1 == stretch.first and found[-1].recurs is stretch.recurs:
            stretch = Stretch(found.pop().first, stretch.last, stretch.recurs)
        found.append(stretch)
    return tuple(found)


def _unsettled(difference: Expression, first: int, last: int) -> Iterator[Stretch]:
    trend = _trend(difference, first, last)
    least, most = trend.between(first, last)
    if least > 0 or most < 0:
        return
    recurs = not trend.slope and not trend.rough
    if recurs or last - first < _NARROW:
        yield Stretch(first, last, recurs)
        return
    middle = (first + last) // 2
    yield from _unsettled(difference, first, middle)
    yield from _unsettled(difference, middle + 1, last)


def _trend(expression: Expression, first: int, last: int) -> _Trend:
    match expression:
        case Constant(value):
            return _Trend(Fraction(0), Fraction(value), Fraction(value))
        case Worth():
            return _Trend(Fraction(1), Fraction(0), Fraction(0))
        case Sum(left, right):
            return _trend(left, first, last).plus(_trend(right, first, last))
        case Difference(left, right):
            return _trend(left, first, last).plus(_trend(right, first, last).times(Fraction(-1)))
        case Share(of, numerator, denominator):
            return _trend(of, first, last).times(Fraction(numerator, denominator))
        case Shifted(of, by):
            stray = STRAY if by.months else 0
            moved = by.months * MONTH + by.days
            by_so_much = _Trend(Fraction(0), Fraction(floor(moved) - stray), Fraction(ceil(moved) + stray))
            return _trend(of, first, last).plus(by_so_much)
        case OnWorkingDay(of):
            return _trend(of, first, last).plus(_Trend(Fraction(0), Fraction(0), Fraction(LONGEST_REST)))
        case Greatest(of):
            least = Least(tuple(Share(each, -1, 1, "") for each in of), "")
            return _trend(least, first, last).times(Fraction(-1))
        case Least(of):
            return reduce(
                lambda one, other: _least(one, other, first, last), (_trend(each, first, last) for each in of)
            )


def _least(one: _Trend, other: _Trend, first: int, last: int) -> _Trend:
    low, high = one.plus(other.times(Fraction(-1))).between(first, last)
    if high <= 0:
        return one
    if low >= 0:
        return other
    if one.slope == other.slope:
        return _Trend(one.slope, min(one.low, other.low), min(one.high, other.high), one.rough or other.rough)
    (least, most), (its_least, its_most) = one.between(first, last), other.between(first, last)
    return _Trend(Fraction(0), min(least, its_least), min(most, its_most), rough=True)
