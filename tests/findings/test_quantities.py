"""Findings about money and dates: exact under unknowns, and what they turn on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from ascertain.findings.compiled import compiled_for
from ascertain.findings.diagram import Diagram
from ascertain.findings.meaning import possible
from ascertain.findings.spans import amounts
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Value
from ascertain.verify.cases import run_cases

MUST, LATE, DUE, DAYS = "government must have an audit", "the report is late", "the reporting deadline", "days late"
SPENDS, BEGAN, ENDED = "government spends federal awards", "the fiscal year began on", "the fiscal year ended on"
RECEIVED, SUBMITTED, GUAM = (
    "the auditor's reports were received on",
    "the report was submitted on",
    "government is of Guam",
)
HOLDS, FAILS, SILENT = Outcome.HOLDS, Outcome.DOES_NOT_HOLD, Outcome.SILENT


@pytest.fixture(name="rulebook", scope="module")
def rulebook_fixture() -> Rulebook:
    return load_rulebook(Path(__file__).parent / "deadlines")


@pytest.fixture(name="law", scope="module")
def law_fixture(rulebook: Rulebook) -> LawOn:
    day = date(2022, 1, 1)
    return compiled_for(rulebook).law(Matter(None, None, day, day))


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def outcomes(law: LawOn, question: str, known: Mapping[str, Value]) -> frozenset[Outcome]:
    found = Diagram(law, question).possible(known)
    assert found == possible(law, question, known)
    return found


def test_the_cases_of_the_rulebook_come_out(rulebook: Rulebook) -> None:
    assert [(result.case.name, result.found) for result in run_cases(rulebook) if not result.passed] == []


def test_an_amount_below_every_threshold_settles_whichever_year_it_is(law: LawOn) -> None:
    assert outcomes(law, MUST, {SPENDS: 49_999_999}) == {FAILS}
    assert outcomes(law, MUST, {SPENDS: 100_000_000}) == {HOLDS}


def test_an_amount_between_two_thresholds_turns_on_the_year(law: LawOn) -> None:
    assert outcomes(law, MUST, {SPENDS: 60_000_000}) == {HOLDS, FAILS}
    assert Diagram(law, MUST).turns_on({SPENDS: 60_000_000}).facts == (BEGAN,)


def test_a_deadline_that_cannot_be_missed_in_time_is_not_open(law: LawOn) -> None:
    known = {ENDED: day("2020-12-31"), SUBMITTED: day("2021-10-01"), GUAM: False}
    # Whenever the auditor's reports came in, nine months after the year's end had passed.
    assert outcomes(law, LATE, known) == {HOLDS}
    assert Diagram(law, LATE).turns_on(known).facts == ()


def test_of_dates_compared_with_each_other_only_those_that_matter_are_turned_on(law: LawOn) -> None:
    known = {ENDED: day("2020-12-31"), SUBMITTED: day("2021-09-01"), GUAM: False}
    assert outcomes(law, LATE, known) == {HOLDS, FAILS}
    assert Diagram(law, LATE).turns_on(known).facts == (RECEIVED,)


@pytest.mark.parametrize(("submitted", "late"), [("2021-09-30", FAILS), ("2021-10-01", HOLDS)])
def test_the_last_day_is_in_time_and_the_next_is_late(law: LawOn, submitted: str, late: Outcome) -> None:
    known = {ENDED: day("2020-12-31"), RECEIVED: day("2021-09-15"), SUBMITTED: day(submitted), GUAM: False}
    assert outcomes(law, LATE, known) == {late}


def test_a_deadline_lies_between_what_is_known_of_it(law: LawOn) -> None:
    diagram = Diagram(law, DUE)
    (found,) = amounts(diagram.situation({ENDED: day("2020-12-31"), GUAM: False}), DUE)
    assert found.words == "by 2021-09-30"
    assert not found.settled


def test_days_late_are_counted_from_the_deadline_and_silent_in_time(law: LawOn) -> None:
    known = {ENDED: day("2020-12-31"), RECEIVED: day("2021-09-15"), GUAM: False}
    assert outcomes(law, DAYS, known | {SUBMITTED: day("2021-09-30")}) == {SILENT}
    (found,) = amounts(Diagram(law, DAYS).situation(known | {SUBMITTED: day("2021-10-04")}), DAYS)
    assert found.words == "4"
