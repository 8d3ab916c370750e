"""A bill that was not enacted can be asked what it says, and nothing rests on the answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ascertain.findings.meaning import possible
from ascertain.findings.timelines.timeline import timeline
from ascertain.law.course import force_timeline
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.model.book import Rulebook

from .books import ask, authority, book, claim, fence, term, words


@pytest.fixture
def bill(tmp_path: Path) -> Rulebook:
    text = fence("rules", "rule R: answer\n  holds if one\n  does not hold otherwise")
    name, written = authority("bill", text, kind="bill", issued="2017-06-29", binds="nobody")
    return book(tmp_path, [term("answer"), term("one")], (name, written.replace("[{from: 2017-06-29}]", "[]")))


@pytest.mark.parametrize(
    ("on", "one", "expected"),
    [
        (date(2017, 6, 28), True, "silent"),
        (date(2017, 6, 29), True, "holds"),
        (date(2017, 6, 29), False, "does not hold"),
    ],
)
def test_its_rules_speak_from_the_day_it_was_issued(bill: Rulebook, on: date, one: bool, expected: str) -> None:
    assert words(ask(bill, claim("one", one), on=on)) == expected
    law = LawOn(bill, Matter(bill.governments["chicago"], None, on, date(2017, 12, 31)))
    assert [outcome.value for outcome in possible(law, "answer", {"one": one})] == [expected]


def test_every_finding_that_rests_on_it_says_that_it_binds_no_one(bill: Rulebook) -> None:
    note = "bill is not law and binds no one: nothing follows from what it says"
    for claims in ((), (claim("one", True),), (claim("one", False),)):
        assert note in ask(bill, *claims).notes


def test_what_binds_no_one_by_itself_says_so_and_a_law_does_not(tmp_path: Path) -> None:
    text = '## Test {#test binds="everyone"}\n' + fence("rules", "rule R: answer\n  holds if one")
    terms = [term("answer"), term("one")]
    report = book(tmp_path / "report", terms, authority("paper", text, kind="report", binds="nobody"))
    statute = book(tmp_path / "statute", terms, authority("paper", text))
    said = "paper by itself binds no one"
    assert said in ask(report, claim("one", True)).notes
    assert said not in ask(statute, claim("one", True)).notes


def test_the_day_on_which_it_was_issued_ends_the_time_before(bill: Rulebook) -> None:
    said = ("bill is issued, and never becomes law",)
    matter = Matter(bill.governments["chicago"], None, date(2017, 1, 1), date(2017, 12, 31))
    before, _ = force_timeline(bill, "bill", matter, date(2017, 1, 1), date(2017, 12, 1))
    assert (before.end, before.ended_by) == (date(2017, 6, 29), said)
    first, _ = timeline(
        bill,
        Record((), ""),
        bill.governments["chicago"],
        "answer",
        start=date(2017, 1, 1),
        end=date(2017, 12, 1),
        known=date(2017, 12, 31),
        standard=Grade.ASSERTED,
    )
    assert [event.acts for event in first.ended_by] == [said]
