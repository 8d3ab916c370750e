"""What the law behind an answer was encoded from, and how surely, as the rulebook's encoders marked it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ascertain.publish.jsonout import Json
from ascertain.publish.sheet import Column, Sheet, widest
from ascertain.rulebook.confidence import Mark, mark_of, sources_of
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Program
from ascertain.rulebook.model.sources import Authority

_CONFIDENCE_WIDTH = 30


def law_sources(provisions: Iterable[str], rulebook: Rulebook) -> list[Json]:
    """The authorities of some provisions, each once, in the order of the provisions.

    Of each the ``parts`` are those of the provisions that are marked otherwise than the authority as a whole.

    Args:
        provisions: Ids of provisions or authorities.
        rulebook: The law.
    """
    return [
        {
            "authority": authority.id,
            "title": authority.title,
            "sources": list(authority.sources),
            "confidence": authority.confidence,
            "parts": [{"provision": part, "confidence": mark.confidence} for part, mark in parts.items()],
        }
        for authority, parts in _of_each(provisions, rulebook)
    ]


def encoded_words(provisions: Iterable[str], rulebook: Rulebook) -> Iterator[str]:
    """Yield the same in words: for each authority how sure its encoding is, and what it was encoded from.

    Args:
        provisions: Ids of provisions or authorities.
        rulebook: The law.
    """
    for authority, parts in _of_each(provisions, rulebook):
        told = f"{authority.id} ({_sureness(authority, parts)})"
        yield f"{told}: {'; '.join(authority.sources)}" if authority.sources else told


def sources_sheet(provisions: Iterable[str], rulebook: Rulebook) -> Sheet:
    """The same as a table, a row for each authority.

    Args:
        provisions: Ids of provisions or authorities.
        rulebook: The law.
    """
    rows = [
        (authority.id, "; ".join(authority.sources), _sureness(authority, parts))
        for authority, parts in _of_each(provisions, rulebook)
    ]
    confidence = Column("Confidence", min(widest(row[2] for row in rows), _CONFIDENCE_WIDTH))
    columns = (Column("Authority", widest(row[0] for row in rows)), Column("Encoded from"), confidence)
    return Sheet("What the law was encoded from", columns, rows)


def _of_each(provisions: Iterable[str], rulebook: Rulebook) -> Iterator[tuple[Authority, dict[str, Mark]]]:
    """Each authority, with the marks of those of the provisions that have one of their own."""
    found: dict[str, dict[str, Mark]] = {}
    for provision in map(rulebook.provisions.__getitem__, provisions):
        parts, mark = found.setdefault(provision.authority, {}), mark_of(provision, rulebook)
        if mark.of != provision.authority:
            parts[provision.id] = mark
    for name, marks in found.items():
        yield rulebook.authorities[name], marks


def _sureness(authority: Authority, parts: dict[str, Mark]) -> str:
    own = [f"{part}: {mark.confidence}" for part, mark in parts.items() if mark.confidence != authority.confidence]
    return ", ".join([authority.confidence, *own])


def program_source(program: Program, rulebook: Rulebook) -> Json:
    """What a program was encoded from, and how surely; null where nothing says so."""
    return {
        "program": program.id,
        "name": program.name,
        "sources": list(sources_of(program, rulebook)),
        "confidence": mark_of(program, rulebook).confidence or None,
    }
