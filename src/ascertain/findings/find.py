"""The answer to one question on one day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ascertain.findings.answers.inquiry import Inquiry
from ascertain.findings.model import Finding
from ascertain.findings.reaching.reach import reach
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.terms import Subject


def find(
    rulebook: Rulebook,
    record: Record,
    government: Government | None,
    question: str,
    *,
    on: date,
    known: date,
    standard: Grade,
    program: Program | None = None,
    law: date | None = None,
    readings: Mapping[str, str] | None = None,
) -> Finding:
    """Answer a question exactly: every outcome that is still possible, and why.

    Args:
        rulebook: The law.
        record: The evidence.
        government: Whom the question is about, or ``None`` for the law at large.
        question: The phrase of a concluded term or of a plain yes/no term.
        on: The day asked about, for facts and law.
        known: Only what had been issued and filed by then counts.
        standard: The lowest grade of a fact that counts; everything below it is unknown.
        program: The grant program, where the question needs one.
        law: The day of the law, where it is not ``on``.
        readings: Readings taken for the sake of argument, by point.

    Returns:
        The finding, with what it turns on, its reason, authorities, explanation and receipt.

    Raises:
        BadInput: The rulebook does not cover the day, has no such term, or the term is not yes/no.
    """
    inquiry = Inquiry(rulebook, record, government, program, question, known, standard, readings or {})
    return inquiry.finding(inquiry.answer(on, law))


def needs_program(rulebook: Rulebook, question: str) -> bool:
    """Whether the answer can depend on the grant program: a term or condition within reach looks at it."""
    within = reach(rulebook, question)
    return (
        bool(within.programs)
        or any(membership.subject is Subject.PROGRAM for membership in within.memberships)
        or any(rulebook.terms[fact].about is not Subject.GOVERNMENT for fact in within.facts)
    )
