"""``ascertain survey``: questions of a rulebook for every entity of large tables."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from ascertain.cli.commands.find import sheets_text
from ascertain.cli.days import refuse_outside
from ascertain.cli.misuse import Misuse
from ascertain.cli.output import write
from ascertain.publish.jsonout import document
from ascertain.publish.sheet import Column, Sheet
from ascertain.publish.surveyed import csv_lines, named, objects
from ascertain.rulebook.bundled import bundled_folder, find_rulebook
from ascertain.rulebook.cache import cached_rulebook
from ascertain.rulebook.lookup import find_term
from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import QUANTITIES, Subject, Term
from ascertain.survey.entities import Answered
from ascertain.survey.mapping import read_map, rulebook_of
from ascertain.survey.processes import Asked, answers, fitting
from ascertain.survey.store import Stored, stored

_EVERY = 2_000
_MAP = "survey.yaml"


def run(options: argparse.Namespace) -> int:
    """Answer every question for every entity."""
    if options.map is None:
        raise Misuse("survey needs the map of a table", "name its YAML file, or a folder that holds survey.yaml")
    path = _map(options.map)
    rulebook = cached_rulebook(find_rulebook(rulebook_of(path), path.parent))
    mapped = read_map(path, rulebook)
    on = options.on or date.today()
    refuse_outside("--on", on, rulebook)
    terms = _terms(options, rulebook)
    with stored(mapped) as tables:
        asked = Asked(rulebook, tables, tuple(term.phrase for term in terms), on, options.known or date.today())
        found = _with_progress(answers(asked, fitting(tables.entities)), tables.entities)
        write(_lines(options, tables, rulebook, terms, on, found), options.output, options.force)
        if options.format == "csv" and sys.stderr is not None:
            sys.stderr.writelines(f"{note}\n" for note in tables.notes)
    return 0


def _map(text: str) -> Path:
    """The file of the map: the one named, or that in a folder or a bundled docket of the name."""
    path = Path(text).expanduser()
    if path.is_file():
        return path
    shelves = (path, bundled_folder("dockets") / text)
    return next((shelf / _MAP for shelf in shelves if (shelf / _MAP).is_file()), path)


def _terms(options: argparse.Namespace, rulebook: Rulebook) -> Sequence[Term]:
    """What is asked; by default every conclusion about a government that has a short name."""
    concluded = {rule.term for rule in rulebook.rules.values() if rule.term}
    if not options.question:
        about = (term for term in rulebook.terms.values() if term.phrase in concluded and term.short)
        return [term for term in about if term.about is Subject.GOVERNMENT]
    terms = [find_term(rulebook, question) for question in options.question]
    for term in terms:
        if term.phrase not in concluded or term.about is not Subject.GOVERNMENT:
            message = f'"{term.phrase}" is not concluded of a government, so there is nothing to survey'
            raise BadInput((Mistake("A905", message, (), (), "ask for a term that rules conclude of a government"),))
    return terms


def _with_progress(found: Iterable[Answered], entities: int) -> Iterator[Answered]:
    """The same, with a line on a terminal that says how far it is."""
    shown = sys.stderr is not None and sys.stderr.isatty()
    for number, answered in enumerate(found, 1):
        yield answered
        if shown and (number % _EVERY == 0 or number == entities):
            sys.stderr.write(f"\r{number:,} of {entities:,} entities" + ("\n" if number == entities else ""))
            sys.stderr.flush()


def _lines(
    options: argparse.Namespace,
    tables: Stored,
    rulebook: Rulebook,
    terms: Sequence[Term],
    on: date,
    found: Iterable[Answered],
) -> Iterator[str]:
    mapped = tables.mapped
    if options.format == "json":
        about = {"rulebook": rulebook.id, "on": on.isoformat(), "notes": list(tables.notes)}
        yield from document("ascertain/survey/1", about, "entities", objects(terms, found))
        return
    if options.format == "csv":
        yield from csv_lines(terms, found)
        return
    counts: list[Counter[str]] = [Counter() for _ in terms]
    entities = 0
    for answered in found:
        entities += 1
        for counted, term, each in zip(counts, terms, answered.found, strict=True):
            settled = term.type in QUANTITIES and each.worth is not None
            counted["settled on a value" if settled else each.word] += 1
    head = f"on {on}; rulebook {rulebook.id}, {entities:,} entities of {mapped.tables[0].file}"
    width = max(len(named(term)) for term in terms) if terms else 1
    sheet = Sheet(
        mapped.title or "Findings",
        (Column("Question", min(width, 60)), Column("Finding", 20), Column("Entities", 12)),
        (
            (named(term), word, f"{number:,}")
            for term, counted in zip(terms, counts, strict=True)
            for word, number in counted.most_common()
        ),
        tables.notes,
    )
    yield from sheets_text(options, head, [sheet])
