"""What is said to differ does by the definition, what is said to be equivalent never; on random rulebooks."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from ascertain.findings.diagrams.space import AtomKind
from ascertain.findings.meaning import evaluate
from ascertain.law.force import LawOn
from ascertain.verify.diff.difference import difference
from ascertain.verify.diff.side import Side
from ascertain.verify.diff.witness import Witness
from findings.random_rulebooks import QUESTION, sample

from .sides import Both, sides, walk

_SEEDS = 400
_BATCH = 100


def pairs(first: int) -> list[tuple[Side, Side]]:
    return [pair for seed in range(first, first + _BATCH) if (pair := sides(seed))]


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_the_definition_finds_the_same_pairs_of_outcomes(first: int) -> None:
    seen: Counter[bool] = Counter()
    for one, other in pairs(first):
        found = difference(one, other)
        assert set(found.pairs) == {both.outcomes for both in walk(one, other)}
        assert found.equivalent == all(here is there for here, there in found.pairs)
        seen[found.equivalent] += 1
    assert min(seen[True], seen[False]) >= 10


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_a_witness_differs_by_the_definition_whatever_else_is_so(first: int) -> None:
    seen = 0
    for one, other in pairs(first):
        witness = difference(one, other).witness
        if witness is None:
            continue
        seen += 1
        outcomes = [
            evaluate(LawOn(side.rulebook, side.matter), side.question, world)
            for side, world in zip((one, other), witness.worlds, strict=True)
        ]
        assert tuple(outcomes) == witness.outcomes
        assert outcomes[0] is not outcomes[1]
        if all(given.kind is AtomKind.FACT for given in witness.given):
            within = [both for both in walk(one, other) if _agrees(both, witness)]
            assert within
            assert all(both.outcomes[0] is not both.outcomes[1] for both in within)
    assert seen >= 10


def test_no_witness_of_facts_alone_is_smaller() -> None:
    checked = 0
    for one, other in pairs(0):
        witness = difference(one, other).witness
        if witness is None or not witness.smallest or len(witness.given) > 3:
            continue
        worlds = [*walk(one, other)]
        literals = {(fact, value) for both in worlds for fact, value in both.facts.items()}
        for size in range(len(witness.given)):
            for chosen in combinations(literals, size):
                within = [both for both in worlds if all(both.facts[fact] == value for fact, value in chosen)]
                assert not within or any(both.outcomes[0] is both.outcomes[1] for both in within)
        checked += 1
    assert checked >= 10


@pytest.mark.parametrize("seed", range(60))
def test_a_rulebook_in_another_order_is_equivalent_to_itself(seed: int) -> None:
    made = sample(seed)
    rules, effects = [*made.rulebook.rules.items()], [*made.rulebook.effects]
    rng = Random(seed)  # noqa: S311 - no secret is made here
    rng.shuffle(rules)
    rng.shuffle(effects)
    again = replace(made.rulebook, rules=dict(rules), effects=tuple(effects))
    one, other = (Side(rulebook, QUESTION, made.law.matter) for rulebook in (made.rulebook, again))
    assert difference(one, other).equivalent


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_sides_changed_about_differ_the_same_way_about(first: int) -> None:
    for one, other in pairs(first):
        found, back = difference(one, other), difference(other, one)
        assert {(there, here) for here, there in found.pairs} == set(back.pairs)
        assert (found.first_within_second, found.second_within_first) == (
            back.second_within_first,
            back.first_within_second,
        )
        assert _size(found.witness) == _size(back.witness)


def _agrees(both: Both, witness: Witness) -> bool:
    return all(both.facts[given.id] == given.value for given in witness.given)


def _size(witness: Witness | None) -> int | None:
    return None if witness is None else len(witness.given)
