"""The facts that a settled answer holds fast by their values, not only by where the thresholds of law leave them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from ascertain.findings.answers.spans import amounts
from ascertain.findings.diagrams.compiled import fact_atom
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom
from ascertain.rulebook.model.expressions import terms_of


@dataclass(frozen=True, slots=True)
class Held:
    """What counts by its value.

    Args:
        situation: What is known, without what does not matter to how unknown quantities lie together.
        terms: The facts that count by their values, or by between what they lie.
        atoms: They, and what compares them with each other.
    """

    situation: Situation
    terms: frozenset[str]
    atoms: frozenset[Atom]


def held_facts(situation: Situation, question: str, taken: Set[Atom]) -> Held:
    """The facts from which a quantity is reckoned, or with which unknown quantities are compared.

    Those are left out, the last first, without which the answer is the same.

    Args:
        situation: What is settled; the answer is.
        question: The phrase asked about.
        taken: What is taken for granted.
    """
    said = _said(situation, question)
    for term in reversed(tuple(dict.fromkeys(_by_value(situation, question, taken)))):
        trial = situation.without_fact(term)
        if _said(trial, question) == said:
            situation = trial
    return held(situation, _by_value(situation, question, taken))


def held(situation: Situation, terms: Iterable[str]) -> Held:
    """The facts of these terms as they are held by their values in a situation."""
    names = frozenset(terms)
    facts = {fact_atom(term, situation.compiled) for term in names}
    relations = {relation_atom(each) for each in situation.relations if names.issuperset(each.terms)}
    return Held(situation, names, frozenset(facts | (relations & set(situation.settled))))


def spared(whole: Held, question: str, reason: Set[Atom]) -> Held:
    """The same without the values that are not needed, the last first, where the rest of a reason is so, too.

    Args:
        whole: What counts by its value.
        question: The phrase asked about.
        reason: What else is so; nothing beside it and the values is made use of.
    """
    said = _said(whole.situation, question)
    for term in sorted(whole.terms, reverse=True):
        situation = whole.situation.without_value(term)
        trial = held(situation, whole.terms - {term})
        kept = reason | trial.atoms
        if _said(situation.without({atom for atom in situation.settled if atom not in kept}), question) == said:
            whole = trial
    return whole


def _said(situation: Situation, question: str) -> tuple[object, ...]:
    return situation.term(question).possible(), {each.words for each in amounts(situation, question)}


def _by_value(situation: Situation, question: str, taken: Set[Atom]) -> Iterator[str]:
    shown = {**situation.known, **situation.spans}
    for worth in situation.term(question).said():
        yield from (term for term in terms_of(worth) if term in shown)
    loose = situation.without({atom for atom in situation.settled if atom not in taken})
    for link in loose.links:
        yield from (term for relation in link.relations for term in relation.terms if term in shown)
    yield from situation.spans
