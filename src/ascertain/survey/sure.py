"""What comparisons with unknown quantities cannot change: outcomes that are possible whatever comes of them."""

from __future__ import annotations

from collections.abc import Mapping, Set

from oxidd.bdd import BDDFunction

from ascertain.findings.diagrams.space import Atom, Space
from ascertain.rulebook.model.rules import Outcome


def sure(told: Mapping[Outcome, BDDFunction], compared: Set[Atom], space: Space) -> frozenset[Outcome] | None:
    """The outcomes that are possible, where the other unknowns alone decide that for each of them.

    An outcome is possible if, however the comparisons come out and wherever what is compared lies, something else can
    be so that brings it about. That may ask too much, as not all can come out so together; then nothing is said.

    Args:
        told: Where each outcome is, over all that is unknown.
        compared: The comparisons that no known value settles, and the quantities in them.
        space: Where the diagrams live.

    Returns:
        The outcomes; ``None`` where it takes arithmetic to tell them.
    """
    possible = []
    for outcome, where in told.items():
        if not where.satisfiable():
            continue
        met = space.support([where])
        others, mine = met - compared, met & compared
        if mine and not space.for_all(space.exists(where, others), mine).valid():
            return None
        possible.append(outcome)
    return frozenset(possible)
