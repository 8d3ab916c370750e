"""``ascertain force``: whether a provision binds a government on a day, and the chain of orders that says so."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace

from ascertain.cli import named
from ascertain.cli.asked import whom
from ascertain.cli.commands.find import heading, sheets_text
from ascertain.cli.days import Days, dated, days
from ascertain.cli.output import write
from ascertain.cli.spans import spans
from ascertain.cli.subject import Subject, names_something, open_subject
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.publish.forcesheets import by_government, by_provision, groups_sheet
from ascertain.publish.forcewords import behind
from ascertain.publish.lawsources import sources_sheet
from ascertain.publish.sheet import Sheet

COLUMNS = (
    *("provision", "confidence", "government", "program", "on", "known", "state", "possible", "turns_on"),
    *("chain", "chain.confidence"),
    *("receipt.rulebook", "receipt.record"),
)


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

        extra = ("from", "until", "ended_by.acts") if when.period else ()
        yield from render((*COLUMNS, *extra), _objects(subject, when, provisions, matters))
    else:
        yield from sheets_text(options, heading(subject, when), _sheets(subject, when, provisions, matters))


def _sheets(subject: Subject, when: Days, provisions: list[str], matters: list[Matter]) -> Iterator[Sheet]:
    """All provisions for one government are one sheet; else each provision is told once for all that share it."""
    book, periods = subject.rulebook, when.period is not None
    at_large = not any(matter.government for matter in matters)
    laws = {_name(matter): LawOn(book, matter) for matter in matters}
    if len(provisions) > 1 and len(laws) == 1:
        ((name, law),) = laws.items()
        rows = ((provision, span) for provision in provisions for span in spans(law, provision, when.period))
        yield by_provision(name, rows, book, periods=periods, at_large=at_large)
        return
    for provision in provisions:
        courses = {name: tuple(spans(law, provision, when.period)) for name, law in laws.items()}
        yield from by_government(provision, courses, book, periods=periods, at_large=at_large)
        if len(provisions) == 1:
            forces = (span.force for spans in courses.values() for span in spans)
            asked = [matter.government for matter in matters if matter.government]
            meant = groups_sheet(provision, forces, asked, book)
            yield from (meant,) if meant else ()
            told = (name for spans in courses.values() for span in spans for name in behind(span.force))
            yield sources_sheet((provision, *told), book)


def _objects(subject: Subject, when: Days, provisions: list[str], matters: list[Matter]) -> Iterator[dict[str, object]]:
    from ascertain.findings.answers.receipts import receipt
    from ascertain.publish.forceout import endings, force_object, parts_objects

    for matter in matters:
        law = LawOn(subject.rulebook, matter)
        for span in (span for provision in provisions for span in spans(law, provision, when.period)):
            then = replace(matter, on=span.start) if span.start else matter
            received = receipt(subject.rulebook, subject.record, then.on, then.known, "")
            found = {**force_object(span.force, then, received, subject.rulebook), "parts": parts_objects(span)}
            if span.start and span.end:
                found = dated(span.start, span.end, {**found, **endings(span, subject.rulebook)})
            yield found


def _name(matter: Matter) -> str:
    return matter.government.name if matter.government else "anyone"
