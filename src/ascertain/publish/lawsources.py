"""What the law behind an answer was encoded from, and how surely, as the rulebook's encoders marked it."""

from __future__ import annotations

from collections.abc import Iterable

from ascertain.publish.jsonout import Json
from ascertain.rulebook.model.book import Rulebook


def law_sources(provisions: Iterable[str], rulebook: Rulebook) -> list[Json]:
    """The authorities of some provisions, each once, in the order of the provisions.

    Args:
        provisions: Ids of provisions or authorities.
        rulebook: The law.
    """
    found = dict.fromkeys(rulebook.provisions[provision].authority for provision in provisions)
    return [
        {
            "authority": authority.id,
            "title": authority.title,
            "sources": list(authority.sources),
            "confidence": authority.confidence,
        }
        for authority in map(rulebook.authorities.__getitem__, found)
    ]
