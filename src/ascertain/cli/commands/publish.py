"""``ascertain publish``: the report of a docket as web pages that need no network."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from ascertain.cli.days import Days, days
from ascertain.cli.misuse import Misuse
from ascertain.cli.output import left_as_it_is, refuse_to_lose, write
from ascertain.cli.subject import Subject, open_subject

_ANOTHER_FOLDER = "name another folder, or add --force"


def run(options: argparse.Namespace) -> int:
    """Write the report and say where it lies."""
    if options.out is None:
        raise Misuse("publish needs a folder for the report", "add --out DIR, such as --out report")
    subject = open_subject(options.subject)
    when = days(options, subject)
    out = Path(options.out)
    check_place(subject, out, options.force, _ANOTHER_FOLDER)
    page = report(subject, when, out, options.force)
    write([f"the report lies in {page}"], None)
    return 0


def check_place(subject: Subject, out: Path, force: bool, instead: str) -> None:
    """Raise before the work where the report cannot be written after it.

    Args:
        subject: What to report on.
        out: The folder.
        force: Whether a report that is already there may be replaced.
        instead: What to do where it may not.

    Raises:
        Misuse: There is no docket, the folder is none, or what is there must not be replaced.
    """
    from ascertain.publish.html.report import PAGE

    if subject.docket is None:
        raise Misuse(f"{subject.rulebook.id} is a rulebook and has no record to report on", "name a docket", "A961")
    if os.path.lexists(out) and not out.is_dir():
        raise Misuse(f"{out} is not a folder", "name a folder, which is made where it is missing", "A962")
    refuse_to_lose(out / PAGE, force, instead)


def report(subject: Subject, when: Days, out: Path, force: bool) -> Path:
    """Write the report of a docket.

    Args:
        subject: The docket with its rulebook, which ``check_place`` let pass.
        when: The day asked about and what was known.
        out: The folder, made where it is missing.
        force: Whether a report that is already there may be replaced.

    Returns:
        The page to open.

    Raises:
        Misuse: A report has come to be there meanwhile, or the folder cannot be written.
    """
    from ascertain.publish.html.report import PAGE, publish_report

    assert subject.docket is not None, "checked before"
    try:
        return publish_report(subject.docket, subject.rulebook, on=when.on, known=when.known, out=out, replace=force)
    except FileExistsError:
        raise left_as_it_is(out / PAGE, _ANOTHER_FOLDER) from None
    except OSError as problem:
        raise Misuse(f"cannot write in {out}: {problem.strerror}", "name a folder you can write in", "A954") from None
