"""clingo, an answer-set solver, walks all completions of random rulebooks: its outcomes are ours."""

from __future__ import annotations

import pytest

from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.meaning import possible
from conformance.asp import Completions
from findings.random_rulebooks import QUESTION, sample

_EVERY_DAY = 300
_AT_LENGTH = 5_000
_BATCH = 100


@pytest.mark.parametrize("first", range(0, _EVERY_DAY, _BATCH))
def test_stable_models_have_the_outcomes_of_the_definition_and_of_the_engine(first: int) -> None:
    for seed in range(first, first + _BATCH):
        assert_same(seed)


@pytest.mark.conformance
@pytest.mark.parametrize("first", range(_EVERY_DAY, _AT_LENGTH, _BATCH))
def test_stable_models_have_the_outcomes_of_the_definition_and_of_the_engine_at_length(first: int) -> None:
    for seed in range(first, first + _BATCH):
        assert_same(seed)


def assert_same(seed: int) -> None:
    made = sample(seed)
    found = Completions(made.law, QUESTION, made.known).possible()
    assert possible(made.law, QUESTION, made.known) == found, f"definition, seed {seed}"
    assert Diagram(made.law, QUESTION).possible(made.known) == found, f"engine, seed {seed}"
