"""Z3 says the same of two laws side by side: two days, two readings, two rulebooks, two questions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from ascertain.findings.reaching.reach import reach
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.rules import Not
from ascertain.rulebook.model.terms import QUANTITIES
from ascertain.verify.diff.difference import difference
from ascertain.verify.diff.side import Side
from findings.random_quantities import wide
from findings.random_rulebooks import QUESTION
from verify.sides import sides

pytest.importorskip("z3", reason="z3-solver is not installed: tools/setup.sh conformance")

from conformance.smt import Formula
from conformance.smt_sides import Sides

pytestmark = pytest.mark.conformance

_RANDOM = 1_000
_COMPUTING = 300
_MOST_QUANTITIES, _MOST_RELATIONS = 2, 6
_BATCH = 50
RULEBOOKS = Path(__file__).parents[2] / "rulebooks"
FIRST_DAY, LATER, LAST_DAY = date(2017, 3, 1), (date(2018, 9, 1), date(2021, 6, 1), date(2025, 9, 1)), date(2026, 1, 31)


@pytest.mark.parametrize("first", range(0, _RANDOM, _BATCH))
def test_the_solver_finds_the_same_pairs_of_outcomes_on_two_sides(first: int) -> None:
    seen = Counter(assert_same(*pair, f"seed {seed}") for seed in range(first, first + _BATCH) if (pair := sides(seed)))
    assert min(seen[True], seen[False]) > 0


def test_the_solver_finds_the_same_between_days_and_readings_of_section_1373() -> None:
    rulebook = load_rulebook(RULEBOOKS / "section-1373")
    seen: Counter[bool] = Counter()
    questions = dict.fromkeys(rule.term for rule in rulebook.rules.values() if rule.term)
    parties = [None, *[*rulebook.governments.values()][::20]]
    for question in questions:
        for at, government in enumerate(parties):
            program = [*rulebook.programs.values()][at % len(rulebook.programs)]
            first = Side(rulebook, question, Matter(government, program, FIRST_DAY, LAST_DAY))
            later = [replace(first, matter=replace(first.matter, on=day)) for day in LATER]
            taken = [
                replace(first, readings={point.id: reading.name})
                for point in map(rulebook.points.__getitem__, reach(rulebook, question).points)
                for reading in point.readings
            ]
            for second in (*later, *taken):
                seen[assert_same(first, second, f"{question}, {second.matter}, {second.readings}")] += 1
    assert min(seen[True], seen[False]) > 0


@pytest.mark.parametrize("first", range(0, _COMPUTING, _BATCH))
def test_the_solver_finds_the_same_pairs_where_rules_that_compute_have_changed(first: int) -> None:
    """With no fact known; those with many quantities are left out, and those without a condition to be changed."""
    pairs = (changed(seed) for seed in range(first, first + _BATCH))
    seen = Counter(assert_same(*pair, f"from seed {first}") for pair in pairs if pair)
    assert min(seen[True], seen[False]) > 0


def changed(seed: int) -> tuple[Side, Side] | None:
    """A random rulebook that computes, and the same with one condition denied or left out."""
    made, rng = wide(seed), Random(seed)  # noqa: S311 - no secret is made here
    within = reach(made.rulebook, QUESTION)
    quantities = [fact for fact in within.facts if made.rulebook.terms[fact].type in QUANTITIES]
    guarded = [
        (rule, at) for rule in within.rules for at, clause in enumerate(rule.clauses) if clause.guard is not None
    ]
    if len(quantities) > _MOST_QUANTITIES or len(within.relations) > _MOST_RELATIONS or not guarded:
        return None
    rule, at = rng.choice(guarded)
    guard = rule.clauses[at].guard
    assert guard is not None
    new = replace(rule.clauses[at], guard=Not(guard) if rng.random() < 0.5 else None)
    other = replace(rule, clauses=(*rule.clauses[:at], new, *rule.clauses[at + 1 :]))
    rulebook = replace(made.rulebook, rules={**made.rulebook.rules, rule.id: other})
    return Side(made.rulebook, QUESTION, made.law.matter), Side(rulebook, QUESTION, made.law.matter)


def assert_same(first: Side, second: Side, where: str) -> bool:
    """That comparison and solver tell the same pairs; whether the sides are equivalent."""
    told = difference(first, second)
    one, other = (
        Formula(LawOn(side.rulebook, side.matter), side.question, side.readings, side=name)
        for side, name in ((first, ""), (second, " on the second side"))
    )
    assert Sides(one, other).pairs() == set(told.pairs), where
    return told.equivalent
