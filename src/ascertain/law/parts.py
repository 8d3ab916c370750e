"""The parts of a provision whose force is not that of the whole, which its own force does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ascertain.law.course import force_timeline
from ascertain.law.force import LawOn
from ascertain.law.model import ForceState, Matter
from ascertain.rulebook.model.book import Rulebook


class Part(NamedTuple):
    """A part that stands otherwise than the whole.

    Args:
        provision: Its id.
        state: Its state.
        start: The first day on which it stands so, over a period.
        end: The day after the last.
    """

    provision: str
    state: ForceState
    start: date | None = None
    end: date | None = None


def parts_otherwise(law: LawOn, provision: str) -> Iterator[Part]:
    """Yield the parts whose state is another on the day. Of a part that is told its own parts are not."""
    whole = law.force(provision).state
    for part in _below(law.rulebook, provision):
        state = law.force(part).state
        if state is not whole:
            yield Part(part, state)
        else:
            yield from parts_otherwise(law, part)


def parts_over(
    rulebook: Rulebook, provision: str, matter: Matter, state: ForceState, start: date, end: date
) -> Iterator[Part]:
    """Yield the same for an interval in which the whole is in one state, with the days of each.

    Args:
        rulebook: The law.
        provision: The whole.
        matter: Whom it is asked about for.
        state: The state of the whole.
        start: The first day.
        end: The day after the last.
    """
    for part in _below(rulebook, provision):
        course = force_timeline(rulebook, part, matter, start, end)
        others = [
            Part(part, each.force.state, each.start, each.end) for each in course if each.force.state is not state
        ]
        yield from _joined(others) if others else parts_over(rulebook, part, matter, state, start, end)


def _joined(parts: list[Part]) -> Iterator[Part]:
    """Neighbours in the same state as one: that other acts decide it is told where the part itself is asked about."""
    held = parts[0]
    for part in parts[1:]:
        if part.state is held.state and part.start == held.end:
            held = held._replace(end=part.end)
        else:
            yield held
            held = part
    yield held


def _below(rulebook: Rulebook, provision: str) -> Iterator[str]:
    return (part.id for part in rulebook.provisions.values() if part.parent == provision)
