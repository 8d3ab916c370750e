"""Why a settled finding is what it is: the fewest settled things that suffice for it, whatever all others are."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from oxidd.bdd import BDDFunction

from ascertain.findings.answers.holding import held_facts, spared
from ascertain.findings.choosing.cheapest import MOST, Cheapest, TooLongError
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom, AtomKind, Space
from ascertain.findings.diagrams.voices import Voices
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
    """A smallest sufficient reason for a settled outcome; for a quantity, for what it is.

    A comparison of quantities counts as one, and as something that could be either way whatever is so of the others:
    that ``a >= c`` where ``a >= b`` and ``b >= c`` is not made use of. Where a fact counts by its very value, as a
    quantity is reckoned from it or an unknown one compared with it, it is always part of the reason; the smallest is
    then the smallest beside those facts.

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
    worths = situation.term(question).said()
    held = held_facts(situation, question, taken)
    settled = {atom: at for atom, at in held.situation.settled.items() if atom not in taken | held.atoms}
    # Everything is free again, then what is not settled has to go either way.
    heard = held.situation.without(set(settled)).term(question)

    def enough(voices: Voices) -> BDDFunction:
        free = space.any(voices.worths[worth] for worth in worths) if worths else voices.at(outcome)
        return space.for_all(free, space.support([free]) - set(settled))

    search = Cheapest(space, lambda atom: {settled[atom]: 1}, most, least=1)
    smallest = True
    suffices = enough(heard.loose)
    try:
        found = search.first(suffices)
        if found is None:
            suffices = enough(heard.exact)
            found = search.first(suffices)
        assert found is not None, "the outcome is settled, so all that is settled suffices"
        chosen = {atom for atom, _ in found}
    except TooLongError:
        chosen, smallest = set(_greedy(space, settled, suffices)), False
    needed = spared(held, question, chosen | taken).atoms if held.terms else held.atoms
    by_value = {atom for atom in needed if atom.kind is AtomKind.FACT}
    # A fact that is reckoned with alone, and compared with no threshold, is in no diagram yet.
    met = {phrase: at for at, phrase in enumerate(situation.compiled.reach(question).facts)}
    named = sorted(chosen | by_value, key=lambda atom: met.get(atom.id, -1))
    return Reason(tuple(sorted(named, key=lambda atom: space.variables(atom).start)), smallest)


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
