"""What a finding rests on that the encoders of the rulebook did not wholly see in a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ascertain.findings.model import Ground, Turn
from ascertain.rulebook.confidence import WEAKER, Entry, mark_of
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Program
from ascertain.rulebook.model.terms import Term


def unseen(
    rulebook: Rulebook,
    program: Program | None,
    authorities: Iterable[str],
    turns: Iterable[Turn] = (),
    reason: Iterable[Ground] = (),
) -> Iterator[str]:
    """Yield a sentence for each mark that is less than *verified*, with all that bears it.

    Args:
        rulebook: The law.
        program: The program asked about, if any.
        authorities: The provisions that a finding rests on.
        turns: What it turns on: the meaning of a term, and competing readings, have marks as well.
        reason: Its sufficient reason.
    """
    named = [(turn.kind, turn.id, turn.options) for turn in turns]
    named += [(ground.kind, ground.id, (str(ground.value),)) for ground in reason]
    entries: list[Entry] = [rulebook.provisions[provision] for provision in authorities]
    entries += [*_entries(rulebook, named), *([program] if program else [])]
    marks = [mark_of(entry, rulebook) for entry in entries]
    for confidence, words in WEAKER.items():
        if bearers := dict.fromkeys(mark.of for mark in marks if mark.confidence == confidence):
            yield f"encoded from {words}: {', '.join(bearers)}"


def unseen_meaning(term: Term) -> tuple[str, ...]:
    """The same of a term that is asked about by itself."""
    words = WEAKER.get(term.confidence)
    return (f"encoded from {words}: the meaning of the term",) if words else ()


def _entries(rulebook: Rulebook, named: Iterable[tuple[str, str, tuple[str, ...]]]) -> Iterator[Entry]:
    """The terms of facts, and the readings of contested points by their names."""
    for kind, name, values in named:
        if kind == "fact":
            yield rulebook.terms[name]
        elif kind == "reading":
            yield from (reading for reading in rulebook.points[name].readings if reading.name in values)
