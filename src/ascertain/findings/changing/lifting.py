"""What the law would be were orders to act no longer."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from ascertain.findings.answers.authorities import orders_against
from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.answers.roomy import in_room
from ascertain.findings.diagrams.compiled import force_atom
from ascertain.findings.diagrams.space import Atom
from ascertain.law.force import LawOn
from ascertain.law.index import index_of
from ascertain.law.model import Branch, Doubt, ForceState, ForceTree
from ascertain.rulebook.model.sources import Verb

_MOST_TOGETHER = 11
"""As many orders of those that one provision hangs on as are asked, in every combination, what would be without."""


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
    law, reach, complete = answer.law, answer.diagram.reach.provisions, True
    hang = {provision: _hangs_on(law, provision) for provision in reach}
    while True:
        # Those that surely silence something come first, should there be too many.
        met = sorted(map(law.force, reach), key=lambda force: force.state is ForceState.OPEN)
        against = (order for force in met for order in orders_against(force))
        new = False
        for order in dict.fromkeys(order for order in against if order not in found):
            if any(order in on and len(on & found.keys()) == _MOST_TOGETHER for on in hang.values()):
                complete = False
                continue
            found[order], new = None, True
        if not new:
            return InTheWay(tuple(found), complete)
        law = _without(answer.law, found.keys())


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
                laws[lifted] = _without(answer.law, lifted)
            return laws[lifted].tree(provision)
        order, *rest = left
        yes, no = tree(provision, tuple(rest), lifted | {order}), tree(provision, tuple(rest), lifted)
        return yes if yes == no else Branch(doubts[order], yes, no)

    every: dict[str, ForceTree] = {}
    for provision in answer.diagram.reach.provisions:
        on = _hangs_on(answer.law, provision)
        every[provision] = tree(provision, tuple(order for order in orders if order in on), frozenset())
    now = {provision: answer.law.tree(provision) for provision in every}
    return {force_atom(provision): made for provision, made in every.items() if made != now[provision]}


def _hangs_on(law: LawOn, provision: str) -> Set[str]:
    """The orders whose acts the force of a provision can hang on, through those that act on its own or on theirs."""
    return {act.effect.source for act in index_of(law.rulebook).concern(provision).acts}


def _without(law: LawOn, orders: Set[str]) -> LawOn:
    """The law were the orders to act no longer on anything; what they bind as precedent stays bound."""
    acts = index_of(law.rulebook).acts
    return law.but_for(
        *(act.number for act in acts if act.effect.source in orders and act.effect.verb is not Verb.BINDS)
    )
