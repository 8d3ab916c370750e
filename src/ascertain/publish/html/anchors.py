"""Names of places in the page. Every id and every link to it comes from here, so that none can miss."""

from __future__ import annotations

import hashlib
import re
from functools import cache

from ascertain.rulebook.model.terms import Term

_SAFE = re.compile(r"__|_([0-9a-f]{1,6})\.")


@cache
def slug(text: str) -> str:
    """An id that is safe in HTML and CSS, different for every different text."""
    return "".join(_safe(sign) for sign in text)


def text_of(slugged: str) -> str:
    """The text that :func:`slug` made this id of."""
    return _SAFE.sub(lambda found: chr(int(found[1], 16)) if found[1] else "#", slugged)


def _safe(sign: str) -> str:
    if sign.isascii() and (sign.isalnum() or sign == "-"):
        return sign
    return "__" if sign == "#" else f"_{ord(sign):x}."


def government(government_id: str) -> str:
    return f"government-{slug(government_id)}"


def finding(government_id: str, question: Term, program: str) -> str:
    """The place of a finding; a term without a short name goes by a digest of its phrase."""
    name = question.short or hashlib.sha256(question.phrase.encode()).hexdigest()[:12]
    return "-_".join(("finding", slug(government_id), slug(name), slug(program))).rstrip("-_")


def authority(authority_id: str) -> str:
    return f"authority-{slug(authority_id)}"


def provision(provision_id: str) -> str:
    """The place of a provision; of an authority as a whole, the authority's own."""
    return f"provision-{slug(provision_id)}" if "#" in provision_id else authority(provision_id)


def point(point_id: str) -> str:
    return f"point-{slug(point_id)}"


def argument(government_id: str, argument_id: str) -> str:
    return f"argument-{slug(government_id)}-_{slug(argument_id)}"


def compared(argument_id: str) -> str:
    """The place of an argument among those of both sides."""
    return f"compared-{slug(argument_id)}"


def entry(number: int) -> str:
    return f"entry-{number}"
