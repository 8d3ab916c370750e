"""Z3, an SMT solver, says the same of amounts, numbers and dates: over all values, none of them chosen by sampling."""

from __future__ import annotations

import pytest

from ascertain.findings.diagrams.diagram import Diagram
from ascertain.rulebook.model.terms import QUANTITIES
from findings.random_quantities import wide
from findings.random_rulebooks import QUESTION, Sample

pytest.importorskip("z3", reason="z3-solver is not installed: tools/setup.sh conformance")

from conformance.smt import Formula

pytestmark = pytest.mark.conformance

_RANDOM = 1_000
_BATCH = 10


@pytest.mark.parametrize("first", range(0, _RANDOM, _BATCH))
def test_the_solver_finds_the_same_outcomes_and_the_same_that_matters_of_quantities(first: int) -> None:
    for seed in range(first, first + _BATCH):
        assert_same(seed, wide(seed))


@pytest.mark.parametrize("seed", [2725, 2841])
def test_the_solver_finds_the_same_where_the_engine_was_wrong_once(seed: int) -> None:
    assert_same(seed, wide(seed))


def assert_same(seed: int, made: Sample) -> None:
    diagram, formula = Diagram(made.law, QUESTION), Formula(made.law, QUESTION)
    assert diagram.possible(made.known) == formula.possible(made.known), f"outcomes, seed {seed}"
    turns = diagram.turns_on(made.known)
    kinds = {"fact": turns.facts, "reading": turns.readings, "doubt": turns.doubts}
    named = {(kind, name) for kind, names in kinds.items() for name in names}
    matter = formula.turns_on(made.known)
    assert matter <= named, f"turns on, seed {seed}"
    # What another expression says may be worth the same, so that for a quantity more may be named than matters.
    of_quantity = made.rulebook.terms[QUESTION].type in QUANTITIES
    assert of_quantity or named == matter, f"turns on, seed {seed}"
