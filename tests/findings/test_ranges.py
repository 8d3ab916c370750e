"""A range of a number, an amount or a date in words names every value in it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from ascertain.findings.arithmetic.ranges import joined, meets, overlaps, range_words, ranges
from ascertain.rulebook.model.terms import Between, Place, Subject, Term, TermType

_HERE = Place("test.md", 1, 1)
_MAY = date(2017, 5, 1).toordinal()


def term(kind: TermType, least: int | None = None) -> Term:
    return Term("it", kind, Subject.GOVERNMENT, "Is it?", _HERE, least=least)


@pytest.mark.parametrize(
    ("kind", "within", "said"),
    [
        (TermType.NUMBER, Between(None, 9), "less than 10"),
        (TermType.NUMBER, Between(10, 10), "10"),
        (TermType.NUMBER, Between(11, 19), "11 to 19"),
        (TermType.NUMBER, Between(21, None), "21 or more"),
        (TermType.NUMBER, Between(None, None), "any value"),
        (TermType.MONEY, Between(None, 99_999), "less than $1,000"),
        (TermType.MONEY, Between(50_000, 99_999), "$500 to less than $1,000"),
        (TermType.MONEY, Between(100_000, 100_000), "$1,000"),
        (TermType.DATE, Between(None, _MAY - 1), "before 2017-05-01"),
        (TermType.DATE, Between(_MAY, _MAY + 30), "2017-05-01 to 2017-05-31"),
        (TermType.DATE, Between(_MAY + 1, None), "2017-05-02 or later"),
    ],
)
def test_a_range_is_told_with_all_that_is_in_it(kind: TermType, within: Between, said: str) -> None:
    assert range_words(within, term(kind)) == said


def test_the_least_that_a_quantity_can_be_is_told_by_itself() -> None:
    assert range_words(Between(None, 0), term(TermType.NUMBER, least=0)) == "0"
    assert range_words(Between(None, 4), term(TermType.NUMBER, least=0)) == "less than 5"


def test_ranges_part_all_numbers_and_meet() -> None:
    found = ranges((10, 9, 20, 11))
    for number in range(30):
        assert [overlaps(within, number) for within in found].count(True) == 1
    assert all(meets(one, other) for one, other in pairwise(found))
    assert joined(found[1:3]) == Between(10, 19)
    assert joined(found) == Between(None, None)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (Between(None, 9), False),
        (Between(None, 10), True),
        (Between(12, 13), True),
        (Between(5, 40), True),
        (Between(19, None), True),
        (Between(20, None), False),
        (Between(None, None), True),
    ],
)
def test_what_is_known_to_lie_between_bounds_may_be_in_a_range_that_it_shares_a_value_with(
    shown: Between, expected: bool
) -> None:
    assert overlaps(Between(10, 19), shown) is expected
