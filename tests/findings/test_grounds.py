"""What a finding rests on, ground by ground: comparisons, values, readings and doubts, each in its own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ascertain.findings.diagrams.compiled import compiled_for, force_atom, point_atom
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.model import Ground
from ascertain.findings.reaching.index import rule_leaves
from ascertain.law.model import Matter
from ascertain.rulebook.mistakes import BadInput, NotFound
from ascertain.rulebook.model.rules import Outcome

from .books import DAY, ask, authority, book, claim, fence, rules, term

COMPARED = "rule R: answer\n  holds if first >= second\n  does not hold otherwise"
LEAST = "rule Q: the least\n  is the smaller of first and second in every case"
FIRST, SECOND, LIMIT = (f"{term(phrase, 'money')}  at least: $0\n" for phrase in ("first", "second", "the least"))
POINT = """
point reach: how far?

reading WIDE of reach: far
  rule WIDE: answer
    holds in every case

reading CLOSE of reach: near
  rule CLOSE: answer
    does not hold in every case
"""


def test_a_comparison_of_two_known_amounts_is_one_ground_and_says_what_is_so(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, COMPARED, FIRST, SECOND)
    text = "first >= second"
    more = ask(rulebook, claim("first", 500), claim("second", 300))
    assert more.reason[1:] == (Ground("relation", text, True, says=text),)
    less = ask(rulebook, claim("first", 200), claim("second", 300))
    assert less.reason[1:] == (Ground("relation", text, False, says="second > first"),)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [(0, 700, ["first"]), (700, 0, ["second"]), (0, 0, ["first"]), (300, 700, ["first", "second"])],
)
def test_an_amount_without_which_a_quantity_would_be_the_same_is_no_ground(
    tmp_path: Path, first: int, second: int, expected: list[str]
) -> None:
    finding = ask(
        rules(tmp_path, LEAST, FIRST, SECOND, LIMIT),
        claim("first", first),
        claim("second", second),
        question="the least",
    )
    assert [ground.id for ground in finding.reason if ground.kind == "fact"] == expected


def test_the_facts_that_a_quantity_is_reckoned_from_are_grounds_in_the_order_in_which_the_law_meets_them(
    tmp_path: Path,
) -> None:
    names = ["sixth", "second", "fifth", "first", "fourth", "third"]
    text = f"rule Q: the sum\n  is {' + '.join(names)} in every case"
    rulebook = rules(tmp_path, text, *(term(name, "money") for name in (*sorted(names), "the sum")))
    finding = ask(rulebook, *(claim(name, 100) for name in sorted(names)), question="the sum")
    assert [ground.id for ground in finding.reason if ground.kind == "fact"] == names


def test_the_courts_that_bound_a_reading_are_named_with_it_the_latest_first(tmp_path: Path) -> None:
    act = authority("act", fence("rules", POINT))
    courts = [
        authority(name, fence("force", "binds reading WIDE of act#reach"), "court order", day)
        for name, day in (("first", "2017-01-01"), ("second", "2017-02-01"))
    ]
    finding = ask(book(tmp_path, [term("answer"), term("one")], act, *courts))
    assert finding.reason[1:] == (Ground("reading", "act#reach", "WIDE", ("second", "first")),)
    assert finding.notes == ()


def test_how_a_court_bound_a_reading_is_said_with_an_open_finding_which_has_no_grounds(tmp_path: Path) -> None:
    act = authority("act", fence("rules", POINT.replace("holds in every case", "holds if one", 1)))
    court = authority("court", fence("force", "binds reading WIDE of act#reach"), "court order", "2017-01-01")
    finding = ask(book(tmp_path, [term("answer"), term("one")], act, court))
    assert (finding.word, finding.reason) == ("open", ())
    assert finding.notes == ("act#reach is read as WIDE, as bound by court",)


def test_an_order_in_doubt_comes_before_the_court_that_surely_bound_a_reading(tmp_path: Path) -> None:
    act = authority("act", fence("rules", POINT))
    court = authority("court", fence("force", "binds reading WIDE of act#reach"), "court order", "2017-01-01")
    order = authority("order", fence("force", "suspends act"), "court order", "2017-02-01", binds="perhaps chicago")
    finding = ask(book(tmp_path, [term("answer"), term("one")], act, court, order))
    assert (finding.word, finding.authorities) == ("open", ("order", "act", "court"))


def test_a_question_of_law_about_force_has_the_answers_yes_and_no(tmp_path: Path) -> None:
    order = authority("order", fence("force", "suspends act"), "court order", "2017-02-01", binds="perhaps chicago")
    act = authority("act", fence("rules", "rule R: answer\n  holds in every case"))
    (turn,) = ask(book(tmp_path, [term("answer"), term("one")], act, order)).law_turns
    assert (turn.kind, turn.options) == ("force", ("yes", "no"))


def test_what_is_no_term_of_the_rulebook_is_refused_by_name(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, COMPARED, FIRST, SECOND)
    for question, remedy in (("answr", "answer"), ("zzz", "the vocabulary lists every term")):
        with pytest.raises(NotFound, match=f"the rulebook test has no term {question}") as refused:
            ask(rulebook, question=question)
        assert remedy in refused.value.mistakes[0].help


def test_a_situation_in_which_one_thing_is_put_otherwise_has_all_else_as_it_was(tmp_path: Path) -> None:
    act = authority("act", fence("rules", f"{POINT}\nrule R: step\n  holds in every case"))
    orders = [
        authority(name, fence("force", f"suspends {what}"), "court order", "2017-02-01", binds="perhaps chicago")
        for name, what in (("first", "act"), ("second", "other"))
    ]
    other = authority("other", fence("rules", "exception S to act#R: not so\n  does not hold in every case"))
    rulebook = book(tmp_path, [term("answer"), term("step"), term("one")], act, other, *orders)
    chicago = rulebook.governments["chicago"]
    law = compiled_for(rulebook).law(Matter(chicago, None, DAY, DAY))
    step = Diagram(law, "step").situation({})
    either = {Outcome.HOLDS, Outcome.DOES_NOT_HOLD}
    assert set(step.term("step").possible()) == {*either, Outcome.SILENT}
    assert set(step.with_value(force_atom("act"), 0).term("step").possible()) == either
    assert step.with_value(force_atom("act"), 1).term("step").possible() == (Outcome.SILENT,)
    assert set(step.with_value(force_atom("other"), 1).term("step").possible()) == {Outcome.HOLDS, Outcome.SILENT}
    close = Diagram(law, "answer").situation({}).with_value(point_atom("act#reach", rulebook), 1)
    assert set(close.term("answer").possible()) == {Outcome.DOES_NOT_HOLD, Outcome.SILENT}


def test_a_rule_for_every_case_looks_at_nothing(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, "rule R: answer\n  holds in every case")
    (rule,) = rulebook.rules.values()
    assert list(rule_leaves(rule)) == []
    assert list(rule_leaves(replace(rule, clauses=()))) == []


def test_a_day_that_the_rulebook_does_not_cover_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="A901: the rulebook test covers") as refused:
        ask(rules(tmp_path, COMPARED, FIRST, SECOND), on=date(2015, 12, 31))
    assert refused.value.mistakes[0].help == "ask about a day within it"


@pytest.mark.parametrize(
    ("op", "expected"), [(">", "at least 1"), (">=", "at least 0"), ("<", "at most -1"), ("<=", "at most 0")]
)
def test_a_difference_is_bounded_by_the_comparison_under_which_it_is_said(
    op: str, expected: str, tmp_path: Path
) -> None:
    text = f"rule G: the gap\n  is this - that if this {op} that"
    finding = ask(
        rules(tmp_path, text, *(term(each, "number") for each in ("this", "that", "the gap"))), question="the gap"
    )
    assert [amount.words for amount in finding.amounts] == [expected]
