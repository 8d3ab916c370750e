"""What the law would be were orders to act no longer."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from ascertain.findings.answers.authorities import orders_against
from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.answers.roomy import in_room
from ascertain.findings.diagrams.compiled import force_atom
from ascertain.findings.diagrams.space import Atom
from ascertain.law.force import LawOn
from ascertain.law.model import Branch, Doubt, ForceState, ForceTree
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.sources import Verb

_MOST_ORDERS = 6
"""As many orders as are asked, in every combination, what would be were they to act no longer."""


@dataclass(frozen=True, slots=True)
class InTheWay:
    """The orders that keep provisions within reach from binding; ``complete`` tells that there are no others."""

    orders: tuple[str, ...]
    complete: bool


@in_room
def orders_in_the_way(answer: Answer) -> InTheWay:
    """The orders that keep provisions from binding, or would once those before them act no longer.

    An order may stand behind another: a second one against the same provision, or one that the first had ended. So the
    law without those found is asked again until nothing else is in the way.

    Args:
        answer: The question as it stands.

    Returns:
        The orders in the order in which the law meets them, not complete where there are too many to ask about.
    """
    found: dict[str, None] = {}
    law, reach = answer.law, answer.diagram.reach.provisions
    while True:
        # Those that surely silence something come first, should there be too many.
        met = sorted(map(law.force, reach), key=lambda force: force.state is ForceState.OPEN)
        against = (order for force in met for order in orders_against(force))
        unmet = tuple(dict.fromkeys(order for order in against if order not in found))
        room = _MOST_ORDERS - len(found)
        found.update(dict.fromkeys(unmet[:room]))
        if not unmet or len(unmet) > room:
            return InTheWay(tuple(found), not unmet)
        law = LawOn(_without(law.rulebook, found.keys()), law.matter)


def were_they_lifted(answer: Answer, orders: tuple[str, ...]) -> dict[Atom, ForceTree]:
    """The force of each provision that an order's acting no longer would change, as it hangs on each of them.

    The law is worked out anew without what the orders do, so that what follows from that, such as an order that
    they had ended, comes out right too.
    """
    laws: dict[frozenset[str], LawOn] = {}
    doubts = {order: Doubt(f"lifted:{order}", f"Does {order} act no longer?") for order in orders}

    def tree(provision: str, left: tuple[str, ...], lifted: frozenset[str]) -> ForceTree:
        if not left:
            if lifted not in laws:
                laws[lifted] = LawOn(_without(answer.law.rulebook, lifted), answer.law.matter)
            return laws[lifted].tree(provision)
        order, *rest = left
        yes, no = tree(provision, tuple(rest), lifted | {order}), tree(provision, tuple(rest), lifted)
        return yes if yes == no else Branch(doubts[order], yes, no)

    every = {provision: tree(provision, orders, frozenset()) for provision in answer.diagram.reach.provisions}
    now = {provision: answer.law.tree(provision) for provision in every}
    return {force_atom(provision): made for provision, made in every.items() if made != now[provision]}


def _without(rulebook: Rulebook, orders: Set[str]) -> Rulebook:
    """The rulebook were the orders to act no longer on anything; what they bind as precedent stays bound."""
    effects = tuple(e for e in rulebook.effects if e.verb is Verb.BINDS or e.source not in orders)
    return replace(rulebook, effects=effects)
