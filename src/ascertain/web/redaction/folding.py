"""Text in; the letters that it comes to, whatever lies between them, and where in the text each stood, out.

Spaces, line breaks, hyphens and signs without a shape are dropped, ligatures are taken apart: a word matches where it
is broken over lines, spaced out or drawn letter by letter. That matches too much rather than too little.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_DROPPED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zs", "Zl", "Zp", "Pd"})
_ALIKE = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "−": ""})


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded letters, and for each the index of the character that it comes from."""

    text: str
    origins: tuple[int, ...]


class _Letters(dict[int, str]):
    """What each character comes to, found out once."""

    def __missing__(self, code: int) -> str:
        kept = unicodedata.normalize("NFKD", chr(code)).translate(_ALIKE)
        self[code] = "".join(one for one in kept if unicodedata.category(one) not in _DROPPED)
        return self[code]


_TABLE = _Letters()


def fold(text: str, ignore_case: bool) -> Folded:
    """The letters of a text, each with where it stood."""
    pairs = [(one, place) for place, character in enumerate(text) for one in letters_of(character, ignore_case)]
    return Folded("".join(one for one, _ in pairs), tuple(place for _, place in pairs))


def letters_of(text: str, ignore_case: bool) -> str:
    """The letters of a text alone, which is quicker."""
    letters = text.translate(_TABLE)
    return letters.casefold().translate(_TABLE) if ignore_case else letters


def matches(folded: Folded, wanted: str) -> list[tuple[int, int]]:
    """Where folded words stand in a text: first and last index, those that overlap too."""
    found, start = [], folded.text.find(wanted)
    while start >= 0:
        found.append((folded.origins[start], folded.origins[start + len(wanted) - 1]))
        start = folded.text.find(wanted, start + 1)
    return found
