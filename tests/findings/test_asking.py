"""Asking for what a finding turns on settles it; on random rulebooks and random answers."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from ascertain.findings import meaning
from ascertain.findings.asking.asking import Asking, asking
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.rulebook.model.terms import Value

from .answers import answer_of
from .random_rulebooks import QUESTION, Sample, sample

seeds = st.integers(0, 1_000_000)


def asked(made: Sample) -> Asking:
    return asking(answer_of(made), ())


@given(seeds, seeds)
def test_answering_every_item_settles_the_finding_as_far_as_facts_can(seed: int, choice: int) -> None:
    made = sample(seed)
    rng = random.Random(choice)  # noqa: S311 - no secret is made here
    if made.law.matter.government is None:
        return
    answers = {item.term: rng.choice(item.effects).value for item in asked(made).items}
    diagram = Diagram(made.law, QUESTION)
    after = diagram.turns_on({**made.known, **answers})
    assert after.facts == ()
    if not after.readings and not after.doubts:
        assert len(meaning.possible(made.law, QUESTION, {**made.known, **answers})) == 1


@given(seeds)
def test_what_an_answer_is_said_to_do_is_what_it_does(seed: int) -> None:
    made = sample(seed)
    if made.law.matter.government is None:
        return
    for item in asked(made).items:
        for effect in item.effects:
            known: dict[str, Value] = {**made.known, item.term: effect.value}
            assert set(effect.possible) == meaning.possible(made.law, QUESTION, known)
            assert effect.left == Diagram(made.law, QUESTION).turns_on(known).facts


@given(seeds)
def test_a_route_settles_the_finding_on_its_outcome_and_needs_every_answer(seed: int) -> None:
    made = sample(seed)
    if made.law.matter.government is None:
        return
    for route in asked(made).routes:
        answers = {given.term: given.value for given in route.answers}
        assert meaning.possible(made.law, QUESTION, {**made.known, **answers}) == {route.outcome}
        for spared in answers:
            fewer = {term: value for term, value in answers.items() if term != spared}
            assert meaning.possible(made.law, QUESTION, {**made.known, **fewer}) != {route.outcome}


def test_the_best_item_leaves_no_more_to_ask_than_any_other_whatever_the_answer() -> None:
    seen: Counter[int] = Counter()
    for seed in range(400):
        made = sample(seed)
        if made.law.matter.government is None:
            continue
        items = asked(made).items
        worst = [max(len(effect.left) for effect in item.effects) for item in items]
        assert worst == sorted(worst)
        seen[len(items)] += 1
    assert sum(count for size, count in seen.items() if size >= 2) >= 30


def test_nothing_is_asked_where_the_finding_is_settled() -> None:
    for seed in range(200):
        made = sample(seed)
        if made.law.matter.government is not None and len(answer_of(made).possible) == 1:
            found = asked(made)
            assert (found.items, found.routes) == ((), ())
