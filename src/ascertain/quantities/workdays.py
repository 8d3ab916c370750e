"""Working days: which days a calendar has off, and the first that it has not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which an office is closed.

    Args:
        id: Its name.
        title: In words.
        weekend: The days of every week that are off; Monday is 0.
        closed: The ordinals of the other days that are off, such as holidays as they were observed.
        covers: The ordinals of the first and the last day that it speaks of, both inclusive.
    """

    id: str
    title: str
    weekend: frozenset[int]
    closed: frozenset[int]
    covers: tuple[int, int]


class NotCovered(ValueError):  # noqa: N818 - it says what is wrong
    """A calendar does not speak of the day."""


def working_day(day: int, calendar: Calendar) -> int:
    """The first working day on or after a day; a later day never goes to an earlier one.

    Args:
        day: The ordinal of a day.
        calendar: What is off.

    Returns:
        The ordinal of the working day.

    Raises:
        NotCovered: The calendar does not speak of the day, or of any working day after it.
    """
    first, last = calendar.covers
    at = day
    while first <= at <= last:
        # Day 1 was a Monday.
        if at not in calendar.closed and (at - 1) % 7 not in calendar.weekend:
            return at
        at += 1
    period = f"{date.fromordinal(first)} to {date.fromordinal(last)}"
    raise NotCovered(f"the calendar {calendar.id} covers {period}, and day {day} leads out of it")
