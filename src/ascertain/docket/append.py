"""Append-only filing: a new entry gets the next number, and nothing that was filed is ever written over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from ascertain.docket.basis import rulebook_of
from ascertain.docket.ends import end_claims
from ascertain.docket.entries import check_answer, read_entry
from ascertain.docket.files import ENTRIES, Folder
from ascertain.docket.load import load_docket
from ascertain.docket.mistakes import Code, DocketError
from ascertain.docket.model import Docket, Entry, EntryKind
from ascertain.docket.names import Names
from ascertain.docket.render import render_entry
from ascertain.rulebook.mistakes import Mistake
from ascertain.rulebook.model.book import Rulebook

_LONGEST_SLUG = 60


def append_entry(path: Path, entry: Entry, rulebook: Rulebook | None = None) -> Entry:
    """File a new entry in a docket folder.

    The entry is checked first, so that a refused one writes nothing. Of two filed at the same moment one waits for the
    other; a reader never sees half an entry.

    Args:
        path: The docket folder.
        entry: What to file. Number 0 takes the next free number; without a slug one is made from the title.
        rulebook: What to check it against, instead of the rulebook that the docket names.

    Returns:
        The entry as filed, with its number.

    Raises:
        DocketError: The docket or the entry has mistakes, the number is taken or leaves a gap, or the folder cannot be
            written to.
    """
    Folder(path)
    with _alone(path / ENTRIES):
        docket = load_docket(path, rulebook)
        law = rulebook or rulebook_of(docket)
        numbered = _numbered(docket, entry)
        text = render_entry(numbered, law.terms)
        filed = _checked(docket, numbered, text, law)
        _write(path / ENTRIES, filed.file_name, text)
    return filed


def _numbered(docket: Docket, entry: Entry) -> Entry:
    following = len(docket.entries) + 1
    number = entry.number or following
    if number < following:
        taken = docket.entries[number - 1].file_name
        message = f"the number {number} is taken by {taken}, and what was filed is never changed"
        raise _refused(Code.NUMBER_TAKEN, message, f"file it as number {following}, or leave the number to the docket")
    if number > following:
        message = f"the number {number} would leave a gap: the next number is {following}"
        raise _refused(Code.GAP, message, f"file it as number {following}, or leave the number to the docket")
    return replace(entry, number=number, slug=entry.slug or _slug(entry.title))


def _checked(docket: Docket, entry: Entry, text: str, law: Rulebook) -> Entry:
    """The entry as its file will be read, with every mistake in it raised before anything is written."""
    folder = Folder(docket.path)
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


def _slug(title: str) -> str:
    words = "".join(one if one.isascii() and one.isalnum() else " " for one in title.lower()).split()
    return "-".join(words)[:_LONGEST_SLUG].rstrip("-") or "entry"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep others from filing in the same folder meanwhile; the system frees the lock if this process dies."""
    import fcntl

    try:
        folder.mkdir(exist_ok=True)
        held = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise _cannot_write(folder, error) from None
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def _write(folder: Path, name: str, text: str) -> None:
    draft = folder / f".{name}.{uuid4().hex}"
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        # A link, unlike a rename, fails where the name exists.
        os.link(draft, folder / name)
    except FileExistsError:
        message = f"{name} exists, and what was filed is never changed"
        raise _refused(Code.NUMBER_TAKEN, message, "leave the number to the docket") from None
    except OSError as error:
        raise _cannot_write(folder, error) from None
    finally:
        draft.unlink(missing_ok=True)


def _cannot_write(folder: Path, error: OSError) -> DocketError:
    message = f"{folder} cannot be written to: {(error.strerror or 'unknown reason').lower()}"
    return _refused(Code.CANNOT_WRITE, message, "check the folder's permissions and free space")


def _refused(code: Code, message: str, help_: str) -> DocketError:
    return DocketError((Mistake(code, message, (), (), help_),))
