"""A proof for the terminal, as a tree of guides that narrows with the screen, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from ascertain.publish.markdown import escape
from ascertain.publish.proof.cards import Card, Line
from ascertain.publish.table import Screen, wrap

_ROOM = 28
"""A text narrower than this is harder to read than a tree whose levels stand close together."""
_LEAST = 16


def as_text(card: Card, screen: Screen) -> Iterator[str]:
    """The lines of a proof: each part under the one that rests on it, its sources beside it."""
    depth = _depth(card)
    step = next((step for step in (3, 2) if screen.width - step * depth >= _ROOM), 1)
    yield from _branch(card, "", "", step, screen)


def _branch(card: Card, lead: str, rest: str, step: int, screen: Screen) -> Iterator[str]:
    room = max(screen.width - len(rest), _LEAST)
    label = card.label.upper()
    first, *more = wrap(f"{label} {card.head}", room, hang=min(2, step))
    yield _within(lead, screen) + screen.strong(first[: len(label)]) + first[len(label) :]
    beside = rest + ("│" if card.under else " ").ljust(step)
    shown = _within(rest, screen)
    yield from (shown + line for line in more)
    room = max(screen.width - len(beside), _LEAST)
    for line in card.lines:
        yield from (_within(beside, screen) + part for part in wrap(_told(line), room, hang=min(2, step)))
    for at, below in enumerate(card.under):
        last = at + 1 == len(card.under)
        branch = ("└" if last else "├") + "─" * (step - 1 - (step > 2)) + " " * (step > 2)
        yield from _branch(below, rest + branch, rest + (" " if last else "│").ljust(step), step, screen)


def _within(lead: str, screen: Screen) -> str:
    """The guides, of which the outer ones give way where there is no room for all."""
    return lead[max(len(lead) + _LEAST - screen.width, 0) :]


def _told(line: Line) -> str:
    return f"{line.label}: “{line.text}”" if line.quoted else f"{line.label}: {line.text}"


def _depth(card: Card) -> int:
    return 1 + max(map(_depth, card.under), default=0)


def as_markdown(card: Card, depth: int = 0) -> Iterator[str]:
    """The proof as a nested list: what each part is in bold, the words quoted in italics."""
    lead = "  " * depth
    yield f"{lead}- **{escape(card.label)}** {escape(card.head)}"
    for line in card.lines:
        text = f"*“{escape(line.text)}”*" if line.quoted else escape(line.text)
        yield f"{lead}  - {escape(line.label)}: {text}"
    for below in card.under:
        yield from as_markdown(below, depth + 1)
