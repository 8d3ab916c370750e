"""How far the conditions under which a rule says what a quantity is bound it: what is said there cannot lie beyond."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from oxidd.bdd import BDDFunction

from ascertain.findings.arithmetic.amounts import Number
from ascertain.findings.arithmetic.ranges import ranges
from ascertain.findings.diagrams.compiled import fact_atom
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.reaching.expansion import compared_by
from ascertain.rulebook.mistakes import BadInput
from ascertain.rulebook.model.expressions import Difference, Expression, Share, parts, terms_of

Span = tuple[Number | None, Number | None]
"""The least and the most, both inclusive; ``None`` is without bound."""

UNBOUNDED: Span = None, None


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the conditions tell of an expression: of each unknown quantity in it, and of the whole of it."""

    terms: Mapping[str, Span] = field(default_factory=dict)
    whole: Span = UNBOUNDED


def bounds_where(situation: Situation, worth: Expression, where: BDDFunction) -> Bounds:
    """How an expression is bounded where a function is true.

    Args:
        situation: What is known.
        worth: An expression over plain terms of the situation.
        where: A function that can be true, in which all that the situation settles is put in.
    """
    unknown = dict.fromkeys(term for term in terms_of(worth) if term not in situation.known)
    terms = {term: _term_where(situation, term, where) for term in unknown}
    return Bounds(terms, _difference_where(situation, worth, where) if unknown else UNBOUNDED)


def _term_where(situation: Situation, term: str, where: BDDFunction) -> Span:
    """Between what an unknown quantity lies where a function is true, as far as its thresholds tell."""
    space, atom = situation.compiled.space, fact_atom(term, situation.compiled)
    stretches = ranges(atom.values)

    def can_be(at: int) -> bool:
        return bool((where & space.has(atom, [at])).satisfiable())

    places = range(len(stretches))
    first = next(filter(can_be, places), 0)
    last = next(filter(can_be, reversed(places)), len(stretches) - 1)
    return stretches[first].least, stretches[last].most


def _difference_where(situation: Situation, worth: Expression, where: BDDFunction) -> Span:
    """The least and the most of a difference whose two sides are compared with each other where a function is true."""
    if not isinstance(worth, Difference):
        return UNBOUNDED
    step = 0 if _is_parted(worth) else 1  # whole numbers, and days, are one apart at least
    if _surely(situation, worth.left, ">", worth.right, where):
        return step, None
    if _surely(situation, worth.left, ">=", worth.right, where):
        return 0, None
    if _surely(situation, worth.left, "<", worth.right, where):
        return None, -step
    return None, 0 if _surely(situation, worth.left, "<=", worth.right, where) else None


def _surely(situation: Situation, left: Expression, op: str, right: Expression, where: BDDFunction) -> bool:
    compiled = situation.compiled
    with suppress(BadInput):
        looked_at = compared_by(left, op, right)
        # A threshold that no rule looks at is none of those that tell the values of its quantity apart.
        if all(len(each.terms) > 1 or each.text in compiled.relations for each in looked_at):
            return not (where & ~situation.put_unlinked(compiled.compared(left, op, right))).satisfiable()
    return False


def _is_parted(expression: Expression) -> bool:
    return isinstance(expression, Share) or any(map(_is_parted, parts(expression)))
