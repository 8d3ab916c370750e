"""Unknown dates that are compared with each other and with working days: each way in which they can lie is met."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from random import Random

import pytest

from ascertain.findings.arithmetic.offsets import constant
from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.reaching.sampling import points
from ascertain.quantities.durations import Duration, Rounding
from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.expressions import Constant, Difference, Expression, OnWorkingDay, Shifted, Worth
from ascertain.rulebook.model.terms import Subject, Term, TermType

from .random_quantities import OFFICE
from .random_rulebooks import HERE, sample

FIRST = date(2023, 12, 20).toordinal()
A, B, C = (Worth(phrase) for phrase in "abc")
_EMPTY = sample(0).rulebook


def book(days: int, closed: Sequence[int] = ()) -> Rulebook:
    """Dates of so many days, without a threshold, and an office that is closed on weekends and some days more."""
    office = Calendar(OFFICE, "Office", frozenset({5, 6}), frozenset(closed), (1, 4_000_000))
    terms = {
        phrase: Term(phrase, TermType.DATE, Subject.GOVERNMENT, "?", HERE, least=FIRST, most=FIRST + days - 1)
        for phrase in "abc"
    }
    return replace(_EMPTY, terms=terms, calendars={OFFICE: office})


def on(of: Expression) -> Expression:
    return OnWorkingDay(of, OFFICE)


def after(of: Expression, days: int = 0, months: int = 0, rounding: Rounding | None = None) -> Expression:
    by = Duration(days, months, rounding)
    return Shifted(of, by, f"+ {by} {rounding}")


def assert_every_way_is_met(relations: Sequence[Relation], rulebook: Rulebook, order: Sequence[str]) -> None:
    """The ways in which relations can stand at once: over all days, and over those that are chosen."""

    def told(relation: Relation) -> Callable[[dict[str, int]], bool]:
        kept: dict[tuple[int, ...], bool] = {}

        def holds(point: dict[str, int]) -> bool:
            values = tuple(point[term] for term in relation.terms)
            if values not in kept:
                kept[values] = relation.holds(point, rulebook.calendars)
            return kept[values]

        return holds

    tells = [told(relation) for relation in relations]
    days = range(FIRST, (rulebook.terms["a"].most or 0) + 1)
    every = {
        tuple(tell(dict(zip(order, values, strict=True))) for tell in tells)
        for values in product(days, repeat=len(order))
    }
    some = dict.fromkeys(order, (FIRST,))
    chosen = points(order, relations, some, {}, rulebook)
    met = {tuple(tell({term: int(point[term]) for term in order}) for tell in tells) for point in chosen}
    assert met == every, [relation.text for relation in relations]


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_a_day_between_another_and_the_working_day_that_it_is_moved_to_is_met(order: str) -> None:
    assert_every_way_is_met([Relation(A, True, B), Relation(on(B), False, A)], book(60), order)


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_so_it_is_where_the_deadline_is_counted_in_months(order: str) -> None:
    nine = after(B, months=2, rounding=Rounding.MONTH_END)
    assert_every_way_is_met([Relation(A, True, nine), Relation(on(nine), False, A)], book(150), order)


@pytest.mark.parametrize("order", ["abc", "cab", "bca"])
def test_two_days_between_another_and_the_working_day_that_it_is_moved_to_are_met(order: str) -> None:
    relations = [Relation(A, True, B), Relation(B, True, C), Relation(on(C), False, A)]
    assert_every_way_is_met(relations, book(30), order)


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_a_number_of_days_between_a_day_and_a_moved_one_is_met(order: str) -> None:
    two = Constant(2, "2")
    relations = [Relation(Difference(on(B), A), False, two), Relation(A, True, B)]
    assert_every_way_is_met(relations, book(40), order)


def dates(rng: Random, of: Expression, depth: int = 0) -> Expression:
    match rng.randrange(4) if depth < 3 else 0:
        case 0:
            return of
        case 1:
            return on(dates(rng, of, depth + 1))
        case 2:
            return after(dates(rng, of, depth + 1), days=rng.choice([-7, -1, 1, 2, 7]))
        case _:
            return after(dates(rng, of, depth + 1), months=rng.choice([-1, 1]), rounding=rng.choice([*Rounding]))


def relation(rng: Random, one: Expression, other: Expression) -> Relation:
    left, right = (dates(rng, of) for of in rng.sample([one, other], 2))
    return Relation(left, rng.random() < 0.5, right)


@pytest.mark.parametrize("first", range(0, 40, 10))
def test_every_way_in_which_moved_dates_lie_together_is_met(first: int) -> None:
    for seed in range(first, first + 10):
        rng = Random(seed)  # noqa: S311 - no secret is made here
        rulebook = book(90, [FIRST + rng.randrange(90) for _ in range(rng.choice([0, 2]))])
        made = [relation(rng, A, B) for _ in range(rng.choice([2, 2, 3]))]
        relations = [each for each in made if constant(each) is None]
        assert_every_way_is_met(relations, rulebook, rng.choice(["ab", "ba"]))


@pytest.mark.parametrize("first", range(0, 10, 5))
def test_so_do_three_of_them(first: int) -> None:
    for seed in range(first, first + 5):
        rng = Random(seed)  # noqa: S311 - no secret is made here
        rulebook = book(24, [FIRST + rng.randrange(24)])
        relations = [relation(rng, *pair) for pair in ((A, B), (B, C), (A, C))]
        assert_every_way_is_met(relations, rulebook, rng.choice(["abc", "bca"]))
