"""``ascertain check``: everything loaded anew and held against itself; what is left untranslated is counted."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from ascertain.cli.commands.find import sheets_text
from ascertain.cli.output import write
from ascertain.cli.subject import Subject, locate
from ascertain.publish.sheet import Column, Sheet
from ascertain.record.facts import Record
from ascertain.rulebook.load import load_rulebook
from ascertain.verify.cases import run_cases


def run(options: argparse.Namespace) -> int:
    """Read the docket or rulebook with its exhibits and run its cases; 1 if a case does not come out."""
    subject = _anew(locate(options.subject))
    counts = dict(_counts(subject))
    failed = int(counts["cases that do not come out"])
    write(_lines(options, subject, counts), options.output, options.force)
    return 1 if failed else 0


def _anew(path: Path) -> Subject:
    """Read and check every file again; only a docket's rulebook may come from the cache, which is keyed by its content.

    Raises:
        BadInput: Every mistake found.
    """
    if not (path / "docket.md").exists():
        rulebook = load_rulebook(path)
        return Subject(rulebook, Record((), ""), None, rulebook.governments)
    from ascertain.docket.basis import rulebook_of
    from ascertain.docket.load import load_docket

    docket = load_docket(path)
    rulebook = rulebook_of(docket)
    return Subject(rulebook, docket.record, docket, {**rulebook.governments, **docket.governments})


def _counts(subject: Subject) -> Iterator[tuple[str, int]]:
    rulebook = subject.rulebook
    yield "authorities", len(rulebook.authorities)
    yield "provisions", len(rulebook.provisions)
    yield "rules and exceptions", len(rulebook.rules)
    yield "acts of one provision on another", len(rulebook.effects)
    yield "contested points", len(rulebook.points)
    yield "passages left untranslated", sum(len(one.untranslated) for one in rulebook.provisions.values())
    yield "cases", len(rulebook.cases)
    yield "cases that do not come out", sum(not result.passed for result in run_cases(rulebook))
    if subject.docket is not None:
        yield "members", len(subject.docket.members)
        yield "entries", len(subject.docket.entries)
        yield "claims", len(subject.docket.claims)
        yield "exhibits", len(subject.docket.exhibits)
        yield "exhibits held", sum(bool(exhibit.sha256) for exhibit in subject.docket.exhibits.values())


def _lines(options: argparse.Namespace, subject: Subject, counts: dict[str, int]) -> Iterator[str]:
    rows = [{"what": what, "count": count} for what, count in counts.items()]
    if options.format == "json":
        from ascertain.publish.jsonout import document

        yield from document("ascertain/check/1", subject.about, "counts", iter(rows))
        return
    if options.format == "csv":
        from ascertain.publish.csvout import render

        yield from render(("what", "count"), rows)
        return
    docket = f", docket {subject.docket.id}" if subject.docket else ""
    head = f"rulebook {subject.rulebook.id}{docket}: no mistakes"
    if counts["cases that do not come out"]:
        head += ", but cases do not come out: ascertain test shows them"
    columns = (Column("What", max(map(len, counts))), Column("Count", 8))
    yield from sheets_text(options, head, [Sheet("Contents", columns, ((w, str(c)) for w, c in counts.items()))])
