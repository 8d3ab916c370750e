"""``ascertain names``: every name that the options take: governments, questions, programs and provisions."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import groupby

from ascertain.cli.asked import concluded
from ascertain.cli.commands.find import sheets_text
from ascertain.cli.output import write
from ascertain.cli.subject import Subject, open_subject
from ascertain.publish.sheet import Column, Sheet, widest
from ascertain.rulebook.confidence import Entry, mark_of, sources_of

COLUMNS = ("takes", "name", "says", "kind", "sources", "confidence")
_TITLES = {
    "who": "governments, for --who",
    "question": "terms, for --question",
    "program": "programs, for --program",
    "provision": "provisions, for force and --question",
}


def run(options: argparse.Namespace) -> int:
    """List the names, those of one option after the other."""
    subject = open_subject(options.subject)
    write(_lines(options, subject, list(_names(subject))), options.output, options.force)
    return 0


def _names(subject: Subject) -> Iterator[dict[str, str]]:
    """Every name with what takes it, what it stands for, and of what kind that is."""

    def named(takes: str, name: str, says: str, kind: str) -> dict[str, str]:
        return {"takes": takes, "name": name, "says": says, "kind": kind}

    def marked(told: dict[str, str], sources: tuple[str, ...], entry: Entry) -> dict[str, str]:
        return {**told, "sources": "; ".join(sources), "confidence": mark_of(entry, rulebook).confidence}

    rulebook = subject.rulebook
    for government in subject.governments.values():
        yield named("who", government.id, government.name, government.kind)
    for term in sorted(rulebook.terms.values(), key=lambda term: not concluded(rulebook, term)):
        kind = "conclusion" if concluded(rulebook, term) else "fact"
        yield marked(named("question", term.short or term.phrase, term.phrase, kind), (), term)
    for program in rulebook.programs.values():
        told = named("program", program.id, program.name, f"part of {program.parent}" if program.parent else "")
        yield marked(told, sources_of(program, rulebook), program)
    for provision in rulebook.provisions.values():
        authority = rulebook.authorities[provision.authority]
        told = named("provision", provision.id, provision.heading, "" if provision.parent else authority.kind)
        yield marked(told, authority.sources, provision)


def _lines(options: argparse.Namespace, subject: Subject, names: list[dict[str, str]]) -> Iterator[str]:
    if options.format == "json":
        from ascertain.publish.jsonout import document

        yield from document("ascertain/names/1", subject.about, "names", ({**one} for one in names))
    elif options.format == "csv":
        from ascertain.publish.csvout import render

        yield from render(COLUMNS, names)
    else:
        docket = f", docket {subject.docket.id}" if subject.docket else ""
        yield from sheets_text(options, f"rulebook {subject.rulebook.id}{docket}", _sheets(names))


def _sheets(names: list[dict[str, str]]) -> Iterator[Sheet]:
    for takes, group in groupby(names, key=lambda one: one["takes"]):
        ones = list(group)
        columns: tuple[Column, ...] = (
            Column("Name", widest(one["name"] for one in ones)),
            Column("Says"),
            Column("Kind", widest(one["kind"] for one in ones)),
        )
        keys = ["name", "says", "kind"]
        if takes == "program":
            columns += (Column("Encoded from"), Column("Confidence", len("verified-in-part")))
            keys += ["sources", "confidence"]
        yield Sheet(_TITLES[takes], columns, [tuple(one[key] for key in keys) for one in ones])
