"""How a quantity that rises can lie among the places where something turns.

As it rises it passes the values that the rulebook tells apart by themselves and the turn of each comparison with known
ones. In which order it passes them, and which fall together, is all that the known quantities decide: where that is the
same, so is everything that can be found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from math import inf
from typing import cast

from ascertain.findings.answers.spans import ends
from ascertain.findings.arithmetic.amounts import Number, amount
from ascertain.findings.arithmetic.relations import Relation, ways
from ascertain.findings.arithmetic.turning import bounds, turning
from ascertain.findings.diagrams.compiled import Compiled
from ascertain.findings.reaching.sampling import groups
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.expressions import Expression, Worth, terms_of
from ascertain.rulebook.model.terms import Shown, Value
from ascertain.survey.straight import MOST_MET, Turning, as_straight

Arrange = Callable[[Mapping[str, Shown]], Hashable]
"""How all unknown quantities lie for an entity of which this is shown."""


def arranged(unknown: Sequence[str], relations: Sequence[Relation], compiled: Compiled) -> Arrange:
    """What tells how unknown quantities can lie for different values of known ones.

    Of quantities that are compared with each other, and of one that is compared with itself moved to a working day, it
    is told by the very values of what they are compared with, and by the very ends between which they lie.

    Args:
        unknown: The quantities whose value is not known, though it may be between what it lies.
        relations: What compares them with known ones, or with each other.
        compiled: The rulebook's diagrams.
    """
    told: list[Arrange] = []
    for terms, mine in groups(unknown, relations):
        if len(terms) == 1 and all(relation.steady for relation in mine):
            told.append(_Unknown(Rising(terms[0], mine, compiled)).arranged)
        else:
            told.append(partial(_values, tuple(dict.fromkeys(term for each in mine for term in each.terms))))
    if len(told) == 1:
        return told[0]
    return lambda shown: tuple([tell(shown) for tell in told])


def _values(terms: tuple[str, ...], shown: Mapping[str, Shown]) -> Hashable:
    return tuple([shown.get(term) for term in terms])


class Rising:
    """A quantity and all that it passes as it rises.

    Args:
        term: Its phrase.
        relations: What compares it with known quantities, each changing once at most as it rises.
        compiled: The rulebook's diagrams.
        cuts: The values that are told apart by themselves, where not all are that the rulebook tells apart.
    """

    def __init__(
        self, term: str, relations: Sequence[Relation], compiled: Compiled, cuts: Sequence[int] | None = None
    ) -> None:
        self.term = compiled.rulebook.terms[term]
        self.cuts = [int(cut) for cut in compiled.domains[term][1:]] if cuts is None else cuts
        self.relations = relations
        found = [_turn(relation, term, compiled.rulebook) for relation in relations]
        self.before = [before for before, _ in found]
        self._turns = [turn for _, turn in found]

    def turns(self, shown: Mapping[str, Shown]) -> list[float]:
        """From which value on each relation is otherwise than before."""
        return [turn(shown) for turn in self._turns]

    def order(self, turns: Sequence[Number | float]) -> Hashable:
        """In which order it passes the cuts and these turns, and which fall together."""
        cuts = self.cuts
        places = tuple([bisect_left(cuts, turn) + bisect_right(cuts, turn) for turn in turns])
        ranks = {turn: rank for rank, turn in enumerate(sorted(set(turns)))}
        return places, tuple([ranks[turn] for turn in turns])


class _Unknown:
    """A quantity of which it is known at most between what it lies."""

    def __init__(self, rising: Rising) -> None:
        self._rising = rising
        self._first, self._last = bounds(rising.term)

    def arranged(self, shown: Mapping[str, Shown]) -> Hashable:
        low, high = ends(self._rising.term, shown.get(self._rising.term.phrase))
        first, beyond = self._first if low is None else low, (self._last if high is None else high) + 1
        turns = self._rising.turns(shown)
        # What turns where it cannot lie is so, or not so, throughout.
        within = [first if turn <= first else min(turn, beyond) for turn in turns]
        return self._rising.order([first, *within, beyond])


def _turn(relation: Relation, term: str, rulebook: Rulebook) -> tuple[bool, Turning]:
    """Whether a relation is so before it turns as the term rises, and from which value on it is otherwise.

    At once where it is straight or where the term stands alone on a side of it, else by search.
    """
    line = as_straight(relation)
    if line is not None and line.way(term):
        return line.way(term) < 0, line.turning(term)
    for side, other in ((relation.left, relation.right), (relation.right, relation.left)):
        if isinstance(side, Worth) and side.term == term and term not in terms_of(other):
            after = relation.strict is (side is relation.left)
            return side is relation.right, partial(_solved, other, after, rulebook, {})
    rises = 1 in ways(relation.left, term) | {-way for way in ways(relation.right, term)}
    return not rises, partial(_searched, relation, term, not rises, rulebook)


def _solved(
    other: Expression, after: bool, rulebook: Rulebook, met: dict[Hashable, float], shown: Mapping[str, Shown]
) -> float:
    """From which value on the term is more than the other side where it is to lie after it, or else no less."""
    values = tuple([shown[term] for term in terms_of(other)])
    found = met.get(values)
    if found is None:
        worth = cast("Number", amount(other, cast("Callable[[str], Number]", shown.__getitem__), rulebook.calendars))
        found = worth.__floor__() + 1 if after else worth.__ceil__()
        if len(met) < MOST_MET:
            met[values] = found
    return found


def _searched(relation: Relation, term: str, before: bool, rulebook: Rulebook, shown: Mapping[str, Shown]) -> float:
    facts = {other: cast("Value", shown[other]) for other in relation.terms if other != term}
    found = turning(relation, term, facts, rulebook)
    if found is not None:
        return found
    least, _ = bounds(rulebook.terms[term])
    return inf if relation.holds({**facts, term: least}, rulebook.calendars) is before else -inf
