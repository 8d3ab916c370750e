"""A day and a last day in; which reminder is due, if any, out. The latest alone: none are made up for."""

from __future__ import annotations

from datetime import date

BEFORE = (7, 1)
"""How many days before the last one a reminder is due."""


def reminder_due(sent: date, last: date, today: date) -> int | None:
    """Which reminder is due.

    Args:
        sent: The day of sending, or of the extension: a reminder that would be due by then is left out.
        last: The last day to answer.
        today: The day.

    Returns:
        How many days before the last day it was due; -1 once the last day has passed; ``None`` where none is.
    """
    left = (last - today).days
    if left < 0:
        return -1
    passed = [one for one in BEFORE if left <= one < (last - sent).days]
    return min(passed, default=None)
