"""``ascertain check``: everything loaded anew and held against itself, its cases run, and its rules looked through."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ascertain.cli.commands.find import sheets_text
from ascertain.cli.misuse import Misuse
from ascertain.cli.output import screen, write
from ascertain.cli.subject import Subject, locate
from ascertain.publish import remarkout
from ascertain.publish.sheet import Column, Sheet
from ascertain.record.facts import Record
from ascertain.rulebook.load import compile_files
from ascertain.rulebook.lookup import find_term
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import QUANTITIES, TermType
from ascertain.rulebook.source import lines_of, read_files
from ascertain.verify.cases import run_cases
from ascertain.verify.lints.model import Remark, Severity
from ascertain.verify.lints.run import Remarks, remarks_on

_FAILED = "cases that do not come out"


@dataclass(frozen=True)
class _Checked:
    """What was read, and the lines of the rulebook's files."""

    subject: Subject
    lines: remarkout.Lines


def run(options: argparse.Namespace) -> int:
    """Read everything again; 1 if a case does not come out or a remark is a warning, or with --strict a note."""
    checked = _anew(locate(options.subject))
    rulebook = checked.subject.rulebook
    if options.monotone_in:
        remarks, counts = _monotone(options, rulebook), {}
    elif options.question:
        raise Misuse("--question says nothing without --monotone-in", "add --monotone-in and a fact", "A966")
    else:
        remarks = remarks_on(rulebook)
        counts = {**dict(_counts(checked.subject)), **dict(_remarked(remarks))}
    write(_lines(options, checked, counts, remarks), options.output, options.force)
    wrong = remarks.count(Severity.WARNING) or counts.get(_FAILED, 0)
    return 1 if wrong or (options.strict and remarks.open) else 0


def _anew(path: Path) -> _Checked:
    """Read and check every file again; only a docket's rulebook may come from the cache, which is keyed by its content.

    Raises:
        BadInput: Every mistake found.
    """
    if not (path / "docket.md").exists():
        files = read_files(path)
        rulebook = compile_files(files)
        return _Checked(Subject(rulebook, Record((), ""), None, rulebook.governments), _texts(files))
    from ascertain.docket.basis import rulebook_folder
    from ascertain.docket.load import load_docket
    from ascertain.rulebook.cache import cached_rulebook

    docket = load_docket(path)
    folder = rulebook_folder(docket)
    rulebook = cached_rulebook(folder)
    subject = Subject(rulebook, docket.record, docket, {**rulebook.governments, **docket.governments})
    return _Checked(subject, _texts(read_files(folder)))


def _texts(files: Mapping[str, bytes]) -> remarkout.Lines:
    return {name: lines_of(name, content)[0] for name, content in files.items()}


def _monotone(options: argparse.Namespace, rulebook: Rulebook) -> Remarks:
    """What comes of the fact named, for the questions named.

    Raises:
        BadInput: A name that nothing bears, a fact that is none, or a question that no rule answers.
    """
    from ascertain.verify.lints.monotone import monotone_in

    concluded = {rule.term for rule in rulebook.rules.values() if rule.term}
    fact = find_term(rulebook, options.monotone_in)
    if fact.type not in (TermType.YES_NO, *QUANTITIES) or fact.phrase in concluded:
        hint = "name a yes/no term, amount, number or date that no rule concludes; ascertain names lists every term"
        raise Misuse(f'"{fact.phrase}" is no plain fact that can become true or rise', hint, "A966")
    summed = next((name for name, total in rulebook.aggregates.items() if fact.phrase in total.rests_on), None)
    if summed is not None:
        hint = f'name what is added up or counted: "{summed}"'
        raise Misuse(f'"{fact.phrase}" is of each award, and what rules look at is all of them together', hint, "A966")
    questions = [find_term(rulebook, name).phrase for name in options.question or ()]
    for question in questions:
        if question not in concluded:
            raise Misuse(f'no rule concludes "{question}"', "name a question that rules answer", "A966")
        if rulebook.terms[question].type in QUANTITIES:
            raise Misuse(f'"{question}" neither holds nor does not', "name a yes/no question", "A966")
    return Remarks(tuple(monotone_in(rulebook, fact.phrase, questions)), ())


def _counts(subject: Subject) -> Iterator[tuple[str, int]]:
    rulebook = subject.rulebook
    yield "authorities", len(rulebook.authorities)
    yield "provisions", len(rulebook.provisions)
    yield "rules and exceptions", len(rulebook.rules)
    yield "acts of one provision on another", len(rulebook.effects)
    yield "contested points", len(rulebook.points)
    yield "passages left untranslated", sum(len(one.untranslated) for one in rulebook.provisions.values())
    yield "cases", len(rulebook.cases)
    yield _FAILED, sum(not result.passed for result in run_cases(rulebook))
    if subject.docket is not None:
        yield "members", len(subject.docket.members)
        yield "entries", len(subject.docket.entries)
        yield "claims", len(subject.docket.claims)
        yield "exhibits", len(subject.docket.exhibits)
        yield "exhibits held", sum(bool(exhibit.sha256) for exhibit in subject.docket.exhibits.values())


def _remarked(remarks: Remarks) -> Iterator[tuple[str, int]]:
    yield "warnings", remarks.count(Severity.WARNING)
    yield "notes", remarks.count(Severity.NOTE)
    yield "remarks accepted", len(remarks.accepted)


def _lines(
    options: argparse.Namespace, checked: _Checked, counts: Mapping[str, int], remarks: Remarks
) -> Iterator[str]:
    subject, rulebook = checked.subject, checked.subject.rulebook
    if options.format in ("json", "csv"):
        every: list[tuple[Remark, str | None]] = [*((remark, None) for remark in remarks.open), *remarks.accepted]
        objects = [remarkout.remark_object(one, rulebook, checked.lines, reason) for one, reason in every]
    if options.format == "json":
        from ascertain.publish.jsonout import document

        rows = ({"what": what, "count": count} for what, count in counts.items())
        yield from document("ascertain/check/1", {**subject.about, "remarks": objects}, "counts", rows)
        return
    if options.format == "csv":
        from ascertain.publish.csvout import render

        yield from render(remarkout.COLUMNS, map(remarkout.row, objects))
        return
    sheets = list(_sheets(counts))
    if options.format == "md":
        sheets += [remarkout.sheet(remarks.open, rulebook)] if remarks.open else []
    yield from sheets_text(options, _heading(subject, counts), sheets)
    if options.format == "table":
        width = screen(to_file=options.output is not None).width
        for remark in remarks.open:
            yield ""
            yield from remarkout.as_text(remark, rulebook, checked.lines, width)


def _heading(subject: Subject, counts: Mapping[str, int]) -> str:
    docket = f", docket {subject.docket.id}" if subject.docket else ""
    head = f"rulebook {subject.rulebook.id}{docket}: no mistakes"
    if counts.get(_FAILED):
        head += ", but cases do not come out: ascertain test shows them"
    if subject.docket and not subject.docket.members:
        head += "; it has no members, so that a question must name a government with --who"
    return head


def _sheets(counts: Mapping[str, int]) -> Iterable[Sheet]:
    if counts:
        columns = (Column("What", max(map(len, counts))), Column("Count", 8))
        yield Sheet("Contents", columns, ((what, str(count)) for what, count in counts.items()))
