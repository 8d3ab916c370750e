"""``ascertain demo``: the main job on the bundled docket: the matrix in the terminal, the report in a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from ascertain.cli.bundle import bundle
from ascertain.cli.commands import find
from ascertain.cli.commands.publish import check_place, report
from ascertain.cli.days import Days
from ascertain.cli.output import progress, write
from ascertain.cli.subject import load, open_subject
from ascertain.rulebook.bundled import bundled_folder


def run(options: argparse.Namespace) -> int:
    """Answer the docket's main questions for every member, write the report, and say where it lies.

    An earlier report in the folder is replaced; anything else that bears the page's name is left as it is.
    """
    from ascertain.publish.html.report import PAGE, is_report

    shown = bundle()
    path = bundled_folder("dockets") / shown.docket if options.subject is None else None
    subject = load(path) if path else open_subject(options.subject)
    out = Path(options.out)
    check_place(subject, out, is_report(out / PAGE), "name another folder with --out")
    on = options.on or shown.on
    asked = argparse.Namespace(
        subject=str(path) if path else options.subject,
        who=None,
        question=list(shown.questions) if path else None,
        program=None,
        on=on,
        known=options.known or on,
        start=None,
        end=None,
        standard=None,
        over=None,
        format="table",
        output=None,
        force=False,
    )
    find.run(asked)
    progress("writing the report ...")
    page = report(subject, Days(on, asked.known), out, force=True)
    progress("")
    write(["", f"the report lies in {page}"], None)
    return 0
