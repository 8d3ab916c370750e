"""Force asked as a question: the same answer as a rule that asks whether the provision is in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ascertain.findings.answers.binding import binding
from ascertain.findings.find import find
from ascertain.findings.model import Finding, Ground, TermStep
from ascertain.law.force import force_of
from ascertain.law.model import ForceState, Matter
from ascertain.record.facts import Record
from ascertain.record.model import STANDARDS, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.rules import Clause, InForce, Outcome, Rule
from ascertain.rulebook.model.sources import Provision
from ascertain.rulebook.model.terms import Subject, Term, TermType

from .build import CALIFORNIA, CHICAGO, JAG, PLACE, authority, effect, matter, rulebook
from .worlds import PROVISIONS, days, governments, programs, rulebooks

NOBODY = Record((), "")
PHRASE = "it binds"


def bound(book: Rulebook, provision: str, about: Matter) -> Finding:
    """The force of the provision as a finding."""
    return binding(book, NOBODY, about, force_of(book, provision, about), Grade.FOUND)


def with_rule(book: Rulebook, provision: str) -> Rulebook:
    """The rulebook with a rule that holds if the provision is in force, and does not hold otherwise."""
    clauses = (
        Clause(Outcome.HOLDS, InForce(provision), PLACE),
        Clause(Outcome.DOES_NOT_HOLD, None, PLACE, otherwise=True),
    )
    return replace(
        book,
        authorities={**book.authorities, "always": authority("always")},
        provisions={**book.provisions, "always": Provision("always", "always", "Always", None, PLACE)},
        terms={PHRASE: Term(PHRASE, TermType.YES_NO, Subject.GOVERNMENT, "Does it?", PLACE)},
        rules={"always#R": Rule("always#R", "always", "It binds", clauses, PLACE, term=PHRASE)},
    )


@settings(max_examples=150)
@given(rulebooks(most=6), governments, programs, st.sampled_from(PROVISIONS), days, days)
def test_it_is_the_finding_of_a_rule_that_asks_whether_the_provision_is_in_force(
    book: Rulebook, who: Government | None, program: Program | None, provision: str, on: date, known: date
) -> None:
    asked = bound(book, provision, Matter(who, program, on, known))
    law = with_rule(book, provision)
    ruled = find(law, NOBODY, who, PHRASE, on=on, known=known, standard=Grade.FOUND, program=program)
    assert asked.possible == ruled.possible
    assert set(asked.law_turns) == set(ruled.law_turns)


def test_every_state_but_in_force_does_not_hold() -> None:
    book = rulebook(
        authority("law"),
        authority("later", "2018-01-01"),
        authority("order", "2017-03-01"),
        authority("stay", "2017-04-01"),
        effect("order suspends law", "2017-03-01", reach="state CA"),
    )
    assert bound(book, "law", matter("2017-05-01", CHICAGO)).possible == (Outcome.HOLDS,)
    assert bound(book, "law", matter("2017-05-01", CALIFORNIA)).possible == (Outcome.DOES_NOT_HOLD,)
    assert bound(book, "later", matter("2017-05-01", CHICAGO)).possible == (Outcome.DOES_NOT_HOLD,)


def test_a_doubt_between_two_ways_of_not_being_in_force_leaves_nothing_open() -> None:
    """A suspended provision that a ruling without a known mandate may have ended does not bind in either case."""
    book = rulebook(
        authority("law"),
        authority("court", "2017-03-01"),
        authority("ruling", "2017-06-01"),
        effect("court suspends law", "2017-03-01"),
        effect("ruling ends law", "2017-06-01", None),
    )
    about = matter("2017-07-01")
    assert set(force_of(book, "law", about).states) == {ForceState.SUSPENDED, ForceState.ENDED}
    found = bound(book, "law", about)
    assert found.possible == (Outcome.DOES_NOT_HOLD,)
    assert found.law_turns == ()


def test_an_unknown_mandate_leaves_the_finding_open_and_is_what_it_turns_on() -> None:
    book = rulebook(authority("law"), authority("ruling", "2017-06-01"), effect("ruling ends law", "2017-06-01", None))
    found = bound(book, "law", matter("2017-07-01"))
    assert found.possible == (Outcome.HOLDS, Outcome.DOES_NOT_HOLD)
    assert [turn.kind for turn in found.law_turns] == ["force"]
    assert found.reason == ()


def test_the_latest_order_that_decides_is_named_first_and_the_provision_last() -> None:
    book = rulebook(
        authority("law"),
        authority("court", "2017-03-01"),
        authority("stay", "2017-04-01"),
        authority("panel", "2017-05-01"),
        effect("court suspends law", "2017-03-01"),
        effect("stay stays court", "2017-04-01"),
        effect("panel lifts stay", "2017-05-01"),
    )
    assert bound(book, "law", matter("2017-04-15")).authorities == ("stay", "law")
    assert bound(book, "law", matter("2017-05-15")).authorities == ("panel", "court", "law")


def test_no_standard_changes_what_is_in_force() -> None:
    book = rulebook(authority("law"))
    about = matter("2017-05-01")
    force = force_of(book, "law", about)
    found = [binding(book, NOBODY, about, force, standard) for standard in STANDARDS]
    assert len({(one.possible, one.law_turns, one.authorities) for one in found}) == 1


def test_a_settled_finding_of_force_says_about_whom_it_is_and_which_orders_are_its_reason() -> None:
    book = rulebook(
        authority("law"),
        authority("court", "2017-03-01"),
        authority("stay", "2017-04-01"),
        authority("panel", "2017-05-01"),
        effect("court suspends law", "2017-03-01"),
        effect("stay stays court", "2017-04-01"),
        effect("panel lifts stay", "2017-05-01"),
    )
    found = bound(book, "law", matter("2017-05-15", CHICAGO, program=JAG, known="2017-06-01"))
    assert (found.government, found.program, found.question) == ("chicago", "jag", "law")
    assert (str(found.on), str(found.known), found.standard) == ("2017-05-15", "2017-06-01", Grade.FOUND)
    assert found.reason == (Ground("force", "law", "suspended", ("panel", "court")),)
    assert (found.fact_turns, found.explanation) == ((), TermStep("law", (Outcome.DOES_NOT_HOLD,), ()))
    assert (found.receipt.on, found.receipt.known, found.receipt.standard) == (found.on, found.known, "found")
    at_large = bound(book, "law", matter("2017-05-15", None))
    assert (at_large.government, at_large.program, at_large.possible) == ("", "", found.possible)


def test_a_doubt_about_force_is_put_as_a_question_of_yes_or_no() -> None:
    book = rulebook(authority("law"), authority("ruling", "2017-06-01"), effect("ruling ends law", "2017-06-01", None))
    (turn,) = bound(book, "law", matter("2017-07-01")).law_turns
    assert (turn.kind, turn.options) == ("force", ("yes", "no"))
    assert turn.ask.endswith("?")


def test_a_finding_of_force_says_that_a_text_binds_nobody_and_what_was_not_seen_in_a_source() -> None:
    letter = authority("letter", binds="nobody", kind="letter")
    found = bound(rulebook(letter, authority("law")), "letter", matter("2017-05-01"))
    assert found.notes == ("letter by itself binds no one",)
    recalled = rulebook(replace(authority("law"), confidence="memory"))
    assert bound(recalled, "law", matter("2017-05-01")).notes == ("encoded from memory, not seen in a source: law",)
