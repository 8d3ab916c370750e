"""The working day on or after a day is the first that a calendar does not close, and is known in its period only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.quantities.workdays import Calendar, OutsideCalendarError, working_day

FIRST, LAST = date(2021, 1, 1).toordinal(), date(2021, 12, 31).toordinal()


def calendar(weekend: frozenset[int], closed: frozenset[int]) -> Calendar:
    return Calendar("federal", "Federal holidays", weekend, closed, (FIRST, LAST))


SUMMER = calendar(
    frozenset({5, 6}), frozenset(date.fromisoformat(day).toordinal() for day in ("2021-06-18", "2021-07-05"))
)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2021-06-17", "2021-06-17"),
        ("2021-06-18", "2021-06-21"),
        ("2021-06-19", "2021-06-21"),
        ("2021-07-03", "2021-07-06"),
        ("2021-07-05", "2021-07-06"),
        ("2021-01-01", "2021-01-01"),
        ("2021-12-31", "2021-12-31"),
    ],
)
def test_a_deadline_moves_past_the_weekend_and_the_days_closed(day: str, worked: str) -> None:
    assert date.fromordinal(working_day(date.fromisoformat(day).toordinal(), SUMMER)).isoformat() == worked


calendars = st.builds(
    calendar,
    st.frozensets(st.integers(0, 6), max_size=6),
    st.frozensets(st.integers(FIRST, LAST), max_size=40),
)


@given(calendars)
def test_it_is_the_earliest_worked_day_that_is_not_before_and_never_decreases(made: Calendar) -> None:
    worked = [
        day
        for day in range(FIRST, LAST + 1)
        if date.fromordinal(day).weekday() not in made.weekend and day not in made.closed
    ]
    found = [working_day(day, made) for day in range(FIRST, worked[-1] + 1)]
    assert found == [min(later for later in worked if later >= day) for day in range(FIRST, worked[-1] + 1)]
    assert found == sorted(found)


@pytest.mark.parametrize("day", [FIRST - 1, LAST + 1, 0])
def test_a_day_outside_the_period_is_refused_with_the_name_and_the_period(day: int) -> None:
    with pytest.raises(
        OutsideCalendarError, match=r"calendar federal \(Federal holidays\) covers 2021-01-01 to 2021-12"
    ):
        working_day(day, SUMMER)


@pytest.mark.parametrize("weekend", [frozenset({4, 5, 6}), frozenset(range(7))])
def test_a_working_day_beyond_the_period_is_not_guessed(weekend: frozenset[int]) -> None:
    """The last day covered is a Friday: what follows it is not known."""
    with pytest.raises(OutsideCalendarError, match="on or after 2021-12-31 is known"):
        working_day(LAST, calendar(weekend, frozenset()))
