"""What the law behind an answer was encoded from, and how surely, as the rulebook's encoders marked it."""

from __future__ import annotations

from collections.abc import Iterable

from ascertain.publish.jsonout import Json
from ascertain.rulebook.confidence import Mark, mark_of
from ascertain.rulebook.model.book import Rulebook


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
