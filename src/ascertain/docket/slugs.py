"""A title or a name in; the short form of it that a file or an id bears, out."""

from __future__ import annotations

import unicodedata

_LONGEST = 60


def slug_of(text: str, otherwise: str) -> str:
    """Small letters, digits and hyphens; accents are taken off the letters under them.

    Args:
        text: A title or a name.
        otherwise: What to take where nothing of it is left.
    """
    plain = unicodedata.normalize("NFKD", text.lower())
    kept = "".join(one for one in plain if not unicodedata.combining(one))
    words = "".join(one if one.isascii() and one.isalnum() else " " for one in kept).split()
    return "-".join(words)[:_LONGEST].rstrip("-") or otherwise
