"""The legal basis of a request: the provisions that look at what is asked, as they stand on the day asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ascertain.law.force import LawOn
from ascertain.law.model import ForceState, Matter
from ascertain.publish.html.names import CITED_BY_NUMBER
from ascertain.publish.html.words import listed, moment
from ascertain.publish.letter.model import Block, Heading, Paragraph, Quote
from ascertain.publish.letter.order import Order
from ascertain.rulebook.confidence import mark_of
from ascertain.rulebook.model.sources import Authority, Provision

_FIRST = re.compile(r"\s*[;,]")
_SEEN = {
    "verified-in-part": "The source was checked in part.",
    "memory": "Stated from memory; the source was not checked.",
}
_FORCE = {
    ForceState.IN_FORCE: "In force",
    ForceState.NOT_LAW: "Never law",
    ForceState.NOT_YET: "Not yet in force",
    ForceState.ENDED: "Ended",
    ForceState.SUSPENDED: "Suspended",
    ForceState.OUT_OF_SCOPE: "Of no reach",
    ForceState.OPEN: "Whether it is in force is open",
}


def cited(authority: Authority, on: date) -> str:
    """The citation of an authority that is valid on a day: the latest that is surely in use by then, else the first."""
    by_then = [one for one in authority.citations if one.start is None or one.start.reached(on) is True]
    latest = max(by_then, key=lambda one: one.start.latest if one.start else date.min, default=None)
    return (latest or authority.citations[0]).text if authority.citations else authority.title


def seen(confidence: str) -> str:
    """A sentence on how much of an entry was seen in a source; empty where that is all of it, or nothing is said."""
    return _SEEN.get(confidence, "")


def basis(order: Order) -> Iterator[Block]:
    """Yield each authority once, and below it each provision that looks at an item: its force and its words."""
    provisions = dict.fromkeys(provision for item in order.agenda.items for provision in item.because)
    held = [order.rulebook.provisions[provision] for provision in provisions]
    for authority in dict.fromkeys(provision.authority for provision in held):
        parts = [provision for provision in held if provision.authority == authority]
        quoted = all(provision.quote for provision in parts)
        yield from _authority(order.rulebook.authorities[authority], order, quoted)
        for provision in parts:
            yield from _provision(provision, order)


def heading_of(provision: Provision, order: Order) -> str:
    """A provision by its heading and what lawyers call the authority that it is part of on the day asked about."""
    authority = order.rulebook.authorities[provision.authority]
    by_number = authority.kind in CITED_BY_NUMBER
    name = _FIRST.split(cited(authority, order.agenda.on))[0] if by_number else authority.title
    return name if provision.id == authority.id else f"{provision.heading} ({name})"


def _authority(authority: Authority, order: Order, quoted: bool) -> Iterator[Block]:
    yield Heading(2, authority.title)
    issued = f"Issued by {authority.issuer}, {moment(authority.issued)}."
    parts = _sentence(cited(authority, order.agenda.on)), issued, seen(authority.confidence)
    yield Paragraph(" ".join(filter(None, parts)))
    if not quoted and authority.summary:
        yield Paragraph(authority.summary, "In short, in our words")


def _provision(provision: Provision, order: Order) -> Iterator[Block]:
    label = "The whole" if provision.id == provision.authority else provision.heading
    words = "It says:" if provision.quote else "Its words are not quoted here."
    own = mark_of(provision, order.rulebook)
    part = "" if own.of == provision.authority else seen(own.confidence) or "The source of this part was checked."
    yield Paragraph(" ".join(filter(None, (_force(provision, order), part, words))), label)
    if provision.quote:
        yield Quote(" ".join(provision.quote.split()))


def _force(provision: Provision, order: Order) -> str:
    """Whether it binds on the day, under each program that it is looked at under where that differs."""
    agenda, rulebook = order.agenda, order.rulebook
    programs = dict.fromkeys(
        asked.program for item in agenda.items for asked, one in item.serves if provision.id in one.because
    )
    states: dict[ForceState, list[str]] = {}
    for program in programs:
        matter = Matter(agenda.government, rulebook.programs.get(program), agenda.on, agenda.known)
        state = LawOn(rulebook, matter).force(provision.id).state
        states.setdefault(state, []).append(rulebook.programs[program].name if program else "")
    if len(states) == 1:
        (state,) = states
        nobody = rulebook.authorities[provision.authority].binds.is_nobody
        return f"{'Binds no one' if nobody and state is ForceState.OUT_OF_SCOPE else _FORCE[state]}."
    return " ".join(f"{_FORCE[state]} {_under(names)}." for state, names in states.items())


def _under(names: list[str]) -> str:
    return "under " + listed([name or "no program" for name in names])


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
