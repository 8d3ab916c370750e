"""A docket's files as texts that lie in no folder, such as those that a database keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from ascertain.docket.files import ENTRIES, EXHIBITS, FRONT, Folder
from ascertain.docket.mistakes import Code, refusal
from ascertain.rulebook.mistakes import Reporter


class Papers(Folder):
    """The texts by the names that their files would have, read as those files would be.

    Args:
        texts: The text of each file, by its name in the folder.
        held: The SHA-256 of each exhibit that is held, by the name of its file under ``exhibits/``.
        near: Where a rulebook that is named by a path is looked for.

    Raises:
        DocketError: There is no ``docket.md`` among them.
    """

    def __init__(self, texts: Mapping[str, str], held: Mapping[str, str], near: Path) -> None:
        if FRONT not in texts:
            raise refusal(Code.NO_DOCKET, f"these papers are no docket: there is no {FRONT} among them", f"add {FRONT}")
        self.path = near
        self._texts, self._held = texts, held
        self._lines: dict[str, list[str]] = {}
        self.reporter = Reporter(self._lines)

    def text(self, name: str) -> str | None:
        """The text of a file, or ``None`` where there is none or it holds what no text may (which is then reported)."""
        return self.decode(name, self._texts[name].encode()) if name in self._texts else None

    def entry_names(self) -> list[str]:
        """The names of the entry files, sorted."""
        return sorted(name.removeprefix(f"{ENTRIES}/") for name in self._texts if name.startswith(f"{ENTRIES}/"))

    def held(self, file: str) -> str:
        """The SHA-256 of an exhibit's file, empty where it is not held."""
        return self._held.get(file, "")

    def digest(self) -> str:
        """The SHA-256 over the names and contents of all texts, and over the names and hashes of what is held."""
        return digest_of_hashes(self.hashes())

    def hashes(self) -> dict[str, str]:
        """The SHA-256 of each text and of each file that is held, by its name in the folder."""
        texts = {name: hash_of(text) for name, text in self._texts.items()}
        return texts | {f"{EXHIBITS}/{name}": sha256 for name, sha256 in self._held.items()}


def hash_of(text: str) -> str:
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of_hashes(hashes: Mapping[str, str]) -> str:
    """The digest of a docket whose papers have these hashes, by their names."""
    digest = hashlib.sha256()
    for name, sha256 in sorted(hashes.items()):
        digest.update(f"{name}\0{sha256}\n".encode())
    return digest.hexdigest()
