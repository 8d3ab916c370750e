"""What rules mean, one sentence of the definition at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from ascertain.findings import meaning
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Value

from .books import DAY, ask, authority, book, claim, fence, rules, term, words


def found(rulebook: Rulebook, *yes: str, no: tuple[str, ...] = ()) -> str:
    """The finding where these facts are yes and those are no, which the definition comes to as well."""
    finding = ask(rulebook, *(claim(fact, True) for fact in yes), *(claim(fact, False) for fact in no))
    assert defined(rulebook, {**dict.fromkeys(yes, True), **dict.fromkeys(no, False)}) == {*finding.possible}
    return words(finding)


def defined(
    rulebook: Rulebook, facts: Mapping[str, Value], who: str = "chicago", question: str = "answer"
) -> frozenset[Outcome]:
    """What the definition says is possible for a government."""
    law = LawOn(rulebook, Matter(rulebook.governments[who], None, DAY, date(2017, 12, 31)))
    return meaning.possible(law, question, facts)


def test_a_rule_with_an_unmet_condition_is_silent(tmp_path: Path) -> None:
    book = rules(tmp_path, "rule R: answer\n  holds if one")
    assert found(book, "one") == "holds"
    assert found(book, no=("one",)) == "silent"
    assert found(book) == "holds or silent"


def test_otherwise_speaks_when_no_other_clause_does(tmp_path: Path) -> None:
    book = rules(tmp_path, "rule R: answer\n  holds if one\n  does not hold otherwise")
    assert found(book, no=("one",)) == "does not hold"
    assert found(book) == "holds or does not hold"


def test_clauses_that_disagree_are_a_conflict_and_otherwise_stays_out_of_it(tmp_path: Path) -> None:
    book = rules(tmp_path, "rule R: answer\n  holds if one\n  does not hold if two\n  holds otherwise")
    assert found(book, "one", "two") == "conflict"
    assert found(book, "two", no=("one",)) == "does not hold"
    assert found(book, no=("one", "two")) == "holds"


def test_unless_means_and_not(tmp_path: Path) -> None:
    book = rules(tmp_path, "rule R: answer\n  holds if one\n  unless two")
    assert found(book, "one", "two") == "silent"
    assert found(book, "one", no=("two",)) == "holds"


EXCEPTED = """
rule R: answer
  holds in every case

exception X to R: the first
  does not hold if one

exception Y to R: the second
  {verdict} if two

exception Z to X: the exception's own
  holds if three
"""


def test_an_exception_that_speaks_wins(tmp_path: Path) -> None:
    book = rules(tmp_path, EXCEPTED.format(verdict="does not hold"))
    assert found(book, "one", no=("two", "three")) == "does not hold"
    assert found(book, no=("one", "two", "three")) == "holds"


def test_an_exception_to_an_exception_wins_over_it(tmp_path: Path) -> None:
    book = rules(tmp_path, EXCEPTED.format(verdict="does not hold"))
    assert found(book, "one", "three", no=("two",)) == "holds"


def test_exceptions_that_agree_are_no_conflict(tmp_path: Path) -> None:
    book = rules(tmp_path, EXCEPTED.format(verdict="does not hold"))
    assert found(book, "one", "two", no=("three",)) == "does not hold"


def test_exceptions_that_disagree_are_a_conflict_which_the_rule_cannot_mend(tmp_path: Path) -> None:
    book = rules(tmp_path, EXCEPTED.format(verdict="holds"))
    assert found(book, "one", "two", no=("three",)) == "conflict"


STEPS = """
rule S: step
  holds if one
  does not hold if two

rule R: answer
  holds if {condition}
  does not hold otherwise
"""


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        ("step", ("one",), "holds"),
        ("step", ("two",), "does not hold"),
        ("step", (), "does not hold"),
        ("step", ("one", "two"), "conflict"),
        ("not step", (), "holds"),
        ("not step", ("one", "two"), "conflict"),
        ("any of\n    - step\n    - three", ("one", "two", "three"), "holds"),
        ("any of\n    - step\n    - three", ("one", "two"), "conflict"),
        ("all of\n    - step\n    - three", ("one", "two"), "does not hold"),
        ("all of\n    - step\n    - three", ("one", "two", "three"), "conflict"),
        ("none of\n    - step\n    - three", ("one", "two", "three"), "does not hold"),
    ],
)
def test_a_conflict_below_matters_only_where_the_condition_hangs_on_it(
    tmp_path: Path, condition: str, facts: tuple[str, ...], expected: str
) -> None:
    book = rules(tmp_path, STEPS.format(condition=condition))
    assert found(book, *facts, no=tuple({"one", "two", "three"} - set(facts))) == expected


def test_an_unknown_met_twice_is_the_same_unknown(tmp_path: Path) -> None:
    book = rules(tmp_path, "rule R: answer\n  holds if any of\n    - one\n    - not one")
    assert found(book) == "holds"


def test_a_plain_yes_no_fact_can_be_asked_like_a_conclusion(tmp_path: Path) -> None:
    book = rules(tmp_path, "rule R: answer\n  holds if one")
    assert words(ask(book, claim("one", True), question="one")) == "holds"
    assert words(ask(book, claim("one", False), question="one")) == "does not hold"
    assert ask(book, question="one").word == "open"


def test_an_amount_is_compared_with_the_thresholds_exactly(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if sum >= $750,000.00\n  does not hold if sum < $750,000.00"
    book = rules(tmp_path, text, term("sum", "money"))
    assert words(ask(book, claim("sum", 75_000_000))) == "holds"
    assert words(ask(book, claim("sum", 74_999_999))) == "does not hold"
    assert words(ask(book)) == "holds or does not hold"


def test_an_unknown_number_leaves_nothing_out_between_its_thresholds(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if count <= 4\n  holds if count >= 5\n  does not hold otherwise"
    gap = "rule R: answer\n  holds if count <= 4\n  holds if count >= 6\n  does not hold otherwise"
    assert words(ask(rules(tmp_path / "a", text, term("count", "number")))) == "holds"
    assert words(ask(rules(tmp_path / "b", gap, term("count", "number")))) == "holds or does not hold"


def test_a_choice_is_always_one_of_its_values(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if policy = declines\n  holds if policy = honours\n  does not hold otherwise"
    two = rules(tmp_path / "a", text, term("policy", "one of honours, declines"))
    three = rules(tmp_path / "b", text, term("policy", "one of honours, declines, conditional"))
    assert words(ask(two)) == "holds"
    assert words(ask(three)) == "holds or does not hold"


def test_a_text_may_always_be_something_else(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if title = mayor\n  does not hold otherwise"
    book = rules(tmp_path, text, term("title", "text"))
    assert words(ask(book, claim("title", "sheriff"))) == "does not hold"
    assert words(ask(book)) == "holds or does not hold"


MEMBERS = """
rule R: answer
  holds if government in group mayors
  does not hold otherwise
"""


def test_membership_is_that_of_the_day_and_open_inside_a_month_without_a_day(tmp_path: Path) -> None:
    book = rules(tmp_path, MEMBERS)
    assert ask(book, on=date(2017, 1, 31)).word == "does not hold"
    assert ask(book, on=date(2017, 2, 1)).word == "holds"
    reno = ask(book, who="reno", on=date(2017, 7, 6))
    assert reno.word == "open"
    assert [turn.kind for turn in reno.law_turns] == ["force"]
    assert ask(book, who="reno", on=date(2017, 8, 1)).word == "holds"


def test_a_part_of_a_program_is_under_the_program_and_no_program_is_under_none(tmp_path: Path) -> None:
    book = rules(
        tmp_path, "rule R: answer\n  holds if all of\n    - program is jag\n    - program in group conditioned"
    )
    assert ask(book, program="jag-2017").word == "holds"
    assert ask(book, program="").word == "silent"


def test_a_rule_without_force_is_silent_together_with_its_exceptions(tmp_path: Path) -> None:
    act = authority("act", "## Part {#part}\n" + fence("rules", "rule R: answer\n  holds in every case"))
    later = authority("later", fence("rules", "exception X to act#R: wins\n  does not hold in every case"))
    order = authority("order", fence("force", "suspends act#part"), "court order", "2017-03-01", binds="chicago")
    rulebook = book(tmp_path, [term("answer")], act, later, order)
    assert ask(rulebook, on=date(2017, 2, 28)).word == "does not hold"
    assert ask(rulebook, on=date(2017, 3, 1)).word == "silent"
    assert ask(rulebook, on=date(2017, 3, 1), who="reno").word == "does not hold"


def test_a_suspended_exception_lets_the_rule_speak(tmp_path: Path) -> None:
    act = authority("act", fence("rules", "rule R: answer\n  holds in every case"))
    later = authority("later", fence("rules", "exception X to act#R: wins\n  does not hold in every case"))
    order = authority("order", fence("force", "suspends later"), "court order", "2017-03-01", binds="chicago")
    rulebook = book(tmp_path, [term("answer")], act, later, order)
    assert ask(rulebook, on=date(2017, 3, 1)).word == "holds"


READINGS = """
point reach: What does it reach?

reading BROAD of reach: much
  rule B: step
    holds in every case

reading NARROW of reach: little
  rule N: step
    does not hold in every case

rule R: answer
  holds if step
  does not hold otherwise

rule SAME: either way
  holds if any of
    - reading: reach = BROAD
    - reading: reach = NARROW
"""


def test_exactly_one_reading_is_right_and_an_open_one_is_a_question_of_law(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, READINGS, term("either way"))
    finding = ask(rulebook)
    assert words(finding) == "holds or does not hold"
    assert [(turn.kind, turn.id, turn.options) for turn in finding.law_turns] == [
        ("reading", "act#reach", ("BROAD", "NARROW"))
    ]
    assert not finding.same_under_every_reading
    assert words(ask(rulebook, question="either way")) == "holds"


def test_a_reading_can_be_taken_for_the_sake_of_argument(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, READINGS, term("either way"))
    finding = ask(rulebook, readings={"act#reach": "NARROW"})
    assert words(finding) == "does not hold"
    assert finding.receipt.readings == (("act#reach", "NARROW"),)


def test_a_court_settles_a_reading_for_its_circuit_alone(tmp_path: Path) -> None:
    act = authority("act", fence("rules", READINGS))
    ruling = authority("ruling", fence("force", "binds reading NARROW of act#reach"), "court order", "2017-03-01")
    bound = ruling[1].replace("binds: everyone", "binds: circuit 9")
    terms = [term(phrase) for phrase in ("answer", "step", "either way")]
    rulebook = book(tmp_path, terms, act, ("ruling", bound))
    reno = ask(rulebook, who="reno")
    assert reno.word == "does not hold"
    assert "ruling" in reno.authorities
    assert ask(rulebook, who="chicago").word == "open"


def test_an_answer_that_no_reading_changes_says_so(tmp_path: Path) -> None:
    text = READINGS + "\nexception X to R: leaves it alone\n  does not hold if one\n"
    rulebook = rules(tmp_path, text, term("either way"))
    finding = ask(rulebook, claim("one", True))
    assert finding.word == "does not hold"
    assert finding.same_under_every_reading


def test_a_court_that_perhaps_binds_a_reading_leaves_it_to_the_doubt_which_are_live(tmp_path: Path) -> None:
    act = authority("act", fence("rules", READINGS))
    ruling = authority("ruling", fence("force", "binds reading NARROW of act#reach"), "court order", "2017-03-01")
    perhaps = ruling[1].replace("binds: everyone", "binds: perhaps chicago")
    rulebook = book(tmp_path, [term(phrase) for phrase in ("answer", "step", "either way")], act, ("ruling", perhaps))
    broad = {Outcome.HOLDS}, {Outcome.DOES_NOT_HOLD}
    for who, expected in (("chicago", broad[0] | broad[1]), ("reno", broad[0] | broad[1])):
        assert defined(rulebook, {}, who) == set(ask(rulebook, who=who).possible) == expected
    sure = book(tmp_path / "sure", [term(phrase) for phrase in ("answer", "step", "either way")], act, ruling)
    assert defined(sure, {}) == set(ask(sure).possible) == broad[1]
    assert [turn.kind for turn in ask(rulebook).law_turns] == ["reading", "force"]


def test_a_condition_on_force_is_met_where_the_provision_binds(tmp_path: Path) -> None:
    act = authority("act", fence("rules", "rule R: answer\n  holds if in force: order\n  does not hold otherwise"))
    order = authority("order", "", "executive order", binds="chicago")
    rulebook = book(tmp_path, [term("answer"), term("one")], act, order)
    for who, expected in (("chicago", Outcome.HOLDS), ("reno", Outcome.DOES_NOT_HOLD)):
        assert defined(rulebook, {}, who) == set(ask(rulebook, who=who).possible) == {expected}
