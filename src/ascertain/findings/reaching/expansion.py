"""What the comparisons of a rulebook come down to when conclusions are put in for the terms that rules conclude."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from ascertain.findings.arithmetic.offsets import constant
from ascertain.findings.arithmetic.relations import Relation, in_order, split
from ascertain.findings.reaching.index import Index, rule_leaves
from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.rulebook.model.expressions import (
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
)
from ascertain.rulebook.model.rules import Relate, Rule


def forms(expression: Expression, index: Index) -> tuple[Expression, ...]:
    """Every expression over plain terms that this one can come to, whichever rules speak."""
    if isinstance(expression, Worth):
        if expression.term not in index.concluding:
            return (expression,)
        rules = index.concluding[expression.term]
        return tuple(dict.fromkeys(form for rule in rules for form in _said(rule, index)))
    inner = [forms(part, index) for part in parts(expression)]
    return tuple(rebuilt(expression, chosen) for chosen in product(*inner))


def rebuilt(expression: Expression, inner: tuple[Expression, ...]) -> Expression:
    """The expression with other parts."""
    match expression:
        case Sum() | Difference():
            return replace(expression, left=inner[0], right=inner[1])
        case Share() | Shifted() | OnWorkingDay():
            return replace(expression, of=inner[0])
        case Least() | Greatest():
            return replace(expression, of=inner)
        case _:
            return expression


def relations_of(rule: Rule, index: Index) -> Iterator[Relation]:
    """The relations between plain terms that a rule, its exceptions apart, can look at.

    Besides what its conditions compare these are what tells whether two of its clauses, or two exceptions to it, say
    the same of a quantity.
    """
    for leaf in rule_leaves(rule):
        if isinstance(leaf, Relate):
            yield from relations_in(leaf, index)
    yield from _clashes([_clause_forms([clause.worth], index) for clause in rule.clauses])
    yield from _clashes([tuple(_said(each, index)) for each in index.exceptions.get(rule.id, ())])


def relations_in(leaf: Relate, index: Index) -> Iterator[Relation]:
    """The relations between plain terms that one comparison can come to."""
    for left, right in product(forms(leaf.left, index), forms(leaf.right, index)):
        yield from compared_by(left, leaf.op, right)


def relations_between(rules: Sequence[Rule], index: Index) -> Iterator[Relation]:
    """What tells whether rules that conclude one quantity say the same of it."""
    yield from _clashes([tuple(_said(rule, index)) for rule in rules])


def compared_by(left: Expression, op: str, right: Expression) -> Iterator[Relation]:
    """The relations, in one form each, that a comparison of plain expressions comes down to; none without terms.

    Raises:
        BadInput: A relation of several terms could hold, fail and hold again as one date rises.
    """
    stricts = (False, True) if op == "=" else (op in (">", "<="),)
    for one, other in split(left, right):
        for strict in stricts:
            relation, _ = in_order(one, strict, other)
            if constant(relation) is not None:
                continue
            if len(relation.terms) > 1 and not relation.steady:
                message = f"a date stands on both sides of {relation.text}"
                help_line = "let each date stand on one side of a comparison with others"
                raise BadInput((Mistake("A903", message, (), (), help_line),))
            if relation.terms:
                yield relation


def _said(rule: Rule, index: Index) -> Iterator[Expression]:
    """The plain forms of all that a rule or an exception to it can say of a quantity."""
    yield from _clause_forms((clause.worth for clause in rule.clauses), index)
    for exception in index.exceptions.get(rule.id, ()):
        yield from _said(exception, index)


def _clause_forms(worths: Iterable[Expression | None], index: Index) -> tuple[Expression, ...]:
    return tuple(form for worth in worths if worth is not None for form in forms(worth, index))


def _clashes(voices: Sequence[Sequence[Expression]]) -> Iterator[Relation]:
    for one, other in combinations(voices, 2):
        for left, right in product(one, other):
            if left != right:
                yield from compared_by(left, "=", right)
