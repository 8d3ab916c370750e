"""What would change a finding does change it, needs every part, and is the least that does; on random rulebooks."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from oxidd.bdd import BDDFunction

from ascertain.findings import meaning
from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.changing.flips import Flip, flips
from ascertain.findings.changing.levers import Hypothetical
from ascertain.findings.choosing.changes import Change, ChangeKind
from ascertain.findings.diagrams.compiled import fact_atom, force_atom, point_atom
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.reaching.domains import representative
from ascertain.law.force import LawOn
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.sources import Verb

from .answers import answer_of
from .random_rulebooks import QUESTION, Sample, sample

_SEEDS = 600
_BATCH = 100
_FEW = 12
_BY_MEANING = (ChangeKind.FACT, ChangeKind.READING, ChangeKind.ORDER)


def samples(first: int) -> list[tuple[Sample, Answer]]:
    made = (sample(seed) for seed in range(first, first + _BATCH))
    return [(each, answer_of(each)) for each in made if each.law.matter.government is not None]


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_changes_lead_to_the_outcome_and_none_can_be_spared(first: int) -> None:
    for _, answer in samples(first):
        what_if = Hypothetical.of(answer)
        for flip in flips(answer).found:
            chosen = [_choice(change, answer) for change in flip.changes]
            assert _suffices(what_if, flip.outcome, chosen)
            for spared in chosen:
                assert not _suffices(what_if, flip.outcome, [each for each in chosen if each != spared])


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_no_fewer_changes_lead_to_an_outcome(first: int) -> None:
    checked = 0
    for _, answer in samples(first):
        what_if = Hypothetical.of(answer)
        found = flips(answer).found
        for outcome in Outcome:
            offered = _offered(what_if, outcome)
            if answer.possible == (outcome,) or len({atom for atom, _ in offered}) > _FEW:
                continue
            least = min((len(flip.changes) for flip in found if flip.outcome is outcome), default=None)
            for size in range(least if least is not None else 3):
                assert not any(_suffices(what_if, outcome, list(chosen)) for chosen in _sets(offered, size))
            checked += 1
    assert checked >= 100


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_the_definition_agrees_that_facts_readings_and_lifted_orders_lead_there(first: int) -> None:
    seen: Counter[ChangeKind] = Counter()
    for made, answer in samples(first):
        for flip in flips(answer).found:
            if all(change.kind in _BY_MEANING for change in flip.changes):
                seen.update(change.kind for change in flip.changes)
                assert _by_meaning(made, flip) == {flip.outcome}
    assert all(seen[kind] for kind in _BY_MEANING)


def _by_meaning(made: Sample, flip: Flip) -> frozenset[Outcome]:
    def those(kind: ChangeKind) -> dict[str, object]:
        return {change.id: change.after for change in flip.changes if change.kind is kind}

    lifted = those(ChangeKind.ORDER)
    effects = tuple(e for e in made.rulebook.effects if e.verb is Verb.BINDS or e.source not in lifted)
    law = LawOn(replace(made.rulebook, effects=effects), made.law.matter)
    facts = {**made.known, **those(ChangeKind.FACT)}
    return meaning.possible(law, QUESTION, facts, those(ChangeKind.READING))  # type: ignore[arg-type]


def _choice(change: Change, answer: Answer) -> tuple[Atom, int]:
    compiled = answer.diagram.compiled
    match change.kind:
        case ChangeKind.FACT:
            atom = fact_atom(change.id, compiled)
        case ChangeKind.READING:
            atom = point_atom(change.id, compiled.rulebook)
        case ChangeKind.FORCE:
            return force_atom(change.id), 1
        case ChangeKind.ORDER:
            return Atom(AtomKind.DOUBT, f"lifted:{change.id}"), 0
        case ChangeKind.MEMBERSHIP:
            atom = Atom(AtomKind.MATTER, change.id)
        case _:
            atom = Atom(AtomKind.DOUBT, change.id)
    return atom, representative(atom.values, change.after)


def _suffices(what_if: Hypothetical, outcome: Outcome, chosen: list[tuple[Atom, int]]) -> bool:
    """Whether the outcome is certain with the changes made and everything else as it is, known or not."""
    space = what_if.answer.diagram.compiled.space
    function: BDDFunction = what_if.function(outcome)
    for atom, at in chosen:
        function = space.settle(function, atom, at)
    for atom in space.support([function]):
        now = what_if.now(atom)
        if now is not None and atom not in dict(chosen):
            function = space.settle(function, atom, now)
    return bool(function.valid())


def _offered(what_if: Hypothetical, outcome: Outcome) -> list[tuple[Atom, int]]:
    atoms = what_if.answer.diagram.compiled.space.support([what_if.function(outcome)])
    return [(atom, at) for atom in atoms for at in what_if.choices(atom) if at != what_if.now(atom)]


def _sets(offered: list[tuple[Atom, int]], size: int) -> list[tuple[tuple[Atom, int], ...]]:
    return [chosen for chosen in combinations(offered, size) if len({atom for atom, _ in chosen}) == size]
