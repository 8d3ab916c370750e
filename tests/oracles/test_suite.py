"""Our own engine-free suite: it is well-formed, it covers what it should, and our engines give what it expects."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from ascertain.law.model import ForceState
from ascertain.rulebook.model.parties import ScopeKind
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.sources import Verb
from conformance.suite_run import SUITE, SuiteCase, load_suite, run

FILES = sorted(file for file in SUITE.glob("*.json") if file.name != "schema.json")
CASES = list(load_suite())


@pytest.mark.parametrize("suite_case", CASES, ids=lambda suite_case: suite_case.case["id"])
def test_our_engines_give_what_the_suite_expects(suite_case: SuiteCase) -> None:
    expected = dict(suite_case.case["expect"])
    found = dict(run(suite_case))
    if "outcomes" in expected:  # a set, written as a list
        expected["outcomes"], found["outcomes"] = sorted(expected["outcomes"]), sorted(found["outcomes"])
    for turns in (each["turns_on"] for each in (expected, found) if "turns_on" in each):
        turns.update({kind: sorted(names) for kind, names in turns.items() if kind != "force"})
    assert found == expected, suite_case.case["says"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_suite_fits_its_schema(file: Any) -> None:
    schema = json.loads((SUITE / "schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(json.loads(file.read_text("utf-8")))] == []


def test_every_case_has_its_own_name_and_its_own_sentence() -> None:
    for key in ("id", "says"):
        values = [suite_case.case[key] for suite_case in CASES]
        assert sorted(values) == sorted(set(values))


def test_the_suite_covers_every_verb_scope_state_and_outcome() -> None:
    files = [json.loads(file.read_text("utf-8")) for file in FILES]
    authorities = [a for file in files for law in file["laws"].values() for a in law["authorities"]]
    acts = [act for authority in authorities for act in authority.get("acts", ())]
    assert {act["verb"] for act in acts} == {verb.value for verb in Verb}
    asked = [suite_case.case["expect"] for suite_case in CASES]
    assert {expect["force"] for expect in asked if "force" in expect} == {state.value for state in ForceState}
    assert {o for expect in asked for o in expect.get("outcomes", ())} == {outcome.value for outcome in Outcome}
    text = json.dumps([*(authority.get("binds") for authority in authorities), acts])
    assert all(f'"{kind.value}"' in text for kind in ScopeKind)
