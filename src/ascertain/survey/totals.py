"""What an entity's awards add to a total: of those that are alike but for an amount, all between two steps at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from math import inf

from ascertain.findings.answers.awards import Seen, adds, is_counted
from ascertain.findings.answers.bounding import Span
from ascertain.rulebook.model.aggregates import Aggregate
from ascertain.rulebook.model.rules import Outcome
from ascertain.survey.steps import Outcomes
from ascertain.survey.tables import Awards, Facts

Steps = Sequence[tuple[float, Outcomes]]
"""From which amount on which outcomes of a term are possible."""
See = Callable[[str, Facts], Seen]
"""What is so of a term for one award of which this is known."""


def added(aggregate: Aggregate, awards: Awards, steps: Steps, see: See) -> Iterator[Span]:
    """Between what awards that are alike but for an amount add to a total or a count, some of them together.

    Args:
        aggregate: What is added up, and over which awards.
        awards: The awards.
        steps: The steps of the term that decides whether an award is counted, as the amount rises; where it says of an
            amount nothing, those awards are asked about one by one.
        see: Tells what is so of a term for one award.
    """
    ends = [*(mark for mark, _ in steps[1:]), inf]
    start = 0
    for (_, outcomes), beyond in zip(steps, ends, strict=True):
        end = awards.number if beyond == inf else bisect_left(awards.amounts, beyond)
        if end > start:
            if outcomes is None:
                for award, many in awards.each(start, end):
                    yield _times(_one(aggregate, award, see), many)
            else:
                yield from _together(aggregate, awards, outcomes, start, end, see)
            start = end


def _one(aggregate: Aggregate, award: Facts, see: See) -> Span:
    counted = is_counted(aggregate, see(aggregate.where, award).outcomes) if aggregate.where else True
    return adds(counted, see(aggregate.term, award).ends if aggregate.term else (1, 1))


def _together(
    aggregate: Aggregate, awards: Awards, outcomes: frozenset[Outcome], start: int, end: int, see: See
) -> Iterator[Span]:
    counted = is_counted(aggregate, outcomes) if aggregate.where else True
    if counted is False:
        return
    if aggregate.term and aggregate.term == awards.term:
        owed = min(max(bisect_left(awards.amounts, 0), start), end)
        for worth in (sum(awards.amounts[start:owed]), sum(awards.amounts[owed:end])):
            yield adds(counted, (worth, worth))
        return
    yield _times(adds(counted, see(aggregate.term, awards.facts).ends if aggregate.term else (1, 1)), end - start)


def _times(worth: Span, many: int) -> Span:
    low, high = worth
    return None if low is None else low * many, None if high is None else high * many
