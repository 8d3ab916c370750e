"""Append-only filing: a new entry gets the next number, and nothing that was filed is ever written over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from ascertain.docket.basis import rulebook_of
from ascertain.docket.files import ENTRIES, Folder
from ascertain.docket.filing import prepare_entry
from ascertain.docket.load import load_docket
from ascertain.docket.mistakes import Code, DocketError, refusal
from ascertain.docket.model import Entry
from ascertain.rulebook.model.book import Rulebook


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
    folder = Folder(path)
    with _alone(path / ENTRIES):
        docket = load_docket(path, rulebook)
        law = rulebook or rulebook_of(docket)
        filed, text = prepare_entry(folder, docket, entry, law)
        _write(path / ENTRIES, filed.file_name, text)
    return filed


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
        raise refusal(Code.NUMBER_TAKEN, message, "leave the number to the docket") from None
    except OSError as error:
        raise _cannot_write(folder, error) from None
    finally:
        draft.unlink(missing_ok=True)


def _cannot_write(folder: Path, error: OSError) -> DocketError:
    message = f"{folder} cannot be written to: {(error.strerror or 'unknown reason').lower()}"
    return refusal(Code.CANNOT_WRITE, message, "check the folder's permissions and free space")
