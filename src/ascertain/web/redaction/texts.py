"""A text and words in; the text with a sign of one length in their place, and what was done, out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ascertain.record.exhibits import sha256_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.redaction.folding import fold, letters_of, matches
from ascertain.web.redaction.marks import Found, Mark, Redacted, Words

SIGN = "████"
"""Stands for whatever was removed, however long it was."""


def redact_text(source: Path, marks: Sequence[Mark], out: Path) -> Redacted:
    """Write a plain text or Markdown anew without the marked words.

    Args:
        source: The text, in UTF-8.
        marks: What to remove.
        out: The file to write.

    Raises:
        WebError: A mark is a box, or found nowhere.
    """
    text = source.read_bytes().decode("utf-8")
    spans, found = [], []
    for place, mark in enumerate(marks):
        if not isinstance(mark, Words):
            message = f"mark {place + 1} is a box, and a text has no pages"
            raise WebError(Code.UNFIT_MARK, message, "give the words to remove")
        where = matches(fold(text, mark.ignore_case), letters_of(mark.text, mark.ignore_case))
        if not where:
            message = f"the words of mark {place + 1} stand nowhere in the document"
            raise WebError(Code.NOT_FOUND, message, "correct them as they are written there")
        spans += where
        found.append(Found(place, ((1, len(where)),)))
    result = _without(text, spans)
    for place, mark in enumerate(marks):
        if isinstance(mark, Words) and letters_of(mark.text, mark.ignore_case) in letters_of(result, mark.ignore_case):
            message = f"the words of mark {place + 1} were still found after they had been removed"
            raise WebError(Code.SURVIVED, message + ", so nothing was written", "mark a longer passage")
    out.write_bytes(result.encode())
    return Redacted(sha256_of(source), sha256_of(out), tuple(found))


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    kept, end = [], 0
    for first, last in sorted(spans):
        if first >= end:
            kept += [text[end:first], SIGN]
        end = max(end, last + 1)
    return "".join([*kept, text[end:]])
