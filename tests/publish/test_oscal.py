"""The record as OSCAL assessment results: nothing is rounded to *satisfied* or *not satisfied*."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ascertain.docket.load import load_docket
from ascertain.docket.model import Docket, EntryKind, Result
from ascertain.docket.outcomes import OUTCOMES
from ascertain.docket.state import state_on
from ascertain.publish.oscal import oscal_object
from ascertain.rulebook.bundled import bundled_folder

KNOWN = date(2017, 10, 12)


@pytest.fixture(scope="module")
def docket() -> Docket:
    return load_docket(bundled_folder("dockets") / "doj-1373-2017")


def results(docket: Docket) -> dict[str, Any]:
    document: Any = oscal_object(docket, state_on(docket, KNOWN))
    found: dict[str, Any] = document["assessment-results"]["results"][0]
    return found


def determined(docket: Docket, outcome: str) -> Docket:
    """The docket with one determination, of this outcome."""
    entries = [
        replace(entry, results=(Result(entry.about[0], outcome, provisional=True),))
        if entry.kind is EntryKind.DETERMINATION
        else entry
        for entry in docket.entries
    ]
    return replace(docket, entries=tuple(entries))


def test_a_reviewers_own_words_are_observed_and_never_made_a_finding(docket: Docket) -> None:
    found = results(docket)
    assert "findings" not in found
    assert len(found["observations"]) > 10


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_an_outcome_is_a_finding_only_where_it_says_something_of_the_condition(docket: Docket, outcome: str) -> None:
    states = {
        (one["target"]["status"]["state"], one["target"]["status"]["reason"])
        for one in results(determined(docket, outcome)).get("findings", [])
    }
    expected = {
        "complies": {("satisfied", "pass")},
        "does not comply": {("not-satisfied", "fail")},
        "insufficient evidence": {("not-satisfied", "other")},
        "appears not to comply": {("not-satisfied", "other")},
    }
    assert states == expected.get(outcome, set())


def test_every_finding_keeps_the_outcome_and_leads_to_its_entry(docket: Docket) -> None:
    found = results(determined(docket, "insufficient evidence"))
    observed = {one["uuid"] for one in found["observations"]}
    for one in found["findings"]:
        props = {prop["name"]: prop["value"] for prop in one["props"]}
        assert props["outcome"] == "insufficient-evidence"
        assert props["provisional"] == "yes"
        assert one["related-observations"][0]["observation-uuid"] in observed


def test_the_same_docket_and_day_give_the_same_identifiers(docket: Docket) -> None:
    assert oscal_object(docket, state_on(docket, KNOWN)) == oscal_object(docket, state_on(docket, KNOWN))


def test_a_docket_without_anything_filed_yet_is_a_document_too(docket: Docket) -> None:
    empty = replace(docket, entries=())
    document: Any = oscal_object(empty, state_on(empty, KNOWN))
    assert "observations" not in document["assessment-results"]["results"][0]
