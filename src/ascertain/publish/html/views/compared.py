"""The responses as shown side by side, with both sides' arguments in the same form."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.publish.html.prose import Run
from ascertain.publish.html.views.basics import Link


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where an argument stands: the entry, its exhibit by citation, the exact words if they are on record."""

    who: str
    entry: Link
    exhibit: str
    passage: str
    note: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Said:
    """A cell: the word and its shape, and the responses that it rests on, made or not."""

    who: str
    word: str
    shape: str
    entries: tuple[Link, ...]
    marks: str


@dataclass(frozen=True, slots=True)
class Column:
    """A government, its responses, and what was seen of them."""

    head: Link
    responses: tuple[Link, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """An argument of either side. ``entries`` are those that make it besides responses."""

    anchor: str
    name: str
    statement: str
    cells: tuple[Said, ...]
    sources: tuple[SourceView, ...]
    entries: tuple[Link, ...]
    reply: str
    reply_link: Link | None
    accepted: tuple[Link, ...]
    rejected: tuple[Link, ...]
    confidence: str
    seen_in: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The part of the page. ``text`` holds headings with sentences in which ids lead to their arguments."""

    columns: tuple[Column, ...]
    legend: tuple[tuple[str, str, str], ...]
    matrix: tuple[ComparedLine, ...]
    sides: tuple[tuple[str, tuple[ComparedLine, ...]], ...]
    text: tuple[tuple[str, tuple[tuple[Run, ...], ...]], ...]
