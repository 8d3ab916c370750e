"""What arithmetic comes to, for known quantities and for those of which only the bounds are known."""

from __future__ import annotations

import pytest

from ascertain.findings.answers.bounding import Span
from ascertain.findings.answers.spans import around, span
from ascertain.findings.arithmetic.amounts import Number, amount
from ascertain.findings.arithmetic.turning import Same
from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.model.expressions import Expression, Greatest, Least, OnWorkingDay, Sum, Worth
from ascertain.rulebook.model.rules import Outcome

SATURDAY = 6
"""The ordinal of a Saturday, 0001-01-06."""
OFFICE = Calendar("office", "Office days", frozenset({5, 6}), frozenset(), (1, 3_000_000))
BOTH = Worth("one"), Worth("two")


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (1, Outcome.SILENT, Outcome.SILENT),
        (Outcome.CONFLICT, 2, Outcome.CONFLICT),
        (Outcome.SILENT, Outcome.CONFLICT, Outcome.CONFLICT),
        (1, 2, 3),
    ],
)
def test_a_sum_has_no_worth_for_the_reason_that_a_part_has_none(
    one: Number | Outcome, two: Number | Outcome, expected: Number | Outcome
) -> None:
    assert amount(Sum(*BOTH), {"one": one, "two": two}.__getitem__, {}) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (Least(BOTH, "the earlier of"), (SATURDAY, SATURDAY + 1)),
        (Greatest(BOTH, "the later of"), (SATURDAY + 1, SATURDAY + 9)),
        (OnWorkingDay(Worth("one"), "office"), (SATURDAY + 2, SATURDAY + 2)),
        (Least((OnWorkingDay(Worth("one"), "office"), Worth("two")), ""), (SATURDAY + 1, SATURDAY + 2)),
        (Greatest((OnWorkingDay(Worth("one"), "office"), Worth("two")), ""), (SATURDAY + 2, SATURDAY + 9)),
    ],
)
def test_the_earlier_and_the_later_of_two_days_lie_between_the_bounds_of_both(
    expression: Expression, expected: Span
) -> None:
    lies: dict[str, Span] = {"one": (SATURDAY, SATURDAY + 1), "two": (SATURDAY + 1, SATURDAY + 9)}
    assert span(expression, lies.__getitem__, {"office": OFFICE}) == expected


def test_a_day_of_which_one_bound_is_not_known_bounds_the_earlier_of_two_above_alone() -> None:
    lies: dict[str, Span] = {"one": (None, 5), "two": (3, None)}
    assert span(Least(BOTH, ""), lies.__getitem__, {}) == (None, 5)
    assert span(Greatest(BOTH, ""), lies.__getitem__, {}) == (3, None)


def test_what_was_worked_out_with_one_thing_is_not_taken_for_another_that_is_equal() -> None:
    held = [1]
    assert Same(held) == Same(held)
    assert Same(held) != Same([1])
    assert Same(held) != held


def test_what_may_lie_in_any_of_several_stretches_lies_between_their_outermost_ends() -> None:
    assert around([(1, 2), (0, 5), (3, 4)]) == (0, 5)
    assert around([(1, None), (0, 5)]) == (0, None)
    assert around([(None, 2), (0, 5)]) == (None, 5)
    assert around([]) == (None, None)
