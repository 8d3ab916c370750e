"""The engine against the definition, on random rulebooks."""

from __future__ import annotations

from collections import Counter

import pytest

from ascertain.findings import meaning
from ascertain.findings.answers.reasons import smallest_reason
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.law.model import ForceState
from ascertain.rulebook.model.rules import Outcome

from . import brute
from .random_rulebooks import QUESTION, Sample, sample

_EVERY_DAY = 2_000
_NIGHTLY = 20_000
_BATCH = 250
_MOST_ROWS = 2_048


@pytest.mark.parametrize("first", range(0, _EVERY_DAY, _BATCH))
def test_diagram_equals_meaning(first: int) -> None:
    for seed in range(first, first + _BATCH):
        assert_same(seed)


@pytest.mark.nightly
@pytest.mark.parametrize("first", range(_EVERY_DAY, _EVERY_DAY + _NIGHTLY, _BATCH))
def test_diagram_equals_meaning_at_length(first: int) -> None:
    for seed in range(first, first + _BATCH):
        assert_same(seed)


def assert_same(seed: int) -> None:
    made = sample(seed)
    diagram = Diagram(made.law, QUESTION)
    table = brute.outcomes(made)
    found = diagram.turns_on(made.known)
    kinds = {"fact": found.facts, "reading": found.readings, "doubt": found.doubts}
    assert diagram.possible(made.known) == frozenset(table.values()), f"outcomes, seed {seed}"
    turning = {(kind, name) for kind, names in kinds.items() for name in names}
    assert turning == brute.turns(brute.completions(made)), f"turns on, seed {seed}"


@pytest.mark.parametrize("first", range(0, _EVERY_DAY, _BATCH))
def test_a_reason_suffices_and_none_is_smaller(first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    checked = sum(reason_is_right(seed, monkeypatch) for seed in range(first, first + _BATCH))
    assert checked >= 25


@pytest.mark.nightly
@pytest.mark.parametrize("first", range(_EVERY_DAY, _EVERY_DAY + _NIGHTLY, _BATCH))
def test_a_reason_suffices_and_none_is_smaller_at_length(first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(first, first + _BATCH):
        reason_is_right(seed, monkeypatch)


def reason_is_right(seed: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    made = sample(seed)
    situation = Diagram(made.law, QUESTION).situation(made.known)
    possible = situation.term(QUESTION).possible()
    if len(possible) > 1:
        return False
    with monkeypatch.context() as patch:
        patch.setattr(meaning, "is_member", brute.told_member)
        patch.setattr(meaning, "is_program", brute.told_program)
        left = brute.always_enough(made, situation, _MOST_ROWS)
    if left is None:
        return False
    exact = smallest_reason(situation, QUESTION, possible[0])
    greedy = smallest_reason(situation, QUESTION, possible[0], most=0)
    assert exact.smallest
    assert brute.enough(set(exact.atoms), left), f"not sufficient, seed {seed}"
    assert len(exact.atoms) == brute.smallest_size([*situation.settled], left), f"not the smallest, seed {seed}"
    assert brute.enough(set(greedy.atoms), left), f"greedy reason not sufficient, seed {seed}"
    for spared in greedy.atoms:
        assert not brute.enough(set(greedy.atoms) - {spared}, left), f"greedy reason not minimal, seed {seed}"
    return True


def test_the_random_rulebooks_are_rich() -> None:
    seen: Counter[str] = Counter()
    made = [sample(seed) for seed in range(500)]
    for each in made:
        seen.update(_features(each))
    share = {feature: count / len(made) for feature, count in seen.items()}
    least = {
        "open": 0.30,
        "conflict": 0.20,
        "fact turns": 0.20,
        "law turns": 0.15,
        "suspended": 0.12,
        "open force": 0.10,
        "bound reading": 0.03,
    }
    assert {feature: share[feature] for feature, enough in least.items() if share[feature] < enough} == {}
    for outcome in Outcome:
        assert share[outcome.value] >= 0.08


def _features(made: Sample) -> set[str]:
    diagram = Diagram(made.law, QUESTION)
    possible = diagram.possible(made.known)
    turns = diagram.turns_on(made.known)
    forces = {made.law.force(provision).state for provision in diagram.reach.provisions}
    points = [made.law.live_readings(point) for point in diagram.reach.points]
    features = {
        "open": len(possible) > 1,
        "conflict": Outcome.CONFLICT in possible,
        "fact turns": bool(turns.facts),
        "law turns": bool(turns.readings or turns.doubts),
        "suspended": ForceState.SUSPENDED in forces,
        "open force": ForceState.OPEN in forces,
        "bound reading": any(len(point.names) == 1 for point in points),
    }
    settled = {possible.value for possible in possible} if len(possible) == 1 else set()
    return {name for name, has in features.items() if has} | settled
