"""The two proofs of a difference: each comes to its side's outcome, from what has to be so; on random rulebooks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from ascertain.findings.diagrams.space import AtomKind
from ascertain.findings.proofs.proof import Part, PartKind, leaves
from ascertain.verify.diff.difference import difference
from ascertain.verify.diff.proofs import Proved, proofs
from ascertain.verify.diff.witness import Witness

from .sides import sides, walk

_SEEDS = 400
_BATCH = 100
batches = pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))


def proved(first: int) -> Iterator[tuple[int, Witness, tuple[Proved, Proved]]]:
    for seed in range(first, first + _BATCH):
        pair = sides(seed)
        witness = difference(*pair).witness if pair else None
        if pair and witness:
            yield seed, witness, proofs(*pair, witness)


def grounds(part: Part, kind: PartKind) -> dict[str, object]:
    return {leaf.id: leaf.value for leaf in leaves(part) if leaf.kind is kind}


@batches
def test_each_proof_comes_to_the_outcome_that_the_definition_finds(first: int) -> None:
    seen = 0
    for _, witness, both in proved(first):
        assert tuple(one.part.possible for one in both) == tuple((outcome,) for outcome in witness.outcomes)
        seen += 1
    assert seen >= 10


@batches
def test_every_ground_is_so_in_the_world(first: int) -> None:
    seen: Counter[PartKind] = Counter()
    for _, witness, both in proved(first):
        for one, world in zip(both, witness.worlds, strict=True):
            for kind, known in ((PartKind.FACT, world.facts), (PartKind.READING, world.readings)):
                shown = grounds(one.part, kind)
                assert shown == {name: known[name] for name in shown}
                seen[kind] += len(shown)
    assert min(seen[PartKind.FACT], seen[PartKind.READING]) >= 5


@batches
def test_what_is_not_marked_has_to_be_so_and_all_that_has_to_be_is_shown(first: int) -> None:
    seen = 0
    for _, witness, both in proved(first):
        given = {each.id: each.value for each in witness.given if each.kind is AtomKind.FACT}
        sure: dict[str, object] = {}
        for one in both:
            facts = grounds(one.part, PartKind.FACT)
            sure |= {name: value for name, value in facts.items() if (AtomKind.FACT, name) not in one.spare}
        assert sure.items() <= given.items()
        if witness.smallest and not any(one.spare for one in both):
            assert sure == given
            seen += 1
    assert seen >= 10


def test_facts_are_marked_only_where_the_sides_would_differ_in_another_way() -> None:
    seen = 0
    for seed, witness, both in (each for first in range(0, _SEEDS, _BATCH) for each in proved(first)):
        if not any(one.spare for one in both) or any(each.kind is not AtomKind.FACT for each in witness.given):
            continue
        pair = sides(seed)
        assert pair is not None
        within = [each for each in walk(*pair) if all(each.facts[given.id] == given.value for given in witness.given)]
        assert all(here is not there for here, there in (each.outcomes for each in within))
        assert len({each.outcomes for each in within}) > 1
        seen += 1
    assert seen >= 3
