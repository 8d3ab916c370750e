"""What tells whether a quantity is the same, more or less on one side than on the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.reaching.expansion import compared_by, forms
from ascertain.findings.reaching.index import Index
from ascertain.rulebook.model.expressions import Constant, Difference, Expression, Sum, Worth

_NOTHING = Constant(0, "0")


def told_apart_by(first: Index, question: str, second: Index, other: str) -> Iterator[Relation]:
    """The relations that tell what two questions are worth from each other.

    Args:
        first: The first rulebook's index.
        question: A quantity of it.
        second: The second rulebook's index.
        other: A quantity of that, of the same type.

    Raises:
        BadInput: A relation of several terms could hold, fail and hold again as one date rises.
    """
    for mine, theirs in product(forms(Worth(question), first), forms(Worth(other), second)):
        left, right = balanced(mine, theirs)
        yield from compared_by(left, "=", right)


def balanced(left: Expression, right: Expression) -> tuple[Expression, Expression]:
    """Two expressions that compare as the given ones do, without what both have in common.

    That one amount less another is more than the one less a third is that the third is more than the other: nothing
    is taken away any more, and what stood on both sides stands on none.
    """
    if not (isinstance(left, Sum | Difference) or isinstance(right, Sum | Difference)):
        return left, right
    mine, taken = _addends(left)
    theirs, given = _addends(right)
    here, there = [*mine, *given], [*theirs, *taken]
    for each in tuple(here):
        if each in there:
            here.remove(each)
            there.remove(each)
    return _total(here), _total(there)


def _addends(expression: Expression) -> tuple[list[Expression], list[Expression]]:
    """What is added and what is taken away."""
    if not isinstance(expression, Sum | Difference):
        return [expression], []
    plus, minus = _addends(expression.left)
    more, less = _addends(expression.right)
    return (plus + more, minus + less) if isinstance(expression, Sum) else (plus + less, minus + more)


def _total(addends: list[Expression]) -> Expression:
    # Nothing is added to a date that stands alone, so that it is the date that rules compare, and no other quantity.
    counted = [each for each in addends if not (isinstance(each, Constant) and each.value == 0)]
    total, *rest = counted or [_NOTHING]
    for each in rest:
        total = Sum(total, each)
    return total
