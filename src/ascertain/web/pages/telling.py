"""A mistake in; the sentences by which a page tells of it out."""

from __future__ import annotations

from ascertain.rulebook.mistakes import Mistake


def told(mistake: Mistake) -> str:
    """What is wrong, and what to do about it."""
    return f"{_sentence(mistake.message)} {_sentence(mistake.help)}".strip()


def _sentence(text: str) -> str:
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")
