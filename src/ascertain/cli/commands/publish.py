"""``ascertain publish``: the report of a docket as web pages that need no network."""

from __future__ import annotations

import argparse
from pathlib import Path

from ascertain.cli.days import Days, days
from ascertain.cli.misuse import Misuse
from ascertain.cli.output import write
from ascertain.cli.subject import Subject, open_subject


def run(options: argparse.Namespace) -> int:
    """Write the report and say where it lies."""
    subject = open_subject(options.subject)
    when = days(options, subject)
    page = report(subject, when, Path(options.out), options.force)
    write([f"the report lies in {page}"], None)
    return 0


def report(subject: Subject, when: Days, out: Path, force: bool) -> Path:
    """Write the report of a docket.

    Args:
        subject: The docket with its rulebook.
        when: The day asked about and what was known.
        out: The folder, made where it is missing.
        force: Whether a report that is already there may be replaced.

    Returns:
        The page to open.

    Raises:
        Misuse: There is no docket, or a report that must not be replaced, or the folder cannot be written.
    """
    from ascertain.publish.html.report import publish_report

    if subject.docket is None:
        raise Misuse(f"{subject.rulebook.id} is a rulebook and has no record to report on", "name a docket", "A961")
    if (out / "index.html").exists() and not force:
        raise Misuse(
            f"{out / 'index.html'} exists and was left as it is", "name another folder, or add --force", "A953"
        )
    try:
        return publish_report(subject.docket, subject.rulebook, on=when.on, known=when.known, out=out)
    except OSError as problem:
        raise Misuse(f"cannot write in {out}: {problem.strerror}", "name a folder you can write in", "A954") from None
