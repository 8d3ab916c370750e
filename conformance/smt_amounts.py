"""Arithmetic over amounts, numbers and dates as formulas for an SMT solver: whole numbers, without rounding or bound.

The calendar is built anew here from the lengths of months, so that it checks the project's own. It is right for the
days of 1901 to 2099, in which every fourth year is a leap year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import lcm

import z3

from ascertain.quantities.durations import Duration, Rounding
from ascertain.quantities.workdays import Calendar

FIRST_DAY, LAST_DAY = date(1902, 1, 1).toordinal(), date(2097, 12, 31).toordinal()
"""Between what a date lies whose term has no bounds, so that moving it by months stays within the calendar."""
_EPOCH = date(2001, 1, 1).toordinal()
_ROUND = 1461
"""The days of four years, the last of them a leap year."""
_LENGTHS = ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] * 3) + [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_STARTS = [sum(_LENGTHS[:at]) for at in range(48)]
_MOST_CLOSED = 16
"""More days than the calendars that are compared are closed on end."""


@dataclass(frozen=True)
class Number:
    """A whole number over a positive one: an exact share of cents may lie between them."""

    over: z3.ArithRef
    under: int = 1

    def at(self, under: int) -> z3.ArithRef:
        """What is over it when this is under it, a multiple of what is."""
        return self.over * (under // self.under)


def constant(value: int) -> Number:
    """A whole number."""
    return Number(z3.IntVal(value))


def compare(one: Number, op: str, other: Number) -> z3.BoolRef:
    """That one number compares so with another."""
    left, right = _alike(one, other)
    return {"=": left == right, ">=": left >= right, "<=": left <= right, ">": left > right, "<": left < right}[op]


def add(one: Number, other: Number, sign: int) -> Number:
    """The sum, or with a negative sign the difference."""
    left, right = _alike(one, other)
    return Number(left + sign * right, lcm(one.under, other.under))


def share(of: Number, numerator: int, denominator: int) -> Number:
    """So much of it."""
    return Number(of.over * numerator, of.under * denominator)


def pick(numbers: Sequence[Number], op: str) -> Number:
    """The one that compares so with all others."""
    found, *rest = numbers
    for other in rest:
        found = choose(compare(other, op, found), other, found)
    return found


def choose(condition: z3.BoolRef, one: Number, other: Number) -> Number:
    """One number where the condition is true, else the other."""
    left, right = _alike(one, other)
    return Number(z3.If(condition, left, right), lcm(one.under, other.under))


def shift(day: z3.ArithRef, by: Duration) -> z3.ArithRef:
    """The ordinal of the day that a duration after or before it leads to."""
    if not by.months:
        return day + by.days
    rounds, rest = (day - _EPOCH) / _ROUND, (day - _EPOCH) % _ROUND
    found: z3.ArithRef | None = None
    for month in reversed(range(48)):
        moved = _moved(rounds, rest, month, by)
        found = moved if found is None else z3.If(rest < _STARTS[month] + _LENGTHS[month], moved, found)
    assert found is not None
    return found


def _moved(rounds: z3.ArithRef, rest: z3.ArithRef, month: int, by: Duration) -> z3.ArithRef:
    """Where a day of this month of the four years goes."""
    more, to = divmod(month + by.months, 48)
    first = _EPOCH + _ROUND * (rounds + more) + _STARTS[to]
    within, length = rest - _STARTS[month], _LENGTHS[to]
    last = first + length - 1
    moved = z3.If(within < length, first + within, first + length if by.rounding is Rounding.UP else last)
    if by.rounding is Rounding.MONTH_END:
        return z3.If(within == _LENGTHS[month] - 1, last, moved)
    return moved


def working_day(day: z3.ArithRef, calendar: Calendar) -> z3.ArithRef:
    """The ordinal of the first day from it on that the calendar has not off."""
    found = day + _MOST_CLOSED
    for ahead in reversed(range(_MOST_CLOSED)):
        found = z3.If(_off(day + ahead, calendar), found, day + ahead)
    return found


def _off(day: z3.ArithRef, calendar: Calendar) -> z3.BoolRef:
    # The first of January 2001 was a Monday.
    weekend = [(day - _EPOCH) % 7 == weekday for weekday in sorted(calendar.weekend)]
    return z3.Or(*weekend, *(day == closed for closed in sorted(calendar.closed)))


def _alike(one: Number, other: Number) -> tuple[z3.ArithRef, z3.ArithRef]:
    under = lcm(one.under, other.under)
    return one.at(under), other.at(under)
