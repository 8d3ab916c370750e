"""How a quantity is reckoned and what a comparison compares, with the values that the record gives put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from ascertain.findings.answers.spans import amounts_in
from ascertain.findings.arithmetic.amounts import amount
from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.diagrams.places import atoms_of
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom
from ascertain.findings.model import Amount
from ascertain.findings.reaching.expansion import rebuilt
from ascertain.findings.reaching.index import rule_leaves
from ascertain.rulebook.model.expressions import (
    Constant,
    Difference,
    Expression,
    Greatest,
    Least,
    Worth,
    parts,
    terms_of,
    words,
)
from ascertain.rulebook.model.rules import Outcome, Relate, Rule
from ascertain.rulebook.model.terms import Term, TermType
from ascertain.rulebook.values import constant_of, written


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One way in which a quantity can be reckoned.

    Args:
        amount: The expression in the rulebook's words, and what it comes to as far as is known.
        steps: The same with known values put in, and then between which values it chooses; empty where that says no
            more.
    """

    amount: Amount
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison that a rule makes: both sides in its words, and what each can be worth."""

    left: str
    op: str
    right: str
    left_worths: tuple[Amount, ...]
    right_worths: tuple[Amount, ...]


def reckonings(situation: Situation, worths: Iterable[Expression]) -> tuple[Reckoned, ...]:
    """Expressions with what the situation knows put in."""
    rulebook = situation.compiled.rulebook
    found = []
    for worth in worths:
        (told,) = amounts_in(situation, (worth,), kind_of(worth, rulebook.terms))
        found.append(Reckoned(told, tuple(_steps(worth, told, situation))))
    return tuple(found)


def compared(situation: Situation, rule: Rule, kept: Set[str | Atom]) -> Iterator[Compared]:
    """The comparisons of quantities in a rule's conditions that rest on something that is kept."""
    compiled = situation.compiled
    for leaf in dict.fromkeys(leaf for leaf in rule_leaves(rule) if isinstance(leaf, Relate)):
        if kept & {*terms_of(leaf.left), *terms_of(leaf.right), *atoms_of(leaf, compiled)}:
            left, right = (_worths(situation, side) for side in (leaf.left, leaf.right))
            yield Compared(words(leaf.left), leaf.op, words(leaf.right), left, right)


def compared_in(situation: Situation, relation: Relation) -> Compared:
    """A relation between plain terms, and what both sides can be worth."""
    left, right = (_worths(situation, side) for side in (relation.left, relation.right))
    return Compared(words(relation.left), ">" if relation.strict else ">=", words(relation.right), left, right)


def _worths(situation: Situation, side: Expression) -> tuple[Amount, ...]:
    said = situation.compiled.worths(side).items()
    worths = tuple(worth for worth, where in said if situation.put_loosely(where).satisfiable())
    return amounts_in(situation, worths, kind_of(side, situation.compiled.rulebook.terms))


def kind_of(expression: Expression, terms: Mapping[str, Term]) -> TermType:
    """Whether an expression is an amount of money, a number or a date."""
    match expression:
        case Constant(_, text):
            kinds = (TermType.MONEY, TermType.DATE)
            return next((kind for kind in kinds if constant_of(kind, text) is not None), TermType.NUMBER)
        case Worth(term):
            return terms[term].type
        case Difference(left) if kind_of(left, terms) is TermType.DATE:
            return TermType.NUMBER
        case _:
            return kind_of(parts(expression)[0], terms)


def _steps(worth: Expression, told: Amount, situation: Situation) -> Iterator[str]:
    if not any(term in situation.known for term in terms_of(worth)):
        return
    put = words(_with_values(worth, situation))
    if put != told.words:
        yield put
    chosen = words(evened(worth, situation))
    if chosen not in (put, told.words):
        yield chosen


def _with_values(expression: Expression, situation: Situation) -> Expression:
    """The expression with what is known of its terms in their places."""
    if isinstance(expression, Worth) and expression.term in situation.known:
        return evened(expression, situation)
    return rebuilt(expression, tuple(_with_values(part, situation) for part in parts(expression)))


def evened(expression: Expression, situation: Situation) -> Expression:
    """The expression with each part worked out that chooses between nothing, where it is known."""
    inner = rebuilt(expression, tuple(evened(part, situation) for part in parts(expression)))
    known, rulebook = situation.known, situation.compiled.rulebook
    if _chooses(inner) or not all(term in known for term in terms_of(inner)):
        return inner
    value = amount(inner, lambda term: int(known[term]), rulebook.calendars)
    assert not isinstance(value, Outcome), "every term has a worth"
    text = written(kind_of(inner, rulebook.terms), value)
    return Constant(value, text) if isinstance(value, int) else inner


def _chooses(expression: Expression) -> bool:
    return isinstance(expression, Least | Greatest) or any(map(_chooses, parts(expression)))
