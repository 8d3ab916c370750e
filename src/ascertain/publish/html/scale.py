"""Days to scale: where a day stands on a line, and the marks of months, quarters and years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis; ``label`` is empty where only the line is drawn."""

    x: float
    label: str
    year: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps the days from ``start`` until ``end`` evenly onto ``width`` units from ``left``."""

    start: date
    end: date
    left: float
    width: float

    @property
    def right(self) -> float:
        return self.left + self.width

    def x(self, on: date) -> float:
        """Where a day begins; a day outside stands at the edge."""
        inside = min(max(on, self.start), self.end)
        return round(self.left + self.width * (inside - self.start).days / (self.end - self.start).days, 2)

    def shows(self, on: date) -> bool:
        return self.start <= on < self.end

    def ticks(self) -> tuple[Tick, ...]:
        """The first days of quarters, or of years where more than four are shown."""
        step = 12 if (self.end - self.start).days > 4 * 366 else 3
        return tuple(
            Tick(self.x(first), f"{first:%b}" if step == 3 else "", f"{first:%Y}" if first.month == 1 else "")
            for first in _months(self.start, self.end)
            if (first.month - 1) % step == 0
        )


def _months(start: date, end: date) -> Iterator[date]:
    first = date(start.year, start.month, 1)
    while first < end:
        if first >= start:
            yield first
        if (first.year, first.month) == (date.max.year, date.max.month):
            return
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)


def window(on: date, covers_from: date | None, covers_until: date | None) -> tuple[date, date]:
    """The period a report draws: the year asked about and the one before, within what the rulebook covers."""
    start = date(max(on.year - 1, date.min.year), 1, 1)
    end = date(on.year + 1, 1, 1) if on.year < date.max.year else date.max
    start = max(start, covers_from) if covers_from and covers_from <= on else start
    end = min(end, covers_until) if covers_until and covers_until > on else end
    return start, end
