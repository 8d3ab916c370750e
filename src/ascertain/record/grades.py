"""The standards of proof by name."""

from __future__ import annotations

from ascertain.record.model import STANDARDS, Grade


def parse_standard(text: str) -> Grade:
    """Read a standard, the lowest grade that a run accepts: ``asserted``, ``documented`` or ``found``.

    Raises:
        ValueError: The text names no standard.
    """
    for grade in STANDARDS:
        if grade.word == text.strip().lower():
            return grade
    words = ", ".join(grade.word for grade in STANDARDS[:-1])
    raise ValueError(f"expected a standard: {words} or {STANDARDS[-1].word}; got: {text}")
