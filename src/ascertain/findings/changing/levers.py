"""What could be otherwise than it is: facts, readings, orders, force and lists, each as a change with a name.

A *hypothetical* frees everything that is settled for one question. An order that keeps provisions from binding is one
thing that could be otherwise, however many provisions it silences. Of quantities that are compared with each other one
known one may be otherwise at a time, the other known ones being as they are, so that no change is one of two dates at
once; those that are unknown may be whatever they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from itertools import chain

from oxidd.bdd import BDDFunction

from ascertain.findings.answers.inquiry import Answer
from ascertain.findings.changing.lifting import orders_in_the_way, were_they_lifted
from ascertain.findings.choosing.changes import Change, ChangeKind
from ascertain.findings.choosing.cheapest import Choice
from ascertain.findings.choosing.picking import Given, Picks
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.law.model import ForceState, doubts_in
from ascertain.rulebook.model.rules import InGroup, Outcome
from ascertain.rulebook.model.terms import Between, LiesIn, Subject, Term, TermType


@dataclass(frozen=True)
class Hypothetical:
    """One question with nothing settled but who is asked about.

    Args:
        answer: The question as it stands.
        free: The situation in which everything is free that could be otherwise.
        orders: By the doubt whether it acts no longer, each order that keeps a provision from binding.
        picks: What can be chosen of what is free.
        complete: Whether every order that keeps a provision from binding is among the orders.
    """

    answer: Answer
    free: Situation
    orders: Mapping[str, str]
    picks: Picks
    complete: bool
    _left: dict[tuple[Outcome, Set[Atom]], BDDFunction] = field(default_factory=dict, compare=False, repr=False)
    _named: dict[tuple[Outcome, Choice], tuple[Change, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, answer: Answer) -> Hypothetical:
        """Free everything that could be otherwise for the question."""
        situation, terms = answer.situation, answer.law.rulebook.terms
        turned = frozenset(term for term in situation.known if not _is_given(terms[term]))
        stay = {relation_atom(each) for each in situation.relations if not turned & set(each.terms)}
        kept = {atom for atom in situation.settled if atom.kind is AtomKind.MATTER and not _is_listing(atom, answer)}
        in_the_way = orders_in_the_way(answer)
        unsure = {**situation.open, **were_they_lifted(answer, in_the_way.orders)}
        doubts = {name: doubt for tree in unsure.values() for name, doubt in doubts_in(tree).items()}
        doubts |= {name: doubt for tree in situation.bound.values() for name, doubt in doubts_in(tree).items()}
        freed = situation.without(set(situation.settled) - kept - stay, turned)
        free = replace(freed, open=unsure, doubts=doubts, _rules={}, _terms={})
        claims = {term: (*fact.support, *fact.contrary) for term, fact in answer.facts.items()}
        tried = {
            term: frozenset(claim.value for claim in made if not isinstance(claim.value, Between))
            for term, made in claims.items()
        }
        picks = Picks(free.compiled.space, free.links, terms, tried, free.spans, free.unsteady)
        orders = {f"lifted:{order}": order for order in in_the_way.orders}
        return cls(answer, free, orders, picks, in_the_way.complete)

    def function(self, outcome: Outcome) -> BDDFunction:
        """Where the question has the outcome, however everything is.

        Raises:
            TooLongError: Too many unknown quantities lie together.
        """
        self.picks.refuse_too_many()
        return self.free.term(self.answer.diagram.question).exact.at(outcome)

    def now(self, atom: Atom) -> int | None:
        """The position of the atom's value as things stand, ``None`` where they leave it open."""
        if atom.kind is AtomKind.DOUBT and atom.id in self.orders:
            return 1
        if atom.kind is AtomKind.TOGETHER:
            return 0
        return self.answer.situation.settled.get(atom)

    def choices(self, atom: Atom) -> tuple[int, ...]:
        """The positions of what could be chosen of the atom, its own included.

        A settled circumstance is nobody's to change; of an amount or number it is told all the same where it turns.
        What is not yet law, has ended or is out of scope binds no sooner for being wished; what orders alone keep from
        binding is freed by an order's acting no longer.
        """
        is_fact = atom.kind in (AtomKind.FACT, AtomKind.TOGETHER)
        now = self.now(atom)
        every = tuple(self.picks.of(atom)) if is_fact else tuple(range(len(atom.values)))
        every = self.answer.situation.live.get(atom, every)
        if now is None:
            return every
        match atom.kind:
            case AtomKind.FACT:
                fixed = _is_given(self.answer.law.rulebook.terms[atom.id])
            case AtomKind.FORCE:
                fixed = self.answer.law.force(atom.id).state is not ForceState.IN_FORCE
            case _:
                fixed = False
        return (now,) if fixed else every

    def changes(self, atom: Atom, at: int) -> tuple[Change, ...]:
        """What is chosen of the atom at that position, as changes with names."""
        if atom.kind in (AtomKind.FACT, AtomKind.TOGETHER):
            return tuple(map(self._given, self.picks.of(atom)[at]))
        return (self._change(atom, at),)

    def named(self, outcome: Outcome, choice: Choice) -> tuple[Change, ...]:
        """A choice that leads to an outcome as changes, of a quantity to all values in a row that would do as well."""
        key = outcome, choice
        if key not in self._named:
            left = self._else_as_it_is(outcome, frozenset(atom for atom, _ in choice))
            found: list[Change] = []
            for atom, at, given in self.picks.given(choice, lambda chosen: self.picks.settled(left, chosen).valid()):
                found += map(self._given, given) if given else self.changes(atom, at)
            self._named[key] = tuple(found)
        return self._named[key]

    def _else_as_it_is(self, outcome: Outcome, chosen: Set[Atom]) -> BDDFunction:
        """Where the question has the outcome, everything being as it is but for what is chosen."""
        key = outcome, frozenset(chosen)
        if key not in self._left:
            function, space = self.function(outcome), self.free.compiled.space
            others = ((atom, self.now(atom)) for atom in space.support([function]) if atom not in chosen)
            settled = [(atom, now) for atom, now in others if now is not None]
            plain = (space.limit(atom, (now,)) for atom, now in settled if atom.kind is not AtomKind.TOGETHER)
            left = function.substitute(space.substitution(chain.from_iterable(plain)))
            for atom, now in settled:
                left = self.picks.settle(left, atom, now) if atom.kind is AtomKind.TOGETHER else left
            self._left[key] = left
        return self._left[key]

    def _given(self, given: Given) -> Change:
        term = self.answer.law.rulebook.terms[given.term]
        # The record may hold a number where the diagram knows only on which side of a threshold it is.
        known = given.term in self.answer.situation.known
        before = self.answer.facts[given.term].value if known else self.answer.situation.spans.get(given.term)
        shape = (given.range, given.is_example)
        return Change(ChangeKind.FACT, given.term, term.ask, before, given.value, term.lies_in, *shape)

    def _change(self, atom: Atom, at: int) -> Change:
        law, now = self.answer.law, self.now(atom)
        before = None if now is None else atom.values[now]
        after = atom.values[at]
        match atom.kind:
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


def _is_given(term: Term) -> bool:
    """Whether a fact, once settled, is taken as it is: a circumstance that is no amount or number."""
    return term.lies_in is LiesIn.CIRCUMSTANCE and term.type not in (TermType.MONEY, TermType.NUMBER)


def _is_listing(atom: Atom, answer: Answer) -> bool:
    """Whether it is the government's membership of a group, such as a published list, which can change."""
    return any(
        membership.subject is Subject.GOVERNMENT and atom.id == _name(membership)
        for membership in answer.diagram.reach.memberships
    )


def _name(condition: InGroup) -> str:
    return f"{condition.subject} in group {condition.group}"
