"""The words and shapes of the report: dates, values, scopes and outcomes as a reader meets them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from ascertain.law.model import ForceState
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Between, Shown, Term, TermType
from ascertain.rulebook.values import written

SHAPES: Mapping[str, str] = {
    Outcome.HOLDS: "holds",
    Outcome.DOES_NOT_HOLD: "fails",
    Outcome.SILENT: "silent",
    Outcome.CONFLICT: "conflict",
    "open": "open",
}
"""Which drawn shape stands for which finding; the word always stands beside it."""


def shape(word: str) -> str:
    """The shape of a finding by its word; what a quantity is has one of its own."""
    return SHAPES.get(word, "worth")


FORCE_SHAPES: Mapping[ForceState, str] = {
    ForceState.IN_FORCE: "in-force",
    ForceState.SUSPENDED: "suspended",
    ForceState.ENDED: "ended",
    ForceState.NOT_LAW: "not-law",
    ForceState.NOT_YET: "not-yet",
    ForceState.OUT_OF_SCOPE: "out-of-scope",
    ForceState.OPEN: "open-force",
}


def day(on: date) -> str:
    """A day as American legal writing gives it: July 6, 2017."""
    return f"{on:%B} {on.day}, {on.year}"


def moment(when: Moment | None) -> str:
    """A day, or the month or year where the source gives no more; empty for none."""
    if when is None:
        return ""
    if when.exact:
        return day(when.earliest)
    return f"{when.earliest:%B %Y}" if when.earliest.month == when.latest.month else f"{when.earliest:%Y}"


def through(start: date, end: date) -> str:
    """A half-open run of days in print: the last day is included."""
    last = end - timedelta(days=1)
    return day(start) if last == start else f"{day(start)} through {day(last)}"


def interval(period: Interval) -> str:
    """A period in print. An end known only to its month is said to be in that month."""
    if period.start is None and period.end is None:
        return "no dates given"
    parts = [] if period.start is None else [f"from {moment(period.start)}"]
    if period.end is not None:
        last = period.end
        exactly = f"through {day(last.earliest - timedelta(days=1))}"
        parts.append(exactly if last.exact else f"until some time in {moment(last)}")
    return " ".join(parts)


def value(term: Term | None, shown: Shown | None) -> str:
    """A term's value as people write it: yes, $1,000.00, July 6, 2017; ``unknown`` for none."""
    if shown is None:
        return "unknown"
    if isinstance(shown, bool):
        return "yes" if shown else "no"
    if isinstance(shown, Between):
        return written(term.type if term else TermType.NUMBER, shown)
    if isinstance(shown, int):
        kind = term.type if term else TermType.NUMBER
        if kind is TermType.MONEY:
            return money(shown)
        return day(date.fromordinal(shown)) if kind is TermType.DATE else f"{shown:,}"
    return shown


def listed(words: Iterable[str], joiner: str = "and") -> str:
    """Several words as a sentence has them: *a, b and c*."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} {joiner} {last}" if most else last


def money(cents: int) -> str:
    """An amount in dollars, with cents only where there are any."""
    return f"${cents / 100:,.2f}".removesuffix(".00")


def sentence(text: str) -> str:
    """The text with its first letter raised, for a phrase of the vocabulary at the head of a line."""
    return text[:1].upper() + text[1:]
