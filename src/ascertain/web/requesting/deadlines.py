"""By when to answer, from the rule and the moment of sending; and the one decision whether there is still time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ascertain.quantities.workdays import Calendar, OutsideCalendarError, working_day, working_days_after
from ascertain.web.mistakes import Code, WebError

MOST_DAYS = 3660
LAST = date(9000, 12, 31)


class Rule(StrEnum):
    """How the last day to answer is found."""

    FIXED = "a fixed day"
    CALENDAR_DAYS = "calendar days from sending"
    WORKING_DAYS = "working days from sending"


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed of a deadline before the letter is sent.

    ``day`` is the fixed one, ``None`` for the other rules; ``days`` how many are counted; ``rolls`` whether a last day
    that is not worked is moved to the next that is; ``calendar`` the id of the calendar that says which are worked.
    """

    rule: Rule
    zone: str
    day: date | None = None
    days: int = 0
    rolls: bool = False
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day to answer, through its end in a zone; ``steps`` say how it was computed."""

    day: date
    zone: str
    steps: tuple[str, ...]


def zone_of(name: str) -> ZoneInfo:
    """The zone of this name.

    Raises:
        WebError: There is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = "there is no such time zone"
        raise WebError(Code.UNFIT, message, "name one such as America/New_York or UTC") from None


def closes(day: date, zone: str) -> datetime:
    """The first moment after a day in a zone, in UTC, whatever clocks do there at midnight.

    Raises:
        WebError: There is no such zone.
    """
    local = zone_of(zone)
    midnight = datetime.combine(day + timedelta(days=1), time(), local)
    # Where clocks change at midnight it comes twice, or not at all: the day has ended where no later moment is of it.
    first, last = sorted(midnight.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    before = (last - timedelta(microseconds=1)).astimezone(local).date()
    return last if before <= day else first


def is_open(day: date, zone: str, now: datetime) -> bool:
    """Whether there is still time to answer: through the whole of the last day there. Nothing else decides this."""
    return now < closes(day, zone)


def due(terms: Terms, sent: datetime, calendar: Calendar | None) -> Deadline:
    """The deadline of a letter that is sent at a moment.

    Args:
        terms: The rule.
        sent: The moment of sending, of any zone.
        calendar: The calendar that the terms name.

    Raises:
        WebError: The rule is not complete, the calendar does not reach so far, or the day is past when it is sent.
    """
    check_terms(terms)
    start = sent.astimezone(zone_of(terms.zone)).date()
    try:
        day, steps = _counted(terms, start, calendar)
    except OutsideCalendarError as error:
        raise WebError(Code.UNFIT, str(error), "choose a nearer day, or a fixed one") from None
    if day <= start:
        message = f"the last day to answer, {day}, is not after the day of sending, {start}"
        raise WebError(Code.UNFIT, message, "change the deadline to a later day")
    end = f"There is time through the end of {day} in {terms.zone}: until {closes(day, terms.zone):%Y-%m-%d %H:%M} UTC."
    return Deadline(day, terms.zone, (*steps, end))


def check_terms(terms: Terms) -> None:
    """Refuse a rule that nothing can be computed from.

    Raises:
        WebError: The zone is unknown, the fixed day or the number of days is missing, or no calendar is named.
    """
    zone_of(terms.zone)
    if terms.rule is Rule.FIXED:
        if terms.day is None or terms.day > LAST:
            raise WebError(
                Code.UNFIT,
                "the day by which to answer is missing",
                f"name one before {LAST.year}, such as 2017-06-30",
            )
    elif not 1 <= terms.days <= MOST_DAYS:
        raise WebError(Code.UNFIT, "the number of days to answer is missing", f"give a number from 1 to {MOST_DAYS}")
    if (terms.rule is Rule.WORKING_DAYS or terms.rolls) and not terms.calendar:
        raise WebError(Code.UNFIT, "it is not said which days are worked", "choose a calendar")


def _counted(terms: Terms, start: date, calendar: Calendar | None) -> tuple[date, list[str]]:
    if terms.rule is Rule.FIXED:
        assert terms.day is not None, "a fixed day is checked to be there"
        day, steps = terms.day, [f"The letter names {terms.day}."]
    else:
        counted = "working" if terms.rule is Rule.WORKING_DAYS else "calendar"
        plural = "" if terms.days == 1 else "s"
        steps = [f"Sent on {start} in {terms.zone}; the day after is the first of {terms.days} {counted} day{plural}."]
        day = start + timedelta(days=terms.days)
        if terms.rule is Rule.WORKING_DAYS:
            worked = _needed(calendar)
            day = date.fromordinal(working_days_after(start.toordinal(), terms.days, worked))
            steps.append(_passed_over(start, day, worked))
    if terms.rolls:
        worked = _needed(calendar)
        moved = date.fromordinal(working_day(day.toordinal(), worked))
        said = f"is a working day ({worked.title})" if moved == day else f"is not worked ({worked.title})"
        steps.append(f"{day} {said}" + ("." if moved == day else f", so that the last day is {moved}."))
        day = moved
    return day, steps


def _needed(calendar: Calendar | None) -> Calendar:
    if calendar is None:
        raise WebError(Code.UNKNOWN, "the calendar of the deadline is not known here", "choose another calendar")
    return calendar


def _passed_over(start: date, day: date, calendar: Calendar) -> str:
    """Which holidays were not counted, so that whoever doubts the day can count it themselves."""
    between = range(start.toordinal() + 1, day.toordinal())
    holidays = [one for one in between if one in calendar.closed and (one - 1) % 7 not in calendar.weekend]
    weekend = "Days of the weekend" if calendar.weekend else "No days of the week"
    shown = ", ".join(str(date.fromordinal(one)) for one in holidays) or "none lies between"
    return f"{weekend} are passed over; holidays passed over ({calendar.title}): {shown}."
