"""The law as shown: an authority, its provisions, their force, and what one does to another."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.publish.html.prose import Block
from ascertain.publish.html.views.basics import Link
from ascertain.rulebook.model.sources import Authority, Untranslated


@dataclass(frozen=True, slots=True)
class ChainLink:
    link: Link
    verb: str
    when: str
    whom: str
    note: str
    decisive: bool


@dataclass(frozen=True, slots=True)
class ForceLine:
    """Force of a provision over the period shown, for governments for whom it is the same."""

    whom: str
    spans: tuple[tuple[str, str, str], ...]
    today: str
    today_shape: str
    chain: tuple[ChainLink, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """One act of a provision on another, told from either end; ``later`` means after the known day."""

    verb: str
    source: Link
    target: Link
    issued: str
    effective: str
    until: str
    whom: str
    to: str
    carved_out: tuple[str, ...]
    note: str
    later: bool


@dataclass(frozen=True, slots=True)
class ReadingView:
    name: str
    text: str
    held_by: tuple[Link, ...]
    bound: tuple[Deed, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class PointView:
    anchor: str
    question: str
    readings: tuple[ReadingView, ...]
    live: tuple[tuple[str, str], ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class ProvisionView:
    anchor: str
    heading: str
    depth: int
    quote: str
    commentary: tuple[Block, ...]
    untranslated: tuple[Untranslated, ...]
    rules: tuple[tuple[str, str], ...]
    force: tuple[ForceLine, ...]
    force_of_parent: bool
    confidence: str


@dataclass(frozen=True, slots=True)
class AuthorityPage:
    anchor: str
    authority: Authority
    cited: str
    issued: str
    in_force: tuple[str, ...]
    binds: str
    later: bool
    provisions: tuple[ProvisionView, ...]
    does: tuple[Deed, ...]
    undergoes: tuple[Deed, ...]
    points: tuple[PointView, ...]
