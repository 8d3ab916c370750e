"""A finding as shown: answers, reasons, what it turns on, and the explanation as an outline."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.publish.html.strip import Strip
from ascertain.publish.html.views.basics import Answer, Cell, Link
from ascertain.publish.html.views.record import ClaimView


@dataclass(frozen=True, slots=True)
class Turning:
    """What an open finding depends on.

    ``kind`` is *fact* or *law*; ``confidence`` is how sure its meaning is, empty where nothing less than *verified*.
    """

    kind: str
    name: str
    ask: str
    options: tuple[str, ...]
    note: str
    link: Link | None = None
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Because:
    """One part of a sufficient reason: this, being so, is enough together with the others.

    ``by`` are the courts that bound a reading, or the orders that took force away.
    """

    kind: str
    name: str
    value: str
    link: Link | None = None
    by: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the explanation: a term or a rule with what it can yield, and what stands under it.

    ``kind`` is *term*, *rule*, *exception* or *fact*; ``speaks`` marks what decided the line above.
    """

    kind: str
    text: str
    shape: str
    word: str
    link: Link | None
    speaks: bool
    notes: tuple[str, ...]
    below: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A question answered for one government; ``chosen`` is the answer under the docket's standard.

    In brief, it has no explanation and no strip.
    """

    anchor: str
    question: str
    ask: str
    program: str
    cell: Cell
    chosen: Answer
    said: tuple[ClaimView, ...]
    because: tuple[Because, ...]
    turns: tuple[Turning, ...]
    authorities: tuple[Link, ...]
    notes: tuple[str, ...]
    explanation: Node | None
    strip: Strip | None
    receipt: tuple[tuple[str, str], ...]
