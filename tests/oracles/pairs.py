"""Random rulebooks with two questions: the second is a copy of the first in which one thing may be changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from ascertain.law.force import LawOn
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import AllOf, AnyOf, Clause, Condition, Not, Outcome, Rule
from findings.random_rulebooks import QUESTION, sample

OTHER = "other question"


def pair(seed: int) -> LawOn:
    """The law of a seed; ``OTHER`` asks the same as ``QUESTION``, but for one change, which may make no difference."""
    made = sample(seed)
    rng = Random(seed)  # noqa: S311 - no secret is made here
    copies = {f"{rule.id}'": _copy(rule) for rule in _family(made.rulebook)}
    roots = [name for name, rule in copies.items() if rule.term]
    changed = rng.choice(roots if rng.random() < 0.7 else [*copies])
    if rng.random() < 0.2 and copies[changed].target:
        below = {changed}
        while more := {name for name, rule in copies.items() if rule.target in below} - below:
            below |= more
        copies = {name: rule for name, rule in copies.items() if name not in below}
    else:
        copies[changed] = _changed(copies[changed], rng)
    terms = {**made.rulebook.terms, OTHER: replace(made.rulebook.terms[QUESTION], phrase=OTHER)}
    rulebook = replace(made.rulebook, terms=terms, rules={**made.rulebook.rules, **copies})
    return LawOn(rulebook, made.law.matter)


def _family(rulebook: Rulebook) -> list[Rule]:
    family = [rule for rule in rulebook.rules.values() if rule.term == QUESTION]
    for rule in family:
        family += [other for other in rulebook.rules.values() if other.target == rule.id]
    return family


def _copy(rule: Rule) -> Rule:
    return replace(
        rule, id=f"{rule.id}'", term=OTHER if rule.term else "", target=f"{rule.target}'" if rule.target else ""
    )


def _changed(rule: Rule, rng: Random) -> Rule:
    at = rng.randrange(len(rule.clauses))
    clauses = list(rule.clauses)
    match rng.choice(["same", "shuffle", "twice", "flip", "flip", "flip", "drop", "not", "not"]):
        case "same":
            clauses[at] = _guarded(clauses[at], _turned)
        case "shuffle":
            rng.shuffle(clauses)
        case "twice":
            clauses.append(clauses[at])
        case "flip":
            holds = clauses[at].verdict is Outcome.HOLDS
            clauses[at] = replace(clauses[at], verdict=Outcome.DOES_NOT_HOLD if holds else Outcome.HOLDS)
        case "drop" if len(clauses) > 1:
            del clauses[at]
        case _:
            clauses[at] = _guarded(clauses[at], Not)
    return replace(rule, clauses=tuple(clauses))


def _guarded(clause: Clause, change: Callable[[Condition], Condition]) -> Clause:
    return clause if clause.guard is None else replace(clause, guard=change(clause.guard))


def _turned(condition: Condition) -> Condition:
    """The same by De Morgan's laws."""
    match condition:
        case AllOf(parts):
            return Not(AnyOf(tuple(Not(_turned(part)) for part in parts)))
        case AnyOf(parts):
            return Not(AllOf(tuple(Not(_turned(part)) for part in parts)))
        case _:
            return Not(Not(condition))
