"""Comparisons of quantities that rest on plain facts alone, in one form each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from ascertain.findings.arithmetic.amounts import Number, amount
from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.model.expressions import (
    Constant,
    Difference,
    Expression,
    Greatest,
    Least,
    OnWorkingDay,
    Share,
    Shifted,
    Sum,
    Worth,
    parts,
    terms_of,
    words,
)
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Value


@dataclass(frozen=True)
class Relation:
    """That one expression over plain terms is more than another, or not less than it where not ``strict``."""

    left: Expression
    strict: bool
    right: Expression

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The plain terms in it, each once."""
        return tuple(dict.fromkeys((*terms_of(self.left), *terms_of(self.right))))

    @cached_property
    def steady(self) -> bool:
        """Whether, as any of its terms rises and all others stay, it changes once at most."""
        return all(one_way(self, term) for term in self.terms)

    @cached_property
    def text(self) -> str:
        """It in the rulebook's words."""
        return f"{words(self.left)} {'>' if self.strict else '>='} {words(self.right)}"

    @property
    def denied(self) -> Relation:
        """That it is not so, as a relation."""
        return Relation(self.right, not self.strict, self.left)

    def holds(self, facts: Mapping[str, Value], calendars: Mapping[str, Calendar]) -> bool:
        """Whether it is so where every term in it is known."""

        def worth(term: str) -> Number:
            value = facts[term]
            assert isinstance(value, int), "quantities are numbers"
            return value

        left, right = amount(self.left, worth, calendars), amount(self.right, worth, calendars)
        assert not isinstance(left, Outcome) and not isinstance(right, Outcome), "every term has a worth"
        return left > right if self.strict else left >= right


def calendars_in(expression: Expression) -> Iterator[str]:
    """The calendars that it moves dates by."""
    if isinstance(expression, OnWorkingDay):
        yield expression.calendar
    for part in parts(expression):
        yield from calendars_in(part)


@lru_cache(maxsize=1 << 14)
def in_order(left: Expression, strict: bool, right: Expression) -> tuple[Relation, bool]:
    """The comparison in the one form that ``a > b`` and ``b < a`` share.

    Returns:
        A relation, and whether what was asked is that it is so (else: that it is not so).
    """
    if words(left) <= words(right):
        return Relation(left, strict, right), True
    # That a > b is that not b >= a; that a >= b is that not b > a.
    return Relation(right, not strict, left), False


@lru_cache(maxsize=1 << 14)
def pushed(expression: Expression) -> Expression:
    """The same with *the smaller of* and *the larger of* outermost, where what lies about them keeps the order."""
    match expression:
        case Share(of) | Shifted(of) | OnWorkingDay(of):
            inner = pushed(of)
            if isinstance(inner, Least | Greatest):
                return replace(inner, of=tuple(pushed(replace(expression, of=each)) for each in inner.of))
            return replace(expression, of=inner)
        case Sum(left, right):
            left, right = pushed(left), pushed(right)
            if isinstance(left, Least | Greatest):
                return replace(left, of=tuple(pushed(Sum(each, right)) for each in left.of))
            if isinstance(right, Least | Greatest):
                return replace(right, of=tuple(pushed(Sum(left, each)) for each in right.of))
            return Sum(left, right)
        case Least(of) | Greatest(of):
            return replace(expression, of=tuple(map(pushed, of)))
        case _:
            return expression


def split(left: Expression, right: Expression) -> Iterator[tuple[Expression, Expression]]:
    """The pairs that a comparison comes down to where a side is the smaller or larger of several."""
    left, right = pushed(left), pushed(right)
    if isinstance(left, Least | Greatest):
        for each in left.of:
            yield from split(each, right)
    elif isinstance(right, Least | Greatest):
        for each in right.of:
            yield from split(left, each)
    else:
        yield left, right


def ways(expression: Expression, term: str) -> frozenset[int]:
    """Whether the expression rises (1) or falls (-1) with a term; both where it may do either."""
    match expression:
        case Constant():
            return frozenset()
        case Difference(left, right):
            return ways(left, term) | {-way for way in ways(right, term)}
        case _ if not parts(expression):
            return frozenset({1} if term in terms_of(expression) else ())
        case _:
            return frozenset(way for part in parts(expression) for way in ways(part, term))


def one_way(relation: Relation, term: str) -> bool:
    """Whether the relation, as the term rises and all else stays, changes once at most.

    Sums and shares are straight lines, so that their difference is one too; dates are moved by steps of their own.
    """
    found = ways(relation.left, term) | {-way for way in ways(relation.right, term)}
    return len(found) < 2 or (straight(relation.left) and straight(relation.right))


def straight(expression: Expression) -> bool:
    """Whether the expression grows evenly with each term in it."""
    return isinstance(expression, Constant | Worth | Sum | Difference | Share) and all(map(straight, parts(expression)))
