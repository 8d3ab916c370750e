"""The review as it could be seen on 6 July 2017, the day of the Department's statement on the ten responses."""

from __future__ import annotations

import pytest

from ascertain.findings.model import Finding
from ascertain.law.force import force_of
from ascertain.law.model import ForceState, Matter
from ascertain.record.model import Grade
from ascertain.rulebook.lookup import find_term

from .asking import RESTRICTS_NOTHING, TEN, THE_DAY, Case

FY2016 = "byrne-jag-fy2016"


def _facts(finding: Finding) -> set[str]:
    return {turn.id for turn in finding.fact_turns}


def _law(finding: Finding) -> set[str]:
    return {turn.id for turn in finding.law_turns}


@pytest.mark.parametrize("who", TEN)
def test_section_9a_is_suspended_for_each_of_the_ten(case: Case, who: str) -> None:
    matter = Matter(case.docket.governments[who], None, THE_DAY, THE_DAY)
    force = force_of(case.rulebook, "eo-13768#sec-9a-grants", matter)
    assert force.state is ForceState.SUSPENDED
    decisive = [link.provision.partition("#")[0] for link in force.chain if link.decisive]
    assert decisive == ["eo-13768", "ndcal-2017-04-25"]
    assert case.ask("9a-enforceable", who).word == "does not hold"


@pytest.mark.parametrize("who", TEN)
def test_declining_detainers_alone_makes_no_sanctuary_jurisdiction_under_the_memorandum(case: Case, who: str) -> None:
    declining = {**RESTRICTS_NOTHING, "detainers": "declines", "jail-access": "in full", "release-notice": "in full"}
    assert case.showing(who, declining).ask("sanctuary-memo", who).word == "does not hold"


@pytest.mark.parametrize("who", TEN)
def test_no_finding_on_the_label_or_on_compliance_depends_on_detainers(case: Case, who: str) -> None:
    for question in ("sanctuary-memo", "complies"):
        answers = {
            case.showing(who, {"detainers": response}).ask(question, who).possible
            for response in ("honours", "conditional", "declines")
        }
        assert answers == {case.ask(question, who).possible}


def test_for_cook_county_limiting_release_notices_turns_on_a_question_of_law(case: Case) -> None:
    finding = case.ask("text-a", "cook-county")
    assert finding.word == "open"
    assert (_facts(finding), _law(finding)) == (set(), {"usc-8-1373#info-scope"})
    for reading, expected in (("NARROW", "holds"), ("BROAD", "does not hold")):
        assert case.ask("text-a", "cook-county", readings={"usc-8-1373#info-scope": reading}).word == expected
    assert "usc-8-1373#info-scope" in _law(case.ask("complies", "cook-county", standard=Grade.ASSERTED))


@pytest.mark.parametrize("standard", [Grade.ASSERTED, Grade.DOCUMENTED, Grade.FOUND])
@pytest.mark.parametrize("who", TEN)
def test_a_housing_grant_cannot_be_withheld_for_failing_to_certify(case: Case, who: str, standard: Grade) -> None:
    refusing = case.showing(who, {"refused": True, "willful": True, "practice-status": True})
    for supposed in (case, refusing):
        assert supposed.ask("withhold", who, "hud-grants", standard).word == "does not hold"


@pytest.mark.parametrize("who", TEN)
def test_only_an_award_that_carries_the_condition_calls_for_a_validation(case: Case, who: str) -> None:
    with_it = case.showing(who, {"carries-validation": True, "accepted": True}, FY2016)
    without = case.showing(who, {"carries-validation": False}, FY2016)
    assert with_it.ask("must-certify", who, FY2016).word == "holds"
    assert without.ask("must-certify", who, FY2016).word == "does not hold"
    assert without.ask("withhold", who, FY2016).word == "does not hold"


def test_nine_awards_are_shown_to_carry_the_condition_and_connecticuts_is_not(case: Case) -> None:
    answers = {who: case.ask("must-certify", who, FY2016) for who in TEN}
    assert {who for who, finding in answers.items() if finding.word == "holds"} == set(TEN) - {"connecticut"}
    assert answers["connecticut"].word == "open"
    assert _facts(answers["connecticut"]) == {"award carries the FY2016 validation condition"}


def test_whether_a_scaap_award_may_be_withheld_turns_on_what_its_awards_contain(case: Case) -> None:
    finding = case.ask("withhold", "new-york-city", "scaap")
    assert finding.word == "open"
    assert "program's awards expressly contain the § 1373 certification condition" in _facts(finding)


@pytest.mark.parametrize("who", TEN)
def test_every_government_says_that_it_complies_and_no_document_settles_it(case: Case, who: str) -> None:
    term = find_term(case.rulebook, "complies")
    said = case.record.said(term, who, "", THE_DAY, THE_DAY)
    assert {claim.value for claim in said} == {True}
    for standard in (Grade.DOCUMENTED, Grade.FOUND):
        assert case.ask("complies", who, standard=standard).word == "open"


@pytest.mark.parametrize("who", ["california", "clark-county", "connecticut"])
def test_as_asserted_three_comply_under_every_reading(case: Case, who: str) -> None:
    assert case.ask("complies", who, standard=Grade.ASSERTED).word == "holds"


@pytest.mark.parametrize("who", sorted(set(TEN) - {"california", "clark-county", "connecticut"}))
def test_for_the_other_seven_their_own_account_leaves_a_question_of_law(case: Case, who: str) -> None:
    finding = case.ask("complies", who, standard=Grade.ASSERTED)
    assert finding.word == "open"
    assert _law(finding)


@pytest.mark.parametrize("who", TEN)
def test_nobody_is_found_to_be_a_sanctuary_jurisdiction(case: Case, who: str) -> None:
    assert case.ask("sanctuary-eo", who).word == "silent"
    assert case.ask("sanctuary-memo", who).word in {"open", "does not hold"}
