"""What rules look at, and which rules speak for a term or win over another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.expressions import terms_of
from ascertain.rulebook.model.rules import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    InForce,
    InGroup,
    IsTrue,
    Not,
    ProgramIs,
    Relate,
    Rule,
    UnderReading,
)

Leaf = IsTrue | Compare | Relate | InGroup | ProgramIs | InForce | UnderReading


def leaves(condition: Condition | None) -> Iterator[Leaf]:
    """The conditions that look at something, in the order written; none for *in every case*."""
    match condition:
        case None:
            return
        case Not(of):
            yield from leaves(of)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)
        case _:
            yield condition


def rule_leaves(rule: Rule) -> Iterator[Leaf]:
    """The leaves of all clauses of a rule."""
    for clause in rule.clauses:
        yield from leaves(clause.guard)


def terms_looked_at(rule: Rule) -> tuple[str, ...]:
    """The terms, plain or concluded, that a rule's conditions look at or its quantities rest on, as first met."""
    found: dict[str, None] = {}
    for clause in rule.clauses:
        for leaf in leaves(clause.guard):
            match leaf:
                case IsTrue(term) | Compare(term):
                    found[term] = None
                case Relate(left, _, right):
                    found.update(dict.fromkeys((*terms_of(left), *terms_of(right))))
        if clause.worth is not None:
            found.update(dict.fromkeys(terms_of(clause.worth)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Index:
    """The rules of a rulebook by the term that they conclude, and its exceptions by the rule that they win over."""

    concluding: Mapping[str, tuple[Rule, ...]]
    exceptions: Mapping[str, tuple[Rule, ...]]

    @classmethod
    def of(cls, rulebook: Rulebook) -> Index:
        """Index every rule and exception, in the rulebook's order."""
        concluding: dict[str, list[Rule]] = defaultdict(list)
        exceptions: dict[str, list[Rule]] = defaultdict(list)
        for rule in rulebook.rules.values():
            if rule.term:
                concluding[rule.term].append(rule)
            else:
                exceptions[rule.target].append(rule)
        return cls(
            {term: tuple(rules) for term, rules in concluding.items()},
            {target: tuple(rules) for target, rules in exceptions.items()},
        )
