"""A new entry in; out come its number and its text, checked against the docket that it is filed in."""

from __future__ import annotations

from dataclasses import replace

from ascertain.docket.ends import end_claims
from ascertain.docket.entries import check_answer, read_entry
from ascertain.docket.files import ENTRIES, Folder
from ascertain.docket.mistakes import Code, refusal
from ascertain.docket.model import Docket, Entry, EntryKind
from ascertain.docket.names import Names
from ascertain.docket.render import render_entry
from ascertain.docket.slugs import slug_of
from ascertain.rulebook.model.book import Rulebook


def prepare_entry(folder: Folder, docket: Docket, entry: Entry, rulebook: Rulebook) -> tuple[Entry, str]:
    """Number and check an entry without filing it.

    Args:
        folder: Where the docket's files are; what is wrong is told as of them.
        docket: The docket so far.
        entry: What to file. Number 0 takes the next free number; without a slug one is made from the title.
        rulebook: What to check it against.

    Returns:
        The entry as its text will be read, and that text.

    Raises:
        DocketError: The entry has mistakes, or its number is taken or leaves a gap.
    """
    numbered = _numbered(docket, entry)
    text = render_entry(numbered, rulebook.terms)
    return _checked(folder, docket, numbered, text, rulebook), text


def _numbered(docket: Docket, entry: Entry) -> Entry:
    following = len(docket.entries) + 1
    number = entry.number or following
    if number < following:
        taken = docket.entries[number - 1].file_name
        message = f"the number {number} is taken by {taken}, and what was filed is never changed"
        raise refusal(Code.NUMBER_TAKEN, message, f"file it as number {following}, or leave the number to the docket")
    if number > following:
        message = f"the number {number} would leave a gap: the next number is {following}"
        raise refusal(Code.GAP, message, f"file it as number {following}, or leave the number to the docket")
    return replace(entry, number=number, slug=entry.slug or slug_of(entry.title, "entry"))


def _checked(folder: Folder, docket: Docket, entry: Entry, text: str, law: Rulebook) -> Entry:
    """The entry as its file will be read, with every mistake in it raised before anything is written."""
    names = Names(law, docket.governments, folder.reporter)
    names.exhibits, names.arguments, names.results = docket.exhibits, docket.arguments, docket.results
    folder.decode(f"{ENTRIES}/{entry.file_name}", text.encode())
    filed = read_entry(folder, entry.file_name, text, names)
    if filed is not None:
        check_answer(filed, [one.number for one in docket.entries if one.kind is EntryKind.REQUEST])
        end_claims((*docket.entries, filed.entry), {entry.number: filed.ends}, folder.reporter)
    folder.stop_if_any()
    assert filed is not None, "what cannot be read is reported"
    return filed.entry
