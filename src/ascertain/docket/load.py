"""The files of a docket in; a checked Docket out, or every mistake with its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ascertain.docket.basis import rulebook_of
from ascertain.docket.entries import read_entries
from ascertain.docket.evidence import read_arguments, read_exhibits
from ascertain.docket.files import Folder
from ascertain.docket.governments import check_governments, read_governments
from ascertain.docket.head import read_head
from ascertain.docket.mistakes import Code
from ascertain.docket.model import Docket, Entry
from ascertain.docket.names import Names
from ascertain.docket.tables import read_awards
from ascertain.record.facts import Record
from ascertain.rulebook.model.book import Rulebook


def load_docket(path: Path, rulebook: Rulebook | None = None) -> Docket:
    """Read and check a docket folder.

    Args:
        path: The folder; docs/reference/docket-format.md describes it.
        rulebook: What to check it against, instead of the rulebook that it names.

    Raises:
        DocketError: The folder is no docket, or has mistakes; all that could be found are in it.
        BadInput: Its rulebook is not found or has mistakes.
    """
    return read_docket(Folder(path), rulebook)


def read_docket(folder: Folder, rulebook: Rulebook | None = None) -> Docket:
    """As :func:`load_docket`, of files that need not lie in a folder.

    Args:
        folder: Where the files are.
        rulebook: What to check them against, instead of the rulebook that the docket names.

    Raises:
        DocketError: They have mistakes; all that could be found are in it.
        BadInput: The rulebook is not found or has mistakes.
    """
    head, named = read_head(folder)
    law = rulebook or rulebook_of(head)
    listed = read_governments(folder)
    governments = listed.governments
    folder.stop_if_broken()
    names = Names(law, governments, folder.reporter)
    check_governments(listed, law, folder.reporter)
    for government, place in named.members:
        names.government(government, place)
    for question, place in named.questions:
        names.question(question, place)
    for reading, place in named.readings:
        names.reading(reading, place)
    names.results = head.results
    names.exhibits = exhibits = read_exhibits(folder)
    arguments = read_arguments(folder, names)
    folder.stop_if_broken()
    entries = read_entries(folder, names)
    awards = read_awards(folder, names)
    if head.origin is not None and head.origin not in {one.number for one in entries}:
        message = f"the docket has no entry {head.origin} that the review could have begun with"
        help_ = "write the number of the entry that records that document, or leave the key out"
        folder.reporter.add(Code.NO_SUCH_ENTRY, message, named.origin, help=help_)
    folder.stop_if_any()
    digest = folder.digest()
    return replace(
        head,
        governments=governments,
        exhibits=exhibits,
        arguments=arguments,
        entries=entries,
        awards=awards,
        record=record_of(entries, digest, law),
        digest=digest,
    )


def record_of(entries: tuple[Entry, ...], digest: str, rulebook: Rulebook) -> Record:
    """The record of these entries under a rulebook, which says what is concluded and which program is part of which."""
    claims = tuple(claim for entry in entries for claim in entry.claims)
    concluded = frozenset(rule.term for rule in rulebook.rules.values() if rule.term)
    return Record(claims, digest, rulebook.programs, concluded)
