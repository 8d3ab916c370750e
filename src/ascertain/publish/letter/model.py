"""A letter as content: what it says in which order, before anyone decides how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a section of the letter, level 2 an item in it."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; what it is about may stand before it as a ``label``."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the law, exactly."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """Several things of one kind, below the paragraph that says which."""

    items: tuple[str, ...]


Block = Heading | Paragraph | Quote | Points


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter.

    Args:
        title: What it is, in one line.
        day: Its date.
        sender: Who sends it.
        addressee: Whom it goes to, line by line.
        head: What stands at its head, each line with a label: from whom, to whom, when, about what.
        blocks: What it says.
        footer: What stands at the foot of every page, before the number of the page.
    """

    title: str
    day: date
    sender: str
    addressee: tuple[str, ...]
    head: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    footer: str


def grouped(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Yield each heading with what stands under it, so that an item need not be torn where a page has room for it."""
    group: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and group:
            yield tuple(group)
            group = []
        group.append(block)
    if group:
        yield tuple(group)


def is_item(group: tuple[Block, ...]) -> bool:
    """Whether a group belongs together on one page: a heading below a section's, with no long quote under it."""
    below = isinstance(group[0], Heading) and group[0].level > 1
    return below and not any(isinstance(block, Quote) for block in group)


def printable(text: str) -> str:
    """The text on one line, without signs that a page cannot carry.

    Control, direction and private characters, halves of characters, and what is no character at all are shown as �:
    they could hide or turn round what a record says, and no document format takes them all.
    """
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)
