"""What is asked of an amount or a date, and what would have to be otherwise, by its ranges; with what is compared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from ascertain.findings import meaning
from ascertain.findings.answers.inquiry import Answer, Inquiry
from ascertain.findings.answers.options import options_of
from ascertain.findings.arithmetic.ranges import range_words
from ascertain.findings.asking.asking import asking
from ascertain.findings.changing.bestcase import best_cases
from ascertain.findings.changing.flips import flips
from ascertain.findings.choosing.changes import Change
from ascertain.findings.model import Amount, briefly
from ascertain.publish.changes import change_words
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Between, Shown, TermType, Value

from .books import ask, authority, book, fence, term

DAY = date(2022, 1, 1)
MUST, LATE, DUE = "government must have an audit", "the report is late", "the reporting deadline"
SPENDS, BEGAN, ENDED = "government spends federal awards", "the fiscal year began on", "the fiscal year ended on"
RECEIVED, SUBMITTED, GUAM = (
    "the auditor's reports were received on",
    "the report was submitted on",
    "government is of Guam",
)
Known = Mapping[str, Value]


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


IN_2020: Known = {ENDED: day("2020-12-31"), GUAM: False}
BOOK = load_rulebook(Path(__file__).parent / "deadlines")


def answer(
    question: str, known: Mapping[str, Shown], asserted: Known | None = None, rulebook: Rulebook = BOOK
) -> Answer:
    government = next(iter(rulebook.governments.values()))
    claims = tuple(
        Claim(term, government.id, "", term, value, Interval(None, None), "A", Moment.parse("2016-01-01"), grade)
        for facts, grade in ((known, Grade.FOUND), (asserted or {}, Grade.ASSERTED))
        for term, value in facts.items()
    )
    inquiry = Inquiry(rulebook, Record(claims, "record"), government, None, question, DAY, Grade.FOUND, {})
    return inquiry.answer(DAY)


def asked(question: str, known: Known) -> dict[str, list[tuple[str, str]]]:
    """For each item the ranges of its answers with the outcomes that each leaves."""
    return {
        item.term: [
            (range_words(effect.range, BOOK.terms[item.term]), " or ".join(effect.possible))
            for effect in item.effects
            if effect.range is not None
        ]
        for item in asking(answer(question, known), ()).items
    }


def changed(question: str, known: Known) -> dict[str, list[list[str]]]:
    """For each outcome the sets of changes that lead there, in words."""
    found = answer(question, known)
    told: dict[str, list[list[str]]] = {}
    for flip in flips(found).found:
        words = [change_words(change, found.diagram.compiled) for change in flip.changes]
        told.setdefault(flip.outcome.value, []).append(words)
    return told


def test_an_amount_is_asked_for_at_the_threshold_of_the_year_that_is_known() -> None:
    assert asked(MUST, {BEGAN: day("2016-01-01")})[SPENDS] == [
        ("less than $750,000", "does not hold"),
        ("$750,000 or more", "holds"),
    ]


def test_an_amount_is_asked_for_between_the_thresholds_of_all_years_that_are_possible() -> None:
    assert asked(MUST, {})[SPENDS] == [
        ("less than $500,000", "does not hold"),
        ("$500,000 to less than $1,000,000", "holds or does not hold"),
        ("$1,000,000 or more", "holds"),
    ]


def test_a_date_that_is_compared_with_known_ones_is_asked_for_where_the_finding_turns() -> None:
    assert asked(LATE, {**IN_2020, SUBMITTED: day("2021-09-01")}) == {
        RECEIVED: [("before 2021-08-02", "holds"), ("2021-08-02 or later", "does not hold")]
    }


def test_a_date_is_asked_for_where_it_settles_the_finding_whatever_the_other_is() -> None:
    assert asked(LATE, IN_2020) == {
        SUBMITTED: [("before 2021-10-01", "holds or does not hold"), ("2021-10-01 or later", "holds")],
        RECEIVED: [("any value", "holds or does not hold")],
    }


def test_a_route_names_the_range_of_one_date_or_an_example_of_two() -> None:
    routes = {route.outcome: route.answers for route in asking(answer(LATE, IN_2020), ()).routes}
    (alone,) = routes[Outcome.HOLDS]
    assert alone.range is not None
    assert (alone.term, range_words(alone.range, BOOK.terms[alone.term])) == (SUBMITTED, "2021-10-01 or later")
    both = routes[Outcome.DOES_NOT_HOLD]
    assert {given.term for given in both} == {SUBMITTED, RECEIVED}
    assert all(given.is_example for given in both)
    known = {**IN_2020, **{given.term: given.value for given in both}}
    assert meaning.possible(answer(LATE, {}).law, LATE, known) == {Outcome.DOES_NOT_HOLD}


def test_an_audit_would_not_be_required_below_the_threshold() -> None:
    found = changed(MUST, {SPENDS: 80_000_000, BEGAN: day("2022-01-01")})["does not hold"]
    assert [f"{SPENDS}: less than $750,000 (now $800,000)"] in found
    assert [f"{BEGAN}: 2024-10-01 or later (now 2022-01-01)"] in found


def test_of_dates_that_are_compared_one_is_changed_at_a_time() -> None:
    found = changed(LATE, {**IN_2020, RECEIVED: day("2021-09-15"), SUBMITTED: day("2021-10-05")})["does not hold"]
    assert found == [
        [f"{SUBMITTED}: before 2021-10-01 (now 2021-10-05)"],
        [f"{ENDED}: 2021-01-05 or later (now 2020-12-31)"],
        [f"{GUAM} = yes (now no)"],
    ]


@pytest.mark.parametrize(("submitted", "outcome"), [("2021-09-20", "holds"), ("2021-10-05", "does not hold")])
def test_a_change_of_a_date_turns_the_finding_at_the_very_day_it_names(submitted: str, outcome: str) -> None:
    known = {**IN_2020, RECEIVED: day("2021-09-15"), SUBMITTED: day(submitted)}
    found = answer(LATE, known)
    for flip in flips(found).found:
        for change in flip.changes:
            if change.range is not None and flip.outcome.value == outcome:
                edge, beyond = _turn(change)
                assert meaning.possible(found.law, LATE, {**known, change.id: edge}) == {flip.outcome}
                assert meaning.possible(found.law, LATE, {**known, change.id: beyond}) != {flip.outcome}


def _turn(change: Change) -> tuple[int, int]:
    assert change.range is not None
    if change.range.least is not None:
        return change.range.least, change.range.least - 1
    assert change.range.most is not None
    return change.range.most, change.range.most + 1


def test_a_case_takes_the_dates_on_record_and_rests_on_the_facts_they_are_compared_with() -> None:
    found = answer(LATE, IN_2020, {SUBMITTED: day("2021-10-08")})
    case = next(case for case in best_cases(found, ()).cases if case.outcome is Outcome.HOLDS)
    (need,) = case.needs
    assert (need.id, need.after) == (SUBMITTED, day("2021-10-08"))
    assert {ground.id for ground in case.rests_on if ground.kind == "fact"} == {ENDED, GUAM}
    assert all(ground.kind != "relation" for ground in case.rests_on)


def options(question: str, known: Mapping[str, Shown]) -> dict[str, tuple[str, ...]]:
    found = answer(question, known)
    return {term: options_of(term, found.situation, question) for term in found.turns.facts}


def test_an_open_finding_tells_the_amounts_and_days_between_which_it_turns() -> None:
    assert options(MUST, {BEGAN: day("2016-01-01")}) == {SPENDS: ("less than $750,000", "$750,000 or more")}
    assert options(MUST, {}) == {
        SPENDS: (
            *("less than $500,000", "$500,000 to less than $750,000"),
            *("$750,000 to less than $1,000,000", "$1,000,000 or more"),
        ),
        BEGAN: ("before 2014-12-26", "2014-12-26 to 2024-09-30", "2024-10-01 or later"),
    }


def test_what_is_known_of_an_amount_bounds_the_stretches_between_which_a_finding_turns() -> None:
    known: dict[str, Value] = {BEGAN: day("2016-01-01")}
    found = answer(MUST, known)
    situation = found.situation.with_facts({SPENDS: Between(700_000_00, 800_000_00)})
    assert options_of(SPENDS, situation, MUST) == ("$700,000 to less than $750,000", "$750,000 to $800,000")


def test_a_day_turns_a_finding_at_the_deadline_that_is_known() -> None:
    known = {**IN_2020, RECEIVED: day("2021-07-02")}
    assert options(LATE, known) == {SUBMITTED: ("before 2021-08-03", "2021-08-03 or later")}


def test_a_day_that_is_moved_to_a_working_day_turns_a_finding_where_the_moved_one_does() -> None:
    known = {**IN_2020, SUBMITTED: day("2021-05-05")}
    assert options(LATE, known) == {RECEIVED: ("before 2021-04-05", "2021-04-05 or later")}


def test_a_day_known_to_its_month_turns_a_finding_within_that_month() -> None:
    june = Between(day("2021-06-01"), day("2021-06-30"))
    known = {**IN_2020, RECEIVED: day("2021-05-05"), SUBMITTED: june}
    assert options(LATE, known) == {SUBMITTED: ("2021-06-01 to 2021-06-04", "2021-06-05 to 2021-06-30")}


MOVED = f"({RECEIVED} + 30 days) moved to a working day of federal"


def test_a_day_that_is_compared_with_an_unknown_one_turns_at_what_is_reckoned_from_that() -> None:
    """The deadline is by then the earlier of a day that is unknown and of one that is known."""
    deadline = f"the earlier of ({MOVED}) and 2021-09-30"
    assert options(LATE, IN_2020) == {
        SUBMITTED: (f"by {deadline}", f"after {deadline}"),
        RECEIVED: (f"{MOVED} < {SUBMITTED}", f"{MOVED} >= {SUBMITTED}"),
    }


def test_what_a_day_turns_at_is_told_between_days_where_the_other_is_known_to_its_month() -> None:
    """What can not come into it any more, here nine months after the year, is left out."""
    known = {**IN_2020, RECEIVED: Between(day("2021-05-01"), day("2021-05-31"))}
    deadline = f"{MOVED}, which is 2021-06-01 to 2021-06-30"
    assert options(LATE, known)[SUBMITTED] == (f"by {deadline}", f"after {deadline}")


LATER = """\
rule L: answer
  holds if all of
    - the report came in on > the letter was sent on + 30 days
    - the report came in on > the year ended on
  does not hold otherwise
"""
EITHER = """\
rule L: answer
  holds if any of
    - all of
      - the report came in on > the letter was sent on
      - it is so
    - the report came in on > the year ended on
  does not hold otherwise
"""


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (
            LATER,
            tuple(
                f"{which} the later of (the letter was sent on + 30 days) and the year ended on"
                for which in ("by", "after")
            ),
        ),
        (
            EITHER,
            tuple(
                f"whether the report came in on > {other}" for other in ("the letter was sent on", "the year ended on")
            ),
        ),
    ],
)
def test_a_day_turns_at_the_later_of_two_where_it_must_come_after_both_else_at_each(
    rule: str, told: tuple[str, ...], tmp_path: Path
) -> None:
    dates = (
        term(phrase, "date") for phrase in ("the report came in on", "the letter was sent on", "the year ended on")
    )
    rulebook = book(tmp_path, [term("answer"), term("it is so"), *dates], authority("act", fence("rules", rule)))
    turns = {turn.id: turn.options for turn in ask(rulebook).fact_turns}
    assert set(turns["the report came in on"]) == set(told)


def test_a_yes_or_no_has_its_two_answers() -> None:
    assert options(DUE, {ENDED: day("2020-12-31"), RECEIVED: day("2021-07-02")}) == {GUAM: ("yes", "no")}


def between(*ends: tuple[str | None, str | None]) -> list[Amount]:
    return [
        Amount("some day", TermType.DATE, None if low is None else day(low), None if high is None else day(high))
        for low, high in ends
    ]


A, B, C, D = "2021-01-01", "2021-02-01", "2021-03-01", "2021-04-01"


@pytest.mark.parametrize(
    ("ends", "brief"),
    [
        ([(A, A), (B, B), (C, None)], (A, B, f"from {C}")),
        ([(A, A), (B, B), (C, C), (D, D)], (f"{A} to {D}",)),
        ([(A, A), (B, B), (C, C), (None, D)], (f"by {D}",)),
        ([(A, A), (B, B), (C, C), (D, None)], (f"from {A}",)),
        ([(A, A), (None, None)], ("any day (no bound)",)),
    ],
)
def test_a_line_names_few_days_and_of_many_between_which_they_lie(
    ends: list[tuple[str | None, str | None]], brief: tuple[str, ...]
) -> None:
    assert briefly((Outcome.HOLDS,), between(*ends)) == brief
    assert briefly((Outcome.HOLDS, Outcome.SILENT), between(*ends)) == (*brief, "silent")


def test_a_line_about_what_is_no_quantity_names_the_outcomes() -> None:
    assert briefly((Outcome.HOLDS, Outcome.SILENT), ()) == ("holds", "silent")
