"""Which reading of a contested point each of two sides takes, in every way that things could be.

The law of both sides is one law: a reading that is right is right on both. Only where a court, or an assumption, keeps
a side from the right reading does the side take another that is live for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oxidd.bdd import BDDFunction

from ascertain.findings.diagrams.space import Atom, AtomKind, Space
from ascertain.law.model import Branch, ReadingTree

Taken = Mapping[str, BDDFunction]
"""For each reading that a side may take, by name, where it does."""


@dataclass(frozen=True, slots=True)
class Live:
    """What is live of a point on one side.

    Args:
        names: All its readings in the side's rulebook.
        where: Where each is live, as it hangs on doubts.
        always: The readings that may be live at all.
    """

    names: tuple[str, ...]
    where: Mapping[str, BDDFunction]
    always: frozenset[str]

    @classmethod
    def of(cls, space: Space, names: tuple[str, ...], tree: ReadingTree, doubts: Mapping[str, BDDFunction]) -> Live:
        """Read the tree of live readings.

        Args:
            space: Where the diagrams live.
            names: All readings of the point in the side's rulebook.
            tree: The readings that are live, as they depend on doubts.
            doubts: Where each doubt is resolved with yes.
        """

        def where(name: str, tree: ReadingTree) -> BDDFunction:
            if isinstance(tree, Branch):
                return doubts[tree.doubt.id].ite(where(name, tree.if_yes), where(name, tree.if_no))
            return space.true if name in tree else space.false

        found = {name: where(name, tree) for name in names}
        return cls(names, found, frozenset(name for name, live in found.items() if live.satisfiable()))


def taken(space: Space, point: str, first: Live | None, second: Live | None) -> tuple[Taken, Taken, tuple[Atom, ...]]:
    """The reading that each side takes.

    Args:
        space: Where the diagrams live.
        point: The contested point.
        first: What is live on the first side, ``None`` where its question does not reach the point.
        second: The same of the second.

    Returns:
        Where each side takes which reading, and the atoms on which that hangs: the reading that is right, and what a
        side takes that may not take it, where there is a choice.
    """
    sides = [live for live in (first, second) if live is not None]
    names = tuple(dict.fromkeys(name for live in sides for name in live.names))
    any_live = {name: space.any(live.where.get(name, space.false) for live in sides) for name in names}
    right_atom = Atom(AtomKind.READING, point, names)
    right = _limited(space, right_atom, any_live)
    atoms = [right_atom]

    def side(own: Live | None, other: Live | None, which: str) -> Taken:
        if own is None:
            return {}
        astray = space.any(right[name] & ~own.where.get(name, space.false) for name in names)
        spare = {name: live & _none_before(space, own, name) for name, live in own.where.items()}
        if astray.satisfiable() and len(own.always) > 1 and other is not None:
            atom = Atom(AtomKind.READING, f"{point} on the {which} side", own.names)
            atoms.append(atom)
            spare = _limited(space, atom, own.where)
        return {name: (right[name] & live) | (astray & spare[name]) for name, live in own.where.items()}

    return side(first, second, "first"), side(second, first, "second"), tuple(atoms)


def _limited(space: Space, atom: Atom, live: Mapping[str, BDDFunction]) -> dict[str, BDDFunction]:
    """Where the atom tells each name, the first that is live standing in for all that are not."""
    told = {str(name): space.has(atom, [at]) for at, name in enumerate(atom.values)}
    out = space.any(is_told & ~live[name] for name, is_told in told.items())
    before = space.false
    found: dict[str, BDDFunction] = {}
    for name, is_told in told.items():
        found[name] = live[name] & (is_told | (out & ~before))
        before |= live[name]
    return found


def _none_before(space: Space, own: Live, name: str) -> BDDFunction:
    earlier = own.names[: own.names.index(name)]
    return ~space.any(own.where[other] for other in earlier)
