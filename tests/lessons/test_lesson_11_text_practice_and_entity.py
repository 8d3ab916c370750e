"""Lesson 11: text, practice and entity diverge."""

from __future__ import annotations

from ascertain.docket.model import Docket

from .asking import Case


def test_which_of_text_and_practice_controls_is_a_question_of_law_for_milwaukee_county(case: Case) -> None:
    found = case.ask("complies-a", "milwaukee-county")
    assert "usc-8-1373#text-or-practice" in {turn.id for turn in found.law_turns}


def test_no_claim_about_the_sheriff_is_a_claim_about_the_city(docket: Docket) -> None:
    sheriff = [claim for claim in docket.claims if claim.government == "orleans-sheriff"]
    entries = {claim.entry for claim in sheriff}
    assert sheriff
    assert not [claim for claim in docket.claims if claim.entry in entries and claim.government == "new-orleans"]
