"""The files of a rulebook as bytes and as lines."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from ascertain.rulebook.mistakes import Mistake, RulebookError
from ascertain.rulebook.model import Place

VOCABULARY = "vocabulary.md"
_FOR_READERS = "README.md"


def read_files(folder: Path) -> dict[str, bytes]:
    """Every Markdown file below ``folder`` by its path there, sorted; hidden files and README.md are left out.

    Raises:
        RulebookError: The folder is missing, cannot be read, or is no rulebook.
    """
    if not folder.is_dir():
        raise _refusal("A101", f"there is no folder {folder}", "name a folder that holds vocabulary.md")
    files: dict[str, bytes] = {}
    try:
        for at, inner, names in os.walk(folder):
            inner[:] = [name for name in inner if not name.startswith(".")]
            for name in names:
                if name.endswith(".md") and not name.startswith(".") and name != _FOR_READERS:
                    path = Path(at, name)
                    files[path.relative_to(folder).as_posix()] = path.read_bytes()
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


def digest_of(files: Mapping[str, bytes]) -> str:
    """The SHA-256 over the names and bytes of all files."""
    total = sha256()
    for name, content in files.items():
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def lines_of(name: str, content: bytes) -> tuple[list[str], Mistake | None]:
    """The file's lines, and the mistake where its bytes are not UTF-8 (then up to the bad byte)."""
    try:
        text, mistake = content.decode("utf-8-sig"), None
    except UnicodeDecodeError as problem:
        before = content[: problem.start]
        line = before.count(b"\n") + 1
        start = before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8", "replace")) + 1
        message = f"the file is not UTF-8: byte {content[problem.start]:#04x} at offset {problem.start}"
        shown = content[start:].split(b"\n", 1)[0].decode("utf-8", "replace")
        mistake = Mistake("A104", message, (Place(name, line, column),), (shown,), "save the file as UTF-8")
        text = before.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").split("\n"), mistake


def _refusal(code: str, message: str, help_line: str) -> RulebookError:
    return RulebookError([Mistake(code, message, (), (), help_line)])
