"""An event's content in; its canonical form and its digest out. Nothing here needs the database."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import rfc8785


@dataclass(frozen=True, slots=True)
class Link:
    """What the digest of an event covers.

    ``at`` is the moment in ISO 8601 with its offset; ``actor`` the number of the person, 0 where the system acted by
    itself; ``data`` the canonical JSON of what belongs to the event; ``previous`` the digest of the event before it.
    """

    chain: str
    number: int
    at: str
    actor: int
    kind: str
    subject: str
    data: str
    previous: str

    def digest(self) -> str:
        """The SHA-256 of the canonical form (RFC 8785), in lower-case hexadecimal."""
        return hashlib.sha256(rfc8785.dumps(asdict(self))).hexdigest()


def canonical(data: Mapping[str, Any]) -> str:
    """Data as canonical JSON (RFC 8785): equal data, equal text."""
    return rfc8785.dumps(dict(data)).decode()
