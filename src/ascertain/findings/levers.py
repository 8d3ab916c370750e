"""What could be otherwise than it is: facts, readings, orders, force and lists, each as a change with a name.

A *hypothetical* frees everything that is settled for one question. An order that keeps provisions from binding is one
thing that could be otherwise, however many provisions it silences.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from enum import StrEnum

from oxidd.bdd import BDDFunction

from ascertain.findings.authorities import orders_against
from ascertain.findings.compiled import force_atom
from ascertain.findings.inquiry import Answer
from ascertain.findings.situation import Situation
from ascertain.findings.space import Atom, AtomKind
from ascertain.law.force import LawOn
from ascertain.law.model import Branch, Doubt, ForceState, ForceTree, doubts_in
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import InGroup, Outcome
from ascertain.rulebook.model.sources import Verb
from ascertain.rulebook.model.terms import LiesIn, Subject, Value

_MOST_ORDERS = 4
"""As many orders as are asked, in every combination, what would be were they to act no longer."""


class ChangeKind(StrEnum):
    """What is otherwise: a fact, a reading, what an order does, a provision's force, a membership, or a doubt."""

    FACT = "fact"
    READING = "reading"
    ORDER = "order"
    FORCE = "force"
    MEMBERSHIP = "membership"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing as it would have to be.

    Args:
        kind: What kind of thing it is.
        id: A term's phrase, a point's id, the order's or provision's id, a condition's text, or a doubt's id.
        ask: The question that it answers.
        before: Its value as settled by law and record, ``None`` where it is unknown or unsettled.
        after: The value that it would have to have.
        lies_in: For a fact, where the rulebook says that it is settled.
    """

    kind: ChangeKind
    id: str
    ask: str
    before: Value | None
    after: Value
    lies_in: LiesIn | None = None

    @property
    def in_own_hands(self) -> bool:
        """Whether the government under review can bring it about by itself."""
        return self.lies_in is not None and self.lies_in.in_own_hands


@dataclass(frozen=True)
class Hypothetical:
    """One question with nothing settled but who is asked about.

    Args:
        answer: The question as it stands.
        free: The situation in which everything is free that could be otherwise.
        orders: By the doubt whether it acts no longer, each order that keeps a provision from binding.
    """

    answer: Answer
    free: Situation
    orders: Mapping[str, str]

    @classmethod
    def of(cls, answer: Answer) -> Hypothetical:
        """Free everything that could be otherwise for the question."""
        situation = answer.situation
        fixed = {atom for atom in situation.settled if atom.kind is AtomKind.MATTER and not _is_listing(atom, answer)}
        orders = _orders(answer)
        unsure = {**situation.open, **_were_they_lifted(answer, orders)}
        doubts = {name: doubt for tree in unsure.values() for name, doubt in doubts_in(tree).items()}
        doubts |= {name: doubt for tree in situation.bound.values() for name, doubt in doubts_in(tree).items()}
        freed = situation.without(set(situation.settled) - fixed)
        free = replace(freed, open=unsure, doubts=doubts, _rules={}, _terms={})
        return cls(answer, free, {f"lifted:{order}": order for order in orders})

    def function(self, outcome: Outcome) -> BDDFunction:
        """Where the question has the outcome, however everything is."""
        return self.free.term(self.answer.diagram.question).at(outcome)

    def now(self, atom: Atom) -> int | None:
        """The position of the atom's value as things stand, ``None`` where they leave it open."""
        if atom.kind is AtomKind.DOUBT and atom.id in self.orders:
            return 1
        return self.answer.situation.settled.get(atom)

    def choices(self, atom: Atom) -> tuple[int, ...]:
        """The positions of the values that the atom could have, its own included.

        A settled circumstance is nobody's to change. What is not yet law, has ended or is out of scope binds no sooner
        for being wished; what orders alone keep from binding is freed by an order's acting no longer.
        """
        now = self.now(atom)
        every = self.answer.situation.live.get(atom, tuple(range(len(atom.values))))
        if now is None:
            return every
        match atom.kind:
            case AtomKind.FACT:
                fixed = self.answer.law.rulebook.terms[atom.id].lies_in is LiesIn.CIRCUMSTANCE
            case AtomKind.FORCE:
                fixed = self.answer.law.force(atom.id).state is not ForceState.IN_FORCE
            case _:
                fixed = False
        return (now,) if fixed else every

    def change(self, atom: Atom, at: int) -> Change:
        """The atom's taking that value, as a change with a name."""
        law, now = self.answer.law, self.now(atom)
        before = None if now is None else atom.values[now]
        after = atom.values[at]
        match atom.kind:
            case AtomKind.FACT:
                term = law.rulebook.terms[atom.id]
                # The record may hold a number where the diagram knows only on which side of a threshold it is.
                shown = self.answer.facts[atom.id].value if before is not None else None
                return Change(ChangeKind.FACT, atom.id, term.ask, shown, after, term.lies_in)
            case AtomKind.READING:
                return Change(ChangeKind.READING, atom.id, law.rulebook.points[atom.id].question, before, after)
            case AtomKind.FORCE:
                state = law.force(atom.id).state.value
                binds = "in force" if after is True else "not in force"
                return Change(ChangeKind.FORCE, atom.id, f"Does {atom.id} bind?", state, binds)
            case AtomKind.MATTER:
                return Change(ChangeKind.MEMBERSHIP, atom.id, f"Is it so that {atom.id}?", before, after)
            case _ if atom.id in self.orders:
                order = self.orders[atom.id]
                return Change(ChangeKind.ORDER, order, f"Does {order} act on what it acts on now?", True, False)
            case _:
                return Change(ChangeKind.DOUBT, atom.id, self.free.doubts[atom.id].question, None, after)


def _is_listing(atom: Atom, answer: Answer) -> bool:
    """Whether it is the government's membership of a group, such as a published list, which can change."""
    return any(
        membership.subject is Subject.GOVERNMENT and atom.id == _name(membership)
        for membership in answer.diagram.reach.memberships
    )


def _name(condition: InGroup) -> str:
    return f"{condition.subject} in group {condition.group}"


def _orders(answer: Answer) -> tuple[str, ...]:
    """The orders that keep provisions within reach from binding, in the order in which the law meets them."""
    found: dict[str, None] = {}
    for atom, at in answer.situation.settled.items():
        if atom.kind is AtomKind.FORCE and at != 0:
            found.update(dict.fromkeys(orders_against(answer.law.force(atom.id))))
    return tuple(found)[:_MOST_ORDERS]


def _were_they_lifted(answer: Answer, orders: tuple[str, ...]) -> dict[Atom, ForceTree]:
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
