"""What a letter is ordered with: who writes to whom about what, and what is known of the law and the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ascertain.docket.state import DocketState
from ascertain.findings.asking.agenda import Agenda
from ascertain.record.model import Exhibit
from ascertain.rulebook.model.book import Rulebook


@dataclass(frozen=True, slots=True)
class Order:
    """Everything that a request for evidence is drafted from; equal orders give equal letters.

    Args:
        agenda: What to ask of whom. The letter bears the day up to which its record is known.
        rulebook: The law.
        sender: Who sends it.
        addressee: Whom it goes to, line by line.
        due: The last day for the answer, after the day of the letter.
        review: The title of the review, or empty.
        docket: The docket's id, or empty.
        record: The SHA-256 of the record.
        exhibits: The documents in evidence, by id.
        state: The state of the review on the day of the letter, ``None`` where there is no docket.
    """

    agenda: Agenda
    rulebook: Rulebook
    sender: str
    addressee: tuple[str, ...]
    due: date
    review: str = ""
    docket: str = ""
    record: str = ""
    exhibits: Mapping[str, Exhibit] = field(default_factory=dict)
    state: DocketState | None = None

    @property
    def day(self) -> date:
        """The day of the letter."""
        return self.agenda.known
