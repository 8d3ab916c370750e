"""Where what is shown of an entity lies among the values that a rulebook tells apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Mapping

from ascertain.findings.diagrams.compiled import Compiled
from ascertain.rulebook.model.terms import QUANTITIES, Between, Shown

Lies = Mapping[str, Hashable]
"""For each fact of which something is shown, where it lies; what lies alike no condition of one fact tells apart."""


class Cells:
    """The values that a rulebook tells apart, of each fact.

    Args:
        compiled: The rulebook's diagrams.
    """

    def __init__(self, compiled: Compiled) -> None:
        terms = compiled.rulebook.terms
        self._ends = {
            fact: [int(value) for value in values[1:]]
            for fact, values in compiled.domains.items()
            if terms[fact].type in QUANTITIES
        }

    def lies(self, shown: Mapping[str, Shown]) -> Lies:
        """Where each fact lies of which something is shown."""
        return {fact: self._lie(fact, value) for fact, value in shown.items()}

    def _lie(self, fact: str, value: Shown) -> Hashable:
        ends = self._ends.get(fact)
        if ends is None:
            return value
        if not isinstance(value, Between):
            return bisect_right(ends, value)
        low = None if value.least is None else bisect_right(ends, value.least)
        return low, None if value.most is None else bisect_right(ends, value.most)
