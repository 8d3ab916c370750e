"""Precedent (a reading binding in a circuit), injunction (protects its parties) and vacatur (for all) differ."""

from __future__ import annotations

from datetime import date

from .asking import Case
from .small import force, law

REMEDIES = "three-remedies"
POINT = "usc-8-1373#info-scope"


def test_a_precedent_settles_a_reading_in_its_circuit_and_suspends_nothing() -> None:
    for who in ("san-francisco", "los-angeles", "clark-county"):
        readings = law(REMEDIES, "2019-04-18", who).live_readings(POINT)
        assert (readings.names, readings.bound_by) == (("NARROW",), ("ca9-2019-04-18",))
        assert force(REMEDIES, "usc-8-1373", "2019-04-18", who).state == "in force"
    assert law(REMEDIES, "2019-04-18", "chicago").live_readings(POINT).names == ("BROAD", "NARROW")


def test_before_the_precedent_the_reading_was_open_everywhere() -> None:
    for who in ("san-francisco", "chicago"):
        assert law(REMEDIES, "2019-04-17", who).live_readings(POINT).names == ("BROAD", "NARROW")


def test_an_injunction_protects_its_parties_even_from_neighbors_in_the_circuit() -> None:
    suspended = {
        who
        for who in ("chicago", "los-angeles", "san-francisco", "clark-county")
        if force(REMEDIES, "jag-fy2017-conditions#notice", "2018-10-01", who).state == "suspended"
    }
    assert suspended == {"los-angeles"}


def test_an_injunction_silences_for_its_parties_and_a_vacatur_removes_for_all() -> None:
    condition = "dot-enforcement-condition"
    assert force(REMEDIES, condition, "2025-11-03", "los-angeles").state == "suspended"
    assert force(REMEDIES, condition, "2025-11-03", "chicago").state == "in force"
    for who in ("", "chicago", "los-angeles", "clark-county"):
        assert force(REMEDIES, condition, "2025-11-04", who).state == "ended"


def test_in_the_worked_case_a_precedent_frees_an_award_from_a_condition_that_no_injunction_silences(case: Case) -> None:
    eve, day = date(2019, 10, 30), date(2019, 10, 31)
    assert case.ask("fy2017-notice", "clark-county", "byrne-jag-fy2017", on=eve).word == "open"
    assert case.ask("fy2017-notice", "clark-county", "byrne-jag-fy2017", on=day).word == "does not hold"
    assert case.ask("fy2017-notice", "california", "byrne-jag-fy2017", on=day).word == "silent"
