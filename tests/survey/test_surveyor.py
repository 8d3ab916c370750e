"""A surveyor, who answers alike entities once, finds for each what its own situation shows."""

from __future__ import annotations

from random import Random

import pytest

from ascertain.findings.answers.spans import amounts
from ascertain.findings.diagrams.diagram import Diagram, turns
from ascertain.findings.model import OPEN, briefly, word_of
from ascertain.rulebook.model.terms import QUANTITIES, Between, Shown, Value
from ascertain.survey.surveyor import Surveyor
from findings.random_quantities import narrow
from findings.random_rulebooks import QUESTION

_BATCH = 50
_ENTITIES = 30


def some_shown(rng: Random, values: tuple[Value, ...], quantity: bool) -> Shown | None:
    """A value, nothing, or of a quantity two ends."""
    chance = rng.random()
    if chance < 0.3:
        return None
    if quantity and chance < 0.45:
        low, high = sorted(int(rng.choice(values)) for _ in range(2))
        return Between(low, rng.choice((high, None)))
    return rng.choice(values)


@pytest.mark.parametrize("first", range(0, 150, _BATCH))
def test_many_entities_of_a_random_rulebook_are_each_answered_as_if_alone(first: int) -> None:
    for seed in range(first, first + _BATCH):
        made, values = narrow(seed)
        rng, terms = Random(seed), made.rulebook.terms  # noqa: S311 - the same entities in every run
        surveyor, diagram = Surveyor(made.law, QUESTION), Diagram(made.law, QUESTION)
        for _ in range(_ENTITIES):
            some = {term: some_shown(rng, own, terms[term].type in QUANTITIES) for term, own in values.items()}
            shown = {term: value for term, value in some.items() if value is not None}
            found, situation = surveyor.find(shown), diagram.situation(shown)
            possible, said = situation.term(QUESTION).possible(), amounts(situation, QUESTION)
            assert found.possible == possible, f"seed {seed}"
            assert found.word == word_of(possible, said), f"seed {seed}"
            if found.word == OPEN:
                assert found.turns == turns(situation, QUESTION).all, f"seed {seed}"
                assert found.between == (" or ".join(briefly(possible, said)) if said else ""), f"seed {seed}"
