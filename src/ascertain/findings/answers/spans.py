"""Between what a quantity lies, as far as the facts that it rests on are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from oxidd.bdd import BDDFunction

from ascertain.findings.answers.bounding import UNBOUNDED, Bounds, Span, bounds_where
from ascertain.findings.arithmetic.amounts import Number, joined
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.model import Amount
from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.model.expressions import (
    Constant,
    Difference,
    Expression,
    Greatest,
    Least,
    Worth,
    parts,
    words,
)
from ascertain.rulebook.model.terms import Between, Shown, Term, TermType


def amounts(situation: Situation, question: str) -> tuple[Amount, ...]:
    """What a quantity can be in a situation, as the law says it, what is said first coming first.

    Args:
        situation: What law and record settle.
        question: The phrase of a quantity that rules conclude; for any other there is nothing.
    """
    heard = situation.term(question)
    kind = situation.compiled.rulebook.terms[question].type
    return amounts_in(situation, heard.said(), kind, heard.free.worths)


def amounts_in(
    situation: Situation,
    worths: Iterable[Expression],
    kind: TermType,
    where: Mapping[Expression, BDDFunction] | None = None,
) -> tuple[Amount, ...]:
    """What expressions come to with the facts known in a situation.

    Args:
        situation: What is known.
        worths: The expressions.
        kind: What they are: money, a number or a date.
        where: Where each is said, with what the situation settles put in; it is bounded by the conditions for that.
    """
    return tuple(Amount(words(each), kind, *_bounded(situation, each, (where or {}).get(each))) for each in worths)


def _bounded(situation: Situation, worth: Expression, where: BDDFunction | None) -> Span:
    rulebook = situation.compiled.rulebook
    shown = {**situation.spans, **situation.known}

    def known(term: str) -> Span:
        return ends(rulebook.terms[term], shown.get(term))

    bounds = Bounds() if where is None else bounds_where(situation, worth, where)
    return span_within(worth, known, bounds, rulebook.calendars)


def span_within(
    worth: Expression, of: Callable[[str], Span], bounds: Bounds, calendars: Mapping[str, Calendar]
) -> Span:
    """Between what an expression lies when each term in it lies where ``of`` says, and all within bounds."""

    def bounded(term: str) -> Span:
        return within(of(term), bounds.terms.get(term, UNBOUNDED))

    return within(span(worth, bounded, calendars), bounds.whole)


def within(one: Span, other: Span) -> Span:
    """Between what a quantity lies that lies between these ends and those."""
    lows, highs = (
        [low for low, _ in (one, other) if low is not None],
        [high for _, high in (one, other) if high is not None],
    )
    return max(lows, default=None), min(highs, default=None)


def ends(term: Term, value: Shown | None) -> Span:
    """Between what a quantity lies of which this is shown, by its own bounds too.

    Args:
        term: The quantity.
        value: What is shown of it: a value, or between which it lies; ``None`` where nothing is.
    """
    if isinstance(value, int):
        return value, value
    low, high = (value.least, value.most) if isinstance(value, Between) else (None, None)
    lows = [end for end in (low, term.least) if end is not None]
    highs = [end for end in (high, term.most) if end is not None]
    return max(lows, default=None), min(highs, default=None)


def around(spans: Sequence[Span]) -> Span:
    """Between what a quantity lies that may lie in any of these."""
    lows, highs = [low for low, _ in spans if low is not None], [high for _, high in spans if high is not None]
    whole = len(spans)
    return (
        min(lows) if lows and len(lows) == whole else None,
        max(highs) if highs and len(highs) == whole else None,
    )


def span(expression: Expression, of: Callable[[str], Span], calendars: Mapping[str, Calendar]) -> Span:
    """Between what an expression lies when each term in it lies where ``of`` says; every kind of it keeps the order."""
    match expression:
        case Constant(value):
            return value, value
        case Worth(term):
            return of(term)
    inner = [span(part, of, calendars) for part in parts(expression)]
    lows, highs = [low for low, _ in inner], [high for _, high in inner]
    match expression:
        case Difference():
            return _less(lows[0], highs[1]), _less(highs[0], lows[1])
        case Least():
            bounded = [high for high in highs if high is not None]
            return _all(expression, lows, calendars), min(bounded, default=None)
        case Greatest():
            bounded = [low for low in lows if low is not None]
            return max(bounded, default=None), _all(expression, highs, calendars)
        case _:
            return _all(expression, lows, calendars), _all(expression, highs, calendars)


def _less(one: Number | None, other: Number | None) -> Number | None:
    return None if one is None or other is None else one - other


def _all(expression: Expression, ends: list[Number | None], calendars: Mapping[str, Calendar]) -> Number | None:
    """The expression with each part at one end of where it lies."""
    known = [end for end in ends if end is not None]
    return joined(expression, known, calendars) if len(known) == len(ends) else None
