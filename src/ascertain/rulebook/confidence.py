"""How much of an entry its encoders saw in a source: the marks, and what an entry without a mark of its own has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Program
from ascertain.rulebook.model.sources import Point, Provision, Reading
from ascertain.rulebook.model.terms import Term
from ascertain.rulebook.raw import Text

WEAKER: Mapping[str, str] = {"memory": "memory, not seen in a source", "verified-in-part": "sources seen in part"}
"""What an entry is encoded from, by every mark that is less than *verified*."""

CONFIDENCES = ("verified", "verified-in-part", "memory")

Entry = Provision | Point | Reading | Term | Program
"""What has a mark, of its own or by what it is part of."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How sure an entry is.

    Args:
        confidence: *verified*, *verified-in-part* or *memory*; empty where nothing says.
        of: What bears the mark: the entry itself, or what it is part of. An id, or a phrase in quotation marks.
        recorded: Whether it is an entry of a record rather than law.
    """

    confidence: str
    of: str
    recorded: bool = False

    @property
    def words(self) -> str:
        """What the entry is encoded from, where not all of it was seen; else empty."""
        return WEAKER.get(self.confidence, "")


def confidence_in(text: Text | None, reporter: Reporter) -> str:
    """The confidence that a text names, empty where there is no text; one that is none is reported."""
    if text is None:
        return ""
    if text.text not in CONFIDENCES:
        help_line = did_you_mean(text.text, CONFIDENCES, f"write one of {', '.join(CONFIDENCES)}")
        reporter.add("A208", f'there is no confidence "{text.text[:60]}"', text.place, help=help_line)
    return text.text


def mark_of(entry: Entry, rulebook: Rulebook) -> Mark:
    """The mark of an entry: its own, else that of what it is part of, up to its authority.

    A reading is part of its point, a point of the provision under which it stands, a provision of the one above it.
    A program is part of the one above it. A term is part of nothing, and the topmost program is not either: without a
    mark of their own they have none.
    """
    if entry.confidence:
        return Mark(entry.confidence, _name(entry))
    match entry:
        case Term():
            return mark_of_term(entry)
        case Program():
            above = rulebook.programs.get(entry.parent)
            return mark_of(above, rulebook) if above else Mark("", entry.id)
        case Reading():
            return mark_of(rulebook.points[entry.point], rulebook)
        case Point():
            return mark_of(rulebook.provisions[entry.provision], rulebook)
    if entry.parent is not None:
        return mark_of(rulebook.provisions[entry.parent], rulebook)
    authority = rulebook.authorities[entry.authority]
    return Mark(authority.confidence, authority.id)


def mark_of_term(term: Term) -> Mark:
    """The mark of a term, which is its own or none."""
    return Mark(term.confidence, _name(term))


def sources_of(program: Program, rulebook: Rulebook) -> tuple[str, ...]:
    """What a program was encoded from: its own sources, else those of the program above it."""
    above = rulebook.programs.get(program.parent)
    return program.sources or (sources_of(above, rulebook) if above else ())


def _name(entry: Entry) -> str:
    match entry:
        case Term():
            return f"“{entry.phrase}”"
        case Reading():
            return f"{entry.point} = {entry.name}"
        case _:
            return entry.id
