"""How an unknown quantity can lie among the places where comparisons with known ones turn.

As the unknown rises it passes the values that the rulebook tells apart by themselves and the turn of each comparison.
In which order it passes them, and which fall together, is all that the known quantities decide: where that is the same,
so is everything that can be found.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from math import inf
from typing import cast

from ascertain.findings.answers.spans import ends
from ascertain.findings.arithmetic.amounts import Number, amount
from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.arithmetic.turning import bounds, turning
from ascertain.findings.diagrams.compiled import Compiled
from ascertain.findings.reaching.sampling import groups
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.expressions import Expression, Share, Worth, terms_of
from ascertain.rulebook.model.terms import Shown, Value

_Turn = Callable[[Mapping[str, Shown]], tuple[bool, float]]
"""Whether a relation is so for the least values of the unknown, and from which value on it is otherwise."""
Arrange = Callable[[Mapping[str, Shown]], Hashable]
"""How all unknown quantities lie for an entity of which this is shown."""


def arranged(unknown: Sequence[str], relations: Sequence[Relation], compiled: Compiled) -> Arrange | None:
    """What tells how unknown quantities can lie for different values of known ones.

    Args:
        unknown: The quantities whose value is not known, though it may be between what it lies.
        relations: What compares them with known ones.
        compiled: The rulebook's diagrams.

    Returns:
        ``None`` where unknown quantities are compared with each other, or one with itself moved to a working day.
    """
    found = groups(unknown, relations)
    if not all(relation.steady for relation in relations) or any(len(terms) > 1 for terms, _ in found):
        return None
    lines = [_Line(term, mine, compiled) for (term,), mine in found]
    return lambda shown: tuple([line.arranged(shown) for line in lines])


class _Line:
    """One unknown, and all that it passes as it rises."""

    def __init__(self, term: str, relations: Sequence[Relation], compiled: Compiled) -> None:
        self._term = compiled.rulebook.terms[term]
        self._first, self._last = bounds(self._term)
        cuts = enumerate(compiled.domains[term][1:], 1)
        self._cuts = [(int(cut), -at) for at, cut in cuts]
        self._turns: list[_Turn] = [_turn(relation, term, compiled.rulebook) for relation in relations]

    def arranged(self, shown: Mapping[str, Shown]) -> Hashable:
        low, high = ends(self._term, shown.get(self._term.phrase))
        first, last = self._first if low is None else low, self._last if high is None else high
        turns = [turn(shown) for turn in self._turns]
        passed = [*self._cuts, *((turn, at) for at, (_, turn) in enumerate(turns))]
        between = sorted(each for each in passed if first < each[0] <= last)
        together = [at and turn == between[at - 1][0] for at, (turn, _) in enumerate(between)]
        return (
            tuple([before is not (turn <= first) for before, turn in turns]),
            tuple([name for _, name in between]),
            tuple(together),
        )


def _turn(relation: Relation, term: str, rulebook: Rulebook) -> _Turn:
    """Where a relation turns as the term rises: at once where the term stands alone on a side of it, else by search."""
    for side, other in ((relation.left, relation.right), (relation.right, relation.left)):
        scale = _scale(side)
        if scale is not None and term in terms_of(side) and term not in terms_of(other):
            return partial(_solved, relation, other, scale, side is relation.left, rulebook)
    return partial(_searched, relation, term, rulebook)


def _scale(side: Expression) -> tuple[int, int] | None:
    """By what a term is multiplied where the side is that and nothing else."""
    if isinstance(side, Worth):
        return 1, 1
    inner = _scale(side.of) if isinstance(side, Share) else None
    if inner is None or not isinstance(side, Share) or side.numerator <= 0:
        return None
    return inner[0] * side.numerator, inner[1] * side.denominator


def _solved(
    relation: Relation,
    other: Expression,
    scale: tuple[int, int],
    on_left: bool,
    rulebook: Rulebook,
    shown: Mapping[str, Shown],
) -> tuple[bool, float]:
    """Where so many times the term comes to more than the other side, or to no less, as the relation has it."""
    worth = cast("Number", amount(other, cast("Callable[[str], Number]", shown.__getitem__), rulebook.calendars))
    numerator, denominator = scale
    times, by = worth.numerator * denominator, worth.denominator * numerator
    after = relation.strict is on_left
    return not on_left, times // by + 1 if after else -(-times // by)


def _searched(relation: Relation, term: str, rulebook: Rulebook, shown: Mapping[str, Shown]) -> tuple[bool, float]:
    facts = {other: cast("Value", shown[other]) for other in relation.terms if other != term}
    least, _ = bounds(rulebook.terms[term])
    found = turning(relation, term, facts, rulebook)
    return relation.holds({**facts, term: least}, rulebook.calendars), inf if found is None else found
