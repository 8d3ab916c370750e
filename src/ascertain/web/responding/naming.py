"""The name that somebody's file had in; the same as data that can be shown and written anywhere out."""

from __future__ import annotations

import unicodedata

_LONGEST = 120
_NO_NAME = "document"
# What some system or header gives a meaning within names.
_NOWHERE = {ord(one): "_" for one in '<>:"|?*'}


def shown_name(name: str) -> str:
    """The last part of a name, in one direction and on one line, with its ending also where it is too long."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = unicodedata.normalize("NFC", "".join(one for one in last if not _steers(one)))
    plain = " ".join(plain.translate(_NOWHERE).split()).strip(". ")
    if len(plain) > _LONGEST:
        stem, dot, ending = plain.rpartition(".")
        tail = f"{dot}{ending}" if dot and len(ending) < len("numbers") else ""
        plain = (stem if tail else plain)[: _LONGEST - len(tail) - 1] + "…" + tail
    return plain or _NO_NAME


def _steers(one: str) -> bool:
    """Whether a character steers instead of showing: controls, directions, what has no meaning, halves of others."""
    category = unicodedata.category(one)
    return category in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} and one not in {"\t", "\n"}
