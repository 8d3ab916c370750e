"""The parts of a provision that stand otherwise than the whole, on a day and over a period."""

from __future__ import annotations

from datetime import date

from ascertain.law.force import LawOn
from ascertain.law.model import ForceState
from ascertain.law.parts import Part, parts_otherwise, parts_over
from ascertain.rulebook.model.book import Rulebook

from .build import CHICAGO, EVANSTON, authority, effect, matter, part, rulebook

IN_FORCE, SUSPENDED, ENDED = ForceState.IN_FORCE, ForceState.SUSPENDED, ForceState.ENDED


def law() -> Rulebook:
    """An act with two sections, the second with two paragraphs."""
    return rulebook(
        authority("act"),
        *(part("act#1", "act"), part("act#2", "act"), part("act#2a", "act#2"), part("act#2b", "act#2")),
        authority("stay", "2017-04-25", binds="chicago"),
        effect("stay suspends act#2a", "2017-04-25"),
        effect("stay lifts stay", "2017-06-01"),
        authority("end", "2017-08-01"),
        effect("end ends act#1", "2017-08-01"),
    )


def on(day: str, provision: str = "act", who: object = CHICAGO) -> list[Part]:
    return list(parts_otherwise(LawOn(law(), matter(day, who)), provision))  # type: ignore[arg-type]


def test_a_part_that_stands_as_the_whole_does_is_not_told() -> None:
    assert on("2017-04-24") == []


def test_a_suspended_paragraph_is_told_of_the_whole_and_of_its_section_only() -> None:
    assert on("2017-04-25") == on("2017-04-25", "act#2") == [Part("act#2a", SUSPENDED)]
    assert on("2017-04-25", "act#1") == on("2017-04-25", "act#2a") == []


def test_for_whom_the_part_is_not_suspended_nothing_is_told() -> None:
    assert on("2017-04-25", who=EVANSTON) == []


def test_of_a_part_that_is_told_its_own_parts_are_not() -> None:
    parts = part("act#2", "act"), part("act#2a", "act#2")
    book = rulebook(authority("act"), *parts, authority("stay"), effect("stay suspends act#2", "2017-04-25"))
    assert list(parts_otherwise(LawOn(book, matter("2017-05-01")), "act")) == [Part("act#2", SUSPENDED)]


def test_over_a_period_each_part_is_told_with_its_days() -> None:
    first, last = date(2017, 1, 1), date(2018, 1, 1)
    found = list(parts_over(law(), "act", matter("2017-01-01", CHICAGO, known="2018-01-01"), IN_FORCE, first, last))
    assert found[0] == Part("act#1", ENDED, date(2017, 8, 1), last)
    assert found[1] == Part("act#2a", SUSPENDED, date(2017, 4, 25), date(2017, 6, 1))
    assert len(found) == 2


def test_neighbours_in_one_state_are_told_as_one() -> None:
    book = rulebook(
        authority("act"),
        part("act#1", "act"),
        *(authority("first", "2017-02-01"), authority("second", "2017-03-01")),
        effect("first suspends act#1", "2017-02-01"),
        effect("second replaces first", "2017-03-01"),
        effect("second suspends act#1", "2017-03-01"),
    )
    first, last = date(2017, 1, 1), date(2017, 5, 1)
    found = list(parts_over(book, "act", matter("2017-01-01", known="2018-01-01"), IN_FORCE, first, last))
    assert found == [Part("act#1", SUSPENDED, date(2017, 2, 1), last)]


def test_what_lies_apart_or_is_in_another_state_is_told_by_itself() -> None:
    book = rulebook(
        *(authority("act"), part("act#1", "act"), authority("stay", "2017-02-01"), authority("end", "2017-09-01")),
        effect("stay suspends act#1", "2017-02-01", until="2017-03-01"),
        effect("stay suspends act#1", "2017-06-01", until="2017-07-01"),
        effect("stay suspends act#1", "2017-08-01"),
        effect("end ends act#1", "2017-09-01"),
    )
    first, last = date(2017, 1, 1), date(2018, 1, 1)
    known = matter("2017-01-01", CHICAGO, known="2018-01-01")
    assert list(parts_over(book, "act", known, IN_FORCE, first, last)) == [
        Part("act#1", SUSPENDED, date(2017, 2, 1), date(2017, 3, 1)),
        Part("act#1", SUSPENDED, date(2017, 6, 1), date(2017, 7, 1)),
        Part("act#1", SUSPENDED, date(2017, 8, 1), date(2017, 9, 1)),
        Part("act#1", ENDED, date(2017, 9, 1), last),
    ]
