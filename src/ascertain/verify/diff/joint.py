"""Both sides in one space, with the law of each put in: what is left is what could be either way on both at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from oxidd.bdd import BDDFunction

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.diagrams.compiled import Compiled, fact_atom
from ascertain.findings.diagrams.linking import Link
from ascertain.findings.diagrams.space import Atom, AtomKind, Space
from ascertain.verify.diff.doubts import Ways, alone, ways_of
from ascertain.verify.diff.half import Asked, Half
from ascertain.verify.diff.side import Side, refuse_clashes, refuse_unlike_questions
from ascertain.verify.diff.sought import Sought
from ascertain.verify.diff.taken import Taken, taken
from ascertain.verify.diff.together import Together, together
from ascertain.verify.worths import balanced, told_apart_by


@dataclass(frozen=True)
class Joint:
    """Both sides, and the atoms that could be either way.

    Args:
        first: One side.
        second: The other.
        asks: Facts, right readings and doubts, each with its question.
        links: The quantities that are compared with each other, which are facts, too.
        more: Where both sides say what a quantity is, and it is more on the first; where it is more on the second.
        sought: Where quantities can lie together in too many ways for their cells to be told: looks for values of them.
            No links are then put in.
    """

    first: Half
    second: Half
    asks: Mapping[Atom, str]
    links: tuple[Link, ...]
    more: tuple[BDDFunction, BDDFunction]
    sought: Sought | None = None

    def possible(self, function: BDDFunction) -> bool:
        """Whether a function of both sides is true in some world."""
        return bool(function.satisfiable()) and (self.sought is None or self.sought.find(function) is not None)

    @property
    def space(self) -> Space:
        """Where both sides live."""
        return self.first.asked.compiled.space

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """What the diagrams of both sides hang on: quantities that are compared with each other are one variable."""
        linked = {term for link in self.links for term in link.terms}
        apart = (atom for atom in self.asks if atom.kind is not AtomKind.FACT or atom.id not in linked)
        return (*apart, *(link.atom for link in self.links))


def joint(first: Side, second: Side) -> Joint:
    """Put two sides together.

    Raises:
        BadInput: A fact that both can reach is of another type or subject on the one side than on the other, or what
            is asked about is a quantity of one type here and something else there.
    """
    refuse_unlike_questions(first, second)
    both = together(first.rulebook, second.rulebook, first.question, second.question)
    space = both.space
    one, other = Asked.of(first, both.first), Asked.of(second, both.second)
    refuse_clashes(first.rulebook, second.rulebook, (fact for fact in one.reach.facts if fact in other.reach.facts))
    doubts = _doubts(one, other, second=False), _doubts(other, one, second=True)
    live = one.live(doubts[0]), other.live(doubts[1])
    reached = {fact: each for each in (other, one) for fact in each.reach.facts}
    facts = {fact: reached[fact] for fact in dict.fromkeys((*one.reach.facts, *other.reach.facts))}
    asks = {fact_atom(fact, each.compiled): _ask(each, fact) for fact, each in facts.items()}
    readings: tuple[dict[str, Taken], dict[str, Taken]] = ({}, {})
    for point in dict.fromkeys((*live[0], *live[1])):
        here, there, atoms = taken(space, point, live[0].get(point), live[1].get(point))
        readings[0][point], readings[1][point] = here, there
        asks |= dict.fromkeys(atoms, (first if point in live[0] else second).rulebook.points[point].question)
    for ways in (*doubts[0].values(), *doubts[1].values()):
        asks |= ways.atoms
    halves = Half.of(one, doubts[0], readings[0]), Half.of(other, doubts[1], readings[1])
    common = both.common({fact: each.compiled for fact, each in facts.items()})
    more = _more(common, *halves), _more(common, *halves[::-1])
    met = space.support((*halves[0].voices.all, *halves[1].voices.all, *more))
    looked_at = {atom.id for atom in met if atom.kind is AtomKind.RELATION}
    links = both.links(common, [each for each in _relations(both, one, other) if each.text in looked_at])
    if any(link.crowded for link in links):
        return Joint(*halves, asks, (), more, Sought(links, space))
    putting = space.substitution(setting for link in links for setting in link.settings(space))

    def linked(function: BDDFunction) -> BDDFunction:
        return function.substitute(putting) if links else function

    return Joint(halves[0].mapped(linked), halves[1].mapped(linked), asks, links, (linked(more[0]), linked(more[1])))


def _relations(both: Together, one: Asked, other: Asked) -> Iterable[Relation]:
    """All relations that either side looks at, or that tell what a quantity is worth on the one from the other."""
    found = {**both.first.relations, **both.second.relations}
    if one.side.of_quantity:
        indexes = both.first.index, both.second.index
        apart = told_apart_by(indexes[0], one.side.question, indexes[1], other.side.question)
        found |= {relation.text: relation for relation in apart}
    return found.values()


def _more(common: Compiled, one: Half, other: Half) -> BDDFunction:
    """Where both sides say what a quantity is, and it is more on the one."""
    pairs = product(one.voices.worths.items(), other.voices.worths.items())
    found = (
        here & there & common.compared(left, ">", right)
        for (mine, here), (theirs, there) in pairs
        if mine != theirs
        for left, right in (balanced(mine, theirs),)
    )
    return common.space.any(found)


def _doubts(here: Asked, there: Asked, *, second: bool) -> dict[str, Ways]:
    space, mine, other = here.compiled.space, here.side, there.side
    return {
        name: ways_of(space, doubt, mine, other, second=second)
        if name in there.situation.doubts
        else alone(space, doubt)
        for name, doubt in here.situation.doubts.items()
    }


def _ask(asked: Asked, fact: str) -> str:
    return asked.side.rulebook.terms[fact].ask
