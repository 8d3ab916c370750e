"""What a reader of a finding is told besides, word for word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ascertain.findings.answers.inquiry import Inquiry
from ascertain.findings.answers.notes import notes
from ascertain.findings.answers.reasons import Reason
from ascertain.findings.diagrams.diagram import Turns
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.terms import Between, Shown

from .books import ask, claim, rules, term

ENDED, RECEIVED, GUAM = (
    "the fiscal year ended on",
    "the auditor's reports were received on",
    "government is of Guam",
)
DUE = "the reporting deadline"
OUTSIDE = (
    "a day outside the calendar federal (Federal holidays), which is known from 2015-01-01 through 2029-12-31, "
    "is told by its weekends alone"
)


def told(ended: str, received: str) -> tuple[str, ...]:
    """The notes of the deadline once the year ended, and the auditor's reports came in, on these days."""
    rulebook = load_rulebook(Path(__file__).parent / "deadlines")
    who = rulebook.governments["smallville"]
    known: dict[str, Shown] = {GUAM: False}
    known |= {term: date.fromisoformat(day).toordinal() for term, day in ((ENDED, ended), (RECEIVED, received))}
    always, filed = Interval(None, None), Moment.parse("2016-01-01")
    claims = (Claim(name, who.id, "", name, value, always, "A", filed, Grade.FOUND) for name, value in known.items())
    day = date(2022, 1, 1)
    inquiry = Inquiry(rulebook, Record(tuple(claims), ""), who, None, DUE, day, Grade.FOUND, {})
    return inquiry.finding(inquiry.answer(day)).notes


@pytest.mark.parametrize(
    ("ended", "received", "outside"),
    [
        ("2020-12-31", "2021-03-01", False),
        ("2031-12-31", "2032-03-01", True),
        ("2012-12-31", "2013-03-01", True),
    ],
)
def test_a_day_that_is_told_by_weekends_alone_is_said_to_be(ended: str, received: str, outside: bool) -> None:
    assert (OUTSIDE in told(ended, received)) is outside


def test_a_reason_that_may_not_be_the_smallest_is_said_to_be_none(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, "rule R: answer\n  holds if one")
    said = [notes(rulebook, {}, Turns(), (), Grade.FOUND, Reason((), smallest=smallest)) for smallest in (True, False)]
    assert said == [(), ("no part of the reason given can be spared, but a shorter one may exist",)]


def test_what_several_asserted_without_an_end_is_told_by_the_day_of_the_last(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, "rule R: answer\n  holds if one\n  does not hold otherwise")
    days = [Moment.parse(day) for day in ("2017-03-01", "2017-05-30", "2017-04-01")]
    claims = [
        replace(claim("one", True, Grade.ASSERTED, said=str(day)), filed=day, period=Interval(day, None))
        for day in days
    ]
    found = ask(rulebook, *claims, on=date(2017, 12, 30)).notes
    assert "asserted 2017-05-30, with no end on record, and so taken to hold on: one" in found


def test_an_amount_known_between_bounds_is_told_with_them(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if the sum >= $100\n  does not hold otherwise"
    rulebook = rules(tmp_path, text, term("the sum", "money"))
    assert "known only as $50 to $200: the sum" in ask(rulebook, claim("the sum", Between(5_000, 20_000))).notes
