"""Scope moves: nationwide, then stayed except for Chicago, then extended to members of an association."""

from __future__ import annotations

import pytest

from .asking import Case
from .small import force

CASES = "fy2017-conditions"
NOTICE, CERTIFICATION = "jag-fy2017-conditions#notice", "jag-fy2017-conditions#certification"


@pytest.mark.parametrize(
    ("on", "suspended_for"),
    [
        ("2017-09-14", set()),
        ("2017-09-15", {"chicago", "evanston", "new-orleans", "connecticut"}),
        ("2018-06-25", {"chicago", "evanston", "new-orleans", "connecticut"}),
        ("2018-06-26", {"chicago"}),
        ("2018-07-27", {"chicago"}),
        ("2018-08-09", {"chicago", "evanston"}),
        ("2018-08-28", {"chicago", "evanston"}),
        ("2018-08-29", {"chicago", "evanston", "new-orleans"}),
        ("2018-11-30", {"chicago", "evanston", "new-orleans", "connecticut"}),
    ],
)
def test_the_notice_condition_is_suspended_for_whomever_the_orders_then_protect(
    on: str, suspended_for: set[str]
) -> None:
    states = {who: force(CASES, NOTICE, on, who).state for who in ("chicago", "evanston", "new-orleans", "connecticut")}
    assert {who for who, state in states.items() if state == "suspended"} == suspended_for
    assert {state for who, state in states.items() if who not in suspended_for} <= {"in force"}


def test_the_first_injunction_left_the_certification_condition_alone() -> None:
    assert force(CASES, CERTIFICATION, "2018-06-01", "chicago").state == "in force"
    assert force(CASES, CERTIFICATION, "2018-07-27", "chicago").state == "suspended"
    assert force(CASES, CERTIFICATION, "2018-07-27", "new-orleans").state == "in force"


def test_the_chain_names_the_stay_that_took_the_protection_away() -> None:
    chain = force(CASES, NOTICE, "2018-07-01", "new-orleans").chain
    assert [link.provision for link in chain if link.decisive] == [NOTICE, "ca7-2018-06-26"]
    assert "everyone except chicago" in {link.scope for link in chain}


def test_in_the_worked_case_the_protection_goes_and_comes_back_by_order_and_stay(case: Case) -> None:
    program = "byrne-jag-fy2017"
    days = ("2017-09-14", "2017-09-15", "2018-06-25", "2018-06-26", "2018-11-29", "2018-11-30")
    assert [case.force(NOTICE, on, "connecticut", program) == "suspended" for on in days] == [
        False,
        True,
        True,
        False,
        False,
        True,
    ]
    assert {case.force(NOTICE, on, "chicago", program) for on in days[1:]} == {"suspended"}
