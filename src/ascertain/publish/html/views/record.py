"""The record as shown: claims, facts, arguments, awards and dated entries."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.publish.html.prose import Block
from ascertain.publish.html.views.basics import Link


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Who said what, when, and where it can be read. ``against`` marks a claim with another value."""

    grade: str
    value: str
    said_by: str
    filed: str
    period: str
    ended: str
    entry: Link | None
    exhibit: str
    held: bool
    passage: str
    page: str
    note: str
    confidence: str
    sources: tuple[str, ...]
    against: bool


@dataclass(frozen=True, slots=True)
class TermView:
    """A plain fact under each standard, with the claims that give it and those that contradict it."""

    phrase: str
    ask: str
    confidence: str
    program: str
    values: tuple[tuple[str, str], ...]
    disputed: bool
    only_asserted: bool
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class RulingsView:
    """The courts for and against a reading of a point; without one, for and against the argument as a whole."""

    reading: str
    point: Link | None
    courts_for: tuple[Link, ...]
    courts_against: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ArgumentView:
    """A side's position with its best answer from the other side, and the courts on each."""

    anchor: str
    side: str
    statement: str
    reply: str
    rulings: tuple[RulingsView, ...]
    made_in: tuple[Link, ...]
    sources: tuple[str, ...]
    confidence: str
    notes: str


@dataclass(frozen=True, slots=True)
class AwardView:
    program: str
    amount: str
    qualities: str
    source: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class Event:
    """A dated entry that concerns a government, with the result it states if it states one."""

    when: str
    kind: str
    title: str
    by: str
    result: str
    provisional: bool
    quote: str
    link: Link
    authority: Link | None
    later: bool
    confidence: str
    sources: tuple[str, ...]
    text: tuple[Block, ...]
    about: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One member of the review: whether it was written to, whether it answered, what was then said of it.

    The three are separate records: a member need not have been sent a letter, nor a letter have been answered.
    """

    head: Link
    member: str
    basis: str
    sent: tuple[tuple[str, Link], ...]
    answered: tuple[tuple[str, Link], ...]
    results: tuple[tuple[str, str, Link], ...]
