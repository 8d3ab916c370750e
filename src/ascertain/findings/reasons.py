"""Why a settled finding is what it is: the fewest settled things that suffice for it, whatever all others are."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from oxidd.bdd import BDDFunction

from ascertain.findings.cheapest import MOST, Cheapest, TooLongError
from ascertain.findings.situation import Situation
from ascertain.findings.space import Atom, Space
from ascertain.rulebook.model.rules import Outcome


@dataclass(frozen=True, slots=True)
class Reason:
    """Settled atoms that suffice, in the order in which the law meets them.

    ``smallest`` tells that no other sufficient set is smaller; if not, it is only known that none of these can be
    spared.
    """

    atoms: tuple[Atom, ...]
    smallest: bool


def smallest_reason(
    situation: Situation, question: str, outcome: Outcome, most: int = MOST, taken: Set[Atom] = frozenset()
) -> Reason:
    """A smallest sufficient reason for a settled outcome.

    Args:
        situation: What is settled; the question has only ``outcome`` in it.
        question: The phrase asked about.
        outcome: Its outcome.
        most: How many steps the exact search may take before a greedy one takes over.
        taken: Settled atoms that are taken for granted, so that no reason names them.

    Returns:
        A reason among the known facts, settled readings, settled force, and who is asked about.
    """
    space = situation.compiled.space
    settled = {atom: at for atom, at in situation.settled.items() if atom not in taken}
    # Everything is free again, then what is not settled has to go either way.
    free = situation.without(set(settled)).term(question).at(outcome)
    enough = space.for_all(free, space.support([free]) - set(settled))
    search = Cheapest(space, lambda atom: {settled[atom]: 1}, most, least=1)
    try:
        found = search.first(enough)
    except TooLongError:
        return Reason(_greedy(space, settled, enough), smallest=False)
    assert found is not None, "the outcome is settled, so all that is settled suffices"
    return Reason(tuple(atom for atom, _ in found), smallest=True)


def _greedy(space: Space, settled: Mapping[Atom, int], enough: BDDFunction) -> tuple[Atom, ...]:
    """Spare one atom after another, the last met first, as long as the rest suffice."""
    kept: list[Atom] = []
    atoms = sorted(space.support([enough]), key=lambda atom: space.variables(atom).start)
    for at in reversed(range(len(atoms))):
        spared = space.for_all(enough, [atoms[at]])
        rest = spared
        for atom in atoms[:at]:
            rest = space.settle(rest, atom, settled[atom])
        if rest.valid():
            enough = spared
        else:
            kept.insert(0, atoms[at])
            enough = space.settle(enough, atoms[at], settled[atoms[at]])
    return tuple(kept)
