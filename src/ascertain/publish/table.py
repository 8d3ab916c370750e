"""Sheets as text for a terminal: columns where there is room, one record under the other where there is not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ascertain.publish.sheet import Sheet

_GAP = "  "
_LEAST = 18
"""A column that wraps is no narrower than this; below it a table is harder to read than a list."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a table is shown.

    Args:
        width: Characters in a line.
        bold: Whether the terminal shows emphasis; never the only bearer of a meaning.
    """

    width: int = 100
    bold: bool = False

    def strong(self, text: str) -> str:
        """The text, emphasised where the screen can."""
        return f"\x1b[1m{text}\x1b[0m" if self.bold and text else text


def render(sheet: Sheet, screen: Screen) -> Iterator[str]:
    """Yield the lines of one sheet, each row as soon as it is known."""
    if sheet.title:
        for line in wrap(sheet.title, screen.width):
            yield screen.strong(line)
    if sheet.columns:
        widths = _fit(sheet, screen.width)
        yield from _columns(sheet, widths, screen) if widths else _records(sheet, screen)
    for note in sheet.notes:
        yield from wrap(f"note: {note}", screen.width, hang=6)


def clean(text: str) -> str:
    """The text without what could steer a terminal: control and direction characters from a record are shown as �."""
    if text.isprintable():
        return text
    return "".join("\ufffd" if unicodedata.category(sign) in ("Cc", "Cf") and sign != "\n" else sign for sign in text)


def wrap(text: str, width: int, hang: int = 0) -> list[str]:
    """Break a text at its spaces into lines of ``width``, all but the first indented by ``hang``."""
    lines: list[str] = []
    for paragraph in clean(text).split("\n"):
        line = ""
        for word in paragraph.split():
            while word:
                room = max(width - (hang if lines else 0), 8)
                if line and len(line) + 1 + len(word) <= room:
                    line, word = f"{line} {word}", ""
                elif line:
                    lines.append(line)
                    line = ""
                elif len(word) <= room:
                    line, word = word, ""
                else:
                    lines.append(word[:room])
                    word = word[room:]
        lines.append(line)
    return [lines[0], *(" " * hang + line for line in lines[1:])]


def _fit(sheet: Sheet, width: int) -> tuple[int, ...]:
    """The width of each column, or none if the sheet cannot be shown as columns."""
    fixed = [max(len(column.title), column.width) if column.width else 0 for column in sheet.columns]
    loose = fixed.count(0)
    room = width - sum(fixed) - len(_GAP) * (len(fixed) - 1)
    if room < loose * _LEAST:
        return ()
    share = room // loose if loose else 0
    return tuple(given or share for given in fixed)


def _columns(sheet: Sheet, widths: tuple[int, ...], screen: Screen) -> Iterator[str]:
    head = _GAP.join(column.title.ljust(width) for column, width in zip(sheet.columns, widths, strict=True))
    yield screen.strong(head.rstrip())
    yield _GAP.join("-" * width for width in widths)
    for row in sheet.rows:
        cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
        for level in range(max(len(cell) for cell in cells)):
            parts = (
                (cell[level] if level < len(cell) else "").ljust(width)
                for cell, width in zip(cells, widths, strict=True)
            )
            yield _GAP.join(parts).rstrip()


def _records(sheet: Sheet, screen: Screen) -> Iterator[str]:
    label = min(max(len(column.title) for column in sheet.columns), screen.width // 2)
    for row in sheet.rows:
        for line in wrap(row[0], screen.width):
            yield screen.strong(line)
        for column, cell in zip(sheet.columns[1:], row[1:], strict=True):
            if cell:
                first, *rest = wrap(cell, max(screen.width - label - 4, 8))
                yield f"  {column.title[:label].ljust(label)}  {first}"
                yield from (" " * (label + 4) + line for line in rest)
