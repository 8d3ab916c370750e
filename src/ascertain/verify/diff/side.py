"""A side of a comparison: a question under one law, for one matter, with what is taken for the sake of argument."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ascertain.findings.answers.inquiry import Inquiry
from ascertain.law.model import Matter
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.mistakes import BadInput, Mistake, NotFound, did_you_mean
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import QUANTITIES, Place, Term
from ascertain.rulebook.values import IN_WORDS


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two things compared.

    Args:
        rulebook: The law.
        question: The phrase of a concluded term or of a plain yes/no term.
        matter: Whom, under which program, on which day and as known when.
        readings: Readings taken for the sake of argument, by point.

    Raises:
        BadInput: The rulebook does not cover the day, has no such term, point or reading, or the term is not yes/no.
    """

    rulebook: Rulebook
    question: str
    matter: Matter
    readings: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.inquiry(Record((), ""), Grade.FOUND).refuse_outside(self.matter.on)
        for point, reading in self.readings.items():
            refuse_reading(self.rulebook, point, reading)

    def inquiry(self, record: Record, standard: Grade) -> Inquiry:
        """The side's question put to a record under a standard."""
        matter = self.matter
        return Inquiry(
            self.rulebook,
            record,
            matter.government,
            matter.program,
            self.question,
            matter.known,
            standard,
            self.readings,
        )

    @property
    def of_quantity(self) -> bool:
        """Whether what is asked about is an amount, a number or a date."""
        return self.rulebook.terms[self.question].type in QUANTITIES

    @property
    def on(self) -> date:
        """The day of the law."""
        return self.matter.on


def refuse_reading(rulebook: Rulebook, point: str, reading: str) -> None:
    """Let no reading pass that the rulebook does not have.

    Raises:
        NotFound: It has no such point, or the point no such reading.
    """
    if point not in rulebook.points:
        help_line = did_you_mean(point, rulebook.points, f"its points are: {', '.join(rulebook.points) or 'none'}")
        raise NotFound(f'the rulebook {rulebook.id} has no contested point "{point}"', help_line, "A980")
    names = [known.name for known in rulebook.points[point].readings]
    if reading not in names:
        help_line = did_you_mean(reading, names, f"its readings are: {', '.join(names)}")
        raise NotFound(f'the point {point} has no reading "{reading}"', help_line, "A981")


def refuse_unlike_questions(first: Side, second: Side) -> None:
    """Let no quantity be compared with what is no quantity, or is one of another type.

    Raises:
        BadInput: The questions are of different types.
    """
    one, other = first.rulebook.terms[first.question], second.rulebook.terms[second.question]
    if one.type is not other.type:
        message = f"{one.phrase} is {IN_WORDS[one.type]} and {other.phrase} is {IN_WORDS[other.type]}"
        help_line = "compare two questions that are answered alike: two amounts, two dates, two yes/no questions"
        raise BadInput((Mistake("A988", message, _places(one, other), ("", ""), help_line),))


def refuse_clashes(first: Rulebook, second: Rulebook, phrases: Iterable[str]) -> None:
    """Let no fact pass that is of one type on one side and of another on the other: it would not be the same fact.

    Raises:
        BadInput: Every such term.
    """
    found = tuple(clashes(first, second, phrases))
    if found:
        raise BadInput(found)


def clashes(first: Rulebook, second: Rulebook, phrases: Iterable[str]) -> Iterator[Mistake]:
    """Yield a mistake for each term that the rulebooks mean differently."""
    for phrase in phrases:
        one, other = first.terms.get(phrase), second.terms.get(phrase)
        if one is not None and other is not None and not comparable(one, other):
            yield Mistake(
                "A982",
                f"{phrase} is {_kind(one)} in the first rulebook and {_kind(other)} in the second",
                _places(one, other),
                ("", ""),
                "let one term mean one thing: give it the same type and subject in both, or another phrase in one",
            )


def comparable(one: Term, other: Term) -> bool:
    """Whether what one rulebook calls by the phrase can be what the other does. Their choices may differ."""
    return (one.type, one.about) == (other.type, other.about)


def _kind(term: Term) -> str:
    return f"{term.type.value}, about {term.about.value}"


def _places(one: Term, other: Term) -> tuple[Place, Place]:
    return one.place, other.place
