"""The answers to one question over a period, as few spans as tell them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ascertain.findings.answers.inquiry import Inquiry
from ascertain.findings.model import Finding
from ascertain.findings.timelines.chronicle import chronicle_of
from ascertain.findings.timelines.courses import Asked
from ascertain.findings.timelines.events import Event
from ascertain.findings.timelines.telling import Told
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open period with one answer.

    Args:
        start: Its first day.
        end: The day after its last.
        told: What the question comes to.
        inquiry: The question, ready to be asked about any day.
        ended_by: What makes the next answer another, empty for the last span.
    """

    start: date
    end: date
    told: Told
    inquiry: Inquiry
    ended_by: tuple[Event, ...] = ()

    @property
    def finding(self) -> Finding:
        """The finding on the first day, reasons included; worked out anew whenever it is asked for."""
        return self.inquiry.finding(self.inquiry.answer(self.start))


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
    asked = Asked(question, government, program, tuple(sorted((readings or {}).items())))
    story = chronicle_of(rulebook, record, known).story(asked, standard, start, end)
    after = [(episode.start, episode.begun_by) for episode in story[1:]]
    return tuple(
        Span(episode.start, until, episode.told, inquiry, ended_by)
        for episode, (until, ended_by) in zip(story, [*after, (end, ())], strict=True)
    )
