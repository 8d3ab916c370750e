"""A date compared with itself, moved: what is told of it for good is so for every day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.findings.arithmetic.offsets import LONGEST_REST, constant, follows
from ascertain.findings.arithmetic.relations import Relation
from ascertain.quantities.durations import Duration, Rounding
from ascertain.rulebook.model.expressions import Expression, OnWorkingDay, Shifted, Worth

DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1)).map(date.toordinal)
DURATIONS = st.one_of(
    st.builds(Duration, days=st.integers(-90, 90)),
    st.builds(Duration, months=st.integers(-15, 15).filter(bool), rounding=st.sampled_from(Rounding)),
)
MOVED: st.SearchStrategy[Expression] = st.recursive(
    st.just(Worth("the day")), lambda of: st.builds(Shifted, of, DURATIONS, st.just("")), max_leaves=3
)


@given(MOVED, st.booleans(), MOVED, st.lists(DAYS, min_size=20, max_size=20))
def test_what_is_told_for_good_of_a_date_moved_twice_is_so_on_every_day(
    left: Expression, strict: bool, right: Expression, days: list[int]
) -> None:
    relation = Relation(left, strict, right)
    always = constant(relation)
    if always is not None:
        assert {relation.holds({"the day": day}, {}) for day in days} == {always}


def test_nine_and_thirteen_months_after_a_day_are_told_apart_for_good() -> None:
    nine, thirteen = (
        Shifted(Worth("the day"), Duration(months=months, rounding=Rounding.MONTH_END), "") for months in (9, 13)
    )
    assert constant(Relation(thirteen, True, nine)) is True
    assert constant(Relation(nine, False, thirteen)) is False


def test_days_are_told_apart_for_good_to_the_day() -> None:
    later = Shifted(Worth("the day"), Duration(days=1), "")
    assert constant(Relation(later, True, Worth("the day"))) is True
    assert constant(Relation(Worth("the day"), False, later)) is False


@given(MOVED, MOVED, st.booleans(), st.booleans(), st.lists(st.tuples(DAYS, DAYS), min_size=20, max_size=20))
def test_what_follows_from_a_comparison_of_two_dates_is_so_wherever_that_is(
    moved: Expression, other: Expression, strict: bool, loose: bool, days: list[tuple[int, int]]
) -> None:
    one = Relation(Worth("another day"), strict, moved)
    then = Relation(Worth("another day"), loose, other)
    if follows(one, then):
        for day, another in (*days, *((day, day + near) for day, _ in days for near in (-31, -1, 0, 1, 31))):
            facts = {"the day": day, "another day": another}
            assert then.holds(facts, {}) or not one.holds(facts, {})


def test_what_is_later_than_a_later_day_is_later_than_an_earlier_one() -> None:
    thirty, forty = (Shifted(Worth("the day"), Duration(days=days), "") for days in (30, 40))
    late, later = (Relation(Worth("another day"), True, due) for due in (thirty, forty))
    assert (follows(later, late), follows(late, later)) == (True, False)


def test_four_days_after_a_month_is_after_the_month_whichever_day_a_short_month_gives() -> None:
    month = Shifted(Worth("the day"), Duration(months=1, rounding=Rounding.DOWN), "")
    later = Shifted(month, Duration(days=4), "")
    assert constant(Relation(later, True, month)) is True
    assert constant(Relation(month, False, later)) is False


X, D = Worth("another day"), Worth("the day")
NEXT = Shifted(D, Duration(days=1), "")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Relation(X, True, NEXT), Relation(X, True, NEXT), True),
        (Relation(X, True, NEXT), Relation(X, False, NEXT), True),
        (Relation(X, False, NEXT), Relation(X, False, NEXT), True),
        (Relation(X, False, NEXT), Relation(X, True, NEXT), False),
        (Relation(X, False, NEXT), Relation(X, True, D), True),
        (Relation(D, False, X), Relation(NEXT, True, X), True),
        (Relation(X, True, D), Relation(X, False, NEXT), False),
        (Relation(X, True, D), Relation(D, True, X), False),
    ],
)
def test_what_is_after_a_day_is_after_an_earlier_one(one: Relation, other: Relation, expected: bool) -> None:
    assert follows(one, other) is expected
    days = range(730_000, 730_006)
    worlds = [{"another day": x, "the day": d} for x in days for d in days]
    so = all(other.holds(world, {}) for world in worlds if one.holds(world, {}))
    assert so or not expected


def test_a_day_is_later_for_good_than_the_working_day_of_another_only_beyond_the_longest_rest() -> None:
    day = Worth("the day")
    working = OnWorkingDay(day, "office")
    rest, longer = (Shifted(day, Duration(days=LONGEST_REST + more), "") for more in (0, 1))
    assert constant(Relation(working, True, day)) is None
    assert constant(Relation(rest, True, working)) is None
    assert constant(Relation(longer, True, working)) is True
    assert constant(Relation(working, False, longer)) is False
