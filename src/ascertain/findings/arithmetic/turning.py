"""Where a relation turns as one quantity rises and all others stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from ascertain.findings.arithmetic.relations import Relation
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Term, TermType, Value

_MOST = 10**17
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1).toordinal(), date(2199, 12, 31).toordinal()


T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Same(Generic[T]):
    """Something that is equal to nothing but itself, for keeping what was worked out with it."""

    held: T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.held is other.held

    def __hash__(self) -> int:
        return id(self.held)


def bounds(term: Term) -> tuple[int, int]:
    """The least and the greatest value that is looked for: the term's own bounds, or what law and money can mean.

    Days are looked for in the three centuries from 1900, amounts up to a million billion dollars either way.
    """
    first, last = (_FIRST_DAY, _LAST_DAY) if term.type is TermType.DATE else (-_MOST, _MOST)
    return first if term.least is None else term.least, last if term.most is None else term.most


def turning(relation: Relation, term: str, facts: Mapping[str, Value], rulebook: Rulebook) -> int | None:
    """The least value of a term at which the relation is otherwise than for all lesser ones, if there is one.

    Args:
        relation: A relation that changes once at most as the term rises.
        term: The term.
        facts: The worth of every other term in it.
        rulebook: Has the term's bounds and the calendars.
    """
    others = tuple((other, facts[other]) for other in relation.terms if other != term)
    return _turning(relation, term, others, Same(rulebook))


@lru_cache(maxsize=1 << 16)
def _turning(relation: Relation, term: str, others: tuple[tuple[str, Value], ...], same: Same[Rulebook]) -> int | None:
    rulebook, facts = same.held, dict(others)
    low, high = bounds(rulebook.terms[term])

    def at(value: int) -> bool:
        return relation.holds({**facts, term: value}, rulebook.calendars)

    before = at(low)
    if at(high) is before:
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if at(middle) is before:
            low = middle
        else:
            high = middle
    return high
