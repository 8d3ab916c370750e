"""Dates as legal sources give them: a day, or only a month or a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day that may be known only to its month or year.

    Args:
        earliest: The first day it can be.
        latest: The last day it can be; equal to ``earliest`` where the day is known.
    """

    earliest: date
    latest: date

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read ``2017-04-25``, ``2016-09`` or ``1987``.

        Raises:
            ValueError: The text is none of the three, or no such day exists.
        """
        shape = _SHAPE.match(text.strip())
        if shape is None:
            raise ValueError(f"expected a date such as 2017-04-25, 2016-09 or 1987; got: {text}")
        year, month, day = (int(part) if part else None for part in shape.groups())
        assert year is not None
        if month is None:
            return cls(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            first = date(year, month, 1)
            beyond = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else None
            return cls(first, beyond - timedelta(days=1) if beyond else date.max)
        return cls.on(date(year, month, day))

    @classmethod
    def on(cls, day: date) -> Moment:
        """The moment that is exactly this day."""
        return cls(day, day)

    @property
    def exact(self) -> bool:
        """Whether the very day is known."""
        return self.earliest == self.latest

    def reached(self, day: date) -> bool | None:
        """Whether this moment has come by ``day``: yes, no, or ``None`` where the source leaves it open."""
        if day >= self.latest:
            return True
        return None if day >= self.earliest else False

    def __str__(self) -> str:
        if self.exact:
            return self.earliest.isoformat()
        # The library's own %Y leaves out the leading zeros of early years.
        return self.earliest.isoformat()[: len("2017-04" if self.earliest.month == self.latest.month else "2017")]


@dataclass(frozen=True, slots=True)
class Interval:
    """A half-open period: from ``start`` on, until but not including ``end``; ``None`` is unbounded."""

    start: Moment | None
    end: Moment | None

    def covers(self, day: date) -> bool | None:
        """Whether ``day`` lies inside: yes, no, or ``None`` where a bound is not known to the day."""
        begun = True if self.start is None else self.start.reached(day)
        over = False if self.end is None else self.end.reached(day)
        if begun is False or over is True:
            return False
        return True if begun and over is False else None

    @property
    def bounds(self) -> tuple[date, date]:
        """The first and the last day that surely lie inside."""
        first = self.start.latest if self.start else date.min
        last = self.end.earliest - timedelta(days=1) if self.end else date.max
        return first, last

    def nearest(self, day: date) -> date:
        """The day surely inside that is nearest to another."""
        first, last = self.bounds
        return max(first, min(last, day))

    def __str__(self) -> str:
        start = "the beginning" if self.start is None else str(self.start)
        if self.end is None:
            return f"from {start}"
        if not self.end.exact or self.end.earliest == date.min:
            return f"{start} until {self.end}"
        return f"{start} through {self.end.earliest - timedelta(days=1)}"
