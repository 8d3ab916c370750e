"""A page in; its characters and where they are drawn, and where marked words stand among them, out."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from ascertain.web.redaction.folding import fold, letters_of, matches
from ascertain.web.redaction.marks import Words

_BREAK = 0x2
"""What stands for a hyphen at which a word is broken."""
_SAME_LINE = 0.4
"""How far two baselines of one line may lie apart, as a share of the height of a character."""
_QUARTERS = 4

Area = tuple[float, float, float, float]
"""Left, bottom, right and top in the page's own coordinates."""


@dataclass(frozen=True, slots=True)
class Character:
    """A character as it is drawn: where its baseline begins, and what it covers at most."""

    sign: str
    x: float
    y: float
    area: Area

    @property
    def height(self) -> float:
        """The longer side of what it covers."""
        return max(self.area[3] - self.area[1], self.area[2] - self.area[0], 1.0)


_NOWHERE: Area = (0.0, 0.0, 0.0, 0.0)
Reading = Sequence[Character]


def characters_of(page: pypdfium2.PdfPage) -> list[Character]:
    """The characters of a page in the order in which they are drawn; spaces and line breaks that are only inferred,
    too."""
    text = page.get_textpage()
    try:
        return [_character(text, index) for index in range(text.count_chars())]
    finally:
        text.close()


def readings_of(drawn: Reading) -> Iterator[Reading]:
    """The characters in each order in which somebody could read them.

    As they are drawn, and line by line as they lie, for each way to turn the page: a word whose letters are drawn in
    another order, or turned, is a word all the same.
    """
    yield drawn
    shown = [one for one in drawn if one.sign.strip() and one.sign.isprintable()]
    for turn in range(_QUARTERS):
        yield [one for line in _lines(shown, turn) for one in line]


def places_of(drawn: Reading, words: Mapping[int, Words]) -> dict[int, list[tuple[Character, ...]]]:
    """Where words stand on a page: for each mark its places, and for each place the characters that are drawn there."""
    found: dict[int, dict[frozenset[int], tuple[Character, ...]]] = {mark: {} for mark in words}
    for reading in readings_of(drawn):
        text = "".join(one.sign for one in reading)
        folded = {ignore_case: fold(text, ignore_case) for ignore_case in {one.ignore_case for one in words.values()}}
        for mark, one in words.items():
            for first, last in matches(folded[one.ignore_case], letters_of(one.text, one.ignore_case)):
                match = tuple(char for char in reading[first : last + 1] if char.sign.strip() and char.area != _NOWHERE)
                found[mark].setdefault(frozenset(map(id, match)), match)
    return {mark: list(places.values()) for mark, places in found.items()}


def areas_of(place: Iterable[Character]) -> list[Area]:
    """What to cover so that no character of a place is seen, nor how wide each was: one area for each line."""
    areas: list[Area] = []
    before: Character | None = None
    for one in place:
        if before and _beside(before.area, one.area):
            areas[-1] = _around(areas[-1], one.area)
        else:
            areas.append(one.area)
        before = one
    return areas


def _character(text: pypdfium2.PdfTextPage, index: int) -> Character:
    code = pdfium.FPDFText_GetUnicode(text, index)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    tight = text.get_charbox(index)
    area = tight if pdfium.FPDFText_IsGenerated(text, index) else _around(tight, text.get_charbox(index, loose=True))
    sign = "-" if code == _BREAK else chr(code) if code < 0x110000 else "\ufffd"
    return Character(sign, x.value, y.value, area)


def _lines(shown: Reading, turn: int) -> Iterator[list[Character]]:
    cosine, sine = round(math.cos(turn * math.pi / 2)), round(math.sin(turn * math.pi / 2))

    def along(one: Character) -> float:
        return one.x * cosine + one.y * sine

    def down(one: Character) -> float:
        return one.x * sine - one.y * cosine

    line: list[Character] = []
    for one in sorted(shown, key=down):
        if line and down(one) - down(line[0]) > _SAME_LINE * line[0].height:
            yield sorted(line, key=along)
            line = []
        line.append(one)
    yield sorted(line, key=along)


def _around(one: Area, other: Area) -> Area:
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


def _beside(one: Area, other: Area) -> bool:
    """Whether two areas lie on one line, upright or turned, and close by each other."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    up = min(one[3], other[3]) - max(one[1], other[1])
    wide = min(one[2] - one[0], other[2] - other[0])
    high = min(one[3] - one[1], other[3] - other[1])
    near = 2 * max(wide, high)
    return (up > high / 2 and across > -near) or (across > wide / 2 and up > -near)
