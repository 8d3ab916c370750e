"""One question that rules conclude, answered for one government with everything that its reasons need."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.cli.asked import Question, concluded
from ascertain.cli.days import Days
from ascertain.cli.misuse import Misuse
from ascertain.cli.subject import Subject
from ascertain.findings.answers.inquiry import Answer, Inquiry
from ascertain.findings.model import Finding
from ascertain.publish.answers import title
from ascertain.record.model import Grade
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.terms import Term


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A finding, the answer behind it, and the title under which it is shown."""

    title: str
    government: Government
    answer: Answer
    finding: Finding


def has_reasons(question: Question, subject: Subject) -> bool:
    """Whether rules conclude what is asked; a plain fact or a force has sources and no rules."""
    return isinstance(question.about, Term) and concluded(subject.rulebook, question.about)


def reasoned(question: Question, subject: Subject, when: Days, standard: Grade, government: Government) -> Reasoned:
    """The answer to a question that rules conclude.

    Raises:
        Misuse: No rule concludes it.
    """
    about = question.about
    if not isinstance(about, Term) or not concluded(subject.rulebook, about):
        raise Misuse(
            f"no rule concludes {about.phrase if isinstance(about, Term) else about.id}",
            "ask for a conclusion, such as --question complies, or leave the option out",
            "A966",
        )
    inquiry = Inquiry(
        subject.rulebook, subject.record, government, question.program, about.phrase, when.known, standard, {}
    )
    answer = inquiry.answer(when.on)
    return Reasoned(f"{government.name}: {title(about, question.program)}", government, answer, inquiry.finding(answer))
