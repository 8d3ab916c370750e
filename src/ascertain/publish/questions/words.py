"""Answers and what they would do, in words."""

from __future__ import annotations

from collections.abc import Iterator

from ascertain.findings.arithmetic.ranges import range_words
from ascertain.findings.asking.agenda import Asked
from ascertain.findings.asking.answering import Effect
from ascertain.findings.asking.asking import Item
from ascertain.findings.choosing.picking import Given
from ascertain.findings.model import OPEN, wholly
from ascertain.publish.words import UNKNOWN, fact_words, outcome_words, source_words, value_words
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import QUANTITIES, Term

_SHOWN = 4
"""As many of the facts still to be asked for as a line names."""


def asked_words(asked: Asked, rulebook: Rulebook) -> str:
    """The question as briefly as it can be named, with its program."""
    name = name_of(asked.question, rulebook)
    return f"{name} [{asked.program}]" if asked.program else name


def name_of(phrase: str, rulebook: Rulebook) -> str:
    """A term by its short name where it has one; anything else by its id."""
    term = rulebook.terms.get(phrase)
    return term.short if term and term.short else phrase


def finding_word(asked: Asked, rulebook: Rulebook) -> str:
    """How the question stands in a word: an outcome, ``open``, a plain fact's value, or ``unknown``."""
    if not asked.possible:
        return UNKNOWN
    return possible_words(asked, rulebook)[0] if asked.settled else OPEN


def possible_words(asked: Asked, rulebook: Rulebook) -> tuple[str, ...]:
    """All that a question can come to: outcomes, what a quantity can be, or the value of a plain fact."""
    outcomes = tuple(each for each in asked.possible if isinstance(each, Outcome))
    if outcomes:
        return wholly(outcomes, asked.amounts)
    return tuple(value_words(value, rulebook.terms.get(asked.question)) for value in asked.possible)


def given_words(given: Given, rulebook: Rulebook) -> str:
    """An answer in words: a term by its name, and the value or values given to it."""
    term = rulebook.terms[given.term]
    name, value = name_of(given.term, rulebook), value_words(given.value, term)
    if given.range is not None:
        return f"{name}: {range_words(given.range, term)}"
    return f"{name}: for example {value}" if given.is_example else f"{name} = {value}"


def answers(item: Item, term: Term) -> Iterator[tuple[str, Effect]]:
    """Yield the answers to an item in words with what they do, those that do the same taken together."""
    if term.type in QUANTITIES:
        for effect in item.effects:
            example = f"for example {value_words(effect.value, term)}"
            yield range_words(effect.range, term) if effect.range else example, effect
        return
    groups: dict[tuple[object, ...], list[Effect]] = {}
    for effect in item.effects:
        groups.setdefault(_does(effect), []).append(effect)
    for alike in groups.values():
        any_ = len(alike) == len(item.effects) > 1
        yield "any answer" if any_ else " or ".join(value_words(each.value, term) for each in alike), alike[0]


def effect_words(effect: Effect, asked: Asked, rulebook: Rulebook, *, brief: bool = False) -> str:
    """What an answer does: the outcomes left, and the facts that would still have to be asked for.

    Args:
        effect: What it does.
        asked: To which question.
        rulebook: The law, for the short names of facts.
        brief: Whether to count the facts left instead of naming them.
    """
    if not effect.possible:
        return "that settles it"
    outcomes = " or ".join(outcome_words(outcome, rulebook.terms.get(asked.question)) for outcome in effect.possible)
    if effect.left and brief:
        return f"{outcomes}; {len(effect.left)} still to ask"
    if effect.left:
        names = [name_of(phrase, rulebook) for phrase in effect.left[:_SHOWN]]
        more = [f"{len(effect.left) - _SHOWN} more"] if len(effect.left) > _SHOWN else []
        return f"{outcomes}; still to ask: {', '.join([*names, *more])}"
    if len(effect.possible) > 1:
        return f"{outcomes}, as the law is read; nothing else need be asked"
    return f"{outcomes}; nothing else need be asked"


def on_record(fact: Fact, standard: Grade, rulebook: Rulebook) -> str:
    """What the record shows of a fact so far, and why it does not count yet."""
    if fact.grade is Grade.NONE:
        return "nothing in the record"
    if fact.grade is Grade.DISPUTED:
        return fact_words(fact, rulebook)
    term = rulebook.terms.get(fact.term)
    others = "; ".join(f"{value_words(claim.value, term)} says {source_words(claim)}" for claim in fact.contrary)
    below = f", which is below {standard.word}" if fact.grade < standard else ""
    return fact_words(fact, rulebook) + below + (f"; otherwise: {others}" if others else "")


def _does(effect: Effect) -> tuple[object, ...]:
    # Answers that are themselves what is asked for are never the same.
    return (effect.possible, effect.left) if effect.possible else (effect.value,)
