"""What a finding says beside its outcome: what it turns on, its reason, authorities, explanation, notes and receipt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ascertain.findings.find import find, needs_program
from ascertain.findings.model import Ground, Step
from ascertain.record.facts import Record
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.mistakes import BadInput
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome

from .books import DAY, ask, authority, book, claim, fence, rules, term, words

FUNDS = """
## Funds {#funds}

```rules
rule ELIGIBLE: answer
  holds in every case
```
"""

BAN = """
## Ban {#ban}

```rules
exception BANNED to act#ELIGIBLE: those who refuse get nothing
  does not hold if step

rule REFUSES: step
  holds if all of
    - one
    - two
  unless three
```

```untranslated
omits: "except as deemed necessary"
  because: No criteria were published.
```
"""


def funds(folder: Path, *more: tuple[str, str]) -> Rulebook:
    terms = [term(phrase) for phrase in ("answer", "step", "one", "two", "three")]
    return book(folder, terms, authority("act", FUNDS), authority("order", BAN, "executive order"), *more)


INJUNCTION = authority(
    "court", fence("force", "suspends order#ban"), "court order", "2017-04-25", binds="everyone except reno"
)
REFUSING = (claim("one", True), claim("two", True), claim("three", False))


def test_an_open_finding_names_the_facts_that_matter_and_no_others(tmp_path: Path) -> None:
    finding = ask(funds(tmp_path), claim("one", True))
    assert words(finding) == "holds or does not hold"
    assert [turn.id for turn in finding.fact_turns] == ["two", "three"]
    assert finding.law_turns == ()
    assert finding.reason == ()
    turn = finding.fact_turns[0]
    assert (turn.kind, turn.ask, turn.options) == ("fact", "Is it so?", ("yes", "no"))


def test_a_fact_that_settles_the_rest_is_the_whole_reason_but_for_the_law(tmp_path: Path) -> None:
    finding = ask(funds(tmp_path), claim("one", False), claim("two", True))
    assert words(finding) == "holds"
    assert finding.reason == (Ground("force", "act#funds", "in force"), Ground("fact", "one", False))


def test_a_reason_rests_on_the_injunction_where_the_facts_are_against(tmp_path: Path) -> None:
    finding = ask(funds(tmp_path, INJUNCTION), *REFUSING)
    assert words(finding) == "holds"
    assert finding.reason == (
        Ground("force", "act#funds", "in force"),
        Ground("force", "order#ban", "suspended", ("court",)),
    )


def test_the_order_that_silences_a_rule_comes_first_then_that_rule_then_what_speaks_for_want_of_it(
    tmp_path: Path,
) -> None:
    finding = ask(funds(tmp_path, INJUNCTION), *REFUSING)
    assert finding.authorities == ("court", "order#ban", "act#funds")


def test_an_exception_that_speaks_comes_before_the_rule_it_wins_over(tmp_path: Path) -> None:
    finding = ask(
        funds(tmp_path, INJUNCTION), *(claim(c.term, c.value, government="reno") for c in REFUSING), who="reno"
    )
    assert words(finding) == "does not hold"
    assert finding.authorities == ("order#ban", "act#funds")


def test_an_order_of_which_it_is_open_whether_it_binds_is_an_authority_only_where_that_matters(tmp_path: Path) -> None:
    terms = [term(phrase) for phrase in ("answer", "step", "one", "two", "three")]
    perhaps = authority("order", BAN, "executive order", binds="perhaps chicago")
    rulebook = book(tmp_path, terms, authority("act", FUNDS), perhaps)
    assert ask(rulebook, *REFUSING).authorities == ("order#ban", "act#funds")
    idle = ask(rulebook, claim("one", False))
    assert (words(idle), idle.authorities) == ("holds", ("act#funds",))


def test_a_step_speaks_where_it_surely_decides_and_what_it_is_an_exception_to_has_force(tmp_path: Path) -> None:
    def speaking(*more: tuple[str, str]) -> list[tuple[str, bool]]:
        (rule,) = ask(funds(tmp_path / str(len(more)), *more), *REFUSING).explanation.rules
        return [(step.rule, step.speaks) for step in (*rule.exceptions, rule)]

    assert speaking() == [("order#BANNED", True), ("act#ELIGIBLE", True)]
    assert speaking(INJUNCTION) == [("order#BANNED", False), ("act#ELIGIBLE", True)]
    stayed = authority("stay", fence("force", "suspends act#funds"), "court order", "2017-04-25")
    assert speaking(stayed, stayed) == [("order#BANNED", False), ("act#ELIGIBLE", False)]


def test_a_fact_about_a_government_is_shown_as_unknown_in_the_law_at_large(tmp_path: Path) -> None:
    record = Record(REFUSING, "record")
    rulebook = funds(tmp_path)
    finding = find(rulebook, record, None, "step", on=DAY, known=DAY, standard=Grade.ASSERTED)
    (rule,) = finding.explanation.rules
    assert rule.facts == tuple(Fact(phrase, "", "", None, Grade.NONE) for phrase in ("one", "two", "three"))


def test_what_a_provision_leaves_untranslated_is_said_where_the_finding_rests_on_it(tmp_path: Path) -> None:
    rests = ask(funds(tmp_path), *REFUSING)
    assert rests.notes == ('order#ban is encoded without "except as deemed necessary": No criteria were published.',)
    assert ask(funds(tmp_path), *REFUSING, question="one").notes == ()


def test_a_law_that_is_not_yet_made_is_no_reason_and_no_authority(tmp_path: Path) -> None:
    terms = [term(phrase) for phrase in ("answer", "step", "one", "two", "three")]
    later = authority("later", BAN, "executive order", issued="2017-12-01")
    finding = ask(book(tmp_path, terms, authority("act", FUNDS), later), *REFUSING)
    assert words(finding) == "holds"
    assert finding.reason == (Ground("force", "act#funds", "in force"),)
    assert finding.authorities == ("act#funds",)
    assert finding.notes == ()


def test_authorities_not_wholly_seen_in_a_source_are_named_with_the_finding(tmp_path: Path) -> None:
    terms = [term(phrase) for phrase in ("answer", "step", "one", "two", "three")]
    order = authority("order", BAN, "executive order", confidence="memory")
    act = authority("act", FUNDS, confidence="verified-in-part")
    notes = ask(book(tmp_path, terms, act, order), *REFUSING).notes
    assert "encoded from memory, not seen in a source: order" in notes
    assert "encoded from sources seen in part: act" in notes


POINT = """
## Point {#scope}

```rules
point reach: What is it?

reading WIDE of reach: all of it
  held by: chicago
  rule WIDE-STEP: answer
    holds in every case

reading CLOSE of reach: a part of it
  held by: reno
  rule CLOSE-STEP: answer
    does not hold in every case
```
"""


def test_a_reason_that_rests_on_a_reading_names_the_court_that_bound_it(tmp_path: Path) -> None:
    court = authority("court", fence("force", "binds reading CLOSE of act#reach"), "court order", "2017-04-25")
    finding = ask(book(tmp_path, [term("answer")], authority("act", POINT), court))
    assert Ground("reading", "act#reach", "CLOSE", ("court",)) in finding.reason
    assert finding.authorities == ("court", "act#scope")


def test_an_open_finding_says_how_a_court_has_bound_a_point_that_matters(tmp_path: Path) -> None:
    rule = fence("rules", "rule E: answer\n  holds if any of\n    - step\n    - one\n  does not hold otherwise")
    court = authority("court", fence("force", "binds reading CLOSE of act#reach"), "court order", "2017-04-25")
    act = authority("act", POINT.replace("answer", "step"))
    terms = [term("answer"), term("step"), term("one")]
    finding = ask(book(tmp_path, terms, authority("a-rule", rule), act, court))
    assert [turn.id for turn in finding.fact_turns] == ["one"]
    assert "act#reach is read as CLOSE, as bound by court" in finding.notes
    another = authority("another", fence("force", "binds reading CLOSE of act#reach"), "court order", "2017-04-26")
    finding = ask(book(tmp_path / "both", terms, authority("a-rule", rule), act, court, another))
    assert "act#reach is read as CLOSE, as bound by court, another" in finding.notes


def test_the_provision_of_the_contested_point_comes_first_where_the_finding_turns_on_it(tmp_path: Path) -> None:
    rule = fence("rules", "rule E: answer\n  holds if step\n  does not hold otherwise")
    act = authority("act", POINT.replace("answer", "step"))
    finding = ask(book(tmp_path, [term("answer"), term("step")], authority("a-rule", rule), act))
    assert [turn.id for turn in finding.law_turns] == ["act#reach"]
    assert finding.authorities == ("act#scope", "a-rule")


MANDATE = """
suspends terms
  for: chicago
  issued: 2017-04-25
  effective: 2017-04-25
"""


def test_a_reading_bound_by_a_mandate_is_no_way_out_where_the_same_mandate_revives_the_terms(tmp_path: Path) -> None:
    """One doubt decides both: with the mandate the terms bind, as the court read them; without it they are stayed."""
    act = authority("act", POINT.replace("answer", "step"))
    terms = authority("terms", fence("rules", "rule T: answer\n  holds if step\n  does not hold otherwise"))
    trial = authority("trial", fence("force", MANDATE), "court order", "2017-04-25")
    appeal = authority(
        "appeal",
        fence(
            "force",
            "reverses trial\n  issued: 2017-06-01\n  effective: open\n\n"
            "binds reading WIDE of act#reach\n  issued: 2017-06-01\n  effective: open\n",
        ),
        "court order",
        "2017-06-01",
    )
    finding = ask(book(tmp_path, [term("answer"), term("step")], act, terms, trial, appeal))
    assert words(finding) == "holds or silent"
    assert [turn.kind for turn in finding.law_turns] == ["force"]
    assert "appeal" in finding.authorities[:3]


def test_the_explanation_shows_each_rule_its_exceptions_and_what_they_look_at(tmp_path: Path) -> None:
    finding = ask(funds(tmp_path, INJUNCTION), *REFUSING)
    (rule,) = finding.explanation.rules
    (exception,) = rule.exceptions
    assert (rule.rule, rule.speaks, rule.force) == ("act#ELIGIBLE", True, None)
    assert (exception.rule, exception.possible, exception.speaks) == ("order#BANNED", (Outcome.SILENT,), False)
    assert exception.force is not None
    assert exception.force.state.value == "suspended"
    (below,) = exception.terms
    assert (below.term, below.possible) == ("step", (Outcome.SILENT,))
    assert [(fact.term, fact.value) for fact in below.rules[0].facts] == [
        ("one", True),
        ("two", True),
        ("three", False),
    ]


def test_an_exception_to_a_silent_rule_decides_nothing(tmp_path: Path) -> None:
    stopped = authority("court", fence("force", "suspends act#funds"), "court order", "2017-04-25")
    finding = ask(funds(tmp_path, stopped), *REFUSING)
    assert words(finding) == "silent"
    speaking: list[Step] = [step for step in finding.explanation.rules[0].exceptions if step.speaks]
    assert speaking == []
    assert finding.authorities[:2] == ("court", "act#funds")


def test_force_that_a_condition_asks_about_is_part_of_the_explanation(tmp_path: Path) -> None:
    asks = authority("memo", fence("rules", "rule E: enforceable\n  holds if in force: order#ban"), "memorandum")
    terms = [term(phrase) for phrase in ("answer", "step", "one", "two", "three", "enforceable")]
    order = authority("order", BAN, "executive order")
    rulebook = book(tmp_path, terms, authority("act", FUNDS), order, asks, INJUNCTION)
    finding = ask(rulebook, question="enforceable")
    assert words(finding) == "silent"
    assert [(force.provision, force.state.value) for force in finding.explanation.rules[0].forces] == [
        ("order#ban", "suspended")
    ]
    assert finding.authorities == ("court", "order#ban")


def test_evidence_both_ways_leaves_a_fact_unknown_and_says_so(tmp_path: Path) -> None:
    finding = ask(funds(tmp_path), *REFUSING, claim("one", False, said="B"))
    assert finding.word == "open"
    assert "disputed, so taken as unknown: one" in finding.notes


def test_a_fact_below_the_standard_is_unknown_and_said_to_be(tmp_path: Path) -> None:
    facts = (claim("one", False, Grade.ASSERTED), claim("two", True), claim("three", False))
    assert ask(funds(tmp_path), *facts).word == "holds"
    strict = ask(funds(tmp_path), *facts, standard=Grade.DOCUMENTED)
    assert strict.word == "open"
    assert "only asserted, below the standard documented, so taken as unknown: one" in strict.notes


def test_what_an_unrelated_fact_is_makes_no_difference(tmp_path: Path) -> None:
    with_more = ask(funds(tmp_path), *REFUSING, claim("unheard of", True))
    assert with_more == ask(funds(tmp_path), *REFUSING)


def test_the_law_of_another_day_can_be_asked_of_the_facts_of_this_one(tmp_path: Path) -> None:
    rulebook = funds(tmp_path, INJUNCTION)
    chicago = rulebook.governments["chicago"]
    record = Record(REFUSING, "record")
    now = find(rulebook, record, chicago, "answer", on=DAY, known=DAY, standard=Grade.ASSERTED)
    then = find(rulebook, record, chicago, "answer", on=DAY, known=DAY, standard=Grade.ASSERTED, law=date(2017, 3, 1))
    assert (now.word, then.word) == ("holds", "does not hold")
    assert (then.receipt.on, then.receipt.law) == (DAY, date(2017, 3, 1))


def test_a_receipt_names_what_the_finding_rested_on(tmp_path: Path) -> None:
    rulebook = funds(tmp_path)
    receipt = ask(rulebook, *REFUSING).receipt
    assert (receipt.rulebook, receipt.record, receipt.standard) == (rulebook.digest, "record", "asserted")
    assert (receipt.on, receipt.law, receipt.readings) == (DAY, DAY, ())


def test_a_finding_says_for_whom_of_which_day_as_known_when_and_under_which_standard_it_is(tmp_path: Path) -> None:
    rulebook = funds(tmp_path)
    known = date(2017, 12, 1)
    chicago, record = rulebook.governments["chicago"], Record(REFUSING, "record")
    finding = find(rulebook, record, chicago, "answer", on=DAY, known=known, standard=Grade.ASSERTED)
    assert (finding.government, finding.program, finding.question) == ("chicago", "", "answer")
    assert (finding.on, finding.known, finding.standard) == (DAY, known, Grade.ASSERTED)


def test_the_law_at_large_can_be_asked_without_a_government(tmp_path: Path) -> None:
    rulebook = funds(tmp_path)
    finding = find(rulebook, Record((), ""), None, "answer", on=DAY, known=DAY, standard=Grade.FOUND)
    assert (finding.government, finding.word) == ("", "open")


@pytest.mark.parametrize("day", [date(2015, 12, 31), date(2018, 1, 1)])
def test_a_day_outside_the_coverage_is_refused(tmp_path: Path, day: date) -> None:
    with pytest.raises(BadInput, match="covers 2016-01-01 through 2017-12-31"):
        ask(funds(tmp_path), on=day)


def test_a_question_outside_the_vocabulary_is_refused_with_the_nearest_term(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match='did you mean "answer"'):
        ask(funds(tmp_path), question="anwser")


def test_an_amount_is_no_yes_no_question(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, "rule R: answer\n  holds if sum >= $5", term("sum", "money"))
    with pytest.raises(BadInput, match="is not a yes/no question"):
        ask(rulebook, question="sum")


@pytest.mark.parametrize(
    ("condition", "needs"),
    [
        ("one", False),
        ("government in group mayors", False),
        ("program is jag", True),
        ("program in group conditioned", True),
        ("award is accepted", True),
    ],
)
def test_a_question_needs_a_program_where_a_condition_looks_at_one(tmp_path: Path, condition: str, needs: bool) -> None:
    text = f"rule S: step\n  holds if {condition}\n\nrule R: answer\n  holds if step"
    assert needs_program(rules(tmp_path, text, term("award is accepted", about="award")), "answer") is needs
