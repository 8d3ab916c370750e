"""At which other unknown quantity, or the earlier or later of several, a finding turns on one that they bind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from oxidd.bdd import BDDFunction

from ascertain.findings.answers.reckoning import evened, kind_of
from ascertain.findings.answers.spans import amounts_in
from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.diagrams.compiled import fact_atom
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.diagrams.linking import Link
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom, Space
from ascertain.findings.reaching.domains import representative
from ascertain.rulebook.model.expressions import Expression, Greatest, Least, Worth, terms_of, words
from ascertain.rulebook.model.terms import TermType, Value
from ascertain.rulebook.values import written

_MOST = 6
"""As many thresholds as a line names."""
_WAYS = 1_000
"""In no more ways may quantities lie, each by itself, for it to be told which can be together."""


@dataclass(frozen=True)
class _Threshold:
    """That what rests on a quantity has come to something: is more than it, or no less where not ``strict``."""

    mine: Expression
    strict: bool
    other: Expression
    atom: Atom
    at: int
    reached: BDDFunction


@dataclass(frozen=True)
class _Left:
    """What a question still depends on, and in which ways the quantities can lie together."""

    functions: tuple[BDDFunction, ...]
    can_be: BDDFunction

    def without(self, atom: Atom, space: Space) -> _Left | None:
        """The same that does not look at something, where that makes no difference to any way that can be."""
        places = range(len(atom.values))
        can = [space.settle(self.can_be, atom, at) for at in places]
        found = []
        for function in self.functions:
            told = [space.settle(function, atom, at) for at in places]
            if any(((told[a] ^ told[b]) & can[a] & can[b]).satisfiable() for a, b in combinations(places, 2)):
                return None
            found.append(space.any(each & where for each, where in zip(told, can, strict=True)))
        return _Left(tuple(found), space.any(can))

    def turns(self, atom: Atom, space: Space) -> Iterator[Value]:
        """The values of a quantity, by itself, from which on it depends on it otherwise than for the value before."""
        for before, at in pairwise(range(len(atom.values))):
            can = space.settle(self.can_be, atom, before) & space.settle(self.can_be, atom, at)
            settled = ((space.settle(each, atom, before), space.settle(each, atom, at)) for each in self.functions)
            if any(((one ^ other) & can).satisfiable() for one, other in settled):
                yield atom.values[at]

    def is_told_by(self, reached: BDDFunction, thresholds: Sequence[_Threshold], space: Space) -> bool:
        """Whether it depends on thresholds by this alone, and by which of them makes no difference."""
        for function in self.functions:
            beyond, short = function, function
            for each in thresholds:
                beyond, short = space.settle(beyond, each.atom, each.at), space.settle(short, each.atom, 1 - each.at)
            if ((function ^ reached.ite(beyond, short)) & self.can_be).satisfiable():
                return False
        return True


def related_options(phrase: str, situation: Situation, question: str) -> tuple[str, ...]:
    """Between what an unknown quantity decides that is compared with others that are unknown.

    Args:
        phrase: The phrase of an unknown quantity that the question turns on.
        situation: What is known.
        question: The phrase of what is asked.

    Returns:
        Before and after the one place at which it turns, in terms of the other quantities; else each comparison and
        each value that it turns on; none where these are many, or it is compared with none.
    """
    link = next((each for each in situation.links if phrase in each.terms and len(each.unknown) > 1), None)
    if link is None or link.turned:
        return ()
    space = situation.compiled.space
    left = _left(situation, link, question)
    met, fact = space.support(left.functions), fact_atom(phrase, situation.compiled)
    mine = [each for each in link.relations if phrase in each.terms and relation_atom(each) in met]
    by_itself = tuple(left.turns(fact, space)) if fact in met else ()
    if not mine or len(mine) + len(by_itself) > _MOST:
        return ()
    found = [_threshold(relation, phrase, situation) for relation in mine]
    kind = situation.compiled.rulebook.terms[phrase].type
    (own, strict), *others = dict.fromkeys((each.mine, each.strict) for each in found)
    if not others and not by_itself:
        places = tuple(dict.fromkeys(each.other for each in found))
        first, last = ("earlier", "later") if kind is TermType.DATE else ("smaller", "larger")
        if left.is_told_by(space.any(each.reached for each in found), found, space):
            return _sides(own, strict, _joined(Least(places, first)), phrase, situation)
        if left.is_told_by(space.all(each.reached for each in found), found, space):
            return _sides(own, strict, _joined(Greatest(places, last)), phrase, situation)
    whether = (f"whether {words(each.mine)} {'>' if each.strict else '>='} {words(each.other)}" for each in found)
    return tuple(dict.fromkeys((*whether, *(f"whether {phrase} >= {written(kind, value)}" for value in by_itself))))


def _threshold(relation: Relation, phrase: str, situation: Situation) -> _Threshold:
    """A comparison as what is reached as a quantity rises."""
    space, atom = situation.compiled.space, relation_atom(relation)
    if phrase in terms_of(relation.left):
        other = evened(relation.right, situation)
        return _Threshold(relation.left, relation.strict, other, atom, 0, space.has(atom, [0]))
    other = evened(relation.left, situation)
    return _Threshold(relation.right, not relation.strict, other, atom, 1, space.has(atom, [1]))


def _left(situation: Situation, link: Link, question: str) -> _Left:
    """What the question depends on, without all that makes no difference."""
    space, functions = situation.compiled.space, situation.term(question).free.all
    if link.ways > _WAYS:
        return _Left(functions, space.true)
    left = _Left(functions, space.any(_lies(link, at, space) for at in range(len(link.examples))))
    for atom in (*link.facts, *map(relation_atom, link.relations)):
        left = left.without(atom, space) or left
    return left


def _lies(link: Link, at: int, space: Space) -> BDDFunction:
    """That the quantities lie together as in a cell."""
    facts = {**link.known, **link.examples[at]}
    calendars = link.rulebook.calendars
    told = (space.has(relation_atom(each), [0 if each.holds(facts, calendars) else 1]) for each in link.relations)
    places = (space.has(each, [representative(each.values, facts[each.id])]) for each in link.facts)
    return space.all((*told, *places))


def _joined(chosen: Least | Greatest) -> Expression:
    return chosen.of[0] if len(chosen.of) == 1 else chosen


def _sides(own: Expression, strict: bool, other: Expression, phrase: str, situation: Situation) -> tuple[str, str]:
    """The two sides of a threshold in words, of what is known the value."""
    kind = kind_of(own, situation.compiled.rulebook.terms)
    place = words(other)
    (told,) = amounts_in(situation, (other,), kind)
    if not told.settled and told.least is not None and told.most is not None:
        place = f"{place}, which is {told.words}"
    if own != Worth(phrase):
        less, more = ("<=", ">") if strict else ("<", ">=")
        return f"{words(own)} {less} {place}", f"{words(own)} {more} {place}"
    if kind is TermType.DATE:
        return (f"by {place}", f"after {place}") if strict else (f"before {place}", f"from {place} on")
    return (f"at most {place}", f"more than {place}") if strict else (f"less than {place}", f"at least {place}")
