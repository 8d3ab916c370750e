"""Why a settled finding is what it is: the fewest settled things that suffice for it, whatever all others are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oxidd.bdd import BDDFunction

from ascertain.findings.situation import Situation
from ascertain.findings.space import Atom, Space
from ascertain.rulebook.model import Outcome

_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Reason:
    """Settled atoms that suffice, in the order in which the law meets them.

    ``smallest`` tells that no other sufficient set is smaller; if not, it is only known that none of these can be
    spared.
    """

    atoms: tuple[Atom, ...]
    smallest: bool


def smallest_reason(situation: Situation, question: str, outcome: Outcome, most: int = _MOST) -> Reason:
    """A smallest sufficient reason for a settled outcome.

    Args:
        situation: What is settled; the question has only ``outcome`` in it.
        question: The phrase asked about.
        outcome: Its outcome.
        most: How many steps the exact search may take before a greedy one takes over.

    Returns:
        A reason among the known facts, settled readings, settled force, and who is asked about.
    """
    space = situation.compiled.space
    settled = situation.settled
    # Everything is free again, then what is not settled has to go either way.
    free = situation.without(set(settled)).term(question).at(outcome)
    enough = space.for_all(free, space.support([free]) - set(settled))
    search = _Search(space, settled, most)
    try:
        found = search.solve(enough)
    except _TooLongError:
        return Reason(_greedy(space, settled, enough), smallest=False)
    assert found is not None, "the outcome is settled, so all that is settled suffices"
    return Reason(found, smallest=True)


class _TooLongError(Exception):
    """The exact search has taken its steps."""


class _Search:
    """Shortest ways to make a function true by settled atoms, each function solved once.

    At the topmost atom of a function there are two ways on: rest on the atom, or do without it, in which case the
    function has to be true for each of its values.
    """

    def __init__(self, space: Space, settled: Mapping[Atom, int], most: int) -> None:
        self._space = space
        self._settled = settled
        self._left = most
        self._solved: dict[BDDFunction, tuple[Atom, ...] | None] = {}

    def solve(self, function: BDDFunction) -> tuple[Atom, ...] | None:
        """The fewest atoms, or ``None`` where none suffice. Of equals, those that the law meets first."""
        if function not in self._solved:
            self._left -= 1
            if self._left < 0:
                raise _TooLongError
            self._solved[function] = self._solve(function)
        return self._solved[function]

    def _solve(self, function: BDDFunction) -> tuple[Atom, ...] | None:
        top = function.node_var()
        if top is None:
            return () if function.valid() else None
        atom = self._space.owner(top)
        resting = self.solve(self._space.settle(function, atom, self._settled[atom]))
        # One atom is the least that a function which is not simply true can need.
        if resting == ():
            return (atom,)
        sparing = self.solve(self._space.for_all(function, [atom]))
        if resting is None or (sparing is not None and len(sparing) <= len(resting)):
            return sparing
        return (atom, *resting)


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
