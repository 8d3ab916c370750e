"""How rules that say amounts speak together."""

from __future__ import annotations

import pytest
from oxidd.bdd import BDDFunction, BDDManager

from ascertain.findings.diagrams.voices import Voices
from ascertain.rulebook.model.expressions import Constant, Expression

TEN, DOZEN = Constant(10, "10"), Constant(12, "12")

Diagrams = tuple[BDDFunction, BDDFunction, BDDFunction, BDDFunction]


@pytest.fixture(name="diagrams")
def diagrams_fixture() -> Diagrams:
    """True, false, and two variables."""
    manager = BDDManager(1 << 10, 1 << 10, 1)
    x, y = (manager.var(at) for at in manager.add_vars(2))
    return manager.true(), manager.false(), x, y


def says(worth: Expression, where: BDDFunction) -> Voices:
    never = where & ~where
    return Voices(where, never, never, {worth: where})


def test_different_amounts_are_a_conflict_where_both_are_said_and_only_there(diagrams: Diagrams) -> None:
    _true, false, x, y = diagrams
    both = says(TEN, x).folded(says(DOZEN, y), lambda mine, its: false)
    assert both.conflict == x & y
    assert both.holds == x ^ y
    assert (both.worths[TEN], both.worths[DOZEN]) == (x & ~y, y & ~x)


def test_amounts_that_come_to_the_same_are_none_and_are_told_in_the_words_of_the_first(diagrams: Diagrams) -> None:
    true, false, x, y = diagrams
    both = says(TEN, x).folded(says(DOZEN, y), lambda mine, its: true)
    assert both.conflict == false
    assert both.holds == x | y
    assert (both.worths[TEN], both.worths[DOZEN]) == (x, y & ~x)


def test_amounts_that_come_to_the_same_in_part_are_a_conflict_elsewhere(diagrams: Diagrams) -> None:
    true, false, x, _y = diagrams
    both = says(TEN, true).folded(says(DOZEN, true), lambda mine, its: x)
    assert both.conflict == ~x
    assert (both.worths[TEN], both.worths[DOZEN]) == (x, false)


def test_the_same_amount_said_twice_is_said_wherever_either_says_it(diagrams: Diagrams) -> None:
    _true, false, x, y = diagrams
    both = says(TEN, x).folded(says(TEN, y), lambda mine, its: false)
    assert (both.conflict, both.holds, both.worths[TEN]) == (false, x | y, x | y)


def test_the_silent_do_not_count(diagrams: Diagrams) -> None:
    _true, false, x, _y = diagrams
    for both in (
        says(TEN, x).folded(Voices(false, false, false), lambda mine, its: false),
        Voices(false, false, false).folded(says(TEN, x), lambda mine, its: false),
    ):
        assert (both.holds, both.fails, both.conflict, both.worths) == (x, false, false, {TEN: x})


def test_what_speaks_first_is_heard_before_the_other_with_its_amounts(diagrams: Diagrams) -> None:
    true, false, x, _y = diagrams
    heard = says(TEN, x).before(says(DOZEN, true))
    assert (heard.holds, heard.worths) == (true, {TEN: x, DOZEN: ~x})
    assert says(TEN, x).before(says(TEN, true)).worths == {TEN: true}
    clash = Voices(false, false, x)
    assert clash.before(says(TEN, true)).conflict == x
    assert clash.before(says(TEN, true)).worths == {TEN: ~x}


def test_a_condition_silences_every_voice_where_it_is_false(diagrams: Diagrams) -> None:
    _true, _false, x, y = diagrams
    heard = says(TEN, x).where(y)
    assert (heard.holds, heard.silent, heard.worths) == (x & y, ~(x & y), {TEN: x & y})
