"""What a question can reach in a rulebook: its rules, and every fact, point and provision that they look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ascertain.rulebook.model.book import Rulebook
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
    Rule,
    UnderReading,
)

Leaf = IsTrue | Compare | InGroup | ProgramIs | InForce | UnderReading


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


@dataclass(frozen=True, slots=True)
class Reach:
    """Everything that a question can depend on, each in the order in which a reader of the law meets it.

    ``facts`` are plain terms, ``terms`` those that rules conclude. ``provisions`` are those whose force matters:
    the provisions of the rules, and those that a condition asks about.
    """

    facts: tuple[str, ...]
    terms: tuple[str, ...]
    rules: tuple[Rule, ...]
    provisions: tuple[str, ...]
    points: tuple[str, ...]
    memberships: tuple[InGroup, ...]
    programs: tuple[ProgramIs, ...]


def reach(rulebook: Rulebook, question: str, index: Index | None = None) -> Reach:
    """Follow a question through its rules, their exceptions and the terms that these look at.

    Args:
        rulebook: The law.
        question: The phrase of a term, concluded or plain.
        index: The rulebook's index, where the caller has it already.
    """
    index = index or Index.of(rulebook)
    # Dictionaries serve as sets that keep the order of first meeting.
    facts: dict[str, None] = {}
    terms: dict[str, None] = {}
    rules: dict[str, Rule] = {}
    provisions: dict[str, None] = {}
    points: dict[str, None] = {}
    memberships: dict[InGroup, None] = {}
    programs: dict[ProgramIs, None] = {}

    def visit_term(phrase: str) -> None:
        if phrase not in index.concluding:
            facts[phrase] = None
        elif phrase not in terms:
            terms[phrase] = None
            for rule in index.concluding[phrase]:
                visit_rule(rule)

    def visit_rule(rule: Rule) -> None:
        if rule.id in rules:
            return
        rules[rule.id] = rule
        provisions[rule.provision] = None
        if rule.reading:
            points[rule.reading[0]] = None
        for exception in index.exceptions.get(rule.id, ()):
            visit_rule(exception)
        for leaf in rule_leaves(rule):
            match leaf:
                case IsTrue(term) | Compare(term):
                    visit_term(term)
                case InForce(provision):
                    provisions[provision] = None
                case UnderReading(point):
                    points[point] = None
                case InGroup():
                    memberships[leaf] = None
                case ProgramIs():
                    programs[leaf] = None

    visit_term(question)
    return Reach(
        tuple(facts),
        tuple(terms),
        tuple(rules.values()),
        tuple(provisions),
        tuple(points),
        tuple(memberships),
        tuple(programs),
    )
