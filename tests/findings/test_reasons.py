"""What a reason says of itself: its order, what it is made of, and whether it is known to be the smallest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ascertain.findings.answers.holding import held_facts
from ascertain.findings.answers.reasons import smallest_reason
from ascertain.findings.diagrams import linking
from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.diagrams.situation import Situation
from ascertain.law.model import Matter
from ascertain.rulebook.model.terms import Value

from .books import DAY, rules, term
from .random_rulebooks import QUESTION, sample


def settled_samples() -> Iterator[Situation]:
    """Random situations with one outcome."""
    for seed in range(300):
        made = sample(seed)
        situation = Diagram(made.law, QUESTION).situation(made.known)
        if len(situation.term(QUESTION).possible()) == 1:
            yield situation


def test_a_reason_is_made_of_settled_things_in_the_order_in_which_the_law_meets_them() -> None:
    found = 0
    for situation in settled_samples():
        (outcome,) = situation.term(QUESTION).possible()
        for reason in (smallest_reason(situation, QUESTION, outcome), smallest_reason(situation, QUESTION, outcome, 0)):
            assert set(reason.atoms) <= set(situation.settled)
            first = [situation.compiled.space.variables(atom).start for atom in reason.atoms]
            assert first == sorted(set(first))
            found += len(first) > 1
    assert found > 50


def test_a_reason_that_was_not_searched_for_does_not_claim_to_be_the_smallest() -> None:
    found = 0
    for situation in settled_samples():
        (outcome,) = situation.term(QUESTION).possible()
        hurried = smallest_reason(situation, QUESTION, outcome, most=0)
        assert hurried.smallest is False
        assert smallest_reason(situation, QUESTION, outcome).smallest is True
        found += bool(hurried.atoms)
    assert found > 50


BOTH = """
rule R: answer
  holds if any of
    - all of
      - one
      - two
    - all of
      - two
      - three
  does not hold otherwise
"""


@pytest.mark.parametrize(
    ("yes", "expected"),
    [
        ({"one", "two", "three"}, ["act", "one", "two"]),
        ({"two", "three"}, ["act", "two", "three"]),
        ({"two"}, ["act", "one", "three"]),
        ({"one", "three"}, ["act", "two"]),
        (set(), ["act", "two"]),
    ],
)
def test_a_reason_found_in_a_hurry_names_nothing_that_could_be_spared(
    yes: set[str], expected: list[str], tmp_path: Path
) -> None:
    law = compiled_for(rules(tmp_path, BOTH)).law(Matter(None, None, DAY, DAY))
    situation = Diagram(law, "answer").situation({each: each in yes for each in ("one", "two", "three")})
    (outcome,) = situation.term("answer").possible()
    hurried = smallest_reason(situation, "answer", outcome, most=0)
    assert [atom.id for atom in hurried.atoms] == expected
    assert hurried.smallest is False
    searched = smallest_reason(situation, "answer", outcome)
    assert (len(searched.atoms), searched.smallest) == (len(expected), True)


ROUND = """
rule R: answer
  holds if all of
    - one
    - high > middle
    - middle > low
    - low > high
  does not hold otherwise
"""
NUMBERS = tuple(term(phrase, "number") for phrase in ("low", "middle", "high"))


def settled(folder: Path, text: str, known: Mapping[str, Value]) -> Situation:
    rulebook = rules(folder, text, *NUMBERS)
    return Diagram(compiled_for(rulebook).law(Matter(None, None, DAY, DAY)), "answer").situation(known)


@pytest.mark.parametrize("few", [0, 60])
def test_what_arithmetic_settles_needs_no_fact_as_its_reason_however_values_are_told(
    few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "_FEW", few)
    situation = settled(tmp_path, ROUND, {"one": True})
    (outcome,) = situation.term("answer").possible()
    assert [atom.id for atom in smallest_reason(situation, "answer", outcome).atoms] == ["act"]


def test_an_amount_that_an_unknown_one_is_compared_with_is_not_held_where_the_answer_is_the_same_without(
    tmp_path: Path,
) -> None:
    either = """
    rule R: answer
      holds if any of
        - one
        - high > low
    """
    situation = settled(tmp_path, either, {"one": True, "low": 1})
    assert held_facts(situation, "answer", frozenset()).terms == frozenset()
