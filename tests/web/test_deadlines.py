"""Deadlines: pure, for every day, zone and rule."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ascertain.quantities.workdays import Calendar
from ascertain.web.mail import mail_of
from ascertain.web.mistakes import WebError
from ascertain.web.requesting.deadlines import Rule, Terms, closes, due, is_open
from ascertain.web.requesting.ics import Due, calendar_of
from ascertain.web.requesting.letters import DEADLINE, SENT, Content, content_of
from ascertain.web.requesting.reminders import BEFORE, reminder_due

# Clocks change at midnight in Havana, Beirut and, then, in St. John's; Apia left out a whole day.
ZONES = ("UTC", "America/New_York", "America/Havana", "Asia/Beirut", "America/St_Johns", "Pacific/Apia", "Asia/Kolkata")
FIRST, LAST = date(2015, 1, 1), date(2027, 12, 31)
HOLIDAY = date(2026, 11, 26)
FEDERAL = Calendar(
    "federal", "Federal holidays", frozenset({5, 6}), frozenset({HOLIDAY.toordinal(), date(2026, 12, 25).toordinal()}),
    (FIRST.toordinal(), LAST.toordinal()),
)  # fmt: skip
days = some.dates(date(1990, 1, 1), date(2040, 1, 1))
zones = some.sampled_from(ZONES)
moments = some.datetimes(datetime(2015, 1, 2), datetime(2025, 1, 1), timezones=some.just(UTC))  # noqa: DTZ001
numbers = some.integers(1, 300)


@given(days, zones, some.integers(-3 * 24 * 60, 3 * 24 * 60))
def test_it_is_open_through_the_last_moment_of_the_day_and_never_opens_again(day: date, zone: str, off: int) -> None:
    end = closes(day, zone)
    assert is_open(day, zone, end - timedelta(microseconds=1)) and not is_open(day, zone, end)
    moment = end + timedelta(minutes=off)
    assert is_open(day, zone, moment) == (off < 0)
    if off >= 0:
        assert moment.astimezone(ZoneInfo(zone)).date() > day


@given(days, zones)
def test_a_later_day_closes_later_and_a_day_has_at_least_20_hours(day: date, zone: str) -> None:
    apart = closes(day + timedelta(days=1), zone) - closes(day, zone)
    left_out = zone == "Pacific/Apia" and day == date(2011, 12, 29)
    assert apart == timedelta() if left_out else timedelta(hours=20) <= apart <= timedelta(hours=28)


@pytest.mark.parametrize(
    ("day", "zone", "end"),
    [
        (date(2026, 3, 8), "America/New_York", "2026-03-09T04:00:00+00:00"),
        (date(2026, 11, 1), "America/New_York", "2026-11-02T05:00:00+00:00"),
        (date(2026, 12, 31), "Asia/Kolkata", "2026-12-31T18:30:00+00:00"),
        (date(2017, 3, 11), "America/Havana", "2017-03-12T05:00:00+00:00"),
        (date(2006, 10, 28), "America/St_Johns", "2006-10-29T03:30:00+00:00"),
    ],
)
def test_the_end_of_a_day_where_clocks_change_or_the_year_ends(day: date, zone: str, end: str) -> None:
    assert closes(day, zone).isoformat() == end


@given(moments, zones, numbers)
def test_calendar_days_are_counted_from_the_day_of_sending_there(sent: datetime, zone: str, number: int) -> None:
    there = sent.astimezone(ZoneInfo(zone)).date()
    assert due(Terms(Rule.CALENDAR_DAYS, zone, days=number), sent, None).day == there + timedelta(days=number)


@given(moments, zones, numbers)
def test_as_many_working_days_lie_between_as_were_given(sent: datetime, zone: str, number: int) -> None:
    there = sent.astimezone(ZoneInfo(zone)).date()
    found = due(Terms(Rule.WORKING_DAYS, zone, days=number, calendar="federal"), sent, FEDERAL).day
    span = (there + timedelta(days=one) for one in range(1, (found - there).days + 1))
    worked = [one for one in span if one.weekday() < 5 and one.toordinal() not in FEDERAL.closed]
    assert len(worked) == number and worked[-1] == found


@given(moments, zones, numbers)
def test_a_day_that_rolls_is_worked_and_no_worked_day_is_passed_over(sent: datetime, zone: str, number: int) -> None:
    plain = due(Terms(Rule.CALENDAR_DAYS, zone, days=number), sent, None).day
    rolled = due(Terms(Rule.CALENDAR_DAYS, zone, days=number, rolls=True, calendar="federal"), sent, FEDERAL).day
    assert rolled >= plain and rolled.weekday() < 5
    assert all((plain + timedelta(days=one)).weekday() > 4 or (plain + timedelta(days=one)).toordinal()
               in FEDERAL.closed for one in range((rolled - plain).days))  # fmt: skip


def test_how_it_was_computed_names_the_holidays_that_were_passed_over() -> None:
    sent = datetime(2026, 11, 25, 4, tzinfo=UTC)
    found = due(Terms(Rule.WORKING_DAYS, "America/New_York", days=3, calendar="federal"), sent, FEDERAL)
    assert found.day == date(2026, 11, 30)
    assert found.steps == (
        "Sent on 2026-11-24 in America/New_York; the day after is the first of 3 working days.",
        "Days of the weekend are passed over; holidays passed over (Federal holidays): 2026-11-26.",
        "There is time through the end of 2026-11-30 in America/New_York: until 2026-12-01 05:00 UTC.",
    )


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        (Terms(Rule.FIXED, "UTC"), "the day by which to answer is missing"),
        (Terms(Rule.FIXED, "UTC", date.max), "the day by which to answer is missing"),
        (Terms(Rule.FIXED, "UTC", date(2026, 1, 1)), "not after the day of sending"),
        (Terms(Rule.CALENDAR_DAYS, "UTC"), "the number of days"),
        (Terms(Rule.WORKING_DAYS, "UTC", days=3), "which days are worked"),
        (Terms(Rule.WORKING_DAYS, "UTC", days=3000, calendar="federal"), "covers 2015-01-01 to 2027-12-31"),
        (Terms(Rule.CALENDAR_DAYS, "Mars/Olympus", days=3), "no such time zone"),
        (Terms(Rule.CALENDAR_DAYS, "../etc/passwd", days=3), "no such time zone"),
        (Terms(Rule.CALENDAR_DAYS, "", days=3), "no such time zone"),
    ],
)
def test_a_deadline_that_cannot_be_says_why(terms: Terms, says: str) -> None:
    with pytest.raises(WebError, match=says):
        due(terms, datetime(2026, 1, 1, 12, tzinfo=UTC), FEDERAL)


@given(days, numbers, some.integers(-5, 400))
def test_no_reminder_is_due_on_the_day_of_sending_and_none_is_made_up_for(sent: date, span: int, after: int) -> None:
    last, today = sent + timedelta(days=span), sent + timedelta(days=max(after, 0))
    which = reminder_due(sent, last, today)
    left = (last - today).days
    if left < 0:
        assert which == -1
    elif which is None:
        assert today == sent or not any(left <= one < span for one in BEFORE)
    else:
        assert left <= which and today > sent and not any(left <= one < which for one in BEFORE)


words = some.text(some.characters(codec="utf-8"), max_size=200)


@given(words, words, days)
def test_a_calendar_has_short_lines_and_gives_back_what_was_put_in(summary: str, text: str, day: date) -> None:
    one = Due("request-1@x", 2, datetime(2026, 1, 1, tzinfo=UTC), day, summary, text)
    written = calendar_of("Deadlines", [one])
    lines = written.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines) and not any(b"\r" in line or b"\n" in line for line in lines)
    unfolded = written.decode().replace("\r\n ", "").split("\r\n")
    assert unfolded.count("BEGIN:VEVENT") == 1 and "SEQUENCE:2" in unfolded
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}" in unfolded
    assert all(line.split(":")[0].split(";")[0].replace("-", "").isalpha() for line in unfolded if line)


@given(words, words, some.sampled_from(Rule), days, numbers, some.booleans())
def test_a_letter_is_read_back_from_its_canonical_text(
    title: str, text: str, rule: Rule, day: date, number: int, rolls: bool
) -> None:
    content = Content(title, text, ("a", "b"), Terms(rule, "UTC", day, number, rolls, "federal"))
    assert content_of(content.canonical()) == content
    assert content.digest() == content_of(content.canonical()).digest()


def test_the_days_are_put_in_when_it_is_sent() -> None:
    terms = Terms(Rule.CALENDAR_DAYS, "UTC", days=10)
    found = due(terms, datetime(2026, 1, 1, tzinfo=UTC), None)
    content = Content("x", f"Of {SENT}. Answer by {DEADLINE}.", ("a",), terms)
    assert content.filled(date(2026, 1, 1), found) == (
        "Of 2026-01-01. Answer by 2026-01-11 (through the end of the day, UTC)."
    )


def test_no_mail_leaves_unless_a_server_and_a_sender_are_named() -> None:
    assert mail_of("") is None
    found = mail_of("smtp+tls://me:p%40ss@mail.example?from=review@agency.example")
    assert found is not None
    assert (found.host, found.port, found.password, found.start_tls, found.tls) == (
        "mail.example",
        587,
        "p@ss",
        True,
        False,
    )
    for wrong in ("mail.example", "http://mail.example?from=a@b", "smtp://mail.example", "smtp://x:y?from=a@b"):
        with pytest.raises(WebError):
            mail_of(wrong)
