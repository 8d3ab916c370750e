"""An appellate reversal takes effect on the mandate, not the opinion."""

from __future__ import annotations

from datetime import date

from ascertain.law.model import Branch, ForceState

from .asking import Case
from .small import force, law

CASES = "fy2017-conditions"
NOTICE = "jag-fy2017-conditions#notice"


def test_on_the_day_of_the_opinion_nothing_changes() -> None:
    for on in ("2020-02-25", "2020-02-26", "2021-03-18"):
        assert force(CASES, NOTICE, on, "connecticut").state == "suspended"


def test_while_the_mandate_may_have_issued_the_force_is_open_on_that_question_alone() -> None:
    tree = law(CASES, "2021-03-20", "connecticut").force(NOTICE).tree
    assert isinstance(tree, Branch)
    assert "mandate" in tree.doubt.question
    assert (tree.if_yes, tree.if_no) == (ForceState.IN_FORCE, ForceState.SUSPENDED)


def test_every_part_hangs_on_the_same_mandate() -> None:
    on = law(CASES, "2021-03-20", "new-york-city")
    trees = [on.force(f"jag-fy2017-conditions#{part}").tree for part in ("certification", "access", "notice")]
    assert len({tree.doubt.id for tree in trees if isinstance(tree, Branch)}) == 1
    assert all(isinstance(tree, Branch) for tree in trees)


def test_the_open_mandate_touches_nobody_whom_the_judgment_did_not_protect() -> None:
    assert force(CASES, NOTICE, "2021-03-20", "chicago").state == "suspended"


def test_once_the_conditions_end_the_mandate_no_longer_matters() -> None:
    assert force(CASES, NOTICE, "2021-04-14", "connecticut").state == "ended"


def test_an_injunction_narrowed_by_an_opinion_is_certain_where_both_answers_agree() -> None:
    grants = "eo-13768#sec-9a-grants"
    assert force("executive-orders", grants, "2019-01-01", "san-francisco").state == "suspended"
    assert force("executive-orders", grants, "2019-01-01", "chicago").state == "open"
    assert force("executive-orders", grants, "2021-01-20", "chicago").state == "ended"


def test_in_the_worked_case_the_opinion_of_2018_binds_its_circuit_at_once_and_opens_the_rest(case: Case) -> None:
    eve, day = date(2018, 7, 31), date(2018, 8, 1)
    assert case.ask("9a-enforceable", "chicago", on=eve).word == "does not hold"
    opened = case.ask("9a-enforceable", "chicago", on=day)
    assert (opened.word, [turn.id for turn in opened.law_turns]) == ("open", ["effective:ca9-2018-08-01"])
    assert case.ask("9a-enforceable", "clark-county", on=day).word == "does not hold"
