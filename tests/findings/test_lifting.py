"""Every order that keeps a provision from binding could act no longer, also one that stands behind another."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from datetime import date
from itertools import chain, combinations, pairwise
from pathlib import Path

import pytest

from ascertain.findings import meaning
from ascertain.findings.answers.authorities import orders_against
from ascertain.findings.answers.inquiry import Answer, Inquiry
from ascertain.findings.changing.bestcase import best_cases
from ascertain.findings.changing.flips import Flips, flips
from ascertain.findings.changing.lifting import orders_in_the_way, were_they_lifted
from ascertain.findings.choosing.changes import ChangeKind
from ascertain.findings.diagrams.compiled import force_atom
from ascertain.law.force import LawOn
from ascertain.law.model import Branch, ForceTree
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.sources import Verb

from .answers import answer_of
from .books import authority, book, claim, fence, term
from .random_rulebooks import QUESTION, sample

ACT = authority("act", fence("rules", "rule R: answer\n  holds if one"))


def stay(name: str, what: str, day: str) -> tuple[str, str]:
    return authority(name, fence("force", what), "court order", day)


def asked(tmp_path: Path, *orders: tuple[str, str]) -> Answer:
    rulebook: Rulebook = book(tmp_path, [term("answer"), term("one")], ACT, *orders)
    record = Record((claim("one", True),), "")
    on = date(2017, 12, 1)
    return Inquiry(rulebook, record, rulebook.governments["chicago"], None, "answer", on, Grade.FOUND, {}).answer(on)


def lifted(found: Flips) -> list[set[str]]:
    return [{change.id for change in way.changes if change.kind is ChangeKind.ORDER} for way in found.found]


def test_two_orders_against_one_provision_are_lifted_together(tmp_path: Path) -> None:
    answer = asked(tmp_path, stay("first", "suspends act", "2017-02-01"), stay("second", "suspends act", "2017-03-01"))
    found = flips(answer)
    assert answer.possible == (Outcome.SILENT,)
    assert {"first", "second"} in lifted(found)
    assert found.complete


def test_an_order_that_another_had_ended_is_lifted_with_it(tmp_path: Path) -> None:
    orders = stay("first", "suspends act", "2017-02-01"), stay("second", "suspends act\nends first", "2017-03-01")
    found = flips(asked(tmp_path, *orders))
    assert {"first", "second"} in lifted(found)


def test_both_sides_show_the_case_against_silence_behind_two_orders(tmp_path: Path) -> None:
    answer = asked(tmp_path, stay("first", "suspends act", "2017-02-01"), stay("second", "suspends act", "2017-03-01"))
    found = best_cases(answer, ())
    assert [case.outcome for case in found.cases] == [Outcome.HOLDS, Outcome.SILENT]


def test_a_case_for_which_orders_would_be_lifted_rests_on_what_is_known_and_the_force_behind_them(
    tmp_path: Path,
) -> None:
    orders = stay("first", "suspends act", "2017-02-01"), stay("second", "suspends act", "2017-03-01")
    case = best_cases(asked(tmp_path, *orders), ()).cases[0]
    assert {(change.kind, change.id) for change in case.needs} == {
        (ChangeKind.ORDER, "first"),
        (ChangeKind.ORDER, "second"),
    }
    assert [(ground.kind, ground.id, ground.value) for ground in case.rests_on] == [("fact", "one", True)]


def test_a_case_for_which_an_order_would_be_lifted_rests_on_who_is_asked_about_and_on_the_orders_that_stay(
    tmp_path: Path,
) -> None:
    text = "rule R: answer\n  holds if all of\n    - one\n    - program in group conditioned"
    act = authority("act", fence("rules", text))
    refusal = authority("refusal", fence("rules", "exception X to act#R: no\n  does not hold if one"))
    orders = stay("first", "suspends act", "2017-02-01"), stay("second", "suspends refusal", "2017-03-01")
    rulebook = book(tmp_path, [term("answer"), term("one")], act, refusal, *orders)
    record, on = Record((claim("one", True),), ""), date(2017, 12, 1)
    who, under = rulebook.governments["chicago"], rulebook.programs["jag"]
    case = best_cases(Inquiry(rulebook, record, who, under, "answer", on, Grade.FOUND, {}).answer(on), ()).cases[0]
    assert [(change.kind, change.id) for change in case.needs] == [(ChangeKind.ORDER, "first")]
    assert [(ground.kind, ground.id, ground.value) for ground in case.rests_on] == [
        ("fact", "one", True),
        ("matter", "program in group conditioned", True),
        ("order", "second", True),
    ]


def told(found: Flips, outcome: Outcome) -> list[set[tuple[str, str, object, object]]]:
    ways = (way.changes for way in found.found if way.outcome is outcome)
    return [{(change.kind.value, change.id, change.before, change.after) for change in way} for way in ways]


def test_a_change_says_what_is_so_now_and_what_would_be(tmp_path: Path) -> None:
    enjoined = flips(asked(tmp_path / "a", stay("first", "suspends act", "2017-02-01")))
    assert told(enjoined, Outcome.HOLDS) == [{("order", "first", True, False)}]
    bound = flips(asked(tmp_path / "b"))
    assert told(bound, Outcome.SILENT) == [
        {("fact", "one", True, False)},
        {("force", "act", "in force", "not in force")},
    ]


def test_a_fact_and_a_law_that_is_wished_away_are_told_together_where_neither_is_enough(tmp_path: Path) -> None:
    refusal = authority("refusal", fence("rules", "exception X to act#R: no\n  does not hold in every case"))
    rulebook = book(tmp_path, [term("answer"), term("one")], ACT, refusal)
    record, on = Record((claim("one", False),), ""), date(2017, 12, 1)
    who = rulebook.governments["chicago"]
    found = flips(Inquiry(rulebook, record, who, None, "answer", on, Grade.FOUND, {}).answer(on))
    assert told(found, Outcome.HOLDS) == [
        {("fact", "one", False, True), ("force", "refusal", "in force", "not in force")}
    ]


def test_what_has_run_out_by_its_own_terms_binds_no_sooner_for_being_wished(tmp_path: Path) -> None:
    over = (
        ACT[0],
        ACT[1].replace("in-force: [{from: 2016-01-01}]", "in-force: [{from: 2016-01-01, until: 2017-06-01}]"),
    )
    rulebook = book(tmp_path, [term("answer"), term("one")], over)
    record, on = Record((claim("one", True),), ""), date(2017, 12, 1)
    who = rulebook.governments["chicago"]
    found = flips(Inquiry(rulebook, record, who, None, "answer", on, Grade.FOUND, {}).answer(on))
    assert (found.found, found.complete) == ((), True)


def test_a_settled_circumstance_is_nobodys_to_change_but_an_amount_is_told_where_it_turns(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if all of\n    - one\n    - how many >= 10\n  does not hold otherwise"
    fixed = "  lies in: circumstance\n"
    terms = [term("answer"), term("one") + fixed, term("how many", "number") + fixed]
    rulebook = book(tmp_path, terms, authority("act", fence("rules", text)))
    who, on = rulebook.governments["chicago"], date(2017, 12, 1)

    def would_hold(*known: Claim) -> list[set[tuple[str, str, object, object]]]:
        inquiry = Inquiry(rulebook, Record(known, ""), who, None, "answer", on, Grade.FOUND, {})
        return told(flips(inquiry.answer(on)), Outcome.HOLDS)

    assert would_hold(claim("one", True), claim("how many", 3)) == [{("fact", "how many", 3, 10)}]
    assert would_hold(claim("one", False), claim("how many", 30)) == []


def test_more_orders_than_can_be_asked_about_leave_the_search_incomplete(tmp_path: Path) -> None:
    orders = [stay(f"order-{number}", "suspends act", f"2017-02-{number:02}") for number in range(1, 14)]
    answer = asked(tmp_path, *orders)
    assert not flips(answer).complete
    assert not best_cases(answer, ()).complete


@pytest.mark.parametrize("first", range(0, 300, 100))
def test_what_each_provision_would_be_is_that_of_a_rulebook_without_the_orders(first: int) -> None:
    seen = 0
    for seed in range(first, first + 100):
        made = sample(seed)
        answer = answer_of(made)
        orders = orders_in_the_way(answer).orders
        lifted = were_they_lifted(answer, orders)
        for left in chain.from_iterable(combinations(orders, size) for size in range(len(orders) + 1)):
            kept = tuple(e for e in made.rulebook.effects if e.verb is Verb.BINDS or e.source not in left)
            law = LawOn(replace(made.rulebook, effects=kept), made.law.matter)
            chosen = {f"lifted:{order}": order in left for order in orders}
            for provision in answer.diagram.reach.provisions:
                tree = lifted.get(force_atom(provision), made.law.tree(provision))
                assert _settled(tree, chosen) == law.tree(provision), f"seed {seed}, {provision} without {left}"
                seen += bool(left)
    assert seen > 100


def _settled(tree: ForceTree, chosen: Mapping[str, bool]) -> ForceTree:
    """What is left of a tree once it is settled which orders act no longer."""
    if not isinstance(tree, Branch):
        return tree
    if tree.doubt.id in chosen:
        return _settled(tree.if_yes if chosen[tree.doubt.id] else tree.if_no, chosen)
    yes, no = _settled(tree.if_yes, chosen), _settled(tree.if_no, chosen)
    return yes if yes == no else Branch(tree.doubt, yes, no)


def test_a_government_acts_before_others_do_and_what_supposes_no_law_comes_last() -> None:
    seen = 0
    for seed in range(200):
        made = sample(seed)
        if made.law.matter.government is None:
            continue
        found = flips(answer_of(made)).found
        for before, after in pairwise(found):
            if before.outcome is after.outcome:
                no_law = [any(change.kind is ChangeKind.FORCE for change in way.changes) for way in (before, after)]
                assert no_law != [True, False]
                if no_law[0] is no_law[1]:
                    assert (before.in_own_hands, after.in_own_hands) != (False, True)
                seen += no_law[0] is not no_law[1]
    assert seen > 10


@pytest.mark.parametrize("first", range(0, 600, 100))
def test_it_is_not_said_that_nothing_would_change_it_where_lifting_every_order_does(first: int) -> None:
    seen = 0
    for seed in range(first, first + 100):
        made = sample(seed)
        if made.law.matter.government is None:
            continue
        answer, free = answer_of(made), _freed(made.law, made.rulebook, answer_of(made).diagram.reach.provisions)
        other = meaning.possible(free, QUESTION, made.known, {})
        if set(other) != set(answer.possible) and orders_in_the_way(answer).orders:
            found = flips(answer)
            assert found.found or not found.complete
            seen += 1
    assert seen > 3


def _freed(law: LawOn, rulebook: Rulebook, provisions: tuple[str, ...]) -> LawOn:
    """The law without any order that silences one of the provisions, however many stand behind each other."""
    orders: Set[str] = frozenset()
    while True:
        effects = tuple(each for each in rulebook.effects if each.verb is Verb.BINDS or each.source not in orders)
        free = LawOn(replace(rulebook, effects=effects), law.matter)
        further = {order for each in provisions for order in orders_against(free.force(each))}
        if further <= orders:
            return free
        orders = orders | further


def test_a_change_of_a_reading_answers_the_question_of_its_point(tmp_path: Path) -> None:
    point = """
    point reach: how far?

    reading WIDE of reach: far
      rule WIDE: answer
        holds in every case
    reading CLOSE of reach: near
      rule CLOSE: answer
        does not hold in every case
    """
    court = authority("court", fence("force", "binds reading WIDE of act#reach"), "court order", "2017-01-01")
    rulebook = book(tmp_path, [term("answer"), term("one")], authority("act", fence("rules", point)), court)
    who, on = rulebook.governments["chicago"], date(2017, 12, 1)
    open_ = book(tmp_path / "open", [term("answer"), term("one")], authority("act", fence("rules", point)))
    for law in (rulebook, open_):
        found = flips(Inquiry(law, Record((), ""), who, None, "answer", on, Grade.FOUND, {}).answer(on))
        changes = [change for way in found.found for change in way.changes if change.kind is ChangeKind.READING]
        assert {change.ask for change in changes} <= {"how far?"}
        assert changes or law is rulebook
