"""``ascertain why --flip``: the fewest changes that would change each finding."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from ascertain.cli.reasoning import Reasoned
from ascertain.cli.subject import Subject
from ascertain.cli.told import outlines
from ascertain.findings.changing.flips import flips
from ascertain.publish.flipout import flip_outline, flip_rows, flips_object

_COLUMNS = ("government", "program", "question", "on", "known", "standard", "finding", "outcome", "changes", "kinds")


def what_would_change_it(
    answered: Iterable[Reasoned], subject: Subject, head: str, options: argparse.Namespace
) -> Iterator[str]:
    """The lines of the answer, in the format that the options name."""
    if options.format == "json":
        from ascertain.publish.jsonout import document

        objects = (flips_object(one.answer, one.finding, flips(one.answer)) for one in answered)
        yield from document("ascertain/flips/1", subject.about, "findings", objects)
    elif options.format == "csv":
        from ascertain.publish.csvout import render

        rows = (row for one in answered for row in flip_rows(one.answer, one.finding, flips(one.answer)))
        yield from render((*_COLUMNS, "in_own_hands", "complete"), rows)
    else:
        yield from outlines(
            answered, lambda one: flip_outline(one.answer, one.finding, flips(one.answer)), head, options
        )
