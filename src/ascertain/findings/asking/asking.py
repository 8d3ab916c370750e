"""What to ask: the unknown facts whose answers could settle an open finding, the best first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from oxidd.bdd import BDDFunction

from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.answers.roomy import in_room
from ascertain.findings.asking.answering import Effect, effects_of
from ascertain.findings.choosing.cheapest import Cheapest, TooLongError
from ascertain.findings.choosing.picking import Chosen, Given, Picks
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.model import Turn
from ascertain.findings.reaching.index import terms_looked_at
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Value


@dataclass(frozen=True, slots=True)
class Item:
    """A fact to ask for.

    Args:
        term: Its phrase.
        ask: The question to put.
        effects: What each answer would do, in the order of the term's values; of a quantity, what each range of answers
            would do, as narrow as the other known facts make it.
        because: The provisions whose rules look at it, in the order in which the law meets them.
    """

    term: str
    ask: str
    effects: tuple[Effect, ...]
    because: tuple[str, ...]

    @property
    def settling(self) -> tuple[Value, ...]:
        """The answers after which no other fact would have to be asked for."""
        return tuple(effect.value for effect in self.effects if not effect.left)


@dataclass(frozen=True, slots=True)
class Route:
    """The fewest answers that would settle the finding on an outcome, whatever else is so."""

    outcome: Outcome
    answers: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """What to ask, the best first; answering every item leaves no question of fact.

    ``law`` are the questions of law that no answer can settle, only make idle.
    """

    items: tuple[Item, ...]
    routes: tuple[Route, ...]
    law: tuple[Turn, ...]


@in_room
def asking(answer: Answer, law: tuple[Turn, ...]) -> Asking:
    """What to ask so that an open finding is settled, as far as facts can settle it.

    First comes the fact that leaves the fewest facts to be asked for whatever the answer; of equals, the one that
    leaves the fewest over all answers; of those, the one that the law meets first.

    Args:
        answer: The question as it stands.
        law: The questions of law that it turns on.
    """
    items = [_item(term, answer) for term in answer.turns.facts]
    ranked = sorted(items, key=lambda item: (_worst(item), sum(len(effect.left) for effect in item.effects)))
    return Asking(tuple(ranked), tuple(_routes(answer)), law)


def _worst(item: Item) -> int:
    return max(len(effect.left) for effect in item.effects)


def _item(phrase: str, answer: Answer) -> Item:
    term, question = answer.law.rulebook.terms[phrase], answer.diagram.question
    effects = tuple(effects_of(phrase, answer.situation, question))
    return Item(phrase, term.ask, effects, tuple(_lookers(phrase, answer)))


def _lookers(phrase: str, answer: Answer) -> Iterator[str]:
    """The provisions of the rules that look at the term and are not sure to say nothing."""
    found: dict[str, None] = {}
    for rule in answer.diagram.reach.rules:
        if phrase in terms_looked_at(rule) and answer.situation.rule(rule).possible() != (Outcome.SILENT,):
            found[rule.provision] = None
    yield from found


def _routes(answer: Answer) -> Iterator[Route]:
    rulebook, space = answer.law.rulebook, answer.diagram.compiled.space
    picks = Picks(space, answer.situation.links, rulebook.terms, {}, answer.situation.spans, answer.situation.unsteady)

    def offers(atom: Atom) -> dict[int, int]:
        if atom.kind not in (AtomKind.FACT, AtomKind.TOGETHER):
            return {}
        return {at: len(given) for at, given in picks.of(atom).items() if given}

    search = Cheapest(space, offers, least=1, settle=picks.settle)
    for outcome in answer.possible if len(answer.possible) > 1 else ():
        try:
            picks.refuse_too_many()
            function = answer.situation.term(answer.diagram.question).exact.at(outcome)
            way = search.first(function)
        except TooLongError:
            return

        def holds(chosen: Chosen, function: BDDFunction = function) -> bool:
            return bool(picks.settled(function, chosen).valid())

        if way is not None:
            yield Route(outcome, tuple(given for _, _, all_ in picks.given(way, holds) for given in all_))
