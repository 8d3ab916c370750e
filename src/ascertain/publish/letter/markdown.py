"""A letter as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascertain.publish.letter.model import Block, Heading, Letter, Paragraph, Points, Quote

_INLINE = re.compile(r"([\\`*_\[\]<>|~])")
_AT_START = re.compile(r"^(\s*)([#+-]|\d+(?=[.)]))")


def write(letter: Letter) -> Iterator[bytes]:
    """Yield the letter as its file holds it."""
    return ((line + "\n").encode() for line in render(letter))


def render(letter: Letter) -> Iterator[str]:
    """Yield the lines of the letter, without their ends."""
    yield f"# {_text(letter.title)}"
    yield ""
    for label, text in letter.head:
        # A line of its own each: two spaces at the end break a line where Markdown would join it with the next.
        yield f"**{_text(label)}:** {_text(text)}  " if label else f"{_start(text)}  "
    for block in letter.blocks:
        yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"{'#' * (level + 1)} {_text(text)}"
        case Paragraph(text, label):
            yield f"**{_text(label)}:** {_text(text)}".rstrip() if label else _start(text)
        case Quote(text):
            yield f"> {_start(text)}"
        case Points(items):
            yield from (f"- {_start(item)}" for item in items)


def _start(text: str) -> str:
    """A text at the beginning of a line, where a sign such as # or a number would mean more than itself."""
    return _AT_START.sub(lambda found: _escaped(found[1], found[2]), _text(text))


def _escaped(space: str, sign: str) -> str:
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"


def _text(text: str) -> str:
    return _INLINE.sub(r"\\\1", text)
