"""``ascertain why``: the explanation of a finding as an indented outline."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from ascertain.cli import reckon
from ascertain.cli.asked import Asked, Days, asked, concluded, days
from ascertain.cli.commands.find import COLUMNS, heading
from ascertain.cli.misuse import Misuse
from ascertain.cli.output import screen, write
from ascertain.cli.subject import Subject, open_subject
from ascertain.findings.model import Finding
from ascertain.publish.outline import Node, as_markdown, as_text, fact_outline, outline
from ascertain.record.model import Grade


def run(options: argparse.Namespace) -> int:
    """Explain each finding that the options come to, under one standard: the one named, else the docket's own."""
    if not options.question:
        raise Misuse(
            "why needs a question", "add --question, such as --question complies; ascertain find lists them", "A960"
        )
    subject = open_subject(options.subject)
    when = days(options, subject.rulebook)
    grade = options.standard or subject.standard
    questions = list(asked(options, subject, when.on))
    write(_lines(options, subject, when, grade, questions), options.output, options.force)
    return 0


def _lines(
    options: argparse.Namespace, subject: Subject, when: Days, grade: Grade, questions: list[Asked]
) -> Iterator[str]:
    if options.format == "json":
        from ascertain.publish.jsonout import document

        yield from document(
            "ascertain/explanation/1", subject.about, "findings", _objects(subject, when, grade, questions)
        )
    elif options.format == "csv":
        from ascertain.publish.csvout import render

        yield from render((*COLUMNS, "reason"), _objects(subject, when, grade, questions))
    elif options.format == "md":
        for one in questions:
            yield f"### {_title(one)}"
            yield ""
            yield heading(subject, when)
            yield ""
            yield from as_markdown(_nodes(subject, when, grade, one))
            yield ""
    else:
        shown = screen(to_file=options.output is not None)
        for number, one in enumerate(questions):
            yield from [""] * (number > 0)
            yield shown.strong(_title(one))
            yield heading(subject, when)
            yield from as_text(_nodes(subject, when, grade, one), shown)


def _title(one: Asked) -> str:
    program = f" [{one.program.id}]" if one.program else ""
    return f"{one.government.name}: {one.term.phrase}{program}"


def _nodes(subject: Subject, when: Days, grade: Grade, one: Asked) -> Iterator[Node]:
    if not concluded(subject.rulebook, one.term):
        return fact_outline(reckon.fact(subject, one, when.on, when.known), one.term, grade, subject.rulebook)
    return outline(_finding(subject, when, grade, one), subject.rulebook, reckon.said(subject, one, when))


def _finding(subject: Subject, when: Days, grade: Grade, one: Asked) -> Finding:
    return reckon.findings(subject, one, when, (grade,))[0]


def _objects(subject: Subject, when: Days, grade: Grade, questions: list[Asked]) -> Iterator[dict[str, object]]:
    from ascertain.publish.explained import explanation_object
    from ascertain.publish.jsonout import fact_object, finding_object

    for one in questions:
        if concluded(subject.rulebook, one.term):
            finding = _finding(subject, when, grade, one)
            found = finding_object(finding, subject.rulebook, reckon.said(subject, one, when))
            yield {**found, "explanation": explanation_object(finding.explanation, subject.rulebook)}
        else:
            fact = reckon.fact(subject, one, when.on, when.known)
            yield fact_object(fact, one.term, grade, reckon.receipt(subject, when, when.on, grade))
