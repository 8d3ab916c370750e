"""Documents in evidence, known by their SHA-256: is what is held still what was filed?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ascertain.record.model import Exhibit

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Unlike:
    """A held file that is not what the manifest says; ``actual`` is empty where the file is missing."""

    exhibit: Exhibit
    actual: str


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in lower-case hexadecimal.

    Raises:
        OSError: The file cannot be read.
    """
    digest = hashlib.sha256()
    with path.open("rb") as held:
        while block := held.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def unlike(exhibits: Iterable[Exhibit], folder: Path) -> tuple[Unlike, ...]:
    """The exhibits whose file in ``folder`` is missing or has changed; one that is only cited is never among them."""
    found = []
    for exhibit in exhibits:
        if not exhibit.file:
            continue
        path = folder / exhibit.file
        actual = sha256_of(path) if path.is_file() else ""
        if actual != exhibit.sha256.lower():
            found.append(Unlike(exhibit, actual))
    return tuple(found)
