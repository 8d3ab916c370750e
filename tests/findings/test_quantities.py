"""Findings about money and dates: exact under unknowns, and what they turn on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.findings.answers.spans import amounts
from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.meaning import possible
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.rulebook.dates import Moment
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Between, Shown
from ascertain.verify.cases import run_cases

from .books import rules, term

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


def outcomes(law: LawOn, question: str, known: Mapping[str, Shown]) -> frozenset[Outcome]:
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


TWO_YEARS = """
rule WAS: the reporting deadline
  is the fiscal year ended on + 9 months rounded down if the fiscal year began on < 2014-12-26

rule IS: the reporting deadline
  is (the fiscal year ended on + 9 months rounded down) moved to a working day of federal in every case
  unless the fiscal year began on < 2014-12-26
"""


def test_two_rules_may_give_a_date_and_the_working_day_after_it_for_different_years(tmp_path: Path) -> None:
    source = Path(__file__).parent / "deadlines"
    (tmp_path / "vocabulary.md").write_text((source / "vocabulary.md").read_text("utf-8"))
    head, _, rest = (source / "cfr.md").read_text("utf-8").partition("rule DUE:")
    (tmp_path / "cfr.md").write_text(head + TWO_YEARS + rest[rest.index("\nrule LATE") : rest.index("```cases")])
    on = date(2022, 1, 1)
    law = compiled_for(load_rulebook(tmp_path)).law(Matter(None, None, on, on))
    # December 26, 2020 was a Saturday: the two would not say the same of that year.
    for began, due in (("2010-01-01", "2020-12-26"), ("2019-03-27", "2020-12-28")):
        known = {BEGAN: day(began), ENDED: day("2020-03-26")}
        assert {each.words for each in amounts(Diagram(law, DUE).situation(known), DUE)} == {due}
    assert outcomes(law, LATE, {ENDED: day("2020-03-26"), SUBMITTED: day("2020-12-27")}) == {HOLDS, FAILS}
    assert outcomes(law, DUE, {}) == {HOLDS}


def month(text: str) -> Between:
    moment = Moment.parse(text)
    return Between(moment.earliest.toordinal(), moment.latest.toordinal())


def test_a_date_of_which_only_the_month_is_known_settles_what_the_whole_month_does(law: LawOn) -> None:
    known: dict[str, Shown] = {ENDED: month("2020-12"), SUBMITTED: day("2021-11-01"), GUAM: False}
    assert outcomes(law, LATE, known) == {HOLDS}
    known[SUBMITTED] = day("2021-09-15")
    assert outcomes(law, LATE, known) == {HOLDS, FAILS}
    assert Diagram(law, LATE).turns_on(known).facts == (ENDED, RECEIVED)


def test_a_deadline_that_rests_on_a_month_lies_between_two_days(law: LawOn) -> None:
    known: dict[str, Shown] = {ENDED: month("2020-12"), RECEIVED: day("2021-12-01"), GUAM: False}
    (found,) = amounts(Diagram(law, DUE).situation(known), DUE)
    assert found.words == "2021-09-01 to 2021-09-30"


@given(
    st.dictionaries(
        st.sampled_from([ENDED, RECEIVED, SUBMITTED]),
        st.one_of(
            st.dates(date(2020, 12, 1), date(2022, 2, 1)).map(date.toordinal),
            st.tuples(st.dates(date(2020, 12, 1), date(2022, 2, 1)), st.integers(1, 90)).map(
                lambda span: Between(span[0].toordinal(), span[0].toordinal() + span[1])
            ),
        ),
        min_size=2,
    )
)
def test_what_is_known_only_between_two_days_comes_to_what_some_day_between_them_would(
    law: LawOn, known: dict[str, Shown]
) -> None:
    found = outcomes(law, LATE, {**known, GUAM: False})
    for phrase, span in known.items():
        if isinstance(span, Between) and span.least and span.most:
            middle = (span.least + span.most) // 2
            halves = (Between(span.least, middle), Between(middle, span.most), middle)
            parts = [outcomes(law, LATE, {**known, GUAM: False, phrase: half}) for half in halves]
            assert frozenset().union(*parts) == found


def test_an_amount_known_to_be_at_least_the_threshold_settles(law: LawOn) -> None:
    assert outcomes(law, MUST, {SPENDS: Between(75_000_000, None), BEGAN: day("2016-01-01")}) == {HOLDS}
    assert outcomes(law, MUST, {SPENDS: Between(74_999_999, None), BEGAN: day("2016-01-01")}) == {HOLDS, FAILS}


def test_where_nothing_is_contested_no_dates_are_put_together_to_see_what_is(
    rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = date(2022, 1, 1)
    diagram = Diagram(compiled_for(rulebook).law(Matter(None, None, on, on)), LATE)

    def refuse(*_: object) -> None:
        raise AssertionError("with nothing known, every date would be unknown at once")

    monkeypatch.setattr("ascertain.findings.diagrams.situation.links", refuse)
    assert diagram.contested() == frozenset()


@pytest.mark.parametrize(
    ("more", "expected"), [("", {HOLDS, FAILS}), (" + 1 day", {HOLDS, FAILS}), (" + 60 days", {FAILS})]
)
def test_a_month_that_is_longer_than_thirty_days_begins_at_a_threshold_and_ends_after_it(
    tmp_path: Path, more: str, expected: set[Outcome]
) -> None:
    """From the first of March on a month later is more than 30 days later, until the last day of March."""
    text = f"""
rule R: answer
  holds if all of
    - it began on >= 2017-03-01
    - it began on + 30 days >= it began on + 1 month rounded down{more}
  does not hold otherwise
"""
    rulebook = rules(tmp_path, text, term("it began on", "date"))
    on = date(2017, 7, 6)
    assert outcomes(compiled_for(rulebook).law(Matter(None, None, on, on)), "answer", {}) == expected
