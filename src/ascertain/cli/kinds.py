"""The three kinds of question, and what each can give the commands: a conclusion, a plain fact, a provision's force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from ascertain.cli.asked import Question, concluded
from ascertain.cli.days import Days
from ascertain.cli.subject import Subject
from ascertain.publish.outline import Node
from ascertain.publish.sheet import Sheet
from ascertain.record.model import Grade
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.sources import Provision


class Answers(Protocol):
    """One question, ready to be answered for any government on the day, or over the period, that was asked about."""

    def sheet(self, whom: Sequence[Government]) -> Sheet:
        """The answers as a table."""
        ...

    def objects(self, government: Government) -> Iterator[dict[str, object]]:
        """The answers for programs: one for each standard, and for each interval of a period."""
        ...

    def outline(self, government: Government) -> Iterator[Node]:
        """The explanation of the answer under the first standard."""
        ...

    def explained(self, government: Government) -> dict[str, object]:
        """The answer under the first standard for programs, with its explanation."""
        ...


def answers_to(
    question: Question, subject: Subject, when: Days, grades: tuple[Grade, ...], in_rows: bool = False
) -> Answers:
    """Whoever answers this kind of question.

    Args:
        question: What is asked.
        subject: The law, and the record if there is one.
        when: The day or period, and what was known.
        grades: The standards to answer under.
        in_rows: Whether the objects are to be rows of a table, which shows no reasons.
    """
    about = question.about
    if isinstance(about, Provision):
        from ascertain.cli.bindings import Bindings

        return Bindings(about, question.program, subject, when, grades)
    if concluded(subject.rulebook, about):
        from ascertain.cli.conclusions import Conclusions

        return Conclusions(about, question.program, subject, when, grades, in_rows)
    from ascertain.cli.plainfacts import PlainFacts

    return PlainFacts(about, question.program, subject, when, grades)
