"""A change in words names every value that would do, of a number, an amount or a date too."""

from __future__ import annotations

from datetime import date

import pytest

from ascertain.findings.domains import ANYTHING_ELSE, representative
from ascertain.publish.changes import range_words
from ascertain.rulebook.model.terms import Place, Subject, Term, TermType, Value

_HERE = Place("test.md", 1, 1)
_MAY = date(2017, 5, 1).toordinal()


def term(kind: TermType) -> Term:
    return Term("it", kind, Subject.GOVERNMENT, "Is it?", _HERE)


@pytest.mark.parametrize(
    ("kind", "domain", "value", "said"),
    [
        (TermType.YES_NO, (True, False), False, "no"),
        (TermType.ONE_OF, ("none", "in part"), "in part", "in part"),
        (TermType.NUMBER, (9, 10, 11, 20, 21), 9, "less than 10"),
        (TermType.NUMBER, (9, 10, 11, 20, 21), 10, "10"),
        (TermType.NUMBER, (9, 10, 11, 20, 21), 11, "11 to 19"),
        (TermType.NUMBER, (9, 10, 11, 20, 21), 21, "21 or more"),
        (TermType.NUMBER, (0,), 0, "any value"),
        (TermType.MONEY, (99_999, 100_000, 100_001), 99_999, "less than $1,000"),
        (TermType.DATE, (_MAY - 1, _MAY, _MAY + 1), _MAY - 1, "before 2017-05-01"),
        (TermType.DATE, (_MAY - 1, _MAY, _MAY + 1), _MAY + 1, "2017-05-02 or later"),
        (TermType.TEXT, ("one", "two", ANYTHING_ELSE), ANYTHING_ELSE, "anything but one, two"),
        (TermType.TEXT, ("one", "two", ANYTHING_ELSE), "two", "two"),
    ],
)
def test_a_value_is_told_with_all_that_the_law_cannot_tell_from_it(
    kind: TermType, domain: tuple[Value, ...], value: Value, said: str
) -> None:
    assert range_words(value, domain, term(kind)) == said


def test_the_ranges_of_a_number_part_all_numbers_as_the_law_does() -> None:
    domain: tuple[Value, ...] = (9, 10, 11, 20, 21)
    told: dict[str, set[int]] = {}
    for number in range(30):
        at = representative(domain, number)
        told.setdefault(range_words(domain[at], domain, term(TermType.NUMBER)), set()).add(number)
    assert told == {
        "less than 10": set(range(10)),
        "10": {10},
        "11 to 19": set(range(11, 20)),
        "20": {20},
        "21 or more": set(range(21, 30)),
    }
