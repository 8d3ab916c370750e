"""What the law would be were orders to act no longer."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from ascertain.findings.authorities import orders_against
from ascertain.findings.compiled import force_atom
from ascertain.findings.inquiry import Answer
from ascertain.findings.space import Atom, AtomKind
from ascertain.law.force import LawOn
from ascertain.law.model import Branch, Doubt, ForceTree
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.sources import Verb

_MOST_ORDERS = 4
"""As many orders as are asked, in every combination, what would be were they to act no longer."""


def orders_in_the_way(answer: Answer) -> tuple[str, ...]:
    """The orders that keep provisions within reach from binding, in the order in which the law meets them."""
    found: dict[str, None] = {}
    for atom, at in answer.situation.settled.items():
        if atom.kind is AtomKind.FORCE and at != 0:
            found.update(dict.fromkeys(orders_against(answer.law.force(atom.id))))
    return tuple(found)[:_MOST_ORDERS]


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
