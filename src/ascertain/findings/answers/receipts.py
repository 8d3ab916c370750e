"""Receipts: what an answer rested on, so that equal receipts give equal answers."""

from __future__ import annotations

from datetime import date

from ascertain import __version__
from ascertain.findings.model import Receipt
from ascertain.record.facts import Record
from ascertain.rulebook.model.book import Rulebook


def receipt(
    rulebook: Rulebook,
    record: Record,
    on: date,
    known: date,
    standard: str,
    law: date | None = None,
    readings: tuple[tuple[str, str], ...] = (),
) -> Receipt:
    """The receipt of an answer made today by this version.

    Args:
        rulebook: The law.
        record: The evidence.
        on: The day asked about.
        known: Only what had been issued and filed by then counted.
        standard: The word of the standard that the answer is shown under.
        law: The day of the law, where it is not ``on``.
        readings: The readings that were taken, as points and names.
    """
    return Receipt(
        rulebook=rulebook.digest,
        record=record.digest,
        on=on,
        law=law or on,
        known=known,
        made=date.today(),
        standard=standard,
        readings=readings,
        version=__version__,
    )
