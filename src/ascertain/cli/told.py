"""Outlines of several findings, each under its title, for people."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator

from ascertain.cli.output import screen
from ascertain.cli.reasoning import Reasoned
from ascertain.publish.outline import Node, as_markdown, as_text
from ascertain.publish.table import wrap


def outlines(
    answered: Iterable[Reasoned],
    outline: Callable[[Reasoned], Iterable[Node]],
    head: str,
    options: argparse.Namespace,
) -> Iterator[str]:
    """The lines of the outlines, as text or as the Markdown that the options ask for.

    Args:
        answered: The findings.
        outline: What is told of each.
        head: One line of days, law and record.
        options: The command line.
    """
    if options.format == "md":
        from ascertain.publish.markdown import escape

        for one in answered:
            yield from (f"### {escape(one.title)}", "", escape(head), "")
            yield from as_markdown(outline(one))
            yield ""
        return
    shown = screen(to_file=options.output is not None)
    for number, one in enumerate(answered):
        yield from [""] * (number > 0)
        yield from map(shown.strong, wrap(one.title, shown.width))
        yield from wrap(head, shown.width)
        yield from as_text(outline(one), shown)
