"""A sheet: what a table shows, before anyone decides how it looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet.

    Args:
        title: Its heading.
        width: The widest cell to expect, so that rows can be printed as they come; 0 takes what room is left.
    """

    title: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled table whose rows may still be being worked out while the first are shown; without columns a title.

    Notes are read after the rows, so that they can tell what came up in them.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[str, ...]]
    notes: Iterable[str] = ()


def widest(texts: Iterable[str]) -> int:
    """The width of the widest text, 1 if there is none."""
    return max((len(text) for text in texts), default=1)
