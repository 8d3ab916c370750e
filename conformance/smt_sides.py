"""Two laws, readings or rulebooks side by side: which pairs of outcomes some world has that is one for both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import z3

from ascertain.rulebook.model.rules import Outcome

from .smt import Formula, satisfiable

_COMES_TO_PASS = ("effective:", "from:", "until:", "member:", "issued:")


@dataclass(frozen=True)
class Sides:
    """Two questions, each a formula with readings and doubts of its own; the facts are the same by name.

    Args:
        first: One side.
        second: The other, made with another ``side``.
    """

    first: Formula
    second: Formula

    def pairs(self) -> set[tuple[Outcome, Outcome]]:
        """The outcome on the first side with that on the second, in every world of both."""
        shared = [*self.first.sense, *self.second.sense, *self._doubts(), *self._readings()]
        return {
            (here, there)
            for here, there in product(Outcome, Outcome)
            if satisfiable(*shared, self.first.is_(here), self.second.is_(there))
        }

    def _readings(self) -> Iterator[z3.BoolRef]:
        """The same reading is right on both, unless the one of a side is not live on the other."""
        for point in self._both("reading"):
            one, other = self.first.law.rulebook.points[point], self.second.law.rulebook.points[point]
            for mine, theirs in product(one.readings, other.readings):
                if mine.name != theirs.name:
                    apart = self.first.takes(point, mine.name), self.second.takes(point, theirs.name)
                    live = self.second.can_take(point, mine.name), self.first.can_take(point, theirs.name)
                    yield z3.Not(z3.And(*apart, *live))

    def _doubts(self) -> Iterator[z3.BoolRef]:
        """A doubt is one for both, but that what had not come to pass by one day may have by another.

        Of a membership it is taken that only its beginning is open.
        """
        for name in self._both("doubt"):
            one, other = (side.unknowns[f"doubt:{name}"] for side in (self.first, self.second))
            mine, theirs = self.first.law.matter, self.second.law.matter
            days = (mine.known, theirs.known) if name.startswith("issued:") else (mine.on, theirs.on)
            if days[0] == days[1] or ":by:" in name:
                yield one == other
            elif name.startswith(_COMES_TO_PASS):
                yield z3.Implies(one, other) if days[0] < days[1] else z3.Implies(other, one)
            elif not name.startswith("circular:"):
                yield one == other

    def _both(self, kind: str) -> Iterator[str]:
        for name in self.first.unknowns:
            if name in self.second.unknowns and name.startswith(f"{kind}:"):
                yield name.partition(":")[2]
