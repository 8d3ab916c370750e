"""What is asked of amounts and dates settles findings, and what is said to change one does; on random rulebooks."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from ascertain.findings import meaning
from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.arithmetic.turning import bounds
from ascertain.findings.asking.answering import Effect
from ascertain.findings.asking.asking import asking
from ascertain.findings.changing.bestcase import best_cases
from ascertain.findings.changing.flips import flips
from ascertain.findings.choosing.changes import Change, ChangeKind
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Between, Value

from .answers import answer_of
from .random_quantities import wide
from .random_rulebooks import QUESTION, Sample

_SEEDS = 40
_BATCH = 20
_COMPARED = 2
"""As many quantities that are compared with each other as a sample has at most, unknown or not; more take long."""

_BY_MEANING = (ChangeKind.FACT, ChangeKind.READING)


def samples(first: int) -> list[tuple[Sample, Answer]]:
    made = (wide(seed) for seed in range(first, first + _BATCH))
    answers = ((each, answer_of(each)) for each in made if each.law.matter.government is not None)
    return [
        pair
        for pair in answers
        if len({term for one in pair[1].situation.relations for term in one.terms}) <= _COMPARED
    ]


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_any_value_in_a_range_does_what_its_answer_is_said_to_do(first: int) -> None:
    rng = random.Random(first)  # noqa: S311 - no secret is made here
    for made, answer in samples(first):
        for item in asking(answer, ()).items:
            for effect in item.effects:
                for value in _some(effect, item.term, made.rulebook, rng):
                    known: dict[str, Value] = {**made.known, item.term: value}
                    assert set(effect.possible) == meaning.possible(made.law, QUESTION, known)
                    assert effect.left == Diagram(made.law, QUESTION).turns_on(known).facts


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_answering_every_item_leaves_no_question_of_fact(first: int) -> None:
    rng = random.Random(first)  # noqa: S311 - no secret is made here
    for made, answer in samples(first):
        answers: dict[str, Value] = {}
        for item in asking(answer, ()).items:
            answers[item.term] = rng.choice(_some(rng.choice(item.effects), item.term, made.rulebook, rng))
        assert Diagram(made.law, QUESTION).turns_on({**made.known, **answers}).facts == ()


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_a_route_settles_the_finding_whichever_of_its_values_are_given(first: int) -> None:
    rng = random.Random(first)  # noqa: S311 - no secret is made here
    for made, answer in samples(first):
        for route in asking(answer, ()).routes:
            for _ in range(3):
                answers = {
                    given.term: given.value if given.range is None else _within(given.range, given.term, made, rng)
                    for given in route.answers
                }
                assert meaning.possible(made.law, QUESTION, {**made.known, **answers}) == {route.outcome}


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_a_change_to_any_value_that_is_said_to_do_leads_to_the_outcome(first: int) -> None:
    rng = random.Random(first)  # noqa: S311 - no secret is made here
    seen: Counter[str] = Counter()
    for made, answer in samples(first):
        for flip in flips(answer).found:
            if all(change.kind in _BY_MEANING for change in flip.changes):
                seen.update(change.kind for change in flip.changes if change.range or change.is_example)
                for _ in range(3):
                    assert granted(made, flip.changes, rng) == {flip.outcome}
                for spared in flip.changes:
                    fewer = tuple(change for change in flip.changes if change != spared)
                    assert granted(made, fewer, rng) != {flip.outcome}
    assert seen[ChangeKind.FACT] >= 5


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_a_case_settles_the_finding_whichever_of_its_values_are_shown(first: int) -> None:
    rng = random.Random(first)  # noqa: S311 - no secret is made here
    for made, answer in samples(first):
        for case in best_cases(answer, ()).cases:
            for needs in filter(None, (case.needs, case.better_supported)):
                if all(change.kind in _BY_MEANING for change in needs):
                    assert granted(made, needs, rng) == {case.outcome}
            facts = {each.id for each in case.rests_on if each.kind == "fact"}
            known = {phrase: value for phrase, value in made.known.items() if phrase in facts}
            if not case.is_own and all(change.kind in _BY_MEANING for change in case.needs):
                assert granted(Sample(made.rulebook, made.law, known), case.needs, rng) == {case.outcome}


def granted(made: Sample, changes: tuple[Change, ...], rng: random.Random) -> frozenset[Outcome]:
    """The outcomes, by the definition, once everything is so, amounts and dates being some that are said to do."""
    facts = dict(made.known)
    for change in changes:
        if change.kind is ChangeKind.FACT:
            facts[change.id] = change.after if change.range is None else _within(change.range, change.id, made, rng)
    readings = {change.id: str(change.after) for change in changes if change.kind is ChangeKind.READING}
    return meaning.possible(made.law, QUESTION, facts, readings)


def _some(effect: Effect, term: str, rulebook: Rulebook, rng: random.Random) -> list[Value]:
    """The value of an answer, the ends of its range and one between."""
    if effect.range is None:
        return [effect.value]
    low, high = _ends(effect.range, term, rulebook)
    return [effect.value, low, high, rng.randint(low, high)]


def _within(span: Between, term: str, made: Sample, rng: random.Random) -> Value:
    low, high = _ends(span, term, made.rulebook)
    return rng.choice([low, high, rng.randint(low, high)])


def _ends(span: Between, term: str, rulebook: Rulebook) -> tuple[int, int]:
    least, most = bounds(rulebook.terms[term])
    return least if span.least is None else span.least, most if span.most is None else span.most
