"""Rules that compute: the engine against the definition, which walks through every value of every quantity."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ascertain.findings import meaning
from ascertain.findings.diagrams import heard, linking, seeking
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.law.force import LawOn
from ascertain.rulebook.model.expressions import OnWorkingDay, Worth
from ascertain.rulebook.model.rules import AllOf, Clause, Compare, Outcome, Relate, Rule
from ascertain.rulebook.model.terms import QUANTITIES, Subject, Term, TermType

from . import brute
from .random_quantities import OFFICE, narrow, wide
from .random_rulebooks import HERE, QUESTION

_EVERY_DAY = 300
_NIGHTLY = 10_000
_BATCH = 50


@pytest.mark.parametrize("first", range(0, _EVERY_DAY, _BATCH))
def test_what_quantities_are_and_turn_on_is_the_same_when_every_value_is_tried(first: int) -> None:
    for seed in range(first, first + _BATCH):
        assert_same_where_every_value_is_tried(seed)


def assert_same_where_every_value_is_tried(seed: int) -> int:
    """Returns how many things are named though it is not proved that they matter."""
    made, values = narrow(seed)
    diagram = Diagram(made.law, QUESTION)
    table = brute.completions(made, values)
    said = {each if isinstance(each, Outcome) else Outcome.HOLDS for each in table.values()}
    assert diagram.possible(made.known) == said, f"outcomes, seed {seed}"
    found = diagram.turns_on(made.known)
    kinds = {"fact": found.facts, "reading": found.readings, "doubt": found.doubts}
    turning = {(kind, name) for kind, names in kinds.items() for name in names}
    turns = brute.turns(table)
    assert turns <= turning, f"turns on, seed {seed}"
    # What another expression says may be worth the same, so that for a quantity more may be named than matters.
    of_quantity = made.rulebook.terms[QUESTION].type in QUANTITIES
    assert of_quantity or {each for each in turning if each[1] not in found.unproved} <= turns, f"proved, seed {seed}"
    assert of_quantity or found.unproved or turning == turns, f"turns on, seed {seed}"
    return len(found.unproved)


@pytest.mark.parametrize("first", range(0, _EVERY_DAY, _BATCH))
def test_it_is_the_same_where_values_are_sought_first(first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "_FEW", 0)
    for seed in range(first, first + _BATCH):
        assert_same_where_every_value_is_tried(seed)


def test_where_not_every_way_is_told_all_that_matters_is_named_and_what_else_is_said_to_be_unproved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As if any two quantities could lie together in more ways than can be told, and as if few values were tried."""
    monkeypatch.setattr(linking, "_FEW", 0)
    monkeypatch.setattr(linking, "_MANY", 0)
    monkeypatch.setattr(seeking, "_STEPS", 3)
    monkeypatch.setattr(heard, "_POINTS", 1)
    assert sum(map(assert_same_where_every_value_is_tried, range(_EVERY_DAY)))


@pytest.mark.nightly
@pytest.mark.parametrize("first", range(_EVERY_DAY, _EVERY_DAY + _NIGHTLY, _BATCH))
def test_what_quantities_are_and_turn_on_is_the_same_at_length(first: int) -> None:
    for seed in range(first, first + _BATCH):
        assert_same_where_every_value_is_tried(seed)


@pytest.mark.parametrize("first", range(0, _EVERY_DAY, _BATCH))
def test_diagram_equals_meaning_for_quantities(first: int) -> None:
    for seed in range(first, first + _BATCH):
        assert_same(seed)


@pytest.mark.nightly
@pytest.mark.parametrize("first", range(_EVERY_DAY, _EVERY_DAY + _NIGHTLY, _BATCH))
def test_diagram_equals_meaning_for_quantities_at_length(first: int) -> None:
    for seed in range(first, first + _BATCH):
        assert_same(seed)


def assert_same(seed: int) -> None:
    made = wide(seed)
    possible = Diagram(made.law, QUESTION).possible(made.known)
    assert possible == meaning.possible(made.law, QUESTION, made.known), f"outcomes, seed {seed}"


def test_a_day_off_before_the_only_threshold_is_found() -> None:
    made, _ = narrow(140)
    clause = Clause(Outcome.HOLDS, Relate(OnWorkingDay(Worth("date 1"), OFFICE), ">", Worth("date 1")), HERE)
    late = Compare("date 1", ">=", date(2024, 1, 4).toordinal())
    rule = Rule("a0#R", "a0", "", (clause, Clause(Outcome.DOES_NOT_HOLD, late, HERE)), HERE, QUESTION)
    rulebook = replace(made.rulebook, rules={rule.id: rule}, effects=())
    term = replace(rulebook.terms["date 1"], least=None, most=date(2024, 1, 5).toordinal())
    rulebook = replace(rulebook, terms={**rulebook.terms, term.phrase: term})
    possible = Diagram(LawOn(rulebook, made.law.matter), QUESTION).possible({})
    assert Outcome.HOLDS in possible


def test_a_report_that_came_in_between_its_deadline_and_the_working_day_that_this_is_moved_to_is_found() -> None:
    """Both days unknown, and no day named: only where the deadline is on a weekend can it be so."""
    made, _ = narrow(140)
    phrases = ("date 1", "date 2")
    report, due = map(Worth, phrases)
    between = AllOf((Relate(report, ">", due), Relate(report, "<=", OnWorkingDay(due, OFFICE))))
    rule = Rule("a0#R", "a0", "", (Clause(Outcome.HOLDS, between, HERE),), HERE, QUESTION)
    terms = {phrase: Term(phrase, TermType.DATE, Subject.GOVERNMENT, "?", HERE) for phrase in phrases}
    rulebook = replace(
        made.rulebook, rules={rule.id: rule}, effects=(), terms={QUESTION: made.rulebook.terms[QUESTION], **terms}
    )
    diagram = Diagram(LawOn(rulebook, made.law.matter), QUESTION)
    assert diagram.possible({}) == {Outcome.HOLDS, Outcome.SILENT}
    assert diagram.turns_on({}).facts == phrases
    saturday = date(2024, 6, 1).toordinal()
    assert diagram.possible({"date 2": saturday}) == {Outcome.HOLDS, Outcome.SILENT}
    assert diagram.possible({"date 2": saturday - 1}) == {Outcome.SILENT}


def test_shares_that_cross_far_from_every_threshold_part_the_plane() -> None:
    made = wide(450)
    diagram = Diagram(made.law, QUESTION)
    assert [len(link.examples) for link in diagram.situation(made.known).links] == [4]
    assert "a0#p1" in diagram.turns_on(made.known).readings
