"""A Markdown file split into front matter, headings, quotes, prose and fences, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.terms import Place
from ascertain.rulebook.raw import Text

FENCES = ("terms", "rules", "table", "force", "cases", "untranslated", "accepted")
_SHOWN_ONLY = ("", "text")

_HEADING = re.compile(r"(#{1,6}) +(.*?)(?: *\{(.*)\})? *#* *$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,}) *([^`]*?) *$")
_QUOTE = re.compile(r" {0,3}> ?(.*)$")


@dataclass(frozen=True, slots=True)
class Heading:
    """``braces`` is what stands between ``{`` and ``}`` after the title, if anything does."""

    level: int
    title: Text
    braces: Text | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote: the law's own words."""

    text: Text


@dataclass(frozen=True, slots=True)
class Prose:
    text: Text


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block of code; its first line stands at ``start`` (counted from 1).

    ``below`` are the lines of the Markdown table right after a ``table`` fence, each with its place.
    """

    kind: str
    start: int
    lines: tuple[str, ...]
    below: tuple[Text, ...] = ()


Block = Heading | Quote | Prose | Fence


@dataclass(frozen=True, slots=True)
class Page:
    """One file: the lines of its front matter (which begin on line 2), ``None`` where it has none, and its blocks.

    ``broken`` says that the front matter is never closed, so that nothing in the file can be read.
    """

    file: str
    front: tuple[str, ...] | None
    blocks: tuple[Block, ...]
    broken: bool = False


def split(file: str, lines: Sequence[str], reporter: Reporter) -> Page:
    """Split one file.

    Args:
        file: The file's name, for places.
        lines: Its lines.
        reporter: Takes what is wrong: a front matter or fence left open, an unknown fence.
    """
    front, at = _front_matter(file, lines, reporter)
    broken = front is None and at > 0
    blocks: list[Block] = []
    while at < len(lines):
        line = lines[at]
        if fence := _FENCE.match(line):
            end = _closing(lines, at + 1, fence[1])
            if end is None:
                message = "this fence is never closed"
                reporter.add("A106", message, Place(file, at + 1, 1), help=f"add a line {fence[1]} where it ends")
                end = len(lines)
            kind = fence[2].strip().lower()
            if kind in FENCES:
                below = tuple(_table_after(file, lines, end + 1)) if kind == "table" else ()
                blocks.append(Fence(kind, at + 2, tuple(lines[at + 1 : end]), below))
                end = below[-1].place.line - 1 if below else end
            elif kind not in _SHOWN_ONLY:
                help_line = did_you_mean(kind, FENCES, f"use {', '.join(FENCES)}, or text for what is only shown")
                place = Place(file, at + 1, line.index(fence[1]) + len(fence[1]) + 1)
                reporter.add("A107", f'there is no kind of fence called "{_short(kind)}"', place, help=help_line)
            at = end + 1
        elif heading := _HEADING.match(line):
            blocks.append(_heading(file, at + 1, heading))
            at += 1
        elif _QUOTE.match(line):
            end = at
            while end < len(lines) and _QUOTE.match(lines[end]):
                end += 1
            inner = "\n".join(match[1] for match in map(_QUOTE.match, lines[at:end]) if match)
            blocks.append(Quote(Text(inner.strip(), Place(file, at + 1, 1))))
            at = end
        else:
            end = at
            while end < len(lines) and not any(shape.match(lines[end]) for shape in (_FENCE, _HEADING, _QUOTE)):
                end += 1
            if prose := "\n".join(lines[at:end]).strip():
                blocks.append(Prose(Text(prose, Place(file, at + 1, 1))))
            at = end
    return Page(file, front, tuple(blocks), broken)


def _table_after(file: str, lines: Sequence[str], at: int) -> Iterator[Text]:
    """The lines of the Markdown table that begins at a line or after empty ones."""
    while at < len(lines) and not lines[at].strip():
        at += 1
    while at < len(lines) and lines[at].lstrip().startswith("|"):
        yield Text(lines[at].rstrip(), Place(file, at + 1, 1))
        at += 1


def _front_matter(file: str, lines: Sequence[str], reporter: Reporter) -> tuple[tuple[str, ...] | None, int]:
    if not lines or lines[0].rstrip() != "---":
        return None, 0
    for at in range(1, len(lines)):
        if lines[at].rstrip() == "---":
            return tuple(lines[1:at]), at + 1
    reporter.add("A105", "the front matter is never closed", Place(file, 1, 1), help="add a line --- where it ends")
    return None, len(lines)


def _closing(lines: Sequence[str], start: int, marks: str) -> int | None:
    for at in range(start, len(lines)):
        line = lines[at].strip()
        if line and set(line) == {marks[0]} and len(line) >= len(marks):
            return at
    return None


def _heading(file: str, number: int, match: re.Match[str]) -> Heading:
    title = Text(match[2].strip(), Place(file, number, match.start(2) + 1))
    braces = None if match[3] is None else Text(match[3], Place(file, number, match.start(3) + 1))
    return Heading(len(match[1]), title, braces)


def _short(word: str) -> str:
    return word if len(word) <= 40 else word[:40] + "…"
