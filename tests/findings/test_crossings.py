"""Where two straight comparisons of the same two amounts turn at once, each of the four parts has a whole value."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from ascertain.findings.arithmetic.crossing import crossings
from ascertain.findings.arithmetic.relations import Relation
from ascertain.rulebook.model.expressions import Constant, Difference, Expression, Share, Sum, Worth

ONE, OTHER = Worth("one"), Worth("other")


def times(number: int, of: Expression) -> Expression:
    return Share(of, number, 1, f"{number} times")


def number(value: int) -> Constant:
    return Constant(value, str(value))


def test_the_values_about_a_crossing_leave_room_for_two_whole_values_of_the_other() -> None:
    """``one >= 2 other`` and ``one + other >= 30`` cross at 20 and 10."""
    twice, both = Relation(ONE, False, times(2, OTHER)), Relation(Sum(ONE, OTHER), False, number(30))
    found = set(crossings(("one", "other"), (twice, both), {}, {}))
    assert found == {*(("one", at) for at in (17, 20, 23)), *(("other", at) for at in (8, 10, 12))}


def test_parallel_comparisons_and_those_of_other_amounts_cross_nowhere() -> None:
    twice, more = Relation(ONE, False, times(2, OTHER)), Relation(ONE, True, Sum(times(2, OTHER), number(5)))
    third = Relation(ONE, False, Worth("third"))
    assert list(crossings(("one", "other", "third"), (twice, more, third), {}, {})) == []


@pytest.mark.parametrize(("slope", "sum_"), [*product((2, 3, 7), (29, 30, 31, 100))])
def test_all_four_ways_in_which_two_comparisons_can_lie_are_met_about_their_crossing(slope: int, sum_: int) -> None:
    steep = Relation(times(slope, ONE), True, times(slope + 1, OTHER))
    both = Relation(Sum(ONE, OTHER), False, Difference(number(sum_), number(0)))
    met = dict[str, set[int]](one=set(), other=set())
    for name, at in crossings(("one", "other"), (steep, both), {}, {}):
        met[name].add(at)
    place = Fraction(sum_ * (slope + 1), 2 * slope + 1)
    assert min(met["one"]) < place < max(met["one"])
    ways = {
        (steep.holds({"one": one, "other": other}, {}), both.holds({"one": one, "other": other}, {}))
        for one, at in product(met["one"], met["other"])
        for other in range(at - 3, at + 4)
    }
    assert len(ways) == 4
