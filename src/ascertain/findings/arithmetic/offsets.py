"""How far a date expression lies from the one date that it rests on, so that two of them can be told apart for good."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.findings.arithmetic.relations import Relation
from ascertain.quantities.durations import Rounding
from ascertain.rulebook.model.expressions import Expression, OnWorkingDay, Shifted, Worth

_SHORTEST_MONTH = 28
LONGEST_REST = 14
"""More days than any calendar is closed on end."""


@dataclass(frozen=True, slots=True)
class Offset:
    """So many months after a date, and between ``least`` and ``most`` days more."""

    term: str
    months: int = 0
    least: int = 0
    most: int = 0

    def surely_after(self, other: Offset) -> bool:
        """Whether it is later than the other, whatever the date."""
        months = self.months - other.months
        return months >= 0 and _SHORTEST_MONTH * months + self.least - other.most > 0


def constant(relation: Relation) -> bool | None:
    """Whether a relation of a date with itself always holds or never does; ``None`` for any other."""
    if relation.left == relation.right:
        return not relation.strict
    left, right = _offset(relation.left), _offset(relation.right)
    if left is None or right is None or left.term != right.term:
        return None
    if left.surely_after(right):
        return True
    return False if right.surely_after(left) else None


def follows(one: Relation, other: Relation) -> bool:
    """Whether another relation is surely so wherever one is: what is more than a date is more than an earlier one."""
    if not (_surely(other.left, one.left, strict=False) and _surely(one.right, other.right, strict=False)):
        return False
    strictly = _surely(other.left, one.left, strict=True) or _surely(one.right, other.right, strict=True)
    return one.strict or not other.strict or strictly


def _surely(left: Expression, right: Expression, *, strict: bool) -> bool:
    return constant(Relation(left, strict, right)) is True


def _offset(expression: Expression) -> Offset | None:
    match expression:
        case Worth(term):
            return Offset(term)
        case Shifted(of, by):
            inner = _offset(of)
            if inner is None:
                return None
            # A month that has no such day gives up to three days, or takes one; a month's end can gain up to three.
            low = -3 if by.months and by.rounding is not Rounding.UP else 0
            high = {Rounding.UP: 1, Rounding.MONTH_END: 3}.get(by.rounding, 0) if by.months and by.rounding else 0
            return Offset(
                inner.term, inner.months + by.months, inner.least + by.days + low, inner.most + by.days + high
            )
        case OnWorkingDay(of):
            inner = _offset(of)
            return inner and Offset(inner.term, inner.months, inner.least, inner.most + LONGEST_REST)
        case _:
            return None
