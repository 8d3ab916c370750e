"""A duration moves days as stated, never a later day before an earlier one, and never out of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from ascertain.quantities.durations import BeyondYearsError, Duration, Rounding, shifted

DOWN, UP, MONTH_END = Rounding.DOWN, Rounding.UP, Rounding.MONTH_END

DAYS = st.dates()
MONTHS = st.integers(-2400, 2400).filter(bool)
ROUNDINGS = st.sampled_from(Rounding)


def moved(day: str, months: int, rounding: Rounding) -> str:
    return str(date.fromordinal(shifted(date.fromisoformat(day).toordinal(), Duration(0, months, rounding))))


@pytest.mark.parametrize(
    ("day", "months", "down", "up", "month_end"),
    [
        ("2021-06-30", 9, "2022-03-30", "2022-03-30", "2022-03-31"),
        ("2021-05-31", 9, "2022-02-28", "2022-03-01", "2022-02-28"),
        ("2023-05-31", 9, "2024-02-29", "2024-03-01", "2024-02-29"),
        ("2021-12-31", 9, "2022-09-30", "2022-10-01", "2022-09-30"),
        ("2021-02-27", 1, "2021-03-27", "2021-03-27", "2021-03-27"),
        ("2021-02-28", 1, "2021-03-28", "2021-03-28", "2021-03-31"),
        ("2024-02-28", 1, "2024-03-28", "2024-03-28", "2024-03-28"),
        ("2024-02-29", 12, "2025-02-28", "2025-03-01", "2025-02-28"),
        ("2023-02-28", 12, "2024-02-28", "2024-02-28", "2024-02-29"),
        ("2021-01-30", 1, "2021-02-28", "2021-03-01", "2021-02-28"),
        ("2021-03-31", -1, "2021-02-28", "2021-03-01", "2021-02-28"),
        ("2021-04-30", -1, "2021-03-30", "2021-03-30", "2021-03-31"),
        ("2021-01-15", -1, "2020-12-15", "2020-12-15", "2020-12-15"),
        ("2021-01-31", -2, "2020-11-30", "2020-12-01", "2020-11-30"),
        ("0001-02-01", -1, "0001-01-01", "0001-01-01", "0001-01-01"),
        ("9999-10-31", 2, "9999-12-31", "9999-12-31", "9999-12-31"),
    ],
)
def test_the_rounding_says_what_a_missing_day_becomes(
    day: str, months: int, down: str, up: str, month_end: str
) -> None:
    assert [moved(day, months, rounding) for rounding in (DOWN, UP, MONTH_END)] == [down, up, month_end]


def durations_of_months() -> Iterator[Duration]:
    for rounding in Rounding:
        for months in range(-60, 61):
            if months:
                yield Duration(0, months, rounding)


def assert_order_is_kept(first: date, last: date) -> None:
    days = range(first.toordinal(), last.toordinal() + 1)
    for by in durations_of_months():
        reached = [shifted(day, by) for day in days]
        assert [day for day, (one, next_one) in zip(days, pairwise(reached), strict=False) if one > next_one] == [], by


def test_no_day_is_moved_before_an_earlier_one() -> None:
    """Every kind of year: leap years four and eight years apart, around a century that is none."""
    assert_order_is_kept(date(1896, 1, 1), date(1904, 12, 31))


@pytest.mark.nightly
@pytest.mark.parametrize("first", range(1900, 2300, 20))
def test_no_day_is_moved_before_an_earlier_one_in_all_400_years_of_the_calendar(first: int) -> None:
    assert_order_is_kept(date(first, 1, 1), date(first + 20, 1, 1))


@given(DAYS, DAYS, MONTHS, ROUNDINGS)
def test_centuries_keep_the_order_of_two_days(one: date, other: date, months: int, rounding: Rounding) -> None:
    by = Duration(0, months, rounding)
    earlier, later = sorted([one.toordinal(), other.toordinal()])
    try:
        reached = shifted(earlier, by), shifted(later, by)
    except BeyondYearsError:
        return
    assert reached[0] <= reached[1]


@given(DAYS, MONTHS)
def test_rounding_down_is_what_dateutil_does(day: date, months: int) -> None:
    try:
        expected = day + relativedelta(months=months)
    except (ValueError, OverflowError):
        with pytest.raises(BeyondYearsError):
            shifted(day.toordinal(), Duration(0, months, DOWN))
    else:
        assert shifted(day.toordinal(), Duration(0, months, DOWN)) == expected.toordinal()


@given(DAYS, MONTHS)
def test_rounding_up_is_a_day_later_exactly_where_the_day_is_missing(day: date, months: int) -> None:
    try:
        down, up = (shifted(day.toordinal(), Duration(0, months, rounding)) for rounding in (DOWN, UP))
    except BeyondYearsError:
        return
    assert up - down == (date.fromordinal(down).day != day.day)


@given(DAYS, MONTHS)
def test_to_month_end_differs_from_rounding_down_for_the_last_day_of_a_month_only(day: date, months: int) -> None:
    try:
        down, end = (shifted(day.toordinal(), Duration(0, months, rounding)) for rounding in (DOWN, MONTH_END))
    except BeyondYearsError:
        return
    if day == date.max or (day + timedelta(days=1)).day == 1:
        assert end == date.max.toordinal() or date.fromordinal(end + 1).day == 1
    else:
        assert end == down


@given(DAYS, st.integers(-4_000_000, 4_000_000).filter(bool))
def test_days_are_counted(day: date, days: int) -> None:
    try:
        expected = day + timedelta(days=days)
    except OverflowError:
        with pytest.raises(BeyondYearsError):
            shifted(day.toordinal(), Duration(days))
    else:
        assert shifted(day.toordinal(), Duration(days)) == expected.toordinal()


@pytest.mark.parametrize("by", [Duration(0), *(Duration(0, 0, rounding) for rounding in Rounding)])
def test_no_days_and_no_months_move_nothing(by: Duration) -> None:
    day = date(2021, 2, 28).toordinal()
    assert shifted(day, by) == day


@pytest.mark.parametrize(
    ("day", "by", "said"),
    [
        (date.max.toordinal(), Duration(1), "9999-12-31 moved by 1 day is no date"),
        (date.min.toordinal(), Duration(-1), "0001-01-01 moved by -1 day is no date"),
        (date(9999, 6, 30).toordinal(), Duration(0, 7, MONTH_END), "9999-06-30 moved by 7 months is no date"),
        (date(1, 1, 31).toordinal(), Duration(0, -1, DOWN), "0001-01-31 moved by -1 month is no date"),
        (date.min.toordinal() - 1, Duration(1), "day 0 moved by 1 day is no date"),
    ],
)
def test_what_leaves_the_years_1_to_9999_is_refused(day: int, by: Duration, said: str) -> None:
    with pytest.raises(BeyondYearsError, match=said):
        shifted(day, by)


@pytest.mark.parametrize(
    ("days", "months", "rounding", "said"),
    [
        (1, 9, DOWN, "9 months and 1 day are two durations"),
        (0, 9, None, "9 months needs a rounding: down, up, to month end"),
        (30, 0, UP, "30 days has no months, so that nothing is rounded up"),
    ],
)
def test_a_duration_that_does_not_say_what_it_means_is_refused(
    days: int, months: int, rounding: Rounding | None, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        Duration(days, months, rounding)
