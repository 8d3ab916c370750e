"""The period that a rulebook answers for and a day in; the nearest day that it answers for out."""

from __future__ import annotations

from datetime import date, timedelta

from ascertain.rulebook.dates import Interval


def answerable(covers: Interval, day: date) -> date:
    """The nearest day to another that is surely in the period which a rulebook answers for.

    A review goes on after that period ends: what is asked or decided then is of its last day.

    Args:
        covers: The period.
        day: The day.
    """
    first = covers.start.latest if covers.start else date.min
    last = covers.end.earliest - timedelta(days=1) if covers.end else date.max
    return max(first, min(last, day))
