"""Text for a drawing, which cannot wrap by itself: how wide it is at most, and where its lines break."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ascertain.publish.table import clean

_NARROW = frozenset("ijlI.,:;'’‘|! \u00a0")
_SLIM = frozenset("tfr()[]{}/\\-`")
_WIDE = frozenset("mwMW@%—…&")


def width(text: str, size: float, bold: bool = False) -> float:
    """The most that a line takes in any common sans-serif face, in the unit of ``size``.

    A drawing shows in whatever face is there; the widths are those of DejaVu Sans, the widest of the usual ones.
    """
    return sum(map(_em, text)) * size * (1.13 if bold else 1.0)


def _em(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.05
    if sign in _NARROW:
        return 0.35
    if sign in _SLIM:
        return 0.43
    if sign in _WIDE:
        return 1.02
    return 0.72 if sign.isupper() else 0.64


def broken(text: str, room: float, size: float, bold: bool = False) -> Iterator[str]:
    """The lines of a text, none wider than ``room``; a word that is too long by itself is broken.

    Args:
        text: Any text; control characters are shown as �.
        room: The width to keep within, at least as wide as a few letters.
        size: The size of the letters, in the same unit.
        bold: Whether they are bold.
    """
    line = ""
    joined_up = " ".join(clean(text).split()).replace("§ ", "§\u00a0")
    for word in joined_up.split(" "):
        joined = f"{line} {word}" if line else word
        if width(joined, size, bold) <= room:
            line = joined
            continue
        if line:
            yield line
        line = word
        while width(line, size, bold) > room:
            fits = next(at for at in range(len(line), 0, -1) if width(line[:at], size, bold) <= room or at == 1)
            yield line[:fits]
            line = line[fits:]
    if line:
        yield line
