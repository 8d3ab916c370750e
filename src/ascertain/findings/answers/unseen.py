"""What a finding rests on that the encoders of the rulebook did not wholly see in a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from ascertain.findings.model import Ground, Turn
from ascertain.record.model import Fact
from ascertain.rulebook.confidence import WEAKER, Entry, Mark, mark_of, mark_of_term
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Program
from ascertain.rulebook.model.terms import Term


def unseen(
    rulebook: Rulebook,
    program: Program | None,
    authorities: Iterable[str],
    turns: Iterable[Turn] = (),
    reason: Iterable[Ground] = (),
    facts: Mapping[str, Fact] = MappingProxyType({}),
) -> tuple[Mark, ...]:
    """The marks that are less than *verified*, each once.

    Args:
        rulebook: The law.
        program: The program asked about, if any.
        authorities: The provisions that a finding rests on.
        turns: What it turns on: the meaning of a term, and competing readings, have marks as well.
        reason: Its sufficient reason.
        facts: What the record shows of the facts in it: who says so has a mark, too.
    """
    grounds = tuple(reason)
    named = [(turn.kind, turn.id, turn.options) for turn in turns]
    named += [(ground.kind, ground.id, (str(ground.value),)) for ground in grounds]
    entries: list[Entry] = [rulebook.provisions[provision] for provision in authorities]
    entries += [*_entries(rulebook, named), *([program] if program else [])]
    shown = (facts[ground.id] for ground in grounds if ground.kind == "fact" and ground.id in facts)
    marks = (*(mark_of(entry, rulebook) for entry in entries), *(mark for fact in shown for mark in _recorded(fact)))
    return tuple(dict.fromkeys(mark for mark in marks if mark.confidence in WEAKER))


def unseen_words(marks: Iterable[Mark]) -> Iterator[str]:
    """Yield a sentence for each mark, with all that bears it: first the law, then the record."""
    held = tuple(dict.fromkeys(marks))
    for recorded, how in ((False, "encoded"), (True, "recorded")):
        for confidence, words in WEAKER.items():
            bearers = [mark.of for mark in held if (mark.recorded, mark.confidence) == (recorded, confidence)]
            if bearers:
                yield f"{how} from {words}: {', '.join(bearers)}"


def unseen_terms(terms: Iterable[Term]) -> tuple[Mark, ...]:
    """The marks of terms that are less than *verified*."""
    return tuple(mark for mark in map(mark_of_term, terms) if mark.confidence in WEAKER)


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


def _recorded(fact: Fact) -> tuple[Mark, ...]:
    """The marks of the entries that show a fact, where none of them was wholly seen."""
    marks = tuple(Mark(claim.confidence, f"entry {claim.entry}", recorded=True) for claim in fact.support)
    return marks if all(mark.confidence in WEAKER for mark in marks) else ()
