"""The worked cases of a rulebook are held to what they expect, exactly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ascertain.rulebook.bundled import bundled_folder, find_rulebook
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.verify.cases import run_case, run_cases


@pytest.fixture(name="rulebook", scope="module")
def rulebook_fixture() -> Rulebook:
    return load_rulebook(find_rulebook("section-1373", bundled_folder("dockets") / "doj-1373-2017"))


def test_every_case_comes_out(rulebook: Rulebook) -> None:
    assert [(result.case.name, result.found) for result in run_cases(rulebook) if not result.passed] == []


def test_every_authority_has_a_case_of_its_own(rulebook: Rulebook) -> None:
    with_cases = {case.provision.partition("#")[0] for case in rulebook.cases}
    assert set(rulebook.authorities) - with_cases == set()


def test_a_case_that_expects_too_much_or_too_little_fails(rulebook: Rulebook) -> None:
    case = next(case for case in rulebook.cases if case.question and len(case.expect.outcomes) == 1)
    other = Outcome.CONFLICT if case.expect.outcomes[0] is not Outcome.CONFLICT else Outcome.HOLDS
    for outcomes in ((other,), (*case.expect.outcomes, other)):
        assert not run_case(rulebook, replace(case, expect=replace(case.expect, outcomes=outcomes))).passed


def test_a_case_fails_if_the_finding_does_not_turn_on_what_it_names(rulebook: Rulebook) -> None:
    case = next(case for case in rulebook.cases if case.question and len(case.expect.outcomes) == 1)
    result = run_case(rulebook, replace(case, expect=replace(case.expect, turns_on=("something else",))))
    assert not result.passed
    assert result.missing == ("something else",)
