"""How sure it is that a response or an entry makes an argument, and what a decision is encoded from, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ascertain.docket.comparison import Cell, Line, Ruling
from ascertain.docket.model import Argument, Entry
from ascertain.publish.html.words import listed
from ascertain.rulebook.confidence import CONFIDENCES, WEAKER, mark_of
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


def ruling_words(ruling: Ruling, rulebook: Rulebook, argument: Argument) -> str:
    """A decision by its title, day and mark; a bare citation has no day on record."""
    held = rulebook.authorities.get(ruling.court)
    named = f"{held.title} ({ruling.issued})" if held else f"{ruling.court} (day not on record)"
    return f"{named}{court_mark(ruling.court, rulebook, argument)}"


def court_mark(court: str, rulebook: Rulebook, argument: Argument) -> str:
    """What a decision is encoded or recorded from, in brackets; nothing where it was seen."""
    words = WEAKER.get(court_confidence(court, rulebook, argument))
    how = "encoded" if court in rulebook.provisions else "recorded"
    return f" [{how} from {words}]" if words else ""


def court_confidence(court: str, rulebook: Rulebook, argument: Argument) -> str:
    """How sure a decision is: as the rulebook marks it, of a bare citation as the argument that cites it is marked."""
    held = rulebook.provisions.get(court)
    return mark_of(held, rulebook).confidence if held else argument.confidence


def _best(marks: Iterable[str]) -> str:
    return min(filter(None, marks), key=CONFIDENCES.index, default="")


def _weak(mark: str) -> str:
    return mark if mark in WEAKER else ""
