"""Where law comes from: authorities, their provisions, what these do to each other, and contested points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.parties import Scope
from ascertain.rulebook.model.terms import Place


@dataclass(frozen=True, slots=True)
class Citation:
    """A dated alias of an authority."""

    text: str
    start: Moment | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """A source of law. ``binds`` is whom it reaches; ``in_force`` its own intervals, empty if never law."""

    id: str
    kind: str
    title: str
    citations: tuple[Citation, ...]
    issuer: str
    issued: Moment
    in_force: tuple[Interval, ...]
    binds: Scope
    sources: tuple[str, ...]
    confidence: str
    place: Place
    notes: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Untranslated:
    """What a provision says that is not encoded, and why; ``confidence`` is empty where it is the provision's."""

    text: str
    because: str
    place: Place
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Provision:
    """An addressable part of an authority.

    ``in_force``, ``binds`` and ``confidence`` override the authority's where given.
    """

    id: str
    authority: str
    heading: str
    parent: str | None
    place: Place
    quote: str = ""
    quote_digest: str = ""
    commentary: str = ""
    in_force: tuple[Interval, ...] | None = None
    binds: Scope | None = None
    untranslated: tuple[Untranslated, ...] = ()
    confidence: str = ""


class Verb(StrEnum):
    """What an authority can do to another. See docs/reference/language.md for each one's effect on force."""

    SUSPENDS = "suspends"
    STAYS = "stays"
    LIFTS = "lifts"
    NARROWS = "narrows"
    EXTENDS = "extends"
    ENDS = "ends"
    REVERSES = "reverses"
    VACATES = "vacates"
    REVOKES = "revokes"
    REPLACES = "replaces"
    AMENDS = "amends"
    REINSTATES = "reinstates"
    BINDS = "binds"
    AFFIRMS = "affirms"
    CLARIFIES = "clarifies"


@dataclass(frozen=True, slots=True)
class CarveOut:
    """A provision that a suspension leaves alone, in the order's own terms."""

    provision: str
    text: str


@dataclass(frozen=True, slots=True)
class Effect:
    """One act of a provision (``source``) on another (``target``).

    ``effective`` is ``None`` where the day it takes effect is open (a mandate not known to have issued); it is
    then not before ``not_before``. ``scope`` is ``None`` where it reaches whomever the source binds. ``to`` is the
    new scope of *narrows* and *extends*. For *binds*, ``target`` is a contested point and ``reading`` its reading.
    """

    verb: Verb
    source: str
    target: str
    issued: Moment
    effective: Moment | None
    place: Place
    not_before: Moment | None = None
    until: Moment | None = None
    scope: Scope | None = None
    to: Scope | None = None
    reading: str = ""
    carve_outs: tuple[CarveOut, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One of several competing interpretations; ``held_by`` names governments, authorities or parties.

    ``confidence`` is empty where it is the point's.
    """

    point: str
    name: str
    text: str
    held_by: tuple[str, ...]
    place: Place
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A contested point of law: exactly one of its readings is right.

    ``confidence`` is empty where it is the provision's.
    """

    id: str
    question: str
    provision: str
    readings: tuple[Reading, ...]
    place: Place
    confidence: str = ""
