"""The view ``ascertain docket --responses``: the arguments of the responses side by side, and what they come to."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import date

from ascertain.cli.commands.find import sheets_text
from ascertain.cli.output import screen
from ascertain.docket.comparing import compare
from ascertain.docket.model import Docket
from ascertain.publish.responsesjson import COLUMNS, cell_objects, responses_object
from ascertain.publish.responsesout import response_sheets
from ascertain.publish.responsestext import Part, told
from ascertain.rulebook.model.book import Rulebook


def lines(options: argparse.Namespace, docket: Docket, rulebook: Rulebook, known: date) -> Iterator[str]:
    """The lines of the view in the format that the options ask for."""
    comparison = compare(docket, rulebook, known)
    if options.format == "csv":
        from ascertain.publish.csvout import render

        yield from render(COLUMNS, cell_objects(comparison, docket, rulebook))
        return
    parts = told(comparison, docket, rulebook)
    if options.format == "json":
        import json

        yield json.dumps(responses_object(comparison, docket, rulebook, parts), ensure_ascii=False, indent=2)
        return
    head = f"{docket.title}, reviewed by {docket.reviewer}: the responses compared, as filed by {known}"
    yield from sheets_text(options, head, response_sheets(comparison, docket, rulebook, matrix=options.format == "md"))
    yield from _markdown(parts) if options.format == "md" else _plain(options, parts)


def _markdown(parts: Iterable[Part]) -> Iterator[str]:
    from ascertain.publish.markdown import escape

    for part in parts:
        yield f"### {escape(part.title)}"
        yield ""
        yield from (f"- {escape(sentence)}" for sentence in part.sentences)
        yield ""


def _plain(options: argparse.Namespace, parts: Iterable[Part]) -> Iterator[str]:
    from ascertain.publish.table import wrap

    shown = screen(to_file=options.output is not None)
    for part in parts:
        yield ""
        yield shown.strong(part.title)
        for sentence in part.sentences:
            yield from wrap(sentence, shown.width, hang=2)
