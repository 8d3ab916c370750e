"""What a doubt about force is on either side: one question where it is the same, two that bear on each other where not.

A doubt about what had come to pass *by then* is one question on one day and another on a later day. Whatever has come
to pass by the earlier day has by the later; whoever has left a group by the earlier day is not in it on the later. A
doubt that only one side has is that side's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from oxidd.bdd import BDDFunction

from ascertain.findings.diagrams.space import Atom, AtomKind, Space
from ascertain.law.model import Doubt
from ascertain.verify.diff.side import Side

_COMES_TO_PASS = ("effective:", "from:", "until:")
_ISSUED = "issued:"
_MEMBER = "member:"
_CIRCULAR = "circular:"
_OF_AN_EVENT = ":by:"


@dataclass(frozen=True, slots=True)
class Ways:
    """A doubt on one side.

    Args:
        yes: Where it is resolved with yes.
        atoms: What that hangs on, each with the question that it answers.
    """

    yes: BDDFunction
    atoms: dict[Atom, str]


def ways_of(space: Space, doubt: Doubt, here: Side, there: Side, *, second: bool) -> Ways:
    """What resolves, on one side, a doubt that both sides have.

    Args:
        space: Where the diagrams live.
        doubt: The doubt.
        here: The side.
        there: The other side.
        second: Whether the side is the second of the two.
    """
    kind = "" if _OF_AN_EVENT in doubt.id else doubt.id
    if kind.startswith(_ISSUED):
        return _by(space, doubt, here.matter.known, there.matter.known)
    if kind.startswith(_COMES_TO_PASS):
        return _by(space, doubt, here.on, there.on)
    if kind.startswith((_MEMBER, _CIRCULAR)) and here.on != there.on:
        turn = _turn(doubt, here, there) if kind.startswith(_MEMBER) else None
        if turn is not None:
            return _by(space, doubt, here.on, there.on, joins=turn)
        atom = Atom(AtomKind.DOUBT, f"{doubt.id}:on:{here.on}") if second else Atom(AtomKind.DOUBT, doubt.id)
        return Ways(space.has(atom, [0]), {atom: _on(doubt.question, here.on)})
    return alone(space, doubt)


def alone(space: Space, doubt: Doubt) -> Ways:
    """What resolves a doubt that is one question, whoever asks it."""
    atom = Atom(AtomKind.DOUBT, doubt.id)
    return Ways(space.has(atom, [0]), {atom: doubt.question})


def _by(space: Space, doubt: Doubt, mine: date, other: date, *, joins: bool = True) -> Ways:
    """By the earlier of two days it had come to pass, or not; by the later, too, or else between the two.

    What is left between the two days, not joined, is so on the earlier where it is on the later.
    """
    if mine == other:
        return alone(space, doubt)
    first, last = (mine, other) if (mine < other) is joins else (other, mine)
    sure = Atom(AtomKind.DOUBT, doubt.id)
    asks = {sure: _on(doubt.question, first)}
    if mine == first:
        return Ways(space.has(sure, [0]), asks)
    between = Atom(AtomKind.DOUBT, f"{doubt.id}:between:{first}:{last}")
    asks[between] = f"If not by {first}: {_on(doubt.question, last)}"
    return Ways(space.has(sure, [0]) | space.has(between, [0]), asks)


def _turn(doubt: Doubt, here: Side, there: Side) -> bool | None:
    """Whether what is open of a membership is its beginning (yes) or its end (no), ``None`` where it is both."""
    days = sorted((here.on, there.on))
    found = {_beginning(doubt, side, *days) for side in (here, there)}
    return found.pop() if len(found) == 1 else None


def _beginning(doubt: Doubt, side: Side, first: date, last: date) -> bool | None:
    _, group, member = doubt.id.split(":", 2)
    periods = [period for name, period in side.rulebook.groups[group].members if name == member]
    if len(periods) != 1:
        return None
    (period,) = periods
    if period.start is None or period.start.reached(first):
        return False
    return True if period.end is None or period.end.reached(last) is False else None


def _on(question: str, day: date) -> str:
    return question.replace("by then", f"by {day}") if "by then" in question else f"{question} (on {day})"
