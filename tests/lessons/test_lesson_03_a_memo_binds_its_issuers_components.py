"""A memo binds its issuer's components; it neither amends an order nor lifts an injunction."""

from __future__ import annotations

from .asking import Case
from .small import force

ORDERS = "executive-orders"
MEMO = "ag-memo-2017-05-22"


def test_the_memo_binds_the_departments_programs_and_no_others() -> None:
    assert force(ORDERS, MEMO, "2017-07-06", "chicago", "byrne-jag-fy2017").state == "in force"
    assert force(ORDERS, MEMO, "2017-07-06", "chicago", "housing").state == "out of scope"


def test_even_a_memo_that_says_so_lifts_no_injunction() -> None:
    assert force(ORDERS, "ndcal-2017-04-25", "2017-07-06", "chicago").state == "in force"
    grants = force(ORDERS, "eo-13768#sec-9a-grants", "2017-07-06", "chicago", "byrne-jag-fy2017")
    assert grants.state == "suspended"
    assert [link.provision for link in grants.chain if link.decisive] == ["eo-13768#sec-9a-grants", "ndcal-2017-04-25"]


def test_even_a_memo_that_says_so_ends_no_part_of_the_order() -> None:
    assert force(ORDERS, "eo-13768#sec-9c-omb", "2017-07-06", "chicago", "byrne-jag-fy2017").state == "in force"


def test_what_the_memo_says_of_the_order_is_a_link_that_decides_nothing() -> None:
    chain = force(ORDERS, "eo-13768#sec-9a-grants", "2017-07-06", "chicago", "byrne-jag-fy2017").chain
    assert [(link.verb, link.decisive) for link in chain if link.target == "eo-13768#sec-9a"] == [
        ("suspends", True),
        ("clarifies", False),
    ]


def test_a_memo_does_end_the_departments_own_conditions() -> None:
    conditions = force("fy2017-conditions", "jag-fy2017-conditions", "2021-04-14", "evanston", "byrne-jag-fy2017")
    assert conditions.state == "ended"


def test_in_the_worked_case_neither_a_memo_nor_award_terms_reach_a_housing_grant_and_an_order_does(case: Case) -> None:
    for provision in (MEMO, "jag-fy2017-conditions#notice"):
        assert case.force(provision, "2017-08-01", "connecticut", "byrne-jag-fy2017") == "in force"
        assert case.force(provision, "2017-08-01", "connecticut", "hud-grants") == "out of scope"
    assert case.force("eo-13768#sec-9a-grants", "2017-04-24", "connecticut", "hud-grants") == "in force"
    assert case.force("eo-13768#sec-9a-grants", "2017-07-06", "connecticut", "hud-grants") == "suspended"
