"""What is marked for removal, and what a redaction came to."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """Words to remove wherever they stand, whatever spaces, line breaks and hyphens lie between their letters."""

    text: str
    ignore_case: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page to remove, in points (72 an inch) from the top left corner of the page as it is shown.

    ``page`` is the number of the page, from 1.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float


Mark = Words | Box


@dataclass(frozen=True, slots=True)
class Found:
    """Where a mark was found.

    ``mark`` is its place in the list that was given, from 0; ``pages`` are the pages (of a text: 1) and how often it
    stands on each; ``elsewhere`` says that it stood also in what no page shows, such as the metadata.
    """

    mark: int
    pages: tuple[tuple[int, int], ...]
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Redacted:
    """What was done.

    ``source`` and ``result`` are the SHA-256 of the two files; ``rebuilt`` are the pages that are now pictures, each
    with why; ``removed`` is what else the source had and the result has not; ``unread`` are the pages kept that show
    pictures, in which no words were looked for.
    """

    source: str
    result: str
    found: tuple[Found, ...]
    rebuilt: tuple[tuple[int, str], ...] = ()
    removed: tuple[str, ...] = ()
    unread: tuple[int, ...] = ()


def plain_marks(marks: tuple[Mark, ...]) -> list[dict[str, Any]]:
    """Marks as what JSON can hold."""
    return [asdict(mark) for mark in marks]


def marks_of(plain: list[dict[str, Any]]) -> tuple[Mark, ...]:
    """The marks that ``plain_marks`` made it of."""
    return tuple(Words(**one) if "text" in one else Box(**one) for one in plain)


def redacted_of(plain: dict[str, Any]) -> Redacted:
    """What was done, from what JSON holds of it."""
    found = tuple(
        Found(one["mark"], tuple((page, count) for page, count in one["pages"]), one["elsewhere"])
        for one in plain["found"]
    )
    rebuilt = tuple((page, why) for page, why in plain["rebuilt"])
    return Redacted(plain["source"], plain["result"], found, rebuilt, tuple(plain["removed"]), tuple(plain["unread"]))
