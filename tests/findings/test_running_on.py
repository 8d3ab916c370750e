"""An assertion without an end is taken to hold on, and a finding that rests on it says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ascertain.record.model import Claim, Ending, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.book import Rulebook

from .books import ask, claim, rules, words

MADE = Moment.parse("2017-05-30")
ASSERTED = replace(claim("one", True, Grade.ASSERTED), filed=MADE, period=Interval(MADE, None))
NOTE = "asserted 2017-05-30, with no end on record, and so taken to hold on: one"


@pytest.fixture
def book(tmp_path: Path) -> Rulebook:
    return rules(tmp_path, "rule R: answer\n  holds if one\n  does not hold otherwise")


def test_a_finding_on_a_later_day_says_what_is_taken_to_hold_on(book: Rulebook) -> None:
    later, then = ask(book, ASSERTED, on=date(2017, 12, 30)), ask(book, ASSERTED, on=MADE.earliest)
    assert words(later) == words(then) == "holds"
    assert NOTE in later.notes
    assert NOTE not in then.notes


@pytest.mark.parametrize(
    "changed",
    [
        replace(ASSERTED, grade=Grade.DOCUMENTED),
        replace(ASSERTED, period=Interval(MADE, Moment.parse("2018-01-01"))),
        replace(ASSERTED, ending=Ending("one-A", Moment.parse("2018-01-01"), MADE)),
        replace(ASSERTED, filed=Moment.parse("2017-12-31")),
    ],
    ids=["a document", "an end of its own", "an end reported", "filed later"],
)
def test_nothing_is_said_of_what_does_not_run_on(book: Rulebook, changed: Claim) -> None:
    found = ask(book, changed, on=date(2017, 12, 30))
    assert words(found) == "holds"
    assert not [note for note in found.notes if "taken to hold on" in note]


def test_a_better_source_beside_it_is_what_the_finding_rests_on(book: Rulebook) -> None:
    found = ask(book, ASSERTED, claim("one", True, Grade.DOCUMENTED, said="B"), on=date(2017, 12, 30))
    assert not [note for note in found.notes if "taken to hold on" in note]


def test_an_end_that_was_not_yet_on_record_ends_nothing(book: Rulebook) -> None:
    late = replace(ASSERTED, ending=Ending("one-A", Moment.parse("2017-09-01"), Moment.parse("2018-06-01")))
    assert NOTE in ask(book, late, on=date(2017, 12, 30)).notes
