"""The files of a docket as text, with every unreadable one reported."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

from ascertain.docket.mistakes import Code, DocketError
from ascertain.record.exhibits import sha256_of
from ascertain.rulebook.mistakes import Mistake, Reporter
from ascertain.rulebook.model.terms import Place
from ascertain.rulebook.source import code_point, control_character, files_below, read_plain

FRONT = "docket.md"
GOVERNMENTS = "governments.csv"
AWARDS = "awards.csv"
ARGUMENTS = "arguments.yaml"
EXHIBITS = "exhibits"
MANIFEST = "exhibits/manifest.yaml"
ENTRIES = "entries"
_BROKEN = {Code.UNREADABLE, Code.NOT_UTF_8, Code.CONTROL, Code.BROKEN_YAML, Code.COLUMNS, Code.CELLS}


class Folder:
    """A docket folder being read.

    Args:
        path: The folder.

    Raises:
        DocketError: The folder is no docket.
    """

    def __init__(self, path: Path) -> None:
        if not (path / FRONT).is_file():
            raise DocketError((_no_docket(path),))
        self.path = path
        self._lines: dict[str, list[str]] = {}
        self.reporter = Reporter(self._lines)

    def text(self, name: str) -> str | None:
        """The text of a file, or ``None`` where there is none or it cannot be read (which is then reported)."""
        file = self.path / name
        try:
            file.lstat()  # a link that leads nowhere is there, and is a mistake
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            self.unreadable(name, error)
            return None
        try:
            raw = read_plain(file)
        except OSError as error:
            self.unreadable(name, error)
            return None
        return self.decode(name, raw)

    def unreadable(self, name: str, error: OSError) -> None:
        """Report a file or folder that the system does not let be read."""
        mistake = _unreadable(name, error)
        self.reporter.add(Code.UNREADABLE, mistake.message, *mistake.places, help=mistake.help)

    def decode(self, name: str, raw: bytes) -> str | None:
        """The text of these bytes, or ``None`` where they are not plain text in UTF-8 (which is then reported)."""
        try:
            text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
            self.reporter.add(
                Code.NOT_UTF_8,
                f"this is not UTF-8 text: byte 0x{raw[error.start]:02x} does not belong to it",
                Place(name, line, column),
                help="save the file as UTF-8",
            )
            return None
        self._lines[name] = text.split("\n")
        if control := control_character(text):
            *lines, start = text[: control.start()].split("\n")
            message = f"this file holds the control character {code_point(control[0])}"
            self.reporter.add(Code.CONTROL, message, Place(name, len(lines) + 1, len(start) + 1), help="take it out")
            return None
        return text

    def entry_names(self) -> list[str]:
        """The names of the entry files, sorted; hidden files are no entries."""
        folder = self.path / ENTRIES
        if os.path.lexists(folder) and not folder.is_dir():
            help_ = "make entries a folder that holds a file for each entry"
            self.reporter.add(Code.UNREADABLE, "this should be a folder", Place(ENTRIES, 1, 1), help=help_)
        try:
            names = [file.name for file in folder.iterdir()] if folder.is_dir() else []
        except OSError as error:
            self.unreadable(ENTRIES, error)
            return []
        return sorted(name for name in names if not name.startswith("."))

    def held(self, file: str) -> str:
        """The SHA-256 of an exhibit's file, empty where there is none.

        Raises:
            OSError: It cannot be read.
        """
        path = self.path / EXHIBITS / file
        if path.is_file():
            return sha256_of(path)
        if path.exists():
            raise OSError(errno.EINVAL, "it is no ordinary file")
        return ""

    def digest(self) -> str:
        """As :func:`digest_of`, of this folder."""
        return digest_of(self.path)

    def stop_if_any(self) -> None:
        """Raise what was reported.

        Raises:
            DocketError: Something was.
        """
        if self.reporter.mistakes:
            raise DocketError(self.reporter.mistakes)

    def stop_if_broken(self) -> None:
        """Raise what was reported where a file could not be read, so that the names in it are not held against others.

        Raises:
            DocketError: A file is not text, not YAML or no table.
        """
        if any(mistake.code in _BROKEN for mistake in self.reporter.mistakes):
            raise DocketError(self.reporter.mistakes)


def _no_docket(path: Path) -> Mistake:
    if not path.exists():
        return Mistake(Code.NO_DOCKET, f"there is no folder {path}", (), (), "give the path of a docket folder")
    if not path.is_dir():
        return Mistake(Code.NO_DOCKET, f"{path} is a file, not a docket folder", (), (), "give the folder it lies in")
    help_ = f"a docket is a folder with a {FRONT}; see docs/reference/docket-format.md"
    return Mistake(Code.NO_DOCKET, f"{path} is no docket: it has no {FRONT}", (), (), help_)


def _unreadable(name: str, error: OSError) -> Mistake:
    message = f"this cannot be read: {(error.strerror or 'unknown reason').lower()}"
    help_ = "let it be an ordinary file or folder that you may read"
    return Mistake(Code.UNREADABLE, message, (Place(name, 1, 1),), ("",), help_)


def digest_of(path: Path) -> str:
    """The SHA-256 over the names and contents of all files of the folder; hidden files do not belong to it.

    Raises:
        DocketError: One of them cannot be read.
    """
    digest = hashlib.sha256()
    try:
        for name, file in sorted(files_below(path)):
            held = hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "no file"
            digest.update(f"{name}\0{held}\n".encode())
        # A walk over the files passes over a folder, which among the entries is one that cannot be read.
        for name in sorted(file.name for file in (path / ENTRIES).glob("[!.]*/")):
            digest.update(f"{ENTRIES}/{name}/\n".encode())
    except OSError as error:
        name = os.path.relpath(error.filename or path, path)
        raise DocketError((_unreadable(name, error),)) from None
    return digest.hexdigest()
