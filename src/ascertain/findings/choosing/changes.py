"""One thing as it would have to be otherwise than it is, with a name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ascertain.rulebook.model.terms import Between, LiesIn, Shown, Value


class ChangeKind(StrEnum):
    """What is otherwise: a fact, a reading, what an order does, a provision's force, a membership, or a doubt."""

    FACT = "fact"
    READING = "reading"
    ORDER = "order"
    FORCE = "force"
    MEMBERSHIP = "membership"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing as it would have to be.

    Args:
        kind: What kind of thing it is.
        id: A term's phrase, a point's id, the order's or provision's id, a condition's text, or a doubt's id.
        ask: The question that it answers.
        before: Its value as settled by law and record, ``None`` where it is unknown or unsettled.
        after: The value that it would have to have.
        lies_in: For a fact, where the rulebook says that it is settled.
        range: For a quantity, all values that would do, ``after`` among them.
        is_example: Whether other values would do as well, which hang on another change.
    """

    kind: ChangeKind
    id: str
    ask: str
    before: Shown | None
    after: Value
    lies_in: LiesIn | None = None
    range: Between | None = None
    is_example: bool = False

    @property
    def in_own_hands(self) -> bool:
        """Whether the government under review can bring it about by itself."""
        return self.lies_in is not None and self.lies_in.in_own_hands

    @property
    def is_only(self) -> bool:
        """Whether no other value would do as well."""
        return self.range is None and not self.is_example
