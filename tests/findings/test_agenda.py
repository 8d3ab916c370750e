"""What to ask one government for several findings at once: each fact once, and answering all of them is enough."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ascertain.docket.load import load_docket
from ascertain.docket.model import Docket
from ascertain.findings.asking.agenda import Agenda, Enquirer
from ascertain.findings.find import find, needs_program
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Program
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.sources import Provision
from ascertain.rulebook.model.terms import Term

from .books import DAY, authority, book, claim, fence, term

ROOT = Path(__file__).parents[2]
ON = date(2017, 7, 6)
MEMBERS = ("chicago", "california", "clark-county", "milwaukee-county")
Asks = list[tuple[Term | Provision, Program | None]]


@pytest.fixture(scope="module", name="law")
def law_fixture() -> Rulebook:
    return load_rulebook(ROOT / "rulebooks" / "section-1373")


@pytest.fixture(scope="module", name="docket")
def docket_fixture(law: Rulebook) -> Docket:
    return load_docket(ROOT / "dockets" / "doj-1373-2017", law)


def main_questions(law: Rulebook, docket: Docket) -> Asks:
    """What the docket asks, money under the awards of 2016."""
    named = {term.short: term for term in law.terms.values() if term.short}
    program = law.programs["byrne-jag-fy2016"]
    terms = [named[short] for short in docket.questions]
    return [(term, program if needs_program(law, term.phrase) else None) for term in terms]


def asked_of(
    who: str, law: Rulebook, record: Record, questions: Asks, standard: Grade = Grade.DOCUMENTED, on: date = ON
) -> Agenda:
    return Enquirer(law, record, on, on, standard).agenda(law.governments[who], questions)


def answered(agenda: Agenda, record: Record, rng: random.Random) -> Record:
    """The record with an answer to every item, found, whatever was said before."""
    claims = tuple(
        Claim(
            f"answer-{at}",
            item.fact.government,
            item.fact.program,
            item.term,
            rng.choice(item.serves[0][1].effects).value,
            Interval(None, None),
            "someone",
            Moment.on(agenda.known),
            Grade.FOUND,
        )
        for at, item in enumerate(agenda.items)
    )
    return replace(record, claims=(*record.claims, *claims))


@pytest.mark.parametrize("who", MEMBERS)
@pytest.mark.parametrize("seed", range(3))
def test_answering_the_items_settles_every_finding_as_far_as_facts_can(
    who: str, seed: int, law: Rulebook, docket: Docket
) -> None:
    questions = main_questions(law, docket)
    agenda = asked_of(who, law, docket.record, questions)
    assert agenda.items
    record = answered(agenda, docket.record, random.Random(seed))  # noqa: S311 - no secret is made here
    after = asked_of(who, law, record, questions)
    assert after.items == ()
    for asked in after.asked:
        assert asked.settled or asked.asking.law


@pytest.mark.parametrize("who", MEMBERS)
def test_each_fact_is_asked_once_with_every_finding_that_turns_on_it(who: str, law: Rulebook, docket: Docket) -> None:
    agenda = asked_of(who, law, docket.record, main_questions(law, docket))
    facts = [(item.term, item.fact.program) for item in agenda.items]
    assert len(set(facts)) == len(facts)
    for asked in agenda.asked:
        found = find(
            law,
            docket.record,
            agenda.government,
            asked.question,
            on=ON,
            known=ON,
            standard=agenda.standard,
            program=law.programs.get(asked.program),
        )
        assert {turn.id for turn in found.fact_turns} == {
            item.term for item in agenda.items for served, _ in item.serves if served == asked
        }


@pytest.mark.parametrize("who", MEMBERS)
def test_what_serves_most_findings_comes_first_and_of_equals_what_could_settle_most(
    who: str, law: Rulebook, docket: Docket
) -> None:
    items = asked_of(who, law, docket.record, main_questions(law, docket)).items
    ranks = [(-len(item.serves), -item.settles, item.worst) for item in items]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 2


@pytest.mark.parametrize("who", MEMBERS)
def test_for_one_finding_the_order_is_the_engines(who: str, law: Rulebook, docket: Docket) -> None:
    term = next(term for term in law.terms.values() if term.short == "complies")
    agenda = asked_of(who, law, docket.record, [(term, None)])
    assert [item.term for item in agenda.items] == [item.term for item in agenda.asked[0].asking.items]


def test_every_question_of_law_is_told_once_with_the_findings_that_hang_on_it(law: Rulebook, docket: Docket) -> None:
    agenda = asked_of("chicago", law, docket.record, main_questions(law, docket))
    turns = [turn for turn, _ in agenda.law]
    assert len(set(turns)) == len(turns) > 1
    for asked in agenda.asked:
        assert set(asked.asking.law) == {turn for turn, ones in agenda.law if asked in ones}


def test_a_plain_fact_below_the_standard_is_asked_for_itself(law: Rulebook, docket: Docket) -> None:
    term = next(term for term in law.terms.values() if term.short == "detainers")
    assert asked_of("chicago", law, docket.record, [(term, None)]).items == ()
    (item,) = asked_of("chicago", law, docket.record, [(term, None)], Grade.FOUND).items
    assert [effect.value for effect in item.serves[0][1].effects] == list(term.values)
    assert item.fact.support


def test_force_is_never_a_matter_of_evidence(law: Rulebook, docket: Docket) -> None:
    for provision in law.provisions.values():
        for on in (ON, date(2018, 12, 1)):
            assert asked_of("chicago", law, docket.record, [(provision, None)], on=on).items == ()


def test_questions_of_every_sort_stand_side_by_side_each_as_itself(tmp_path: Path) -> None:
    act = authority("act", fence("rules", "rule R: answer\n  holds if one\n  does not hold otherwise"))
    order = authority("order", fence("force", "suspends act\n  for: reno"), "court order", "2017-02-01")
    law = book(tmp_path, [term("answer"), term("one"), term("two")], act, order)
    program = law.programs["jag"]
    asks: Asks = [(law.terms["answer"], program), (law.terms["two"], None), (law.provisions["act"], program)]
    record = Record((claim("one", True),), "")
    agenda = asked_of("chicago", law, record, asks, Grade.FOUND, DAY)
    assert [(each.question, each.program, each.possible, each.rests_on) for each in agenda.asked] == [
        ("answer", "jag", (Outcome.HOLDS,), ("act",)),
        ("two", "", (), ()),
        ("act", "jag", (Outcome.HOLDS,), ("act",)),
    ]
    ((item,),) = (agenda.items,)
    assert [(effect.value, effect.possible, effect.left) for effect in item.serves[0][1].effects] == [
        (True, (), ()),
        (False, (), ()),
    ]
    enjoined = asked_of("reno", law, record, asks, Grade.FOUND, DAY)
    assert [(each.possible, each.rests_on) for each in enjoined.asked] == [
        ((Outcome.SILENT,), ("order", "act")),
        ((), ()),
        ((Outcome.DOES_NOT_HOLD,), ("order", "act")),
    ]


def test_an_item_is_asked_because_of_the_provisions_that_look_at_it_and_can_still_speak(tmp_path: Path) -> None:
    parts = "## One {#a}\n" + fence("rules", "rule R: answer\n  holds if one")
    parts += "## Two {#b}\n" + fence(
        "rules", "exception X to R: not so\n  does not hold if all of\n    - one\n    - two"
    )
    parts += "## Three {#c}\n" + fence("rules", "exception Y to R: nor so\n  does not hold if three")
    law = book(tmp_path, [term(each) for each in ("answer", "one", "two", "three")], authority("act", parts))
    for two, expected in ((True, ("act#a", "act#b")), (False, ("act#a",))):
        record = Record((claim("two", two), claim("three", False)), "")
        (item,) = asked_of("chicago", law, record, [(law.terms["answer"], None)], Grade.FOUND, DAY).items
        assert (item.term, item.because) == ("one", expected)


def test_a_plain_fact_is_asked_for_on_a_day_on_which_the_record_does_not_show_it(tmp_path: Path) -> None:
    law = book(
        tmp_path, [term("answer"), term("one")], authority("act", fence("rules", "rule R: answer\n  holds if one"))
    )
    june = replace(claim("one", True), period=Interval(Moment.parse("2017-06-01"), Moment.parse("2017-07-01")))
    for day, wanted in ((date(2017, 6, 15), []), (DAY, ["one"])):
        agenda = asked_of("chicago", law, Record((june,), ""), [(law.terms["one"], None)], Grade.FOUND, day)
        assert [item.term for item in agenda.items] == wanted


def test_of_several_findings_the_fact_that_serves_most_is_asked_for_first(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if one\n\nrule S: step\n  holds if all of\n    - two\n    - one"
    phrases = ("answer", "step", "one", "two")
    law = book(tmp_path, [term(each) for each in phrases], authority("act", fence("rules", text)))
    asks: Asks = [(law.terms["step"], None), (law.terms["answer"], None)]
    agenda = asked_of("chicago", law, Record((), ""), asks, Grade.FOUND, DAY)
    assert [(item.term, len(item.serves)) for item in agenda.items] == [("one", 2), ("two", 1)]
