"""Lesson 4: the label (willful refusal to comply) and ineligibility (failure to certify) are different tests."""

from __future__ import annotations

from .asking import RESTRICTS_NOTHING, Case

FY2016 = "byrne-jag-fy2016"
CARRIES = {"accepted": True, "carries-validation": True, "submitted": False, "certified": False}


def test_who_complies_but_refuses_to_certify_is_ineligible_without_the_label(case: Case) -> None:
    refusing = case.showing("chicago", {**RESTRICTS_NOTHING, "refused": True})
    refusing = refusing.showing("chicago", CARRIES, FY2016)
    assert refusing.ask("sanctuary-memo", "chicago").word == "does not hold"
    assert refusing.ask("fails-to-certify", "chicago", FY2016).word == "holds"


def test_who_willfully_restricts_has_the_label_though_it_certified(case: Case) -> None:
    willful = case.showing(
        "chicago", {"state-or-subdivision": True, "practice-status": True, "willful": True, "refused": False}
    )
    certified = {**CARRIES, "submitted": True, "certified": True}
    willful = willful.showing("chicago", certified, FY2016)
    assert willful.ask("sanctuary-memo", "chicago").word == "holds"
    assert willful.ask("fails-to-certify", "chicago", FY2016).word == "does not hold"
