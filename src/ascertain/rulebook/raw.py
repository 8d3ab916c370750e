"""What stands in the files, with places, before any name is resolved."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.rulebook.model.rules import Hit
from ascertain.rulebook.model.terms import Place


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text and where it begins."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Field:
    """A line ``key: value`` of an entry."""

    key: Text
    value: Text


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry of fields: a term, a government, a case, an omission.

    ``kind`` is its first word, ``name`` its id (empty where it has none), ``text`` what follows the colon.
    """

    kind: Text
    name: Text
    text: Text
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class RawEffect:
    """An act on another provision; ``reading`` is set where it binds a reading of the target."""

    verb: Text
    target: Text
    reading: Text | None
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class RawAtom:
    """A condition on one line. ``kind`` names its form; ``parts`` are the names and values in it, in order."""

    kind: str
    parts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class RawNot:
    of: RawCondition


@dataclass(frozen=True, slots=True)
class RawList:
    """``quantity`` is *all of*, *any of* or *none of*."""

    quantity: str
    of: tuple[RawCondition, ...]


RawCondition = RawAtom | RawNot | RawList


@dataclass(frozen=True, slots=True)
class RawClause:
    """``verdict`` is *holds*, *does not hold*, or *is* and an expression.

    ``when`` is *if* (then ``guard`` is set), *in every case* or *otherwise*.
    """

    verdict: Text
    when: str
    guard: RawCondition | None
    unless: RawCondition | None

    @property
    def of_quantity(self) -> bool:
        """Whether it says what a quantity is."""
        return self.verdict.text.startswith("is ")


@dataclass(frozen=True, slots=True)
class RawRule:
    """A rule, or an exception where ``target`` is set; ``text`` is the phrase concluded or the title.

    ``hit`` is the hit policy of one that stands in a table.
    """

    label: Text
    target: Text | None
    text: Text
    clauses: tuple[RawClause, ...]
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class RawTable:
    """A rule whose clauses stand in a table: the lines of the Markdown table as they stand."""

    label: Text
    target: Text | None
    text: Text
    fields: tuple[Field, ...]
    lines: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class RawCaseTable:
    """Cases whose rows stand in a table: what every one of them says, and the lines of the Markdown table."""

    kind: Text
    title: Text
    fields: tuple[Field, ...]
    lines: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class RawPoint:
    label: Text
    question: Text
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class RawReading:
    label: Text
    point: Text
    text: Text
    fields: tuple[Field, ...]
    rules: tuple[RawRule, ...]


Item = RawEntry | RawEffect | RawRule | RawTable | RawCaseTable | RawPoint | RawReading


@dataclass(frozen=True, slots=True)
class Placed:
    """An item and the provision under whose heading it stands (empty in the vocabulary)."""

    item: Item
    provision: str
