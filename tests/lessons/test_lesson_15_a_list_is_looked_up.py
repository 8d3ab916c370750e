"""Membership of a published list is looked up, never inferred."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ascertain.findings.find import find
from ascertain.findings.model import Finding
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment

from .asking import Case
from .small import small

LISTS = "published-list"
LISTED = "government is named on the list of 5 August 2025"
LIMITS = Claim(
    "1",
    "",
    "",
    "government has a policy that limits cooperation",
    True,
    Interval(None, None),
    "Office",
    Moment.parse("2025-01-01"),
    Grade.FOUND,
)


def listed(who: str, on: str, *, limits: bool = True) -> Finding:
    claim = replace(LIMITS, government=who, value=limits)
    day = date.fromisoformat(on)
    book = small(LISTS)
    record = Record((claim,), "none")
    return find(book, record, book.governments[who], LISTED, on=day, known=day, standard=Grade.ASSERTED)


@pytest.mark.parametrize("limits", [True, False])
def test_a_government_is_listed_if_the_list_names_it_whatever_its_policies(*, limits: bool) -> None:
    assert listed("chicago", "2025-08-05", limits=limits).word == "holds"
    assert listed("clark-county", "2025-08-05", limits=limits).word == "does not hold"


def test_to_be_part_of_a_listed_state_is_not_to_be_listed() -> None:
    assert listed("nevada", "2025-08-05").word == "holds"
    assert listed("clark-county", "2025-08-05").word == "does not hold"


def test_a_name_struck_off_is_no_longer_listed() -> None:
    assert listed("nevada", "2025-09-25").word == "holds"
    assert listed("nevada", "2025-09-26").word == "does not hold"


def test_a_list_settles_the_question_without_turning_on_any_fact() -> None:
    finding = listed("clark-county", "2025-08-05")
    assert (finding.fact_turns, finding.law_turns) == ((), ())


def test_in_the_worked_case_the_list_of_2025_is_looked_up_whatever_is_shown(case: Case) -> None:
    telling = case.showing("milwaukee-county", {"declares-sanctuary": True, "detainers": "declines"})
    day = date(2025, 8, 5)
    assert telling.ask("listed-doj", "milwaukee-county", on=day).word == "does not hold"
    assert telling.ask("doj-characteristic", "milwaukee-county", on=day).word == "holds"
    assert case.ask("listed-doj", "connecticut", on=day).word == "holds"
