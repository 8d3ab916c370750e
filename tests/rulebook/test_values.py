"""Values in the rulebook's words, and words as values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.rulebook.model.terms import Between, TermType
from ascertain.rulebook.values import constant_of, span_of, written

DAYS = st.dates(date(1000, 1, 1)).map(date.toordinal)
AMOUNTS = st.integers(-(10**12), 10**12)


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (TermType.DATE, "2020-06"),
        (TermType.DATE, "2020"),
        (TermType.DATE, "2020-06-01 to 2020-06-29"),
        (TermType.DATE, "at least 2020-06-01"),
        (TermType.MONEY, "$1.50 to $2"),
        (TermType.MONEY, "at most -$3"),
        (TermType.NUMBER, "at least 3"),
    ],
)
def test_a_span_is_written_as_it_is_read(kind: TermType, word: str) -> None:
    span = span_of(kind, word)
    assert span is not None
    assert written(kind, span) == word


@pytest.mark.parametrize("word", ["2020-13", "$2 to $1", "$1 to $1", "at least", "$1", "a to b"])
def test_what_is_no_span_is_none(word: str) -> None:
    assert span_of(TermType.MONEY, word) is None
    assert span_of(TermType.DATE, word) is None


@given(AMOUNTS)
def test_an_amount_is_read_as_it_is_written(cents: int) -> None:
    assert constant_of(TermType.MONEY, written(TermType.MONEY, cents)) == cents


@given(DAYS, DAYS)
def test_days_between_two_days_are_read_as_they_are_written(one: int, other: int) -> None:
    if one < other:
        span = Between(one, other)
        assert span_of(TermType.DATE, written(TermType.DATE, span)) == span


@pytest.mark.parametrize(
    ("number", "shown"), [(2017, "2017"), (9_999, "9999"), (1_234_567, "1,234,567"), (-10_000, "-10,000")]
)
def test_the_digits_of_a_long_number_are_grouped_and_read_again(number: int, shown: str) -> None:
    assert written(TermType.NUMBER, number) == shown
    assert constant_of(TermType.NUMBER, shown) == number
