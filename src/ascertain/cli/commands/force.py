"""``ascertain force``: whether a provision binds a government on a day, and the chain of orders that says so."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ascertain.cli import named
from ascertain.cli.asked import whom
from ascertain.cli.commands.find import heading, sheets_text
from ascertain.cli.days import Days, dated, days
from ascertain.cli.output import write
from ascertain.cli.subject import Subject, names_something, open_subject
from ascertain.law.model import Force, Matter
from ascertain.publish import answers
from ascertain.publish.sheet import Sheet

COLUMNS = (
    *("provision", "government", "program", "on", "known", "state", "possible", "turns_on", "chain"),
    *("receipt.rulebook", "receipt.record"),
)

Row = tuple[str, date | None, date | None, Force]


def run(options: argparse.Namespace) -> int:
    """Show the force of one provision, or of all, for each government asked about."""
    if options.subject is None and options.provision and names_something(options.provision):
        options.subject, options.provision = options.provision, None
    subject = open_subject(options.subject)
    program = named.program(subject, options.program) if options.program else None
    if options.provision:
        provisions = [named.provision(subject, options.provision).id]
    else:
        provisions = list(subject.rulebook.provisions)
    governments = whom(options, subject)
    when = days(options, subject)
    # Where nobody is named and nobody is under review, the law at large is asked about.
    about = governments or subject.members(*when.through) or (None,)
    matters = [Matter(government, program, when.on, when.known) for government in about]
    write(_lines(options, subject, when, provisions, matters), options.output, options.force)
    return 0


def _lines(
    options: argparse.Namespace, subject: Subject, when: Days, provisions: list[str], matters: list[Matter]
) -> Iterator[str]:
    if options.format == "json":
        from ascertain.publish.jsonout import document

        yield from document("ascertain/force/1", subject.about, "forces", _objects(subject, when, provisions, matters))
    elif options.format == "csv":
        from ascertain.publish.csvout import render

        extra = ("from", "until") if when.period else ()
        yield from render((*COLUMNS, *extra), _objects(subject, when, provisions, matters))
    else:
        yield from sheets_text(options, heading(subject, when), _sheets(subject, when, provisions, matters))


def _sheets(subject: Subject, when: Days, provisions: list[str], matters: list[Matter]) -> Iterator[Sheet]:
    """One provision for several governments is one sheet; several provisions are one sheet a government."""
    periods = when.period is not None
    if len(provisions) == 1:
        names = [_name(matter) for matter in matters]
        rows = (
            (_name(matter), start, end, force)
            for matter in matters
            for _, start, end, force in _rows(subject, when, provisions, matter)
        )
        yield answers.force_sheet(provisions[0], "Government", names, rows, periods)
        return
    for matter in matters:
        each = _rows(subject, when, provisions, matter)
        yield answers.force_sheet(_name(matter), "Provision", provisions, each, periods)


def _rows(subject: Subject, when: Days, provisions: list[str], matter: Matter) -> Iterator[Row]:
    from ascertain.law.force import LawOn
    from ascertain.law.regimes import force_timeline

    law = LawOn(subject.rulebook, matter)
    for provision in provisions:
        if when.period is None:
            yield provision, None, None, law.force(provision)
        else:
            for start, end, force in force_timeline(subject.rulebook, provision, matter, *when.period):
                yield provision, start, end, force


def _objects(subject: Subject, when: Days, provisions: list[str], matters: list[Matter]) -> Iterator[dict[str, object]]:
    from ascertain.findings.answers.receipts import receipt
    from ascertain.publish.forceout import force_object

    for matter in matters:
        for _, start, end, force in _rows(subject, when, provisions, matter):
            then = replace(matter, on=start) if start else matter
            found = force_object(force, then, receipt(subject.rulebook, subject.record, then.on, then.known, ""))
            yield dated(start, end, found) if start and end else found


def _name(matter: Matter) -> str:
    return matter.government.name if matter.government else "anyone"
