"""The force of a provision over a period, in as few intervals as say it, each with the acts that end it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from ascertain.law.force import LawOn
from ascertain.law.happenings import happenings
from ascertain.law.index import Act, index_of
from ascertain.law.model import Force, ForceTree, Link, Matter
from ascertain.law.regimes import boundaries
from ascertain.law.scope import parties
from ascertain.rulebook.model.book import Rulebook


class Stretch(NamedTuple):
    """A half-open interval of one force.

    Args:
        start: Its first day.
        end: The day after its last.
        force: The force on its first day.
        ended_by: The acts that end it, in words; none for the last.
        goes_on: Whether the next has the same state, turning on the same doubts, but other acts decide it.
    """

    start: date
    end: date
    force: Force
    ended_by: tuple[str, ...] = ()
    goes_on: bool = False


def force_timeline(rulebook: Rulebook, provision: str, matter: Matter, start: date, end: date) -> tuple[Stretch, ...]:
    """The force of a provision from ``start`` until before ``end``, in as few half-open intervals as say it.

    An interval ends where the state changes, or the acts that decide it.

    Raises:
        KeyError: No such provision.
    """
    if start >= end:
        return ()
    law = LawOn(rulebook, matter)
    found: list[Stretch] = []
    days = [start, *(day for day in boundaries(rulebook, matter) if start < day < end)]
    for day, following in zip(days, [*days[1:], end], strict=True):
        now = law.on(replace(matter, on=day))
        force = now.force(provision)
        before = found[-1] if found else None
        if before is None or _decided(before.force) != _decided(force):
            if before is not None:
                goes_on = before.force.tree == force.tree
                found[-1] = before._replace(ended_by=_ended_by(now, provision), goes_on=goes_on)
            found.append(Stretch(day, following, force))
        else:
            found[-1] = before._replace(end=following)
    return tuple(found)


def _decided(force: Force) -> tuple[ForceTree, tuple[Link, ...]]:
    return force.tree, tuple(link for link in force.chain if link.decisive)


def _ended_by(law: LawOn, provision: str) -> tuple[str, ...]:
    """What happens on the day, in words: of the acts those without which the force would be otherwise explained."""
    matter, rulebook = law.matter, law.rulebook
    eve = law.on(replace(matter, on=matter.on - timedelta(days=1)))
    mattering = frozenset(_mattering(law, eve, provision))
    return happenings(rulebook, provision, matter.on, parties(matter.government, matter.program, rulebook), mattering)


def _mattering(law: LawOn, eve: LawOn, provision: str) -> Iterator[int]:
    day = law.matter.on
    for act in index_of(law.rulebook).concern(provision).acts:
        # An act that begins plays no part before; one that is over by its own terms plays none from then on.
        then = law if day in (act.earliest, act.settled) else eve if _is_over(act, day) else None
        if then is not None and _decided(then.but_for(act.number).force(provision)) != _decided(then.force(provision)):
            yield act.number


def _is_over(act: Act, day: date) -> bool:
    until = act.effect.until
    return until is not None and day in (until.earliest, until.latest)
