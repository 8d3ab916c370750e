"""What the law stage takes and gives: a matter in, force and live readings out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from ascertain.rulebook.model.parties import Government, Program


@dataclass(frozen=True, slots=True)
class Matter:
    """Whom and when a question is about.

    Args:
        government: The entity bound, or ``None`` where only the law at large is asked about.
        program: The grant program, where the question concerns one.
        on: The day whose law is asked about.
        known: Only what had been issued by this day counts.
    """

    government: Government | None
    program: Program | None
    on: date
    known: date


class ForceState(StrEnum):
    IN_FORCE = "in force"
    NOT_LAW = "not law"
    NOT_YET = "not yet"
    ENDED = "ended"
    SUSPENDED = "suspended"
    OUT_OF_SCOPE = "out of scope"
    OPEN = "open"

    @property
    def speaks(self) -> bool:
        """Whether rules of such a provision conclude anything. What never was law is asked what it says, and binds
        no one."""
        return self in (ForceState.IN_FORCE, ForceState.NOT_LAW)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question of law about force that the sources leave open, such as a mandate's day. ``id`` is stable."""

    id: str
    question: str


L = TypeVar("L")


@dataclass(frozen=True, slots=True)
class Branch(Generic[L]):
    """An answer that depends on a doubt."""

    doubt: Doubt
    if_yes: L | Branch[L]
    if_no: L | Branch[L]


ForceTree = ForceState | Branch[ForceState]

ReadingTree = tuple[str, ...] | Branch[tuple[str, ...]]
"""The readings of a point that are live, by name, as they may depend on doubts."""


def doubts_in(tree: L | Branch[L]) -> dict[str, Doubt]:
    """The doubts that an answer hangs on, by id, in the order in which the tree asks them."""
    found: dict[str, Doubt] = {}
    seen: set[int] = set()
    waiting = [tree]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Branch) and id(here) not in seen:
            seen.add(id(here))
            found.setdefault(here.doubt.id, here.doubt)
            waiting += [here.if_no, here.if_yes]
    return found


def leaves(tree: L | Branch[L]) -> frozenset[L]:
    """Every answer that the tree can come to."""
    found: set[L] = set()
    seen: set[int] = set()
    waiting = [tree]
    while waiting:
        here = waiting.pop()
        if not isinstance(here, Branch):
            found.add(here)
        elif id(here) not in seen:
            seen.add(id(here))
            waiting += [here.if_yes, here.if_no]
    return frozenset(found)


def effective(tree: ForceTree) -> ForceTree:
    """Whether something speaks, as that depends on doubts: *in force* stands for each way in which it does, and *out of
    scope* for each in which it does not."""
    if isinstance(tree, Branch):
        return Branch(tree.doubt, effective(tree.if_yes), effective(tree.if_no))
    return ForceState.IN_FORCE if tree.speaks else ForceState.OUT_OF_SCOPE


def resolved(tree: L | Branch[L], doubts: Mapping[str, bool]) -> L:
    """The answer once every doubt is resolved.

    Args:
        tree: The answer as it depends on doubts.
        doubts: How each of them is resolved, by its id.
    """
    while isinstance(tree, Branch):
        tree = tree.if_yes if doubts[tree.doubt.id] else tree.if_no
    return tree


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the chain that explains a force: which provision did what, when, for whom.

    ``decisive`` marks the links without which the state would be another. ``target`` is what it was done to, where
    that is not the provision itself. ``scope`` is as the rulebook writes it, ``whom`` is it by name.
    """

    provision: str
    verb: str
    date: str
    scope: str
    note: str = ""
    decisive: bool = False
    target: str = ""
    whom: str = ""


@dataclass(frozen=True, slots=True)
class Force:
    """Whether a provision binds, with the chain of orders that says so, oldest first.

    ``state`` is OPEN where ``tree`` has branches that end in different states.
    """

    provision: str
    state: ForceState
    tree: ForceTree
    chain: tuple[Link, ...]

    @property
    def states(self) -> tuple[ForceState, ...]:
        """Every state that it can come to, as its doubts are resolved."""
        left = leaves(self.tree)
        return tuple(state for state in ForceState if state in left)
