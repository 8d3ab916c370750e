"""How sure it is that a response or an entry makes an argument, and what a decision is encoded from, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ascertain.docket.comparison import Cell, Line, Ruling
from ascertain.docket.model import Entry
from ascertain.publish.html.words import listed
from ascertain.rulebook.confidence import CONFIDENCES, WEAKER
from ascertain.rulebook.model.book import Rulebook


def cell_mark(cell: Cell) -> str:
    """The mark of the best source that a government makes the argument, where it is less than *verified*."""
    return _weak(_best(source.confidence for source in cell.sources))


def making_words(line: Line, name: Callable[[str], str]) -> str:
    """For whom it is recalled, or was seen in part only, that they make the argument, in brackets; or nothing."""
    marks = {cell.government: cell_mark(cell) for cell in line.cells}
    bearers = {mark: [name(one) for one, held in marks.items() if held == mark] for mark in WEAKER}
    return "".join(f" [recorded from {WEAKER[mark]}: {listed(who)}]" for mark, who in bearers.items() if who)


def entries_words(line: Line) -> str:
    """The same of an argument that stands in entries other than responses, or in none."""
    marks = [line.argument.confidence, _best(entry.confidence for entry in line.entries)]
    weakest = max(filter(None, marks), key=CONFIDENCES.index, default="")
    return f" [recorded from {WEAKER[weakest]}]" if weakest in WEAKER else ""


def entry_words(entry: Entry, mark: str) -> str:
    """An entry by its number with a mark beside it, as a table has room for it."""
    return f"entry {entry.number}" + (f", {mark}" if mark in WEAKER else "")


def ruling_words(ruling: Ruling, rulebook: Rulebook) -> str:
    """A decision by its title, day and mark; a bare citation has no day on record."""
    held = rulebook.authorities.get(ruling.court)
    mark = ruling_mark(ruling, rulebook)
    return f"{held.title} ({ruling.issued}){mark}" if held else f"{ruling.court} (day not on record)"


def ruling_mark(ruling: Ruling, rulebook: Rulebook) -> str:
    """What a decision on record is encoded from, in brackets; nothing where it was seen, or is a bare citation."""
    held = rulebook.authorities.get(ruling.court)
    words = WEAKER.get(held.confidence) if held else None
    return f" [encoded from {words}]" if words else ""


def _best(marks: Iterable[str]) -> str:
    return min(filter(None, marks), key=CONFIDENCES.index, default="")


def _weak(mark: str) -> str:
    return mark if mark in WEAKER else ""
