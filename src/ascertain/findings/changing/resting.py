"""What is settled already and is enough for an outcome once something else is so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ascertain.findings.answers.inquiry import Answer, ground
from ascertain.findings.changing.levers import Hypothetical
from ascertain.findings.choosing.changes import ChangeKind
from ascertain.findings.choosing.cheapest import Cheapest, Choice
from ascertain.findings.diagrams.compiled import fact_atom
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.model import Ground
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Value


def rests_on(what_if: Hypothetical, outcome: Outcome, chosen: Choice) -> tuple[Ground, ...]:
    """The fewest settled things that are enough for the outcome once what was chosen is so.

    Where they are enough only because quantities that are unknown cannot lie otherwise together, all known facts that
    these are compared with count among them.

    Args:
        what_if: What could be otherwise.
        outcome: The outcome that is certain by what was chosen.
        chosen: Choices of its atoms.
    """
    lifted = any(atom.id in what_if.orders for atom, _ in chosen)
    changes = [change for each in chosen for change in what_if.changes(*each)]
    taken = {change.id: change.after for change in changes if change.kind is ChangeKind.FACT}
    then = (what_if.free if lifted else what_if.answer.situation).with_facts(taken)
    freed = then.without(set(then.settled))
    other = [(atom, at) for atom, at in chosen if atom.kind not in (AtomKind.FACT, AtomKind.TOGETHER)]
    standing = _Standing(what_if, outcome, then, taken, tuple(other))
    # Where quantities are not bound to lie together, nothing known can be enough without being named.
    loose = standing.enough(replace(freed, relations=(), _rules={}, _terms={}))
    if loose is not None:
        return loose
    found = standing.enough(freed)
    assert found is not None, "the outcome is certain, so all that is settled suffices"
    compared = [term for link in freed.links for relation in link.relations for term in relation.terms]
    return tuple(dict.fromkeys((*found, *_known(compared, taken, what_if.answer))))


@dataclass(frozen=True, slots=True)
class _Standing:
    """What is so once some facts are as they are ``taken`` to be, and ``other`` things are as they were chosen."""

    what_if: Hypothetical
    outcome: Outcome
    then: Situation
    taken: Mapping[str, Value]
    other: Choice

    def enough(self, free: Situation) -> tuple[Ground, ...] | None:
        """The fewest settled things that are enough in a situation; ``None`` where all are not."""
        answer, then, taken = self.what_if.answer, self.then, self.taken
        space = answer.diagram.compiled.space
        compared = {relation_atom(relation): relation.terms for relation in then.relations}
        facts = [(atom, at) for atom, at in then.settled.items() if atom.kind is AtomKind.FACT and atom.id in taken]
        follows = [(atom, then.settled[atom]) for atom, terms in compared.items() if set(terms) <= set(taken)]
        function = free.term(answer.diagram.question).exact.at(self.outcome)
        for atom, at in (*self.other, *facts, *follows):
            function = space.settle(function, atom, at)

        def offers(atom: Atom) -> dict[int, int]:
            if atom.kind is AtomKind.RELATION:
                at = then.settled.get(atom)
                return {} if at is None else {at: sum(term not in taken for term in compared[atom])}
            now = self.what_if.now(atom)
            return {} if now is None or atom.kind is AtomKind.TOGETHER else {now: 1}

        found = Cheapest(space, offers, least=1).first(function)
        if found is None:
            return None
        grounds: dict[Ground, None] = {}
        for atom, _ in found:
            is_compared = atom.kind is AtomKind.RELATION
            shown = _known(compared[atom], taken, answer) if is_compared else (_ground(atom, self.what_if),)
            grounds.update(dict.fromkeys(shown))
        return tuple(grounds)


def _known(terms: Iterable[str], taken: Mapping[str, Value], answer: Answer) -> Iterator[Ground]:
    """The known facts among some terms as grounds, but for what is taken to be otherwise."""
    for term in dict.fromkeys(terms):
        if term in answer.situation.known and term not in taken:
            yield ground(fact_atom(term, answer.diagram.compiled), answer)


def _ground(atom: Atom, what_if: Hypothetical) -> Ground:
    if atom.id in what_if.orders and atom.kind is AtomKind.DOUBT:
        return Ground("order", what_if.orders[atom.id], True)
    return ground(atom, what_if.answer)
