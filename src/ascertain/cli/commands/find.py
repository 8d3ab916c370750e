"""``ascertain find``: findings and facts for governments on a day, or as intervals over a period."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from ascertain.cli.asked import members, questions, standards, whom
from ascertain.cli.days import Days, days
from ascertain.cli.kinds import Answers, answers_to
from ascertain.cli.output import progress, screen, write
from ascertain.cli.subject import Subject, open_subject
from ascertain.publish.sheet import Sheet
from ascertain.publish.words import last_day
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.sources import Provision

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
    "unseen.of",
    "unseen.confidence",
    "receipt.rulebook",
    "receipt.record",
)
PERIOD = ("from", "until", "ended_by.id", "ended_by.acts", "ended_by.entries")


def run(options: argparse.Namespace) -> int:
    """Answer every question that the options come to."""
    subject = open_subject(options.subject)
    if options.over is not None:
        from ascertain.cli.over import find_over

        return find_over(options, subject)
    named, asked = whom(options, subject), questions(options, subject)
    when = days(options, subject)
    governments = named or members(subject, when)
    in_rows = options.format == "csv"
    answers = [answers_to(question, subject, when, standards(options), in_rows) for question in asked]
    of_force = any(isinstance(question.about, Provision) for question in asked)
    extra = (*(("force.state", "force.possible") if of_force else ()), *(PERIOD if when.period else ()))
    write(_lines(options, subject, when, answers, governments, extra), options.output, options.force)
    return 0


def _lines(
    options: argparse.Namespace,
    subject: Subject,
    when: Days,
    answers: Sequence[Answers],
    governments: Sequence[Government],
    extra: tuple[str, ...],
) -> Iterator[str]:
    # On the terminal itself the rows that come show how far the work is.
    aside = options.output is not None or not sys.stdout.isatty()
    objects = _objects(answers, governments, progress if aside else lambda _: None)
    if options.format == "json":
        from ascertain.publish.jsonout import document

        yield from document("ascertain/finding/1", subject.about, "findings", objects)
    elif options.format == "csv":
        from ascertain.publish.csvout import render

        yield from render((*COLUMNS, *extra), objects)
    else:
        yield from sheets_text(options, heading(subject, when), (one.sheet(governments) for one in answers))


def _objects(
    answers: Sequence[Answers], governments: Sequence[Government], say: Callable[[str], None]
) -> Iterator[dict[str, object]]:
    for at, one in enumerate(answers, start=1):
        say(f"question {at} of {len(answers)}")
        yield from (item for government in governments for item in one.objects(government))
    say("")


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
