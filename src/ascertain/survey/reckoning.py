"""What a quantity is said to be, reckoned for one entity after another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ascertain.findings.answers.bounding import Bounds, Span
from ascertain.findings.answers.spans import span_within, within
from ascertain.findings.arithmetic.amounts import whole
from ascertain.findings.arithmetic.relations import straight
from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.model.expressions import Expression
from ascertain.rulebook.model.terms import Shown
from ascertain.survey.straight import summed_up


class Reckoned:
    """An expression, and how the conditions under which it is said bound it.

    Args:
        worth: The expression.
        bounds: How it is bounded.
        calendars: The rulebook's calendars.
    """

    def __init__(self, worth: Expression, bounds: Bounds, calendars: Mapping[str, Calendar]) -> None:
        self._worth, self._bounds, self._calendars = worth, bounds, calendars
        self._straight = summed_up(worth) if straight(worth) else None

    def span(self, shown: Mapping[str, Shown], of: Callable[[str], Span]) -> Span:
        """Between what it lies for an entity of which this is shown, each term lying where ``of`` says."""
        if self._straight is not None:
            found, number = self._straight
            known = [(times, value) for term, times in found if isinstance(value := shown.get(term), int)]
            if len(known) == len(found):
                worth = whole(sum((times * value for times, value in known), number))
                return within((worth, worth), self._bounds.whole)
        return span_within(self._worth, of, self._bounds, self._calendars)
