"""``ascertain test``: the worked cases of a rulebook, each with what it expects and what was found."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from ascertain.cli.commands.find import sheets_text
from ascertain.cli.output import write
from ascertain.cli.subject import open_subject
from ascertain.publish.jsonout import Json
from ascertain.publish.sheet import Column, Sheet
from ascertain.rulebook.model.book import Rulebook
from ascertain.verify.cases import CaseResult, run_cases

COLUMNS = ("case", "place", "passed", "expected", "found", "missing")


def run(options: argparse.Namespace) -> int:
    """Run the cases; 1 if any does not come out as written."""
    rulebook = open_subject(options.subject).rulebook
    results = run_cases(rulebook)
    failed = [result for result in results if not result.passed]
    write(_lines(options, rulebook, results, failed), options.output, options.force)
    return 1 if failed else 0


def _lines(
    options: argparse.Namespace, rulebook: Rulebook, results: tuple[CaseResult, ...], failed: list[CaseResult]
) -> Iterator[str]:
    if options.format == "json":
        from ascertain.publish.jsonout import document

        yield from document("ascertain/cases/1", {"rulebook": rulebook.id}, "cases", map(_object, results))
        return
    if options.format == "csv":
        from ascertain.publish.csvout import render

        yield from render(COLUMNS, map(_object, results))
        return
    head = f"rulebook {rulebook.id}: {len(results) - len(failed)} cases passed, {len(failed)} failed"
    yield from sheets_text(options, head, [_sheet(failed)] if failed else [])


def _sheet(failed: list[CaseResult]) -> Sheet:
    columns = (Column("Case"), Column("Place", 30), Column("Expected", 24), Column("Found", 24))
    return Sheet("Cases that did not come out", columns, (_row(result) for result in failed))


def _row(result: CaseResult) -> tuple[str, ...]:
    lacks = f"; does not turn on: {', '.join(result.missing)}" if result.missing else ""
    return result.case.name, _place(result), result.expected, result.found + lacks


def _object(result: CaseResult) -> Json:
    return {
        "case": result.case.name,
        "place": _place(result),
        "passed": result.passed,
        "expected": result.expected,
        "found": result.found,
        "missing": list(result.missing),
    }


def _place(result: CaseResult) -> str:
    return f"{result.case.place.file}:{result.case.place.line}"
