"""Sheets as Markdown tables, for briefs and issue trackers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ascertain.publish.sheet import Sheet

_ESCAPED = str.maketrans({"\\": "\\\\", "|": "\\|", "<": "&lt;", "\n": " ", "*": "\\*", "_": "\\_", "`": "\\`"})


def render(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of one sheet: a heading, a table, its notes as a list."""
    if sheet.title:
        yield f"### {escape(sheet.title)}"
        yield ""
    if sheet.columns:
        yield _row(column.title for column in sheet.columns)
        yield "|" + "|".join("---" for _ in sheet.columns) + "|"
    for row in sheet.rows:
        yield _row(row)
    for number, note in enumerate(sheet.notes):
        yield from ([] if number else [""])
        yield f"- {escape(note)}"
    yield ""


@lru_cache(maxsize=4096)  # cells say the same over and over: names, days, standards
def escape(text: str) -> str:
    """The text as Markdown shows it literally, inside a table too."""
    return text.translate(_ESCAPED)


def _row(cells: Iterator[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(escape(cell) for cell in cells) + " |"
