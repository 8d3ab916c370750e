"""The vocabulary of a rulebook: terms, what they speak about, what they can be, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Between:
    """A quantity known only to lie between two values, both inclusive; ``None`` is without bound.

    So is a date of which only the month is known, and a total of which some parts are not.
    """

    least: int | None
    most: int | None


Value = bool | int | str
"""What a term can be: yes/no as bool; whole numbers, cents of money and day ordinals as int; the rest as str."""

Shown = Value | Between
"""What the record can show of a term."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a source file; lines and columns count from 1."""

    file: str
    line: int
    column: int


class TermType(StrEnum):
    YES_NO = "yes/no"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    TEXT = "text"
    ONE_OF = "one of"


QUANTITIES = (TermType.MONEY, TermType.DATE, TermType.NUMBER)
"""The types whose values have an order and can be computed with."""


class Subject(StrEnum):
    """What a term speaks about; an *award* is one government's award under one program."""

    GOVERNMENT = "government"
    PROGRAM = "program"
    AWARD = "award"


class LiesIn(StrEnum):
    """Where what a term says is settled, and so who could change it."""

    POLICY_TEXT = "policy text"
    PRACTICE = "practice"
    OWN_ACT = "act of the government"
    OTHERS_ACT = "act of another"
    CIRCUMSTANCE = "circumstance"

    @property
    def in_own_hands(self) -> bool:
        """Whether the government under review can change it by itself."""
        return self in (LiesIn.POLICY_TEXT, LiesIn.PRACTICE, LiesIn.OWN_ACT)


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase of the vocabulary.

    ``values`` lists the choices of a *one of* term, else it is empty. ``short`` is a name to ask for it by.
    ``lies_in`` is ``None`` where the rulebook does not say. ``least`` and ``most`` bound a quantity, both inclusive,
    and are ``None`` where it has no such bound. ``confidence`` is empty where nothing says how sure its meaning is.
    """

    phrase: str
    type: TermType
    about: Subject
    ask: str
    place: Place
    values: tuple[str, ...] = ()
    short: str = ""
    note: str = ""
    lies_in: LiesIn | None = None
    least: int | None = None
    most: int | None = None
    confidence: str = ""

    def clamped(self, value: int) -> int:
        """The nearest value that the quantity can have by its bounds."""
        value = value if self.least is None else max(value, self.least)
        return value if self.most is None else min(value, self.most)
