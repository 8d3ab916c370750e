"""Totals and counts over the awards of a government."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aggregate:
    """The total of a quantity over awards, or their number where ``term`` is empty.

    Args:
        term: The phrase of what is added up, of each award.
        where: The phrase of the yes/no term that an award meets to be counted; empty counts all.
        negated: Whether those are counted that do *not* meet it.
    """

    term: str
    where: str = ""
    negated: bool = False

    @property
    def words(self) -> str:
        """It in the rulebook's words, which are also the phrase of the quantity that it is."""
        over = f"total of {self.term} over awards" if self.term else "number of awards"
        return f"{over} where {'not ' if self.negated else ''}{self.where}" if self.where else over

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The phrases of the terms that it looks at, of each award."""
        return tuple(phrase for phrase in (self.term, self.where) if phrase)
