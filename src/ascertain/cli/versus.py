"""The two sides that the options of a comparison name: what the second does not name, it has from the first."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ascertain.cli import named
from ascertain.cli.asked import headings_first
from ascertain.cli.days import days, refuse_outside
from ascertain.cli.misuse import Misuse
from ascertain.cli.readings import has_reading, readings_named
from ascertain.cli.subject import Subject, open_subject
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Term
from ascertain.verify.diff.books import asks_for_a_program, shared_questions
from ascertain.verify.diff.comparing import Asked, Frame
from ascertain.verify.diff.governments import record_for


@dataclass(frozen=True, slots=True)
class Versus:
    """Everything that is compared.

    Args:
        subject: The docket or rulebook that was named, which the first side is under.
        first: The first side's law, day and readings.
        second: The second side's.
        questions: What is asked on either side.
        whole: Whether every question that both rulebooks answer is compared.
    """

    subject: Subject
    first: Frame
    second: Frame
    questions: tuple[Asked, ...]
    whole: bool

    @property
    def rulebooks(self) -> tuple[Rulebook, Rulebook]:
        """The law of either side."""
        return self.first.rulebook, self.second.rulebook


_NAMED = (
    *("question", "program", "reading", "who", "against", "against_question"),
    *("against_rulebook", "against_reading", "against_program", "against_known"),
)
_SAME = Misuse(
    "both sides are the same",
    "say what the second is otherwise, with --against DAY, --against-question, --against-reading or --against-rulebook",
    "A983",
)


def versus(options: argparse.Namespace) -> Versus:
    """Resolve every name on both sides.

    Raises:
        BadInput: A name that nothing bears, a day outside, or sides that are the same in everything.
    """
    subject = open_subject(options.subject)
    # A name that nothing bears is said first; where nothing is named, what is missing is not a day.
    if not any(vars(options)[each] for each in _NAMED):
        raise _SAME
    law = open_subject(options.against_rulebook).rulebook if options.against_rulebook else subject.rulebook
    other = replace(subject, rulebook=law) if law is not subject.rulebook else subject
    questions = tuple(_questions(options, subject, other))
    readings = readings_named(subject.rulebook, options.reading or ())
    inherited = {point: name for point, name in readings.items() if has_reading(law, point, name)}
    when = days(options, subject)
    against, known = options.against or when.on, options.against_known or when.known
    refuse_outside("--against" if options.against else "--on", against, law)
    first = Frame(subject.rulebook, subject.record, when.on, when.known, readings)
    taken = readings_named(law, options.against_reading or (), inherited)
    second = Frame(law, record_for(law, subject.record, subject.rulebook), against, known, taken)
    alike = law is subject.rulebook and (first.on, first.known, readings) == (against, known, taken)
    if alike and all(asked.first == asked.second and all(a is b for a, b in asked.programs) for asked in questions):
        raise _SAME
    return Versus(subject, first, second, questions, whole=not options.question)


def _questions(options: argparse.Namespace, subject: Subject, other: Subject) -> Iterator[Asked]:
    against = options.against_question
    if against and len(options.question or ()) != 1:
        raise Misuse("--against-question is compared with one --question", "give --question once", "A984")
    if options.question:
        for name in options.question:
            first = _term(subject, name).phrase
            yield _asked(options, subject, first, other, _term(other, against or first).phrase)
    else:
        for phrase in shared_questions(subject.rulebook, other.rulebook):
            yield _asked(options, subject, phrase, other, phrase)


def _term(subject: Subject, name: str) -> Term:
    found = named.question(subject, name)
    if isinstance(found, Term):
        return found
    raise Misuse(
        f"{found.id} is a provision, and a comparison is of what rules conclude",
        f"see what becomes of its force with: ascertain force {found.id} --from DAY --to DAY",
        "A985",
    )


def _asked(options: argparse.Namespace, subject: Subject, first: str, other: Subject, second: str) -> Asked:
    if options.program or options.against_program:
        here = named.program(subject, options.program or options.against_program)
        there = named.program(other, options.against_program or options.program)
        return Asked(first, second, ((here, there),))
    if not asks_for_a_program(subject.rulebook, first, other.rulebook, second):
        return Asked(first, second, ((None, None),))
    there_too = other.rulebook.programs
    both = ((one, there_too[one.id]) for one in headings_first(subject.rulebook) if one.id in there_too)
    return Asked(first, second, tuple(both))
