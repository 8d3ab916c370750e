"""The files of a rulebook as bytes and as lines."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

from ascertain.rulebook.mistakes import Mistake, RulebookError
from ascertain.rulebook.model.terms import Place

VOCABULARY = "vocabulary.md"
_FOR_READERS = "README.md"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def read_files(folder: Path) -> dict[str, bytes]:
    """Every Markdown file below ``folder`` by its path there, sorted; hidden files and README.md are left out.

    Raises:
        RulebookError: The folder is missing, cannot be read, or is no rulebook.
    """
    if not folder.is_dir():
        raise _refusal("A101", f"there is no folder {folder}", "name a folder that holds vocabulary.md")
    files: dict[str, bytes] = {}
    try:
        for name, path in files_below(folder):
            if name.endswith(".md") and path.name != _FOR_READERS:
                files[name] = read_plain(path)
    except OSError as problem:
        said = (problem.strerror or "unknown reason").lower()
        message = f"cannot read {problem.filename}: {said}"
        raise _refusal("A102", message, "check that the file exists and that you may read it") from None
    if VOCABULARY not in files:
        raise _refusal(
            "A103",
            f"the folder {folder.name} holds no {VOCABULARY}, so it is no rulebook",
            f"name the folder that holds {VOCABULARY}, or add that file",
        )
    return dict(sorted(files.items()))


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder with its path there, links followed; what is hidden is left out.

    Raises:
        OSError: A folder cannot be read, or is reached twice, as where a link leads back to the folder it lies in.
    """
    seen: set[tuple[int, int]] = set()
    for at, inner, names in os.walk(folder, onerror=_fail, followlinks=True):
        status = Path(at).stat()
        if (status.st_dev, status.st_ino) in seen:
            raise OSError(errno.ELOOP, "a link leads to this folder a second time", at)
        seen.add((status.st_dev, status.st_ino))
        inner[:] = [name for name in inner if not name.startswith(".")]
        below = Path(at).relative_to(folder)
        yield from ((below.joinpath(name).as_posix(), Path(at, name)) for name in names if not name.startswith("."))


def read_plain(path: Path) -> bytes:
    """The bytes of an ordinary file; of a pipe or a device, which may never end, nothing is read.

    Raises:
        OSError: It is no ordinary file, or cannot be read.
    """
    kind = path.stat().st_mode
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
    return path.read_bytes()


def digest_of(files: Mapping[str, bytes]) -> str:
    """The SHA-256 over the names and bytes of all files."""
    total = sha256()
    for name, content in files.items():
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def lines_of(name: str, content: bytes) -> tuple[list[str], Mistake | None]:
    """The file's lines, and the mistake where it is not plain text in UTF-8 (then up to where it ceases to be)."""
    try:
        text, mistake = content.decode("utf-8-sig"), None
    except UnicodeDecodeError as problem:
        text = content[: problem.start].decode("utf-8", "replace")
        message = f"the file is not UTF-8: byte {content[problem.start]:#04x} at offset {problem.start}"
        rest = content[problem.start :].split(b"\n", 1)[0].decode("utf-8", "replace")
        mistake = _not_plain("A104", message, name, text, rest, "save the file as UTF-8")
    if mistake is None and (control := control_character(text)):
        message = f"the file holds the control character {code_point(control[0])}"
        rest = text[control.start() :].split("\n", 1)[0]
        mistake = _not_plain("A113", message, name, text[: control.start()], rest, "take it out")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), mistake


def control_character(text: str) -> re.Match[str] | None:
    """The first character that steers a terminal instead of saying something; line ends and tabs are none."""
    return _CONTROL.search(text)


def code_point(character: str) -> str:
    """The character by its number, such as ``U+001B``."""
    return f"U+{ord(character):04X}"


def _not_plain(code: str, message: str, name: str, before: str, rest: str, help_line: str) -> Mistake:
    *lines, start = before.split("\n")
    return Mistake(code, message, (Place(name, len(lines) + 1, len(start) + 1),), (start + rest,), help_line)


def _fail(problem: OSError) -> NoReturn:
    raise problem


def _refusal(code: str, message: str, help_line: str) -> RulebookError:
    return RulebookError([Mistake(code, message, (), (), help_line)])
