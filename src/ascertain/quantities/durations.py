"""Days and months added to a day, where what becomes of a day that the month reached does not have is stated.

A later day is never moved before an earlier one, whatever the duration. So a date known only to lie between two days
moves to one that lies between the two days moved.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


class Rounding(StrEnum):
    """Which day is meant where the month reached may be shorter than the one left.

    ``DOWN``: a day that the month does not have is its last day; January 31 + 1 month is February 28 or 29.
    ``UP``: a day that the month does not have is the first day of the next; January 31 + 1 month is March 1.
    ``MONTH_END``: the last day of a month becomes the last day of the month, February 28 + 1 month is March 31 unless
    the year is a leap year; other days as ``DOWN``.
    """

    DOWN = "down"
    UP = "up"
    MONTH_END = "to month end"


class BeyondYearsError(ValueError):
    """The day would lie outside the years 1 to 9999."""


@dataclass(frozen=True, slots=True)
class Duration:
    """How far a day is moved: by days or by months; what is negative moves it back.

    Args:
        days: How many days.
        months: How many months; a year is twelve.
        rounding: What becomes of a day that the month reached does not have; months need it, days leave it out.

    Raises:
        ValueError: Months and days are joined, months have no rounding, or days have one.
    """

    days: int = 0
    months: int = 0
    rounding: Rounding | None = None

    def __post_init__(self) -> None:
        if self.months and self.days:
            raise ValueError(
                f"{self} are two durations: which comes first changes the day, so move by one, then the other"
            )
        if self.months and self.rounding is None:
            raise ValueError(f"{self} needs a rounding: {', '.join(Rounding)}")
        if self.days and self.rounding is not None:
            raise ValueError(f"{self} has no months, so that nothing is rounded {self.rounding}")

    def __str__(self) -> str:
        parts = [_counted(self.months, "month"), _counted(self.days, "day")]
        return " and ".join(part for part in parts if part) or "no days"


def shifted(day: int, by: Duration) -> int:
    """The day that lies a duration after, or before, another.

    Args:
        day: The ordinal of a day (``date.toordinal``).
        by: The duration.

    Returns:
        The ordinal of the day reached. It does not decrease as ``day`` grows.

    Raises:
        BeyondYearsError: That day, or the day itself, is outside the years 1 to 9999.
    """
    start = _inside(day, day, by)
    reached = start + by.days if by.rounding is None else _by_months(start, by.months, by.rounding)
    return _inside(reached, day, by)


def _by_months(day: int, months: int, rounding: Rounding) -> int:
    """The day reached; 0, which is no day, where it lies outside the years."""
    left = date.fromordinal(day)
    year, month = divmod(left.year * 12 + left.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return 0
    length = monthrange(year, month + 1)[1]
    match rounding:
        case Rounding.UP:
            number = min(left.day, length + 1)
        case Rounding.MONTH_END if left.day == monthrange(left.year, left.month)[1]:
            number = length
        case _:
            number = min(left.day, length)
    return date(year, month + 1, 1).toordinal() + number - 1


def _inside(reached: int, day: int, by: Duration) -> int:
    if _FIRST <= reached <= _LAST:
        return reached
    start = date.fromordinal(day).isoformat() if _FIRST <= day <= _LAST else f"day {day}"
    raise BeyondYearsError(f"{start} moved by {by} is no date: dates are of the years {MINYEAR} to {MAXYEAR}")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if abs(number) == 1 else 's'}" if number else ""
