"""Comparisons of a date, or an amount, with itself: every way in which they can stand at once is met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from random import Random

import pytest

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.arithmetic.trends import STRAY, unsettled
from ascertain.findings.arithmetic.turning import bounds
from ascertain.findings.reaching.sampling import points
from ascertain.quantities.durations import Duration, Rounding, shifted
from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.expressions import (
    Constant,
    Difference,
    Expression,
    Greatest,
    Least,
    OnWorkingDay,
    Share,
    Shifted,
    Sum,
    Worth,
)
from ascertain.rulebook.model.terms import Subject, Term, TermType

from .random_quantities import OFFICE
from .random_rulebooks import HERE, sample

FIRST, LAST = date(1996, 1, 1).toordinal(), date(2031, 12, 31).toordinal()
DAY, COUNT = Worth("day"), Worth("count")
_EMPTY = sample(0).rulebook


Told = tuple[bool, ...]
Ways = set[Told]


def book(rng: Random) -> Rulebook:
    closed = frozenset(rng.randrange(FIRST, LAST) for _ in range(rng.choice([0, 4])))
    office = Calendar(OFFICE, "Office", frozenset(rng.choice([{5, 6}, {6}, set()])), closed, (1, 4_000_000))
    terms = {
        "day": Term("day", TermType.DATE, Subject.GOVERNMENT, "?", HERE, least=FIRST, most=LAST),
        "count": Term("count", TermType.NUMBER, Subject.GOVERNMENT, "?", HERE, least=-400, most=400),
    }
    return replace(_EMPTY, terms=terms, calendars={OFFICE: office})


def moved(rng: Random, depth: int = 0) -> Expression:
    match rng.randrange(4) if depth < 3 else 0:
        case 0:
            return DAY
        case 1:
            return OnWorkingDay(moved(rng, depth + 1), OFFICE)
        case 2:
            by = Duration(days=rng.choice([-60, -1, 1, 7, 30, 365]))
        case _:
            by = Duration(months=rng.choice([-12, -1, 1, 3, 12]), rounding=rng.choice([*Rounding]))
    return Shifted(moved(rng, depth + 1), by, str(by))


def days_between(rng: Random) -> Expression:
    some_day = rng.randrange(FIRST, LAST)
    other = rng.choice([moved(rng), Constant(some_day, date.fromordinal(some_day).isoformat())])
    found: Expression = Difference(moved(rng), other)
    if rng.random() < 0.5:
        found = Share(found, *rng.choice([(1, 2, "half of"), (1, 5, "20% of"), (2, 1, "2 times"), (3, 100, "3% of")]))
    return found


def counted(rng: Random, depth: int = 0) -> Expression:
    match rng.randrange(5) if depth < 3 else 0:
        case 0:
            return COUNT
        case 1:
            return Constant(value := rng.randrange(-50, 50), str(value))
        case 2:
            return Difference(counted(rng, depth + 1), counted(rng, depth + 1))
        case 3:
            return Share(counted(rng, depth + 1), 1, 3, "one third of")
        case _:
            both = counted(rng, depth + 1), counted(rng, depth + 1)
            return Least(both, "smaller") if rng.random() < 0.5 else Greatest(both, "larger")


def date_relation(rng: Random) -> Relation:
    number = Constant(value := rng.choice([-31, -1, 0, 1, 2, 28, 30, 31, 365]), str(value))
    if rng.random() < 0.4:
        return Relation(moved(rng), rng.random() < 0.5, moved(rng))
    right = rng.choice([days_between(rng), number, Sum(days_between(rng), number)])
    return Relation(days_between(rng), rng.random() < 0.5, right)


def count_relation(rng: Random) -> Relation:
    return Relation(counted(rng), rng.random() < 0.5, counted(rng))


def told(relations: Sequence[Relation], term: str, value: int, cuts: Sequence[int], rulebook: Rulebook) -> Told:
    stands = (relation.holds({term: value}, rulebook.calendars) for relation in relations)
    return (*stands, *(value >= cut for cut in cuts))


def every_and_met(relations: Sequence[Relation], term: str, cuts: list[int], rulebook: Rulebook) -> tuple[Ways, Ways]:
    """The ways in which relations and thresholds stand at once: over all values, and over those that are chosen."""
    first, last = bounds(rulebook.terms[term])
    values = {value for cut in cuts for value in (cut - 1, cut)}
    chosen = {int(each[term]) for each in points((term,), relations, {term: sorted(values)}, {}, rulebook)}
    assert all(first <= value <= last for value in chosen)
    every = {told(relations, term, value, cuts, rulebook) for value in range(first, last + 1)}
    return every, {told(relations, term, value, cuts, rulebook) for value in chosen}


@pytest.mark.parametrize("seed", range(12))
def test_every_way_in_which_comparisons_of_a_date_with_itself_stand_at_once_is_met(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - no secret is made here
    rulebook = book(rng)
    relations = [date_relation(rng) for _ in range(rng.choice([1, 1, 2, 3]))]
    cuts = sorted(rng.randrange(FIRST + 1, LAST) for _ in range(rng.choice([1, 2])))
    every, met = every_and_met(relations, "day", cuts, rulebook)
    assert every == met


@pytest.mark.parametrize("seed", range(12))
def test_every_way_in_which_comparisons_of_an_amount_with_itself_stand_at_once_is_met(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - no secret is made here
    relations = [count_relation(rng) for _ in range(rng.choice([1, 2]))]
    every, met = every_and_met(relations, "count", [rng.randrange(-30, 30)], book(rng))
    assert every == met


@pytest.mark.parametrize("seed", range(12))
def test_a_comparison_of_a_date_with_itself_turns_only_where_it_is_unsettled(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - no secret is made here
    rulebook, relation = book(rng), date_relation(rng)
    within = [range(each.first, each.last + 1) for each in unsettled(relation, FIRST, LAST)]
    before = relation.holds({"day": FIRST}, rulebook.calendars)
    for day in range(FIRST + 1, LAST + 1):
        now = relation.holds({"day": day}, rulebook.calendars)
        assert now is before or any(day in days or day - 1 in days for days in within), date.fromordinal(day)
        before = now


@pytest.mark.parametrize("seed", range(12))
def test_the_stretches_in_which_comparisons_may_turn_lie_in_order_and_apart(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - no secret is made here
    made = [(date_relation(rng), FIRST, LAST) for _ in range(20)] + [
        (count_relation(rng), -400, 400) for _ in range(20)
    ]
    for relation, first, last in made:
        found = unsettled(relation, first, last)
        assert all(first <= each.first <= each.last <= last for each in found)
        for one, other in pairwise(found):
            assert one.last < other.first
            assert one.last + 1 < other.first or one.recurs is not other.recurs


@pytest.mark.parametrize(
    ("left", "turns"),
    [
        (Sum(Least((COUNT, Constant(10, "10")), "smaller"), Constant(5, "5")), 15),
        (Sum(Constant(5, "5"), Least((COUNT, Constant(10, "10")), "smaller")), 15),
        (Least((Share(COUNT, 1, 2, "half of"), Constant(10, "10")), "smaller"), 0),
        (Greatest((Share(COUNT, 1, 2, "half of"), Constant(10, "10")), "larger"), 10),
        (Difference(Constant(200, "200"), COUNT), 100),
    ],
)
def test_a_comparison_that_turns_once_is_unsettled_about_that_value_alone(left: Expression, turns: int) -> None:
    relation = Relation(left, True, COUNT)
    assert [relation.holds({"count": turns + more}, {}) for more in (-1, 1)] == [True, False]
    found = unsettled(relation, -400, 400)
    assert found[0].first <= turns <= found[-1].last
    assert sum(each.last - each.first + 1 for each in found) < 70
    assert not any(each.recurs for each in found)


def test_where_a_date_falls_out_of_one_side_the_day_on_which_the_rest_turns_is_met() -> None:
    """20% of (2020-12-01 - day) is more than day - (day - 1 day) until five days before."""
    end = Constant(date(2020, 12, 1).toordinal(), "2020-12-01")
    one_day = Difference(DAY, Shifted(DAY, Duration(days=-1), "- 1 day"))
    relation = Relation(Share(Difference(end, DAY), 1, 5, "20% of"), True, one_day)
    rulebook = book(Random(0))  # noqa: S311 - no secret is made here
    every, met = every_and_met([relation], "day", [date(2020, 11, 26).toordinal()], rulebook)
    assert every == met == {(True, False), (False, True)}


def few_years(closed: frozenset[int] = frozenset()) -> Rulebook:
    """A calendar of weekends and these days, and days of three years about a leap day."""
    low, high = date(2019, 1, 1).toordinal(), date(2021, 12, 31).toordinal()
    term = Term("day", TermType.DATE, Subject.GOVERNMENT, "?", HERE, least=low, most=high)
    office = Calendar(OFFICE, "Office", frozenset({5, 6}), closed, (1, 4_000_000))
    return replace(_EMPTY, terms={"day": term}, calendars={OFFICE: office})


def number(value: int) -> Constant:
    return Constant(value, str(value))


def later(of: Expression, by: Duration) -> Shifted:
    return Shifted(of, by, str(by))


def test_a_month_of_another_length_is_met_however_long_after_a_threshold_it_comes() -> None:
    month = Difference(later(DAY, Duration(months=1, rounding=Rounding.DOWN)), DAY)
    for least in (29, 30, 31):
        every, met = every_and_met(
            [Relation(month, False, number(least))], "day", [date(2020, 3, 3).toordinal()], few_years()
        )
        assert every == met
        assert len(every) > 2


@pytest.mark.parametrize("days", [-400, -60, 0, 60, 400])
def test_a_holiday_is_met_as_many_days_off_as_dates_are_moved(days: int) -> None:
    """Only a holiday on a Friday makes anybody wait three days for the next working day."""
    friday = date(2020, 7, 3).toordinal()
    moved_day = later(DAY, Duration(days=days))
    cuts = [date(2019, 2, 4).toordinal()]
    for start, least in ((moved_day, 3), (DAY, days + 3)):
        waits = Relation(Difference(OnWorkingDay(moved_day, OFFICE), start), False, number(least))
        every, met = every_and_met([waits], "day", cuts, few_years(frozenset({friday})))
        assert (True, True) in every
        assert every == met


@pytest.mark.parametrize("weekday", range(7))
def test_what_comparisons_come_to_on_the_last_days_before_they_settle_is_met(weekday: int) -> None:
    waits = Difference(OnWorkingDay(DAY, OFFICE), DAY)
    end = date(2020, 6, 1).toordinal() + weekday

    def left(more: int) -> Expression:
        return Share(Difference(number(end + more), DAY), 1, 2, "half of")

    for more in (1, 2, 3):
        relations = [Relation(left(0), True, waits), Relation(left(more), True, waits)]
        every, met = every_and_met(relations, "day", [end - 100], few_years())
        assert every == met


def test_no_run_of_months_strays_far_from_their_mean() -> None:
    days = [
        date(year, month, day).toordinal() for year in range(1899, 2200) for month in range(1, 13) for day in (1, 28)
    ]
    for months in (-120, -13, -12, -1, 1, 2, 7, 11, 15, 48, 120):
        for rounding in Rounding:
            by = Duration(months=months, rounding=rounding)
            assert all(abs(shifted(day, by) - day - months * 30.436875) < STRAY for day in days)
