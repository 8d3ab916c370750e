"""The answers to one question over a period, as few spans as tell them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ascertain.findings.inquiry import Answer, Inquiry
from ascertain.findings.model import Finding
from ascertain.law.model import Matter
from ascertain.law.regimes import boundaries
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open period with one answer; ``finding`` is the finding on its first day, reasons included."""

    start: date
    end: date
    finding: Finding


def timeline(
    rulebook: Rulebook,
    record: Record,
    government: Government | None,
    question: str,
    *,
    start: date,
    end: date,
    known: date,
    standard: Grade,
    program: Program | None = None,
    readings: Mapping[str, str] | None = None,
) -> tuple[Span, ...]:
    """Answer a question for every day from ``start`` until before ``end``.

    Law and record stand still between their boundaries, so the question is put once for each regime. Neighbours with
    the same outcomes that turn on the same things are one span.

    Args:
        rulebook: The law.
        record: The evidence.
        government: Whom the question is about, or ``None`` for the law at large.
        question: The phrase of a concluded term or of a plain yes/no term.
        start: The first day.
        end: The day after the last.
        known: Only what had been issued and filed by then counts.
        standard: The lowest grade of a fact that counts.
        program: The grant program, where the question needs one.
        readings: Readings taken for the sake of argument, by point.

    Raises:
        BadInput: The rulebook does not cover the whole period, has no such term, or the term is not yes/no.
    """
    inquiry = Inquiry(rulebook, record, government, program, question, known, standard, readings or {})
    if start >= end:
        return ()
    inquiry.refuse_outside(start)
    inquiry.refuse_outside(end - timedelta(days=1))
    turning = boundaries(rulebook, Matter(government, program, start, known))
    turning += record.boundaries(government.id if government else "", program.id if program else "")
    begun: list[tuple[date, Answer]] = []
    for day in sorted({start, *(day for day in turning if start < day < end)}):
        answer = inquiry.answer(day)
        if not begun or (begun[-1][1].possible, begun[-1][1].turns) != (answer.possible, answer.turns):
            begun.append((day, answer))
    ends = [*(day for day, _ in begun[1:]), end]
    return tuple(Span(day, until, inquiry.finding(answer)) for (day, answer), until in zip(begun, ends, strict=True))
