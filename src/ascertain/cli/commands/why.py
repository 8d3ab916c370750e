"""``ascertain why``: the explanation of a finding as an indented outline."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from ascertain.cli.asked import Question, members, questions, whom
from ascertain.cli.commands.find import COLUMNS, heading
from ascertain.cli.days import Days, days
from ascertain.cli.kinds import Answers, answers_to
from ascertain.cli.misuse import Misuse
from ascertain.cli.output import screen, write
from ascertain.cli.subject import Subject, open_subject
from ascertain.publish.answers import title
from ascertain.publish.outline import as_markdown, as_text
from ascertain.rulebook.model.parties import Government

_One = tuple[Question, Answers, Government]


def run(options: argparse.Namespace) -> int:
    """Explain each finding that the options come to, under one standard: the one named, else the docket's own."""
    if not options.question:
        raise Misuse(
            "why needs a question", "add --question, such as --question complies; ascertain names lists them", "A960"
        )
    subject = open_subject(options.subject)
    named, asked = whom(options, subject), questions(options, subject)
    when = days(options, subject)
    grades = (options.standard or subject.standard,)
    governments = named or members(subject, when)
    ones = [
        (question, answers, government)
        for question in asked
        for answers in [answers_to(question, subject, when, grades)]
        for government in governments
    ]
    write(_lines(options, subject, when, ones), options.output, options.force)
    return 0


def _lines(options: argparse.Namespace, subject: Subject, when: Days, ones: Sequence[_One]) -> Iterator[str]:
    objects = (answers.explained(government) for _, answers, government in ones)
    if options.format == "json":
        from ascertain.publish.jsonout import document

        yield from document("ascertain/explanation/1", subject.about, "findings", objects)
    elif options.format == "csv":
        from ascertain.publish.csvout import render

        yield from render((*COLUMNS, "reason"), objects)
    elif options.format == "md":
        from ascertain.publish.markdown import escape

        for question, answers, government in ones:
            yield f"### {escape(_title(question, government))}"
            yield ""
            yield escape(heading(subject, when))
            yield ""
            yield from as_markdown(answers.outline(government))
            yield ""
    else:
        shown = screen(to_file=options.output is not None)
        for number, (question, answers, government) in enumerate(ones):
            yield from [""] * (number > 0)
            yield shown.strong(_title(question, government))
            yield heading(subject, when)
            yield from as_text(answers.outline(government), shown)


def _title(question: Question, government: Government) -> str:
    return f"{government.name}: {title(question.about, question.program)}"
