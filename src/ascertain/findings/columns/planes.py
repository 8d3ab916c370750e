"""Rows as bits: what is known of facts in many rows at once, in plain whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from ascertain.findings.diagrams.compiled import Compiled, fact_atom
from ascertain.findings.reaching.domains import representative, within
from ascertain.rulebook.model.terms import Between, Shown, Value

Plane = int
"""A set of rows: bit n is set where row n belongs to it."""

ROWS = 1 << 17
"""As many rows as are looked at together, so that what is worked out of them stays near the processor."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows, and what is known of facts in them.

    Args:
        rows: How many they are.
        can: For each plain term of which something is known, by its phrase: for each of the values that the rulebook
            tells apart, in their order, the rows in which it can be so. A term without planes is unknown everywhere.
    """

    rows: int
    can: Mapping[str, tuple[Plane, ...]]

    @property
    def every(self) -> Plane:
        """All rows."""
        return (1 << self.rows) - 1

    def rungs(self, phrase: str, at: int) -> tuple[Plane, Plane]:
        """Where the value at a place can be so, and where one after it can."""
        planes = self.can.get(phrase)
        if planes is None:
            return self.every, self.every
        return planes[at], reduce(or_, planes[at + 1 :])


def yes_no(values: bytes, known: bytes | None, rows: int) -> tuple[Plane, Plane]:
    """The planes of a yes/no term from two bitmaps, lowest bit first, as Arrow lays out a column of truth values.

    Args:
        values: Whether it is so, a bit a row.
        known: Whether that is known, a bit a row; ``None`` where it is of every row.
        rows: How many rows there are; bits after them are passed over.
    """
    every = (1 << rows) - 1
    shown = every if known is None else int.from_bytes(known, "little") & every
    yes = int.from_bytes(values, "little") & shown
    return every ^ shown ^ yes, every ^ yes


def plane(belongs: Iterable[bool]) -> Plane:
    """The plane of the rows that belong to it, told one by one."""
    digits = "".join("1" if each else "0" for each in belongs)
    return int(digits[::-1] or "0", 2)


def plane_of(places: Iterable[int], rows: int) -> Plane:
    """The plane of the rows at these places."""
    found = bytearray(-(-rows // 8))
    for place in places:
        found[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(found, "little")


def rows_in(plane: Plane, rows: int) -> Iterator[bool]:
    """Yield of each row whether it is in a plane."""
    return (digit == "1" for digit in reversed(f"{plane:0{rows}b}"[-rows:] if rows else ""))


def places_in(plane: Plane, rows: int) -> Iterator[int]:
    """Yield the places of the rows in a plane."""
    return (at for at, inside in enumerate(rows_in(plane, rows)) if inside)


def block_of(columns: Mapping[str, Sequence[Shown | None]], compiled: Compiled) -> Block:
    """Rows from columns of values, ``None`` where nothing is known.

    Args:
        columns: The values of plain terms, by phrase, all equally many; terms that no rule looks at are passed over.
        compiled: The diagrams of the rulebook.

    Raises:
        ValueError: The columns are of different lengths.
    """
    lengths = {len(values) for values in columns.values()}
    if len(lengths) > 1:
        raise ValueError(f"columns of {', '.join(map(str, sorted(lengths)))} rows are no table")
    can = {phrase: _can(values, phrase, compiled) for phrase, values in columns.items() if phrase in compiled.domains}
    return Block(next(iter(lengths), 0), can)


def _can(values: Sequence[Shown | None], phrase: str, compiled: Compiled) -> tuple[Plane, ...]:
    domain = fact_atom(phrase, compiled).values
    places = {value: _places(value, domain) for value in dict.fromkeys(map(_told, values))}
    told = [places[_told(value)] for value in values]
    return tuple(plane(at in possible for possible in told) for at in range(len(domain)))


def _told(value: Shown | None) -> tuple[type, Shown | None]:
    """A value beside its kind, as Python calls yes and the number 1 equal."""
    return type(value), value


def _places(told: tuple[type, Shown | None], domain: tuple[Value, ...]) -> frozenset[int]:
    value = told[1]
    if value is None:
        return frozenset(range(len(domain)))
    if isinstance(value, Between):
        return frozenset(within(domain, value))
    return frozenset({representative(domain, value)})
