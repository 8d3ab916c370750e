"""Working days: neither of the weekend nor closed in a calendar, which knows its own period only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class OutsideCalendarError(ValueError):
    """A calendar does not say which days are worked there."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """On which days nothing is due.

    Args:
        id: Its name in a rulebook.
        title: What it is the calendar of.
        weekend: The days of the week that are not worked; Monday is 0.
        closed: The ordinals of the other days that are not worked, as observed.
        covers: The first and the last day for which all of this is known; both are covered.
    """

    id: str
    title: str
    weekend: frozenset[int]
    closed: frozenset[int]
    covers: tuple[int, int]


def working_day(day: int, calendar: Calendar) -> int:
    """The first working day on or after a day.

    Args:
        day: The ordinal of a day (``date.toordinal``).
        calendar: Which days are worked.

    Returns:
        The ordinal of the working day. It does not decrease as ``day`` grows.

    Raises:
        OutsideCalendarError: The calendar does not cover the day, or a day that would have to be looked at.
    """
    first, last = calendar.covers
    looked_at = day
    while first <= looked_at <= last:
        # The day with the ordinal 1 was a Monday.
        if (looked_at - 1) % 7 not in calendar.weekend and looked_at not in calendar.closed:
            return looked_at
        looked_at += 1
    period = f"{_shown(first)} to {_shown(last)}"
    raise OutsideCalendarError(
        f"no working day on or after {_shown(day)} is known: the calendar {calendar.id} ({calendar.title}) "
        f"covers {period}"
    )


def working_days_after(day: int, number: int, calendar: Calendar) -> int:
    """The last of so many working days after a day, which itself is not counted.

    Args:
        day: The ordinal of a day (``date.toordinal``).
        number: How many working days; not negative.
        calendar: Which days are worked.

    Returns:
        The ordinal of that working day; of none, the day itself.

    Raises:
        OutsideCalendarError: The calendar does not cover a day that would have to be looked at.
    """
    for _ in range(number):
        day = working_day(day + 1, calendar)
    return day


def _shown(day: int) -> str:
    known = date.min.toordinal() <= day <= date.max.toordinal()
    return date.fromordinal(day).isoformat() if known else f"day {day}"
