"""What the law behind an answer was encoded from, and how surely, as the rulebook's encoders marked it."""

from __future__ import annotations

from collections.abc import Iterable

from ascertain.publish.jsonout import Json
from ascertain.rulebook.confidence import Mark, mark_of, sources_of
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Program


def law_sources(provisions: Iterable[str], rulebook: Rulebook) -> list[Json]:
    """The authorities of some provisions, each once, in the order of the provisions.

    Of each the ``parts`` are those of the provisions that are marked otherwise than the authority as a whole.

    Args:
        provisions: Ids of provisions or authorities.
        rulebook: The law.
    """
    found: dict[str, dict[str, Mark]] = {}
    for provision in map(rulebook.provisions.__getitem__, provisions):
        parts, mark = found.setdefault(provision.authority, {}), mark_of(provision, rulebook)
        if mark.of != provision.authority:
            parts[provision.id] = mark
    return [
        {
            "authority": authority.id,
            "title": authority.title,
            "sources": list(authority.sources),
            "confidence": authority.confidence,
            "parts": [{"provision": part, "confidence": mark.confidence} for part, mark in parts.items()],
        }
        for authority, parts in ((rulebook.authorities[name], parts) for name, parts in found.items())
    ]


def program_source(program: Program, rulebook: Rulebook) -> Json:
    """What a program was encoded from, and how surely; null where nothing says so."""
    return {
        "program": program.id,
        "name": program.name,
        "sources": list(sources_of(program, rulebook)),
        "confidence": mark_of(program, rulebook).confidence or None,
    }
