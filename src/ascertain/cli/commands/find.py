"""``ascertain find``: findings and facts for governments on a day, or as intervals over a period."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from ascertain.cli import reckon
from ascertain.cli.asked import Asked, Days, asked, concluded, days, standards
from ascertain.cli.output import screen, write
from ascertain.cli.subject import Subject, open_subject
from ascertain.publish import answers
from ascertain.publish.sheet import Sheet
from ascertain.publish.words import fact_words, last_day, turns_words, value_words
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.model import Government

COLUMNS = (
    "government",
    "program",
    "question",
    "on",
    "known",
    "standard",
    "finding",
    "possible",
    "turns_on.law",
    "turns_on.fact",
    "authorities",
    "receipt.rulebook",
    "receipt.record",
)


def run(options: argparse.Namespace) -> int:
    """Answer every question that the options come to."""
    subject = open_subject(options.subject)
    when = days(options, subject.rulebook)
    grades = standards(options)
    questions = list(asked(options, subject, when.on))
    write(_lines(options, subject, when, grades, questions), options.output, options.force)
    return 0


def _lines(
    options: argparse.Namespace, subject: Subject, when: Days, grades: tuple[Grade, ...], questions: list[Asked]
) -> Iterator[str]:
    if options.format == "json":
        from ascertain.publish.jsonout import document

        yield from document(
            "ascertain/finding/1", subject.about, "findings", _objects(subject, when, grades, questions)
        )
    elif options.format == "csv":
        from ascertain.publish.csvout import render

        extra = ("from", "until") if when.period else ()
        yield from render((*COLUMNS, *extra), _objects(subject, when, grades, questions))
    else:
        yield from sheets_text(options, heading(subject, when), _sheets(subject, when, grades, questions))


def heading(subject: Subject, when: Days) -> str:
    """One line that says what was asked under which law and record."""
    shown = f"from {when.period[0]} through {last_day(when.period[1])}" if when.period else f"on {when.on}"
    record = f", docket {subject.docket.id}" if subject.docket else ", no record"
    return f"{shown}, known by {when.known}; rulebook {subject.rulebook.id}{record}"


def sheets_text(options: argparse.Namespace, head: str, sheets: Iterable[Sheet]) -> Iterator[str]:
    """Sheets as the tables or the Markdown that the options ask for, below one line of heading."""
    if options.format == "md":
        from ascertain.publish.markdown import escape
        from ascertain.publish.markdown import render as render_markdown

        yield escape(head)
        yield ""
        for sheet in sheets:
            yield from render_markdown(sheet)
        return
    from ascertain.publish.table import render, wrap

    shown = screen(to_file=options.output is not None)
    yield from wrap(head, shown.width)
    for sheet in sheets:
        yield ""
        yield from render(sheet, shown)


def _sheets(subject: Subject, when: Days, grades: tuple[Grade, ...], questions: list[Asked]) -> Iterator[Sheet]:
    for (term, program), group in groupby(questions, key=lambda one: (one.term, one.program)):
        ones = list(group)
        names = [one.government.name for one in ones]
        if when.period:
            yield answers.timeline_sheet(term, program, names, _rows_over(subject, when, when.period, grades, ones))
        elif concluded(subject.rulebook, term):
            found = ((one.government, reckon.findings(subject, one, when, grades)) for one in ones)
            yield answers.finding_sheet(term, program, names, grades, found, subject.rulebook, subject.standard)
        else:
            facts = ((one.government, reckon.fact(subject, one, when.on, when.known)) for one in ones)
            yield answers.fact_sheet(term, program, names, grades, facts, subject.rulebook)


def _rows_over(
    subject: Subject, when: Days, period: tuple[date, date], grades: tuple[Grade, ...], ones: list[Asked]
) -> Iterator[tuple[Government, Grade, date, date, str, str]]:
    for one in ones:
        for grade in grades:
            if concluded(subject.rulebook, one.term):
                for start, end, finding in reckon.spans(subject, one, when, period, grade):
                    yield one.government, grade, start, end, finding.word, turns_words(finding, subject.rulebook)
            else:
                for start, end, fact in _fact_spans(subject, one, when, period, grade):
                    shown = fact_words(fact, subject.rulebook)
                    yield one.government, grade, start, end, value_words(fact.under(grade), one.term), shown


def _fact_spans(
    subject: Subject, one: Asked, when: Days, period: tuple[date, date], grade: Grade
) -> Iterator[tuple[date, date, Fact]]:
    """Intervals of a fact, joined where it is unknown under the standard all the same."""
    held: tuple[date, date, Fact] | None = None
    for start, end, fact in reckon.fact_spans(subject, one, when, period):
        if held and held[2].under(grade) is None and fact.under(grade) is None and held[2].grade == fact.grade:
            held = (held[0], end, fact)
            continue
        if held:
            yield held
        held = (start, end, fact)
    if held:
        yield held


def _objects(
    subject: Subject, when: Days, grades: tuple[Grade, ...], questions: list[Asked]
) -> Iterator[dict[str, object]]:
    from ascertain.publish.jsonout import fact_object, finding_object

    for one in questions:
        rules = concluded(subject.rulebook, one.term)
        if when.period is None and rules:
            heard = reckon.said(subject, one, when)
            for finding in reckon.findings(subject, one, when, grades):
                yield finding_object(finding, subject.rulebook, heard)
        elif when.period is None:
            fact = reckon.fact(subject, one, when.on, when.known)
            for grade in grades:
                yield fact_object(fact, one.term, grade, reckon.receipt(subject, when, when.on, grade))
        else:
            for grade in grades:
                if rules:
                    for start, end, finding in reckon.spans(subject, one, when, when.period, grade):
                        yield _dated(start, end, finding_object(finding, subject.rulebook))
                else:
                    for start, end, fact in _fact_spans(subject, one, when, when.period, grade):
                        resting = reckon.receipt(subject, when, start, grade)
                        yield _dated(start, end, fact_object(fact, one.term, grade, resting))


def _dated(start: date, end: date, item: dict[str, object]) -> dict[str, object]:
    return {"from": start.isoformat(), "until": end.isoformat(), **item}
