"""Suites of others, where their data are at hand: every case comes out as its manifest says, and none disagrees."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from conformance import dates_calc, defeasible, tck
from conformance.manifest import AGREES, DIFFERS, DISAGREES, MissingError, read_manifest

SUITES = {module.SUITE: module for module in (defeasible, tck, dates_calc)}


@pytest.mark.conformance
@pytest.mark.parametrize("suite", SUITES)
def test_every_case_comes_out_as_the_manifest_says(suite: str) -> None:
    module: ModuleType = SUITES[suite]
    manifest = read_manifest(suite)
    try:
        version, cases = module.suite_version(), tuple(module.verdicts())
    except MissingError as error:
        pytest.skip(str(error))
    assert [case for case in cases if case.verdict == DISAGREES] == []
    assert cases == manifest.cases, f"the manifest was recorded with {manifest.version}, this is {version}"


@pytest.mark.parametrize("suite", SUITES)
def test_a_case_that_does_not_agree_says_why(suite: str) -> None:
    cases = read_manifest(suite).cases
    assert [case.id for case in cases if case.verdict == DISAGREES] == []
    assert [case.id for case in cases if (case.verdict == AGREES) == bool(case.reason)] == []
    assert len({case.id for case in cases}) == len(cases)


@pytest.mark.parametrize("suite", SUITES)
def test_the_documentation_tells_the_numbers_of_the_manifest(suite: str) -> None:
    manifest = read_manifest(suite)
    agree, differ = manifest.counts[AGREES], manifest.counts[DIFFERS]
    page = Path(__file__).parents[2] / "docs" / "reference" / "conformance.md"
    assert f"| {suite} | {len(manifest.cases)} | {agree + differ} | {agree} | {differ} |" in page.read_text("utf-8")
