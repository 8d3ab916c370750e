"""Questions in, findings and facts out: the commands' way into the findings stage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ascertain import __version__
from ascertain.cli.asked import Asked, Days
from ascertain.cli.subject import Subject
from ascertain.findings.model import Finding, Receipt
from ascertain.record.model import Claim, Fact, Grade


def findings(subject: Subject, asked: Asked, when: Days, standards: tuple[Grade, ...]) -> tuple[Finding, ...]:
    """The finding on a concluded term, under each standard."""
    from ascertain.findings.find import find

    return tuple(
        find(
            subject.rulebook,
            subject.record,
            asked.government,
            asked.term.phrase,
            on=when.on,
            known=when.known,
            standard=standard,
            program=asked.program,
        )
        for standard in standards
    )


def spans(
    subject: Subject, asked: Asked, when: Days, period: tuple[date, date], standard: Grade
) -> Iterator[tuple[date, date, Finding]]:
    """The intervals of a period with one finding each."""
    from ascertain.findings.timeline import timeline

    for span in timeline(
        subject.rulebook,
        subject.record,
        asked.government,
        asked.term.phrase,
        start=period[0],
        end=period[1],
        known=when.known,
        standard=standard,
        program=asked.program,
    ):
        yield span.start, span.end, span.finding


def fact(subject: Subject, asked: Asked, on: date, known: date) -> Fact:
    """What the record shows of a plain term on a day."""
    program = asked.program.id if asked.program else ""
    return subject.record.fact(asked.term, asked.government.id, program, on, known)


def fact_spans(
    subject: Subject, asked: Asked, when: Days, period: tuple[date, date]
) -> Iterator[tuple[date, date, Fact]]:
    """The intervals of a period on which the record shows the same of a plain term."""
    start, end = period
    program = asked.program.id if asked.program else ""
    inside = [day for day in subject.record.boundaries(asked.government.id, program) if start < day < end]
    held = fact(subject, asked, start, when.known)
    for day in inside:
        then = fact(subject, asked, day, when.known)
        if then != held:
            yield start, day, held
            start, held = day, then
    yield start, end, held


def said(subject: Subject, asked: Asked, when: Days) -> tuple[Claim, ...]:
    """What was said of the question itself: statements, which never count as facts."""
    program = asked.program.id if asked.program else ""
    return subject.record.said(asked.term, asked.government.id, program, when.on, when.known)


def receipt(subject: Subject, when: Days, on: date, standard: Grade) -> Receipt:
    """What a plain fact rested on, in the shape of a finding's receipt."""
    return Receipt(
        subject.rulebook.digest,
        subject.record.digest,
        on,
        on,
        when.known,
        date.today(),
        standard.word,
        (),
        __version__,
    )
