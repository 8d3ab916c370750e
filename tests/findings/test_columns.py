"""Answers for many rows at once against the engine that answers for one, on random rulebooks and random rows."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.findings.columns.planes import Block, block_of, plane, rows_in, yes_no
from ascertain.findings.columns.questions import Questions
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.diagrams.voices import Voices
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Value

from . import brute
from .random_rulebooks import QUESTION, Sample, sample

ROWS = 12
Row = dict[str, Value]


def table(made: Sample, diagram: Diagram, seed: int) -> list[Row]:
    """The facts of a sample, and as many other rows, in which anything can be known or not."""
    rng = Random(seed)  # noqa: S311 - no secret is made here
    domains = {term: diagram.compiled.domains[term] for term in diagram.reach.facts}
    rows = [dict(made.known)]
    while len(rows) < ROWS:
        rows.append({term: rng.choice(values) for term, values in domains.items() if rng.random() < 0.5})
    return rows


def columns(rows: Sequence[Row], diagram: Diagram) -> Block:
    return block_of({term: [row.get(term) for row in rows] for term in diagram.reach.facts}, diagram.compiled)


def questions(diagram: Diagram, *, ordered: bool = False) -> Questions[str]:
    voices = diagram.compiled.term(QUESTION).mapped(diagram.situation({}).put)
    return Questions(diagram.compiled.space, {QUESTION: voices}, ordered=ordered)


@pytest.mark.parametrize("first", range(0, 600, 100))
def test_every_row_is_answered_as_if_it_were_alone(first: int) -> None:
    for seed in range(first, first + 100):
        diagram = Diagram((made := sample(seed)).law, QUESTION)
        rows = table(made, diagram, seed)
        if not diagram.reach.facts:
            continue
        block, asked = columns(rows, diagram), questions(diagram, ordered=seed % 2 == 0)
        possible = dict(zip(Outcome, asked.possible(block)[QUESTION], strict=True))
        turning = asked.turning(block)[QUESTION]
        for at, row in enumerate(rows):
            here = frozenset(outcome for outcome, where in possible.items() if where >> at & 1)
            assert here == diagram.possible(row), f"outcomes, seed {seed}, row {at}"
            turns = diagram.turns_on(row)
            found = {(atom.kind, atom.id) for atom, where in turning.items() if where >> at & 1}
            wanted = {(AtomKind.FACT, name) for name in turns.facts} | {(AtomKind.READING, n) for n in turns.readings}
            assert found == wanted | {(AtomKind.DOUBT, name) for name in turns.doubts}, f"seed {seed}, row {at}"


@pytest.mark.parametrize("first", range(0, 300, 100))
def test_what_columns_say_is_possible_is_so_in_some_world_by_the_definition(first: int) -> None:
    for seed in range(first, first + 100):
        diagram = Diagram((made := sample(seed)).law, QUESTION)
        if diagram.reach.facts:
            planes = questions(diagram).possible(columns([dict(made.known)], diagram))[QUESTION]
            here = frozenset(outcome for outcome, where in zip(Outcome, planes, strict=True) if where)
            assert here == frozenset(brute.outcomes(made).values()), f"seed {seed}"


@given(st.lists(st.booleans()))
def test_a_plane_gives_back_its_rows(rows: list[bool]) -> None:
    assert list(rows_in(plane(rows), len(rows))) == rows


@given(st.lists(st.sampled_from([True, False, None]), min_size=1))
def test_bitmaps_and_values_make_the_same_planes(values: list[bool | None]) -> None:
    size = -(-len(values) // 8)
    told = plane(value is True for value in values).to_bytes(size, "little")
    known = plane(value is not None for value in values).to_bytes(size, "little")
    yes, no = plane(value is not False for value in values), plane(value is not True for value in values)
    # Arrow leaves open what stands under an unknown, and after the last row.
    beside = bytes(each | 0xFF ^ shown for each, shown in zip(told, known, strict=True))
    assert yes_no(told, known, len(values)) == (yes, no)
    assert yes_no(beside, known, len(values)) == (yes, no)


def test_columns_of_different_lengths_are_no_table() -> None:
    compiled = Diagram(sample(1).law, QUESTION).compiled
    with pytest.raises(ValueError, match="columns of 1, 2 rows are no table"):
        block_of({"one": [True], "two": [True, False]}, compiled)


def test_a_question_that_compares_quantities_is_refused() -> None:
    compiled = Diagram(sample(1).law, QUESTION).compiled
    compares = Atom(AtomKind.RELATION, "spent > allowed")
    yes = compiled.space.has(compares, [0])
    with pytest.raises(ValueError, match="hangs on amounts"):
        Questions(compiled.space, {QUESTION: Voices(yes, ~yes, compiled.space.false)})
