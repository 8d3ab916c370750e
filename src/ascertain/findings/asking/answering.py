"""What an answer about one unknown fact would do to a finding: for a quantity, by ranges of its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ascertain.findings.arithmetic.ranges import joined, ranges
from ascertain.findings.diagrams.diagram import turns
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.reaching.sampling import candidates, narrowed
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import QUANTITIES, Between, Value


@dataclass(frozen=True, slots=True)
class Effect:
    """What one answer to an item would do.

    Args:
        value: The answer.
        possible: The outcomes that would still be possible.
        left: The facts that the finding would still turn on.
        range: For a quantity, all answers that do the same, ``value`` among them; ``None`` where it is an example, as
            no range tells them, such as all working days, or as too many unknown quantities are compared with it.
    """

    value: Value
    possible: tuple[Outcome, ...]
    left: tuple[str, ...]
    range: Between | None = None


def effects_of(phrase: str, situation: Situation, question: str) -> Iterator[Effect]:
    """Yield what each answer about a fact would do; of a quantity, those in a row that do the same as one.

    Args:
        phrase: The phrase of an unknown plain term.
        situation: What is known.
        question: The phrase of what is asked.
    """
    crowded = any(link.wide and phrase in link.terms for link in situation.links)
    values = situation.compiled.domains[phrase] if crowded else _values(phrase, situation)
    every = [_effect(phrase, value, situation, question) for value in values]
    if situation.compiled.rulebook.terms[phrase].type not in QUANTITIES:
        yield from every
        return
    if crowded or phrase in situation.unsteady:
        yield from {(one.possible, one.left): one for one in reversed(every)}.values()
        return
    stretches = ranges(values, situation.spans.get(phrase))
    for _, row in groupby(zip(every, stretches, strict=True), lambda each: (each[0].possible, each[0].left)):
        alike = list(row)
        yield replace(alike[0][0], range=joined([stretch for _, stretch in alike]))


def _values(phrase: str, situation: Situation) -> Sequence[Value]:
    """Values that stand for all that can make a difference, given what is known."""
    for link in situation.links:
        if phrase in link.terms:
            order = (phrase, *(term for term in link.terms if term != phrase))
            cuts = {each: link.ends(each, {}) for each in order}
            return sorted(candidates(order, link.relations, cuts, link.known, link.rulebook))
    domain = situation.compiled.domains[phrase]
    term = narrowed(situation.compiled.rulebook, situation.spans).terms[phrase]
    return sorted({term.clamped(int(value)) for value in domain}) if term.type in QUANTITIES else domain


def _effect(phrase: str, value: Value, situation: Situation, question: str) -> Effect:
    after = situation.with_facts({phrase: value})
    return Effect(value, after.term(question).possible(), turns(after, question).facts)
