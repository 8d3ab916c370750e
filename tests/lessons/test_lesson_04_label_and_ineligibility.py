"""Lesson 4: the label (willful refusal to comply) and ineligibility (failure to certify) are different tests.

So is a condition that is not met: it asks for the validation and for compliance.
"""

from __future__ import annotations

from .asking import RESTRICTS_NOTHING, TEN, Case

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


def test_who_sent_a_validation_has_not_failed_to_whatever_it_does_but_may_miss_the_condition(case: Case) -> None:
    restricting = case.showing("chicago", {"practice-status": True, "refused": False})
    restricting = restricting.showing("chicago", {**CARRIES, "submitted": True}, FY2016)
    assert restricting.ask("withhold", "chicago", FY2016).word == "does not hold"
    assert restricting.ask("withhold-condition", "chicago", FY2016).word == "holds"


def test_who_complies_and_sent_nothing_fails_both_tests(case: Case) -> None:
    silent = case.showing("chicago", RESTRICTS_NOTHING).showing("chicago", CARRIES, FY2016)
    assert silent.ask("withhold", "chicago", FY2016).word == "holds"
    assert silent.ask("withhold-condition", "chicago", FY2016).word == "holds"


def test_that_an_office_may_declare_ineligibility_is_said_with_every_answer_about_eligibility(case: Case) -> None:
    answers = [case.ask("eligible", who, FY2016) for who in TEN]
    assert all(any("ineligibility that an office may declare" in note for note in answer.notes) for answer in answers)
