"""Totals and counts over a government's awards, as far as the record shows the awards and what is so of each.

An award that may or may not be counted, or whose amount is not known, leaves the total between two bounds. It is taken
that what is unknown of one award is unknown apart from everything else: where a fact that is asked about elsewhere in
the question also decides whether an award is counted, the bounds are sound but wider than they need be.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from ascertain.findings.answers.bounding import Span
from ascertain.findings.answers.spans import ends
from ascertain.findings.arithmetic.amounts import Number
from ascertain.rulebook.model.aggregates import Aggregate
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Between, Shown, Term, TermType


@dataclass(frozen=True, slots=True)
class Seen:
    """What is so of one term for one award.

    Args:
        outcomes: The outcomes still possible of a yes/no term; of a quantity *holds* where it may be something.
        ends: Between what a quantity lies.
    """

    outcomes: frozenset[Outcome]
    ends: Span = (None, None)


See = Callable[[str], Seen]
"""What is so of a term for one award, by its phrase."""


def seen(term: Term, value: Shown | None) -> Seen:
    """What is so of a plain term of which this is shown, or nothing where it is ``None``."""
    if term.type is TermType.YES_NO:
        known = {True: Outcome.HOLDS, False: Outcome.DOES_NOT_HOLD}
        return Seen(frozenset([known[value]] if isinstance(value, bool) else known.values()))
    return Seen(frozenset([Outcome.HOLDS]), ends(term, value))


def total(aggregate: Aggregate, awards: Sequence[See], *, complete: bool, can_fall: bool) -> int | Between | None:
    """What a total or a count comes to.

    Args:
        aggregate: What is added up, and over which awards.
        awards: The awards on record.
        complete: Whether it is known that there are no others.
        can_fall: Whether an award could add less than nothing.

    Returns:
        The total, or between what it lies (a share of a cent is taken to the cents on both sides of it); ``None`` where
        nothing is known of it.
    """
    return added_up([_of(aggregate, see) for see in awards], complete=complete, can_fall=can_fall)


def added_up(spans: Iterable[Span], *, complete: bool, can_fall: bool) -> int | Between | None:
    """What a total comes to of awards that add what lies between these ends; arguments as for :func:`total`."""
    spans = list(spans)
    lows, highs = [low for low, _ in spans], [high for _, high in spans]
    low = None if can_fall and not complete else _sum(lows)
    high = _sum(highs) if complete else None
    least, most = (None if low is None else low.__floor__()), (None if high is None else high.__ceil__())
    if least is not None and least == most:
        return least
    return None if least is None and most is None else Between(least, most)


def adds(counted: bool | None, worth: Span) -> Span:
    """Between what an award adds that is worth so much, counted, not counted, or perhaps."""
    if counted is False:
        return 0, 0
    low, high = worth
    if counted is None:
        return (None if low is None else min(0, low)), (None if high is None else max(0, high))
    return low, high


def is_counted(aggregate: Aggregate, outcomes: Collection[Outcome]) -> bool | None:
    """Whether an award is counted of which the term that decides it has one of these outcomes; ``None`` if open."""
    if Outcome.HOLDS not in outcomes:
        return aggregate.negated
    return None if len(outcomes) > 1 else not aggregate.negated


def _of(aggregate: Aggregate, see: See) -> Span:
    counted = is_counted(aggregate, see(aggregate.where).outcomes) if aggregate.where else True
    if counted is False:
        return 0, 0
    return adds(counted, see(aggregate.term).ends if aggregate.term else (1, 1))


def _sum(parts: Sequence[Number | None]) -> Number | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None
