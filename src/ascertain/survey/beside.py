"""An unknown quantity beside an amount that rises: at which amounts what is possible of both together can change.

A comparison of the two and of what is known divides the values of the unknown in two. Where it does so moves with the
amount; what is possible changes only as it passes a value of the unknown that is told apart by itself, the turn of a
comparison without the amount, or that of another one with it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations
from math import inf
from typing import cast

from oxidd.bdd import BDDFunction

from ascertain.findings.answers.spans import ends
from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.arithmetic.turning import bounds
from ascertain.findings.diagrams.compiled import Compiled, fact_atom
from ascertain.findings.diagrams.composing import relation_atom
from ascertain.findings.reaching.sampling import groups
from ascertain.rulebook.model.terms import Shown
from ascertain.survey.arranging import Rising
from ascertain.survey.straight import Straight, as_straight

_Span = tuple[int, int]
_FEW = 16
"""As many amounts about a tie are each told apart, where nothing but the amount decides it."""


class Beside:
    """An unknown quantity that is compared with the amount, and with nothing else that is unknown.

    Args:
        term: Its phrase.
        amount: The phrase of the amount.
        relations: What compares it with known quantities and the amount; where that is among them, straight.
        cuts: Its values that are told apart by themselves.
        compiled: The rulebook's diagrams.
    """

    def __init__(
        self, term: str, amount: str, relations: Sequence[Relation], cuts: Sequence[int], compiled: Compiled
    ) -> None:
        self._term, self._amount, self._compiled = compiled.rulebook.terms[term], amount, compiled
        self._bounds = bounds(self._term)
        self._told = [int(value) for value in compiled.domains[term][1:]]
        self._between: dict[tuple[int, int], BDDFunction] = {}
        self._rising = Rising(term, relations, compiled)
        self._still = Rising(term, [each for each in relations if amount not in each.terms], compiled, cuts)
        self._moving = [cast("Straight", as_straight(each)) for each in relations if amount in each.terms]
        told = [value for cut in cuts for value in (cut - 1, cut)]
        self._at_cuts = [line.at(term, value).turning(amount) for line in self._moving for value in told]
        self._at = [line.turning(amount) for line in self._moving]
        pairs = list(combinations(self._moving, 2))
        self._each, self._pairs = list[int](), list[tuple[Straight, Straight]]()
        for one, other in pairs:
            near = (
                None
                if one.rests_on - {term, amount} or other.rests_on - {term, amount}
                else _tie(one, other, term, amount, {})
            )
            if near is not None and near[1] - near[0] <= _FEW:
                self._each += range(int(near[0]), int(near[1]) + 1)
            else:
                self._pairs.append((one, other))

    def lie(self, shown: Mapping[str, Shown]) -> Hashable:
        """How it can lie among what does not move with the amount."""
        first, last = self._ends(shown)
        turns = self._still.turns(shown)
        return self._still.order([first, *(min(max(turn, first), last + 1) for turn in turns), last + 1])

    def marks(self, shown: Mapping[str, Shown]) -> list[float]:
        """The amounts from which on something may be possible otherwise, as many whatever is shown."""
        found = [*self._each, *(turn(shown) for turn in self._at_cuts)]
        first, last = self._ends(shown)
        moved = dict(shown)
        values = [first, last]
        for turn in self._still.turns(shown):
            values += [int(turn) - 1, int(turn)] if first < turn <= last else [first, last]
        for value in values:
            moved[self._term.phrase] = value
            found += [at(moved) for at in self._at]
        return found

    def ties(self, shown: Mapping[str, Shown]) -> list[tuple[float, float]]:
        """From which amount on, and up to which, two comparisons turn so near each other that rounding decides."""
        return [_tie(one, other, self._term.phrase, self._amount, shown) for one, other in self._pairs]

    def without(self, where: BDDFunction, shown: Mapping[str, Shown]) -> BDDFunction:
        """Where something can be, whatever the unknown is, for an amount that is among what is shown."""
        space, atom = self._compiled.space, fact_atom(self._term.phrase, self._compiled)
        first, last = self._ends(shown)
        turns = self._rising.turns(shown)
        starts = sorted({first, *(int(turn) for turn in turns if first < turn <= last)})
        found = space.false
        for start, beyond in zip(starts, [*starts[1:], last + 1], strict=True):
            settings = [
                space.put(relation_atom(relation), space.true if before is not (turn <= start) else space.false)
                for relation, before, turn in zip(self._rising.relations, self._rising.before, turns, strict=True)
            ]
            here = where.substitute(space.substitution(settings)) if settings else where
            found |= here & self._lies(start, beyond - 1)
        return space.exists(found, [atom])

    def _lies(self, first: int, last: int) -> BDDFunction:
        """That it lies between these values."""
        places = bisect_right(self._told, first), bisect_right(self._told, last)
        if places not in self._between:
            atom = fact_atom(self._term.phrase, self._compiled)
            self._between[places] = self._compiled.space.has(atom, range(places[0], places[1] + 1))
        return self._between[places]

    def _ends(self, shown: Mapping[str, Shown]) -> _Span:
        low, high = ends(self._term, shown.get(self._term.phrase))
        first, last = self._bounds
        return first if low is None else int(low), last if high is None else int(high)


def _tie(one: Straight, other: Straight, term: str, amount: str, shown: Mapping[str, Shown]) -> tuple[float, float]:
    """Where the turns of two straight comparisons, as a term rises, lie less than two apart, by the amount."""
    ways = one.way(term), other.way(term)
    apart = one.rest(term, amount)(shown) * ways[1] - other.rest(term, amount)(shown) * ways[0]
    grows = one.way(amount) * ways[1] - other.way(amount) * ways[0]
    near = 2 * abs(ways[0] * ways[1])
    if not grows:
        return (-inf, inf) if abs(apart) < near else (inf, inf) if apart > 0 else (-inf, -inf)
    edges = sorted(((-near - apart) // grows, (near - apart) // grows))
    return edges[0] - 1, edges[1] + 2


def beside(amount: str, unknown: Sequence[str], relations: Sequence[Relation]) -> dict[str, tuple[Relation, ...]]:
    """The unknown quantities that are compared with no other, and straight with the amount, and what compares them.

    Args:
        amount: The phrase of the amount that rises.
        unknown: Phrases of quantities.
        relations: What is looked at.
    """
    found = {terms[0]: mine for terms, mine in groups(unknown, relations) if len(terms) == 1}
    return {term: mine for term, mine in found.items() if all(_fits(each, term, amount) for each in mine)}


def _fits(relation: Relation, term: str, amount: str) -> bool:
    line = as_straight(relation)
    moves = amount not in relation.terms or (line is not None and line.way(amount) and line.way(term))
    return relation.steady and bool(moves)
