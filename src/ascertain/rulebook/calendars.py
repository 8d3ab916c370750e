"""Calendars of working days, from the ``calendar`` entries of ``terms`` fences."""

from __future__ import annotations

from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.fields import Fields
from ascertain.rulebook.mistakes import did_you_mean
from ascertain.rulebook.model.terms import TermType
from ascertain.rulebook.names import Names
from ascertain.rulebook.raw import Text
from ascertain.rulebook.texts import after, parted
from ascertain.rulebook.values import constant_of

CALENDAR_KEYS = ("weekend", "closed", "covers")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def calendar_of(key: str, title: str, fields: Fields, names: Names) -> Calendar | None:
    """The calendar that an entry declares, or ``None`` where a line of it is wrong (then that was reported)."""
    covers = fields.need("covers")
    weekend_line = fields.get("weekend")
    weekend = [_weekday(text, names) for text in (parted(weekend_line) if weekend_line else ())]
    closed = [_day(text, names) for line in fields.all("closed") for text in parted(line)]
    period = None if covers is None else _period(covers, names)
    if period is None or None in weekend or None in closed:
        return None
    return Calendar(
        key,
        title,
        frozenset(day for day in weekend if day is not None),
        frozenset(day for day in closed if day is not None),
        period,
    )


def _weekday(text: Text, names: Names) -> int | None:
    if text.text in _WEEKDAYS:
        return _WEEKDAYS.index(text.text)
    help_line = did_you_mean(text.text, _WEEKDAYS, f"write {', '.join(_WEEKDAYS)}")
    names.reporter.add("A522", f'there is no weekday "{text.text[:60]}"', text.place, help=help_line)
    return None


def _day(text: Text, names: Names) -> int | None:
    day = constant_of(TermType.DATE, text.text)
    if day is None:
        names.reporter.add("A522", f'"{text.text[:60]}" is no day', text.place, help="write a day such as 2021-01-01")
    return day


def _period(text: Text, names: Names) -> tuple[int, int] | None:
    first, word, _ = text.text.partition(" to ")
    start = _day(Text(first.strip(), text.place), names)
    end = _day(after(text, len(first) + len(word)), names) if word else None
    if start is not None and end is not None and start <= end:
        return start, end
    if start is not None and (end is not None or not word):
        help_line = "write its first and last day, such as 2021-01-01 to 2027-12-31"
        names.reporter.add("A522", f'"{text.text[:60]}" is no period of days', text.place, help=help_line)
    return None
