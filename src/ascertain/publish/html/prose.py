"""The little Markdown that commentary uses: paragraphs, lists, headings, emphasis and code; all else stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_INLINE = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|\*\*(?P<bold>[^*]+)\*\*"
    r"|\*(?P<soft>[^*\s][^*]*)\*"
    r"|\[(?P<link>[^\]]+)\]\([^)]*\)"
)
_ITEM = re.compile(r"^(?:[-*]|\d+\.)\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one style: *plain*, *bold*, *soft* or *code*; with an anchor they lead somewhere in the page."""

    style: str
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A *paragraph* or *heading* of one item, or a *list* of several."""

    kind: str
    items: tuple[tuple[Run, ...], ...]


Resolve = Callable[[str], tuple[str, str] | None]
"""Turns a name between backticks into its words and place, where it stands for something in the page."""


def blocks(text: str, resolve: Resolve) -> tuple[Block, ...]:
    """The blocks of a text. A target of a link is left out: the page leads nowhere outside itself."""
    return tuple(_block(part.strip(), resolve) for part in re.split(r"\n\s*\n", text) if part.strip())


def _block(part: str, resolve: Resolve) -> Block:
    if part.startswith("#"):
        return Block("heading", (tuple(_runs(_flat(part.lstrip("#").strip()), resolve)),))
    if _ITEM.match(part):
        return Block("list", tuple(tuple(_runs(_flat(item), resolve)) for item in _items(part)))
    return Block("paragraph", (tuple(_runs(_flat(part), resolve)),))


def _items(part: str) -> Iterable[str]:
    held: list[str] = []
    for line in part.splitlines():
        if _ITEM.match(line.strip()) and held:
            yield " ".join(held)
            held = []
        held.append(_ITEM.sub("", line.strip()))
    yield " ".join(held)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _runs(text: str, resolve: Resolve) -> Iterable[Run]:
    at = 0
    for found in _INLINE.finditer(text):
        if found.start() > at:
            yield Run("plain", text[at : found.start()])
        style = found.lastgroup or "plain"
        words = found[style]
        known = resolve(words) if style == "code" else None
        if known is not None:
            yield Run("plain", *known)
        else:
            yield Run("plain" if style == "link" else style, words)
        at = found.end()
    if at < len(text):
        yield Run("plain", text[at:])
