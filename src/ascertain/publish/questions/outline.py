"""What to ask one government, as an outline for people."""

from __future__ import annotations

from collections.abc import Iterator

from ascertain.findings.asking.agenda import Agenda, Asked, Wanted
from ascertain.findings.asking.asking import Route
from ascertain.publish.outline import Node, shortened, turn_line
from ascertain.publish.questions.words import (
    answers,
    asked_words,
    effect_words,
    finding_word,
    given_words,
    name_of,
    on_record,
    possible_words,
)
from ascertain.publish.words import outcome_words, turn_words
from ascertain.rulebook.model.book import Rulebook


def outline(agenda: Agenda, rulebook: Rulebook) -> Iterator[Node]:
    """Yield how each question stands, the facts to ask for, the shortest ways, and the questions of law.

    Args:
        agenda: What to ask.
        rulebook: The law it is under.
    """
    yield Node(f"questions, as {agenda.standard.word}", tuple(_stands(asked, rulebook) for asked in agenda.asked))
    quoted: set[str] = set()
    for number, item in enumerate(agenda.items, 1):
        yield _item(number, item, agenda, rulebook, quoted)
    ways = tuple(_way(asked, route, rulebook) for asked in agenda.asked for route in asked.asking.routes)
    if ways:
        yield Node("the fewest answers that would settle it", ways)
    if agenda.law:
        yield Node(
            "questions of law, which no evidence settles",
            tuple(
                Node(
                    turn_line(turn, turn_words(turn.id, rulebook)),
                    (Node(f"for {', '.join(asked_words(one, rulebook) for one in ones)}"),),
                )
                for turn, ones in agenda.law
            ),
        )


def _stands(asked: Asked, rulebook: Rulebook) -> Node:
    named = asked_words(asked, rulebook)
    word = finding_word(asked, rulebook)
    if asked.settled:
        return Node(f"{named}: {word}; settled, there is nothing to ask")
    either = " or ".join(possible_words(asked, rulebook))
    shown = f"{word}, {either}" if either else word
    count = len(asked.asking.items)
    if not count:
        return Node(f"{named}: {shown}; it turns on law alone, so that no evidence settles it")
    return Node(f"{named}: {shown}; it turns on {count} fact{'' if count == 1 else 's'}")


def _item(number: int, item: Wanted, agenda: Agenda, rulebook: Rulebook, quoted: set[str]) -> Node:
    term = rulebook.terms[item.term]
    about = f" [{item.fact.program}]" if item.fact.program else ""
    where = f" (lies in: {term.lies_in})" if term.lies_in else ""
    under = [Node(f"fact: {name_of(item.term, rulebook)}{about}{where}")]
    for asked, one in item.serves:
        brief = len(item.serves) > 1
        does = [
            f"if {words}: {effect_words(effect, asked, rulebook, brief=brief)}" for words, effect in answers(one, term)
        ]
        named = f"for {asked_words(asked, rulebook)}"
        under.append(Node(f"{named}, {'; '.join(does)}") if brief else Node(named, tuple(map(Node, does))))
    under += [Node(f"why it matters: {_provision(provision, rulebook, quoted)}") for provision in item.because]
    under.append(Node(f"on record: {on_record(item.fact, agenda.standard, rulebook)}"))
    return Node(f"{number}. {item.ask}", tuple(under))


def _provision(provision: str, rulebook: Rulebook, quoted: set[str]) -> str:
    """The provision that looks at a fact; its words, where the rulebook quotes them, the first time."""
    held = rulebook.provisions[provision]
    named = f"{provision}, {held.heading}"
    if not held.quote:
        return named
    if provision in quoted:
        return f"{named} (quoted above)"
    quoted.add(provision)
    return f"{named}: “{shortened(held.quote)}”"


def _way(asked: Asked, route: Route, rulebook: Rulebook) -> Node:
    """An outcome with the least that would lead to it, whatever else is so."""
    needed = ", ".join(given_words(given, rulebook) for given in route.answers)
    said = outcome_words(route.outcome, rulebook.terms.get(asked.question))
    return Node(f"{asked_words(asked, rulebook)}: {said}, if {needed}")
