"""Whether two sides can differ at all, proved over all facts, readings and doubts, with a smallest witness."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from oxidd.bdd import BDDFunction

from ascertain.findings.diagrams.space import AtomKind
from ascertain.rulebook.model.rules import Outcome
from ascertain.verify.diff.joint import Joint, joint
from ascertain.verify.diff.side import Side
from ascertain.verify.diff.witness import Witness, witness_of

Pair = tuple[Outcome, Outcome]
"""The outcome on the first side, and that on the second in the same world."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was gone through.

    Args:
        facts: Phrases of the facts that either side can reach.
        points: Ids of the contested points that either can reach.
        doubts: Ids of the doubts about force that either leaves open.
        combinations: In how many ways the facts can be, of all that the rulebooks can tell apart; ``None`` where they
            are too many to be counted.
    """

    facts: tuple[str, ...]
    points: tuple[str, ...]
    doubts: tuple[str, ...]
    combinations: int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of a comparison.

    Args:
        first: The first side.
        second: The second side.
        proof: What was gone through.
        pairs: Every pair of outcomes that some world has.
        witness: The least that has to be so for the sides to differ, ``None`` where they never do.
        only_first: The least for the question to hold on the first side and not on the second.
        only_second: The least for it to hold on the second and not on the first.
        more_first: The least for a quantity to be more, or later, on the first side than on the second.
        more_second: The least for it to be more on the second.
    """

    first: Side
    second: Side
    proof: Proof
    pairs: tuple[Pair, ...]
    witness: Witness | None
    only_first: Witness | None
    only_second: Witness | None
    more_first: Witness | None = None
    more_second: Witness | None = None

    @property
    def witnesses(self) -> tuple[Witness | None, ...]:
        """Those that differ at all, and in either direction."""
        return self.witness, self.only_first, self.only_second, self.more_first, self.more_second

    @property
    def equivalent(self) -> bool:
        """Whether the outcomes, and what a quantity is, are the same in every world."""
        return self.witness is None

    @property
    def first_within_second(self) -> bool:
        """Whether what holds on the first side holds on the second, in every world."""
        return self.only_first is None

    @property
    def second_within_first(self) -> bool:
        """Whether what holds on the second side holds on the first, in every world."""
        return self.only_second is None

    @property
    def apart(self) -> bool:
        """Whether no world lets both hold."""
        return (Outcome.HOLDS, Outcome.HOLDS) not in self.pairs


def difference(first: Side, second: Side) -> Difference:
    """Compare two sides in every world: all values of facts, right readings, and ways that doubts about force resolve.

    A world is one for both sides. They share its facts, by phrase; its readings, save where a court or an assumption
    keeps a side from the right one; and its doubts, save that what had not come to pass by one day may have by another.

    Args:
        first: One side.
        second: The other. The two may differ in rulebook, day, question, program or readings.

    Returns:
        The pairs of outcomes that are possible, and smallest witnesses, each replayed by the definition of meaning.

    Raises:
        BadInput: A fact that both can reach is of another type or subject on the one side than on the other.
    """
    both = joint(first, second)
    overlaps = {pair: overlap for pair, overlap in _overlaps(both) if both.possible(overlap)}

    def least(parts: Mapping[Pair, BDDFunction]) -> Witness | None:
        possible = {pair: part for pair, part in parts.items() if both.possible(part)}
        return witness_of(both, possible) if possible else None

    holds = Outcome.HOLDS
    apart = {pair: overlap for pair, overlap in overlaps.items() if pair[0] is not pair[1]}
    more, less = both.more
    return Difference(
        first,
        second,
        _proof(both),
        tuple(overlaps),
        least({**apart, (holds, holds): more | less}),
        least({pair: overlap for pair, overlap in apart.items() if pair[0] is holds}),
        least({pair: overlap for pair, overlap in apart.items() if pair[1] is holds}),
        least({(holds, holds): more}),
        least({(holds, holds): less}),
    )


def _overlaps(both: Joint) -> Iterator[tuple[Pair, BDDFunction]]:
    here, there = both.first.voices, both.second.voices
    for pair in product(Outcome, Outcome):
        yield pair, here.at(pair[0]) & there.at(pair[1])


def _proof(both: Joint) -> Proof:
    def of(kind: AtomKind) -> tuple[str, ...]:
        return tuple(atom.id for atom in both.asks if atom.kind is kind)

    points = dict.fromkeys((*both.first.asked.reach.points, *both.second.asked.reach.points))
    of_facts = (AtomKind.FACT, AtomKind.TOGETHER)
    every = prod(len(atom.values) for atom in both.atoms if atom.kind in of_facts)
    combinations = every if both.sought is None else None
    return Proof(of(AtomKind.FACT), tuple(points), of(AtomKind.DOUBT), combinations)
