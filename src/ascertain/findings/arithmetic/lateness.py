"""How much later one date expression is than another, at least and at most, and when it reaches a day."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from itertools import chain
from math import ceil, floor

from ascertain.findings.arithmetic.amounts import amount
from ascertain.findings.arithmetic.trends import MONTH, STRAY
from ascertain.quantities.workdays import Calendar, working_day
from ascertain.rulebook.model.expressions import Expression, OnWorkingDay, Shifted, Worth, parts, terms_of
from ascertain.rulebook.model.rules import Outcome

Span = tuple[int, int]
"""The least and the most days, both inclusive."""

_JUMP = 4
"""More days than the end of a month takes or gives."""


def is_moved(side: Expression) -> bool:
    """Whether it is one date, moved any number of times."""
    return isinstance(side, Worth) or (isinstance(side, Shifted | OnWorkingDay) and is_moved(side.of))


def is_jagged(side: Expression) -> bool:
    """Whether it gains or loses days as the date rises."""
    by_itself = isinstance(side, OnWorkingDay) or (isinstance(side, Shifted) and side.by.months != 0)
    return by_itself or any(map(is_jagged, parts(side)))


def later(side: Expression, calendars: Mapping[str, Calendar]) -> Span:
    """How many days later than its date a moved date is."""
    match side:
        case Shifted(of, by):
            stray = STRAY if by.months else 0
            moved = by.months * MONTH + by.days
            low, high = later(of, calendars)
            return low + floor(moved) - stray, high + ceil(moved) + stray
        case OnWorkingDay(of, calendar):
            low, high = later(of, calendars)
            return low, high + longest_rest(calendars[calendar])
        case _:
            return 0, 0


def apart(one: Expression, other: Expression, calendars: Mapping[str, Calendar]) -> Span:
    """How many days later one moved date is than another that rests on the same date."""
    if one == other:
        return 0, 0
    (low, high), (its_low, its_high) = later(one, calendars), later(other, calendars)
    found = [(low - its_high, high - its_low)]
    if isinstance(one, OnWorkingDay):
        low, high = apart(one.of, other, calendars)
        found.append((low, high + longest_rest(calendars[one.calendar])))
    if isinstance(other, OnWorkingDay):
        low, high = apart(one, other.of, calendars)
        found.append((low - longest_rest(calendars[other.calendar]), high))
    if isinstance(one, Shifted) and not one.by.months:
        low, high = apart(one.of, other, calendars)
        found.append((low + one.by.days, high + one.by.days))
    if isinstance(other, Shifted) and not other.by.months:
        low, high = apart(one, other.of, calendars)
        found.append((low - other.by.days, high - other.by.days))
    if isinstance(one, Shifted) and isinstance(other, Shifted) and one.by == other.by and one.by.months:
        # Who is later stays later, or both come to the same day.
        low, high = apart(one.of, other.of, calendars)
        found.append((_not_past(low, low - _JUMP), _not_past(high, high + _JUMP)))
    return max(low for low, _ in found), min(high for _, high in found)


def _not_past(before: int, after: int) -> int:
    """What becomes of a bound that may stray but does not change its sign."""
    if after < before:
        return max(after, 0) if before >= 0 else after
    return min(after, 0) if before <= 0 else after


def slackened(span: Span) -> Span:
    """The same where what is compared may skip days; who comes first still does, or neither."""
    low, high = span
    return _not_past(low, low - _JUMP), _not_past(high, high + _JUMP)


@lru_cache(maxsize=64)
def longest_rest(calendar: Calendar) -> int:
    """No day is moved farther than so many days to a working day."""
    about: set[int] = set(chain.from_iterable(range(day - 7, day + 2) for day in calendar.closed))
    free = Calendar(calendar.id, calendar.title, calendar.weekend, calendar.closed, (-(10**7), 10**7))
    rests: list[int] = [working_day(day, free) - day for day in (*about, *range(7))]
    return max(rests)


def value(side: Expression, day: int, calendars: Mapping[str, Calendar]) -> int:
    """The day that a moved date is where its date is this day."""
    found = amount(side, lambda _: day, calendars)
    assert not isinstance(found, Outcome), "every term has a worth"
    return int(found)


def reaches(side: Expression, goal: int, calendars: Mapping[str, Calendar]) -> int:
    """The first day on which a moved date is no earlier than another day."""
    at = partial(value, side, calendars=calendars)
    day = goal - (at(goal) - goal)
    while at(day) >= goal:
        day -= 1
    while at(day) < goal:
        day += 1
    return day


def date_of(side: Expression) -> str:
    """The one date that a moved date rests on."""
    return next(terms_of(side))
