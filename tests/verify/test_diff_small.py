"""What two small laws can and cannot differ in, and which governments change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ascertain.findings.diagrams.space import AtomKind
from ascertain.law.model import Matter
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.mistakes import BadInput
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.verify.diff import witness as witnesses
from ascertain.verify.diff.books import contents
from ascertain.verify.diff.comparing import Asked, Comparer, Frame
from ascertain.verify.diff.difference import Difference, difference
from ascertain.verify.diff.governments import Cause, Change, compared, record_for
from ascertain.verify.diff.side import Side
from findings.books import authority, book, claim, fence, rules, term
from findings.random_rulebooks import QUESTION, sample

from .sides import sides, walk

DAY = date(2017, 7, 6)
LATE = date(2017, 12, 31)
AMOUNT = term("amount", "number")
HOLDS, FAILS = Outcome.HOLDS, Outcome.DOES_NOT_HOLD


def side(
    rulebook: Rulebook,
    question: str = "answer",
    on: date = DAY,
    known: date = LATE,
    readings: dict[str, str] | None = None,
) -> Side:
    return Side(rulebook, question, Matter(rulebook.governments["chicago"], None, on, known), readings or {})


def given(found: Difference) -> dict[str, object]:
    assert found.witness is not None
    return {each.id: each.value for each in found.witness.given}


def over(folder: Path, least: int) -> Rulebook:
    text = f"rule R: answer\n  holds if amount > {least}\n  does not hold otherwise"
    return rules(folder, text, AMOUNT)


def test_a_threshold_moved_differs_only_between_the_old_and_the_new(tmp_path: Path) -> None:
    found = difference(side(over(tmp_path / "a", 10)), side(over(tmp_path / "b", 20)))
    amount = given(found)["amount"]
    assert isinstance(amount, int)
    assert 10 < amount <= 20
    assert (found.first_within_second, found.second_within_first) == (False, True)


def test_thresholds_that_no_whole_number_tells_apart_are_equivalent(tmp_path: Path) -> None:
    other = rules(tmp_path / "b", "rule R: answer\n  holds if amount >= 11\n  does not hold otherwise", AMOUNT)
    assert difference(side(over(tmp_path / "a", 10)), side(other)).equivalent


def test_a_choice_that_only_one_vocabulary_has_can_tell_them_apart(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if not colour = red\n  does not hold otherwise"
    other = "rule R: answer\n  holds if colour = green\n  does not hold otherwise"
    one = rules(tmp_path / "a", text, term("colour", "one of red, green"))
    two = rules(tmp_path / "b", other, term("colour", "one of red, green, blue"))
    assert given(difference(side(one), side(two))) == {"colour": "blue"}


def test_a_fact_that_means_another_thing_on_the_other_side_is_refused(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if one\n  does not hold otherwise"
    one = rules(tmp_path / "a", text)
    usual = [term(phrase) for phrase in ("answer", "step", "two", "three")]
    act = authority("act", fence("rules", text.replace("one", "one = 1")))
    two = book(tmp_path / "b", [*usual, term("one", "number")], act)
    with pytest.raises(
        BadInput, match=r"A982: one is yes/no, about government .* and number, about government"
    ) as refused:
        difference(side(one), side(two))
    assert len(refused.value.mistakes[0].places) == 2


def test_a_fact_that_means_another_thing_and_is_not_reached_is_no_matter(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if two\n  does not hold otherwise"
    one = rules(tmp_path / "a", text)
    usual = [term(phrase) for phrase in ("answer", "step", "two", "three")]
    two = book(tmp_path / "b", [*usual, term("one", "number")], authority("act", fence("rules", text)))
    assert difference(side(one), side(two)).equivalent
    (facts,) = [kind for kind in contents(one, two) if kind.kind == "facts"]
    assert (facts.only_first, facts.only_second) == (
        ("one (yes/no, about government)",),
        ("one (number, about government)",),
    )


def test_a_conclusion_can_be_compared_with_a_fact(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, "rule R: answer\n  holds if all of\n    - one\n    - two\n  does not hold otherwise")
    found = difference(side(rulebook), side(rulebook, "one"))
    assert found.first_within_second
    assert not found.second_within_first
    assert given(found) == {"one": True, "two": False}


def test_what_never_holds_is_not_said_to_hold_within_the_other(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, "rule R: answer\n  does not hold in every case")
    found = difference(side(rulebook), side(rulebook, "one"))
    assert found.apart
    assert {pair[0] for pair in found.pairs} == {FAILS}


COURTS = """\
point scope: how far?

reading BROAD of scope: far
  rule B: answer
    holds if one
    does not hold otherwise

reading NARROW of scope: near
  rule N: answer
    holds if two
    does not hold otherwise

reading MIDDLE of scope: between
  rule M: answer
    holds if three
    does not hold otherwise
"""


SETTLED = """\
point scope: how far?

reading BROAD of scope: far
  rule B: answer
    holds in every case

reading NARROW of scope: near
  rule N: answer
    does not hold in every case

reading MIDDLE of scope: between
  rule M: step
    holds in every case
"""


def court(name: str, reading: str, day: str) -> tuple[str, str]:
    text = f"binds reading {reading} of act#scope\n  for: everyone\n  issued: {day}\n  effective: {day}"
    return authority(name, fence("force", text), kind="court order", issued=day)


@pytest.fixture(name="courts")
def courts_fixture(tmp_path: Path) -> Rulebook:
    usual = [term(phrase) for phrase in ("answer", "one", "two", "three")]
    return book(tmp_path, usual, authority("act", fence("rules", COURTS)), court("ca1", "NARROW", "2017-03-01"))


def test_a_reading_bound_since_is_what_the_days_differ_in(courts: Rulebook) -> None:
    found = difference(side(courts, on=date(2017, 2, 1)), side(courts, on=date(2017, 4, 1)))
    assert given(found)["act#scope"] in {"BROAD", "MIDDLE"}
    assert found.witness is not None
    assert [world.readings["act#scope"] for world in found.witness.worlds][1] == "NARROW"


def test_a_reading_that_is_right_is_right_on_both_sides(courts: Rulebook) -> None:
    early = date(2017, 2, 1)
    assert difference(side(courts, on=early), side(courts, on=date(2017, 2, 2))).equivalent
    narrow, broad = (side(courts, on=early, readings={"act#scope": name}) for name in ("NARROW", "BROAD"))
    assert given(difference(narrow, broad)) in ({"one": True, "two": False}, {"one": False, "two": True})


def test_a_side_that_may_not_take_the_right_reading_takes_any_that_it_may(tmp_path: Path) -> None:
    """Courts leave NARROW and MIDDLE on the first side, BROAD and NARROW on the second."""
    usual = [term(phrase) for phrase in ("answer", "step")]
    act = authority("act", fence("rules", SETTLED))
    here = book(tmp_path / "a", usual, act, court("ca1", "NARROW", "2017-03-01"), court("ca2", "MIDDLE", "2017-03-01"))
    there = book(tmp_path / "b", usual, act, court("ca1", "NARROW", "2017-03-01"), court("ca2", "BROAD", "2017-03-01"))
    one, other = side(here), side(there)
    every = {(FAILS, FAILS), (FAILS, HOLDS), (Outcome.SILENT, FAILS), (Outcome.SILENT, HOLDS)}
    assert {both.outcomes for both in walk(one, other)} == every
    assert set(difference(one, other).pairs) == every
    assert {(here, there) for there, here in difference(other, one).pairs} == every


@pytest.mark.parametrize(
    ("period", "pairs"),
    [
        ("from 2017-07", {(HOLDS, HOLDS), (FAILS, HOLDS), (FAILS, FAILS)}),
        ("from 2016-01-01 until 2017-07", {(HOLDS, HOLDS), (HOLDS, FAILS), (FAILS, FAILS)}),
        ("from 2017-07 until 2017-07", {(HOLDS, HOLDS), (HOLDS, FAILS), (FAILS, HOLDS), (FAILS, FAILS)}),
    ],
)
def test_whoever_joins_in_some_month_stays_and_whoever_leaves_is_gone(
    tmp_path: Path, period: str, pairs: set[tuple[Outcome, Outcome]]
) -> None:
    made = rules(tmp_path, "rule R: answer\n  holds if government in group mayors\n  does not hold otherwise")
    start, _, end = period.removeprefix("from ").partition(" until ")
    members = (("chicago", Interval(Moment.parse(start), Moment.parse(end) if end else None)),)
    rulebook = replace(made, groups={**made.groups, "mayors": replace(made.groups["mayors"], members=members)})
    early, late = (side(rulebook, on=date(2017, 7, day)) for day in (10, 20))
    assert set(difference(early, late).pairs) == pairs
    assert {(here, there) for there, here in difference(late, early).pairs} == pairs


def test_what_had_come_to_pass_by_one_day_had_by_a_later(tmp_path: Path) -> None:
    act = authority("act", fence("rules", "rule R: answer\n  holds if in force: order\n  does not hold otherwise"))
    order = authority("order", "", kind="court order", issued="2017-03")
    both = book(tmp_path / "b", [term("answer")], act, order)
    early, late = (side(both, on=date(2017, 3, day)) for day in (10, 20))
    assert set(difference(early, late).pairs) == {(HOLDS, HOLDS), (FAILS, HOLDS), (FAILS, FAILS)}
    unheard, heard = (side(both, on=date(2017, 5, 1), known=date(2017, 3, day)) for day in (10, 20))
    assert set(difference(unheard, heard).pairs) == {(HOLDS, HOLDS), (FAILS, HOLDS), (FAILS, FAILS)}
    assert set(difference(heard, unheard).pairs) == {(HOLDS, HOLDS), (HOLDS, FAILS), (FAILS, FAILS)}


def test_without_the_time_for_the_smallest_no_part_of_a_witness_can_be_spared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(witnesses, "_MOST", 0)
    checked = 0
    for seed in range(200):
        pair = sides(seed)
        witness = difference(*pair).witness if pair else None
        if pair is None or witness is None or not witness.given:
            continue
        assert not witness.smallest
        if any(each.kind is not AtomKind.FACT for each in witness.given):
            continue
        worlds = [*walk(*pair)]
        for spared in (None, *witness.given):
            kept = [each for each in witness.given if each != spared]
            within = [both for both in worlds if all(both.facts[each.id] == each.value for each in kept)]
            assert all(both.outcomes[0] is not both.outcomes[1] for both in within) == (spared is None)
        checked += 1
    assert checked >= 5


def test_a_government_changes_with_the_day_and_the_order_is_named(tmp_path: Path) -> None:
    act = authority("act", fence("rules", "rule R: answer\n  holds if one\n  does not hold otherwise"))
    text = "suspends act\n  for: everyone\n  issued: 2017-04-25\n  effective: 2017-04-25"
    order = authority("order", fence("force", text), kind="court order", issued="2017-04-25")
    rulebook = book(tmp_path, [term("answer"), term("one")], act, order)
    record = Record((claim("one", True),), "")
    before, after = side(rulebook, on=date(2017, 4, 24)), side(rulebook, on=date(2017, 4, 26))
    found = compared(before, after, (record, record), Grade.FOUND)
    assert (found.change, found.words) == (Change.FINDING, ("holds", "silent"))
    assert found.causes == (Cause("force", "act", "in force", "suspended", ("order",)),)
    assert compared(after, after, (record, record), Grade.FOUND).change is Change.NONE


def test_a_finding_stays_open_and_turns_on_something_else(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if all of\n    - one\n    - two\n  does not hold otherwise"
    one = rules(tmp_path / "a", text)
    two = rules(tmp_path / "b", text.replace("two", "three"))
    record = Record((), "")
    found = compared(side(one), side(two), (record, record), Grade.FOUND)
    assert (found.change, found.words) == (Change.GROUNDS, ("open", "open"))


def test_a_claim_of_a_choice_that_the_other_rulebook_lacks_is_unknown_there(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if colour = red\n  does not hold otherwise"
    one = rules(tmp_path / "a", text, term("colour", "one of red, blue"))
    two = rules(tmp_path / "b", text, term("colour", "one of red, green"))
    record = Record((claim("colour", "blue"),), "")
    found = compared(side(one), side(two), (record, record_for(two, record, one)), Grade.FOUND)
    assert found.words == ("does not hold", "open")
    assert found.causes == (Cause("fact", "colour", "blue", None),)


@pytest.mark.parametrize(
    ("readings", "says"),
    [({"act#range": "BROAD"}, 'A980: .* "act#range"'), ({"act#scope": "BROADER"}, 'A981: .* "BROADER"')],
)
def test_a_reading_that_there_is_not_is_refused(courts: Rulebook, readings: dict[str, str], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        side(courts, readings=readings)


def test_a_day_outside_the_rulebook_is_refused(courts: Rulebook) -> None:
    with pytest.raises(BadInput, match="A901"):
        side(courts, on=date(2020, 1, 1))


def test_one_rulebook_compiled_by_itself_tells_what_it_tells_beside_another() -> None:
    made = sample(3)
    again = replace(made.rulebook, id="again")
    alone = difference(Side(made.rulebook, QUESTION, made.law.matter), Side(made.rulebook, QUESTION, made.law.matter))
    beside = difference(Side(made.rulebook, QUESTION, made.law.matter), Side(again, QUESTION, made.law.matter))
    assert alone.pairs == beside.pairs


def test_a_question_about_money_needs_a_program_that_both_rulebooks_have(courts: Rulebook) -> None:
    frame = Frame(courts, Record((), ""), DAY, LATE, {})
    comparer, asked = Comparer(frame, frame, (None,), Grade.FOUND), Asked("answer", "answer", ())
    with pytest.raises(BadInput, match="A987"):
        comparer.compare(asked)
    assert "none in common" in comparer.compare_if_possible(asked).apart
