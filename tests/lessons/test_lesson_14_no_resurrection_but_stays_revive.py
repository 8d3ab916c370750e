"""Revoking a revoker does not revive the first order; a lifted stay does revive the injunction it stayed."""

from __future__ import annotations

from .asking import Case
from .small import force

ORDERS, CASES = "executive-orders", "fy2017-conditions"


def test_revoking_the_revoker_does_not_revive_the_first_order() -> None:
    assert force(ORDERS, "eo-13768", "2021-01-19").state == "in force"
    assert force(ORDERS, "eo-13768", "2021-01-20").state == "ended"
    assert force(ORDERS, "eo-13993", "2025-01-20").state == "ended"
    for part in ("eo-13768", "eo-13768#sec-9a-grants", "eo-13768#sec-9b-reporting"):
        assert force(ORDERS, part, "2025-01-20").state == "ended"


def test_the_chain_says_that_the_revocation_decides_and_its_own_revocation_does_not() -> None:
    chain = force(ORDERS, "eo-13768", "2025-01-20").chain
    weights = {link.provision: link.decisive for link in chain if link.verb == "revokes"}
    assert weights == {"eo-13993": True, "eo-14159": False}


def test_a_lifted_stay_revives_the_injunction() -> None:
    injunction, notice = "ndill-2018-08-09#injunction", "jag-fy2017-conditions#notice"
    assert force(CASES, injunction, "2018-08-28", "new-orleans").state == "suspended"
    assert force(CASES, notice, "2018-08-28", "new-orleans").state == "in force"
    assert force(CASES, injunction, "2018-08-29", "new-orleans").state == "in force"
    assert force(CASES, notice, "2018-08-29", "new-orleans").state == "suspended"


def test_in_the_worked_case_nothing_that_was_revoked_comes_back(case: Case) -> None:
    for part in ("eo-13768", "eo-13768#sec-9a-grants", "eo-13768#sec-9b-reporting"):
        assert case.force(part, "2025-01-20", "miami-dade") == "ended"
    assert case.force("eo-13993", "2025-01-20", "miami-dade") == "ended"
    assert case.force("ag-memo-2017-05-22", "2025-02-05", "miami-dade", "byrne-jag") == "ended"


def test_in_the_worked_case_notices_that_end_bring_back_no_condition_that_ended_with_them(case: Case) -> None:
    notice, condition = "bja-special-notice-ca#fy2017", "jag-fy2017-conditions#certification"
    assert case.force(notice, "2021-04-13", "california", "byrne-jag-fy2017") == "in force"
    for provision in (notice, condition):
        assert case.force(provision, "2021-04-14", "california", "byrne-jag-fy2017") == "ended"
