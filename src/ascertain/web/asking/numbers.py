"""What a form sent in; the whole number that it is, out."""

from __future__ import annotations

_MOST_DIGITS = 9


def number_in(sent: object, otherwise: int = -1) -> int:
    """The whole number that a form sent.

    Args:
        sent: What was sent; ``None`` where the field was not.
        otherwise: What to take where it is none, or has more than nine digits; -1 names nothing that there is.
    """
    digits = str(sent or "").strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS else otherwise
