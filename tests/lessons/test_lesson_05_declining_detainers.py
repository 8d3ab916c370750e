"""Lesson 5: declining detainers alone is not a violation of § 1373, whatever public statements said."""

from __future__ import annotations

from .asking import RESTRICTS_NOTHING, Case


def test_a_government_that_only_declines_detainers_complies_under_every_reading(case: Case) -> None:
    found = case.showing("cook-county", {**RESTRICTS_NOTHING, "detainers": "declines"}).ask("complies", "cook-county")
    assert found.word == "holds"
    assert found.law_turns == ()
