"""Lesson 12: findings are dated and provisional, and "no evidence of non-compliance" is not "compliant"."""

from __future__ import annotations

from datetime import date

from ascertain.docket.model import Docket
from ascertain.docket.state import state_on

from .asking import Case


def test_a_clearance_letter_settles_no_finding_of_compliance(case: Case) -> None:
    assert case.ask("complies", "clark-county", on=date(2017, 8, 4)).word == "open"


def test_a_later_determination_takes_the_earlier_ones_place_and_both_are_kept(docket: Docket) -> None:
    before, after = (state_on(docket, day) for day in (date(2017, 11, 1), date(2017, 12, 1)))
    earlier, later = ({one.government: one.result.result for one in each.determinations} for each in (before, after))
    assert earlier["new-orleans"] != "no evidence out of compliance"
    assert later["new-orleans"] == "no evidence out of compliance"
    assert {one.government for one in after.superseded} == {"new-orleans"}
