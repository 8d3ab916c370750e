"""Lesson 5: declining detainers alone is not a violation of § 1373, whatever public statements said."""

from __future__ import annotations

from .asking import RESTRICTS_NOTHING, Case


def test_a_government_that_only_declines_detainers_complies_under_every_reading(case: Case) -> None:
    found = case.showing("cook-county", {**RESTRICTS_NOTHING, "detainers": "declines"}).ask("complies", "cook-county")
    assert found.word == "holds"
    assert found.law_turns == ()


def test_no_finding_of_compliance_hangs_on_whether_detainers_have_to_be_honored(case: Case) -> None:
    """That they have to be nobody holds; were it so read, compliance would still be about information alone."""
    declines = case.showing("cook-county", {**RESTRICTS_NOTHING, "detainers": "declines"})
    for reading in ("NO", "YES"):
        found = declines.ask("complies", "cook-county", readings={"usc-8-1373#detainers": reading})
        assert found.word == "holds"
    asked = declines.ask("1373-detainers", "cook-county")
    assert [turn.id for turn in asked.law_turns] == ["usc-8-1373#detainers"]
    assert (
        declines.ask("1373-detainers", "cook-county", readings={"usc-8-1373#detainers": "NO"}).word == "does not hold"
    )
