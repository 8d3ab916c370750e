"""Every government of a table over time, against each by itself on each day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest

from ascertain.findings.columns.country import Change, Country
from ascertain.findings.columns.planes import Block, block_of
from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Value

from .random_rulebooks import DAYS, FIRST, QUESTION, sample

END = FIRST + timedelta(DAYS)


def everybody(named: tuple[Government, ...]) -> list[Government]:
    """Those whom a random rulebook names, others that lie where they do, and one of which that is not recorded."""
    return [
        *named,
        Government("town", "Town", "city", "AA", 1),
        Government("village", "Village", "city", "AA", 1),
        Government("elsewhere", "Elsewhere", "city", "BB", 2),
        Government("part", "Part", "city", parent="g1"),
        Government("somewhere", "Somewhere", "city"),
        Government("alias", "Alias", "city", "AA", 2, ids=("g1",)),
    ]


def on(changes: tuple[Change, ...], row: int, day: date) -> frozenset[Outcome]:
    last = [change for change in changes if change.day <= day and change.rows >> row & 1][-1]
    return frozenset(outcome for outcome, where in zip(Outcome, last.possible, strict=True) if where >> row & 1)


@pytest.mark.parametrize("first", range(0, 120, 20))
def test_each_government_is_answered_on_each_day_as_if_it_were_alone(first: int) -> None:
    for seed in range(first, first + 20):
        made = sample(seed)
        rulebook, known, program = made.rulebook, made.law.matter.known, made.law.matter.program
        who, compiled, rng = everybody(tuple(rulebook.governments.values())), compiled_for(rulebook), Random(seed)  # noqa: S311
        facts = compiled.reach(QUESTION).facts
        rows: list[dict[str, Value]] = [
            {term: rng.choice(compiled.domains[term]) for term in facts if rng.random() < 0.5} for _ in who
        ]
        block = block_of({term: [row.get(term) for row in rows] for term in facts}, compiled)
        block = replace(block, rows=len(who))
        changes = Country(rulebook, known, who).timeline(QUESTION, block, start=FIRST, end=END, program=program)
        assert [change.day for change in changes] == sorted({change.day for change in changes})
        for day in (FIRST + timedelta(past) for past in range(0, DAYS, 3)):
            for at, government in enumerate(who):
                law = LawOn(rulebook, Matter(government, program, day, known))
                alone = Diagram(law, QUESTION).possible(rows[at])
                assert on(changes, at, day) == alone, f"seed {seed}, {government.id} on {day}"


def test_a_change_is_told_only_of_those_whose_answer_becomes_another() -> None:
    made = sample(7)
    who = everybody(tuple(made.rulebook.governments.values()))
    block = Block(len(who), {})
    changes = Country(made.rulebook, made.law.matter.known, who).timeline(QUESTION, block, start=FIRST, end=END)
    for at in range(len(who)):
        told = [on(changes, at, change.day) for change in changes if change.rows >> at & 1]
        assert all(before != after for before, after in pairwise(told))


def test_facts_of_more_rows_than_there_are_governments_are_refused() -> None:
    made = sample(7)
    with pytest.raises(ValueError, match="2 rows of facts for 1 governments"):
        Country(made.rulebook, END, [Government("town", "Town")]).timeline(QUESTION, Block(2, {}), start=FIRST, end=END)
