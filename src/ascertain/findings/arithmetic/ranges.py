"""Stretches of the values of a quantity, each between two values that are in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ascertain.rulebook.model.terms import Between, Shown, Term, TermType, Value
from ascertain.rulebook.values import written


def ranges(values: Iterable[Value], within: Between | None = None) -> tuple[Between, ...]:
    """The stretches that values stand for, in order: each one up to the next, the first all that is less too.

    Args:
        values: Some values of a quantity.
        within: Between what it is known to lie, if anything is.
    """
    firsts = sorted({int(value) for value in values})
    low, high = (within.least, within.most) if within else (None, None)
    starts, ends = [low, *firsts[1:]], [*(first - 1 for first in firsts[1:]), high]
    return tuple(Between(least, most) for least, most in zip(starts, ends, strict=True))


def meets(one: Between, other: Between) -> bool:
    """Whether the other begins right after the one ends."""
    return one.most is not None and other.least == one.most + 1


def joined(parts: Sequence[Between]) -> Between:
    """Stretches that meet, in order, as one."""
    return Between(parts[0].least, parts[-1].most)


def overlaps(span: Between, shown: Shown) -> bool:
    """Whether a value, or one of those between which a quantity lies, is in the stretch."""
    low, high = (shown.least, shown.most) if isinstance(shown, Between) else (int(shown), int(shown))
    starts = span.least is None or high is None or span.least <= high
    return starts and (span.most is None or low is None or low <= span.most)


def edge(span: Between) -> int:
    """A value in the stretch that lies next to another stretch, if any does."""
    return span.least if span.least is not None else span.most if span.most is not None else 0


def range_words(span: Between, term: Term) -> str:
    """A stretch in words: ``less than $750,000``, ``2021-10-01 or later``, ``11 to 19``.

    Args:
        span: The stretch.
        term: What it is a stretch of.
    """
    least = term.least if span.least is None and span.most == term.least else span.least
    most = term.most if span.most is None and span.least == term.most else span.most
    if least is None:
        less = "before" if term.type is TermType.DATE else "less than"
        return "any value" if most is None else f"{less} {written(term.type, most + 1)}"
    first = written(term.type, least)
    if most is None:
        return f"{first} or {'later' if term.type is TermType.DATE else 'more'}"
    if least == most:
        return first
    # Nobody counts to the last cent below a threshold; what is known to be at most so many dollars is no threshold.
    below = term.type is TermType.MONEY and most % 100 != 0
    return f"{first} to {f'less than {written(term.type, most + 1)}' if below else written(term.type, most)}"
