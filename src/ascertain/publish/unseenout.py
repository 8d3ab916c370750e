"""What the rows of a sheet rest on that was not wholly seen in a source, as notes below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ascertain.findings.answers.unseen import unseen, unseen_words
from ascertain.findings.model import Turn
from ascertain.findings.timelines.timeline import Span
from ascertain.law.model import Force
from ascertain.rulebook.confidence import Mark
from ascertain.rulebook.model.book import Rulebook

Row = TypeVar("Row")


def with_marks(
    rows: Iterable[Row], marks_of: Callable[[Row], Iterable[Mark]], notes: Iterable[str] = ()
) -> tuple[Iterator[Row], Iterator[str]]:
    """Rows as they come, and the notes that have gathered once all of them have come.

    Args:
        rows: Whatever makes a row.
        marks_of: The marks of what a row rests on.
        notes: What else is to be said below.

    Returns:
        The same rows, and the notes: those given, then a sentence for each mark.
    """
    marks: dict[Mark, None] = {}

    def watched() -> Iterator[Row]:
        for row in rows:
            marks.update(dict.fromkeys(marks_of(row)))
            yield row

    def told() -> Iterator[str]:
        yield from notes
        yield from unseen_words(marks)

    return watched(), told()


def force_marks(force: Force, rulebook: Rulebook) -> tuple[Mark, ...]:
    """The marks of a provision and of the acts that decide its force, where they are less than *verified*."""
    decisive = (link.provision for link in force.chain if link.decisive)
    return unseen(rulebook, None, (force.provision, *decisive))


def timeline_marks(span: Span, rulebook: Rulebook) -> tuple[Mark, ...]:
    """The marks of what an interval's answer turns on and of the acts that end it.

    A settled answer over a period is told without its reason, which only the answer on a day works out.
    """
    readings = (Turn("reading", point, "", _named(point, rulebook)) for point in span.told.turns.readings)
    facts = (Turn("fact", term, "") for term in span.told.turns.facts)
    ending = (event.id for event in span.ended_by if event.id in rulebook.provisions)
    return unseen(rulebook, span.inquiry.program, ending, (*readings, *facts))


def _named(point: str, rulebook: Rulebook) -> tuple[str, ...]:
    return tuple(reading.name for reading in rulebook.points[point].readings)
