"""Documents in evidence are known by their SHA-256."""

from __future__ import annotations

import hashlib
from pathlib import Path

_BLOCK = 1 << 20
SHA256_DIGITS = 64


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


def is_sha256(text: str) -> bool:
    """Whether this is a SHA-256 in lower-case hexadecimal."""
    return len(text) == SHA256_DIGITS and set(text) <= set("0123456789abcdef")
