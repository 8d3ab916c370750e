"""The words that a claim quotes and a plain text in; whether they stand there, however the lines are broken, out."""

from __future__ import annotations

from pathlib import Path


def stands_in(quote: str, text: Path) -> bool:
    """Whether a file of plain text holds these words, and surely where there are none to hold.

    Raises:
        OSError: It cannot be read.
    """
    return " ".join(quote.split()) in " ".join(text.read_text("utf-8", "replace").split())
