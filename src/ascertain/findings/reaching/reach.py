"""What a question can reach in a rulebook: its rules, and every fact, point and provision that they look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.reaching.expansion import relations_between, relations_of
from ascertain.findings.reaching.index import Index, rule_leaves, terms_looked_at
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import InForce, InGroup, ProgramIs, Rule, UnderReading


@dataclass(frozen=True, slots=True)
class Reach:
    """Everything that a ``question`` can depend on, each in the order in which a reader of the law meets it.

    ``facts`` are plain terms, ``terms`` those that rules conclude. ``provisions`` are those whose force matters:
    the provisions of the rules, and those that a condition asks about. ``relations`` are between several
    plain quantities.
    """

    question: str
    facts: tuple[str, ...]
    terms: tuple[str, ...]
    rules: tuple[Rule, ...]
    provisions: tuple[str, ...]
    points: tuple[str, ...]
    memberships: tuple[InGroup, ...]
    programs: tuple[ProgramIs, ...]
    relations: tuple[Relation, ...] = ()


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
        for term in terms_looked_at(rule):
            visit_term(term)
        for leaf in rule_leaves(rule):
            match leaf:
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
        question,
        tuple(facts),
        tuple(terms),
        tuple(rules.values()),
        tuple(provisions),
        tuple(points),
        tuple(memberships),
        tuple(programs),
        tuple(_relations(terms, rules.values(), index)),
    )


def _relations(terms: Iterable[str], rules: Iterable[Rule], index: Index) -> dict[Relation, None]:
    """What the rules look at, or what tells whether they agree, beyond the thresholds of a single term."""
    found = {relation: None for rule in rules for relation in relations_of(rule, index)}
    for term in terms:
        found |= dict.fromkeys(relations_between(index.concluding[term], index))
    return {relation: None for relation in found if len(relation.terms) > 1 or not relation.steady}
