"""Moving a day by days, months or years, with what is to be done where a month has no such day said beforehand."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Rounding(StrEnum):
    """Where a day goes whose number the month that it is moved to does not have."""

    DOWN = "down"
    """To the last day of that month."""
    UP = "up"
    """To the first day of the next month."""
    MONTH_END = "to month end"
    """As *down*; and the last day of a month always goes to the last day of the other."""


@dataclass(frozen=True, slots=True)
class Duration:
    """So many days, or so many months with their rounding; a year is 12 months. Negative ones go back.

    Raises:
        ValueError: Both days and months are given, or months without a rounding.
    """

    days: int = 0
    months: int = 0
    rounding: Rounding | None = None

    def __post_init__(self) -> None:
        if self.months and (self.days or self.rounding is None):
            raise ValueError("months need a rounding, and are not joined with days")


class OutOfYears(ValueError):  # noqa: N818 - it says what is wrong
    """A day would be moved out of the years 1 to 9999."""


def shifted(day: int, by: Duration) -> int:
    """The day moved by a duration; a later day never goes to an earlier one.

    Args:
        day: The ordinal of a day, as ``date.toordinal`` gives it.
        by: How far.

    Returns:
        The ordinal of the day it goes to.

    Raises:
        OutOfYears: There is no such day.
    """
    if not by.months:
        moved = day + by.days
        if not 1 <= moved <= date.max.toordinal():
            raise OutOfYears(f"there is no day {by.days} days from {_named(day)}")
        return moved
    if not 1 <= day <= date.max.toordinal():
        raise OutOfYears(f"{_named(day)} is no day")
    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + by.months, 12)
    if not 1 <= year <= date.max.year:
        raise OutOfYears(f"there is no day {by.months} months from {start}")
    last = monthrange(year, month + 1)[1]
    at_month_end = by.rounding is Rounding.MONTH_END and start.day == monthrange(start.year, start.month)[1]
    if at_month_end or start.day > last:
        return date(year, month + 1, last).toordinal() + (by.rounding is Rounding.UP)
    return date(year, month + 1, start.day).toordinal()


def _named(day: int) -> str:
    return date.fromordinal(day).isoformat() if 1 <= day <= date.max.toordinal() else f"day {day}"
