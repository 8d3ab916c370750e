"""Two rulebooks made to speak of quantities alike: what a quantity can be is what either lets it be.

A world is one for both sides. So a bound on a term (*at least*, *at most*) that only one of them has rules nothing out:
the other side speaks of what lies beyond it. And two calendars of one name stay two where they are closed on
different days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ascertain.findings.reaching.expansion import rebuilt
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.expressions import Expression, OnWorkingDay, parts
from ascertain.rulebook.model.rules import AllOf, AnyOf, Condition, Not, Relate, Rule
from ascertain.rulebook.model.terms import QUANTITIES, Term
from ascertain.verify.diff.side import comparable


def alike(first: Rulebook, second: Rulebook) -> tuple[Rulebook, Rulebook]:
    """Both with the wider bounds and all calendars; one of the second that the first has otherwise is renamed."""
    renamed = _renamed(second, first)
    calendars = {**first.calendars, **renamed.calendars}
    one, other = _bounded(first, second), _bounded(renamed, first)
    return replace(one, calendars=calendars), replace(other, calendars=calendars)


def _bounded(rulebook: Rulebook, other: Rulebook) -> Rulebook:
    wider = {phrase: _wider(term, other.terms.get(phrase)) for phrase, term in rulebook.terms.items()}
    return replace(rulebook, terms=wider)


def _wider(term: Term, other: Term | None) -> Term:
    if other is None or term.type not in QUANTITIES or not comparable(term, other):
        return term
    least = None if term.least is None or other.least is None else min(term.least, other.least)
    most = None if term.most is None or other.most is None else max(term.most, other.most)
    return replace(term, least=least, most=most)


def _renamed(rulebook: Rulebook, first: Rulebook) -> Rulebook:
    theirs = first.calendars
    apart = [name for name, mine in rulebook.calendars.items() if name in theirs and theirs[name] != mine]
    if not apart:
        return rulebook
    names = {name: f"{name} of the second rulebook" for name in apart}
    calendars = {names.get(name, name): calendar for name, calendar in rulebook.calendars.items()}
    rules = {name: _rule(rule, names) for name, rule in rulebook.rules.items()}
    return replace(rulebook, calendars=calendars, rules=rules)


def _rule(rule: Rule, names: Mapping[str, str]) -> Rule:
    clauses = tuple(
        replace(
            clause,
            guard=clause.guard and _condition(clause.guard, names),
            worth=clause.worth and _expression(clause.worth, names),
        )
        for clause in rule.clauses
    )
    return replace(rule, clauses=clauses)


def _condition(condition: Condition, names: Mapping[str, str]) -> Condition:
    match condition:
        case Not(of):
            return Not(_condition(of, names))
        case AllOf(of) | AnyOf(of):
            return replace(condition, of=tuple(_condition(part, names) for part in of))
        case Relate(left, op, right):
            return Relate(_expression(left, names), op, _expression(right, names))
        case _:
            return condition


def _expression(expression: Expression, names: Mapping[str, str]) -> Expression:
    inner = rebuilt(expression, tuple(_expression(part, names) for part in parts(expression)))
    if isinstance(inner, OnWorkingDay):
        return replace(inner, calendar=names.get(inner.calendar, inner.calendar))
    return inner
