"""A Docket in; a new docket folder out, from which the same Docket is read."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

from ascertain.docket.basis import rulebook_of
from ascertain.docket.files import ARGUMENTS, AWARDS, ENTRIES, EXHIBITS, FRONT, GOVERNMENTS, MANIFEST
from ascertain.docket.mistakes import Code, refusal
from ascertain.docket.model import Docket
from ascertain.docket.render import (
    render_arguments,
    render_awards,
    render_entry,
    render_exhibits,
    render_governments,
    render_head,
)
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Term


def write_docket(docket: Docket, path: Path, rulebook: Rulebook | None = None) -> None:
    """Export a docket as a folder, with the files of its held exhibits.

    Args:
        docket: The docket; the held files are copied from its own folder.
        path: The folder to make; it may exist only if it is empty.
        rulebook: The vocabulary to write values by, instead of the rulebook that the docket names.

    Raises:
        DocketError: The folder is not empty, or cannot be written.
    """
    terms = (rulebook or rulebook_of(docket)).terms
    files = {one.file: docket.path / EXHIBITS / one.file for one in docket.exhibits.values() if one.file}
    write_papers(texts_of(docket, terms), files, path)


def write_papers(texts: Mapping[str, str], files: Mapping[str, Path], path: Path) -> None:
    """Make a docket's folder of its texts and files.

    The folder appears complete or not at all, and nothing that exists is written over.

    Args:
        texts: The text of each file, by its name in the folder.
        files: Where each held exhibit lies, by the name of its file under ``exhibits/``.
        path: The folder to make; it may exist only if it is empty.

    Raises:
        DocketError: The folder is not empty, or cannot be written.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise refusal(Code.NOT_EMPTY, f"{path} exists and is not empty", "name a folder that does not exist yet")
    draft = path.parent / f".{path.name}.{uuid4().hex}"
    try:
        for name, text in texts.items():
            file = draft / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        for name, file in files.items():
            copy = draft / EXHIBITS / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
        draft.rename(path)
    except OSError as error:
        message = f"{path} cannot be written: {(error.strerror or 'unknown reason').lower()}"
        help_ = "check the folder's permissions and free space, and that every held exhibit is there"
        raise refusal(Code.CANNOT_WRITE, message, help_) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def texts_of(docket: Docket, terms: Mapping[str, Term]) -> dict[str, str]:
    """Every text file of the docket's folder by name.

    Args:
        docket: The docket.
        terms: The vocabulary, which says how the values of claims are written.
    """
    texts = {FRONT: render_head(docket), GOVERNMENTS: render_governments(docket.governments.values())}
    if docket.awards:
        texts[AWARDS] = render_awards(docket.awards)
    if docket.arguments:
        texts[ARGUMENTS] = render_arguments(docket.arguments.values())
    if docket.exhibits:
        texts[MANIFEST] = render_exhibits(docket.exhibits.values())
    return texts | {f"{ENTRIES}/{entry.file_name}": render_entry(entry, terms) for entry in docket.entries}
