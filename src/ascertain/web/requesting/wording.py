"""What a government is told at each step of a request: the subject and the text of a message, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a message is about."""

    REQUEST = "request"
    EXTENSION = "extension"
    REMINDER = "reminder"
    OVERDUE = "overdue"
    ACCEPTED = "late accepted"


@dataclass(frozen=True, slots=True)
class About:
    """What every message says: which request of which review, to whom, and until when there is time for it."""

    review: str
    reviewer: str
    title: str
    entry: int
    government: str
    day: date
    zone: str

    @property
    def until(self) -> str:
        """The last day, as a sentence says it."""
        return f"through the end of {self.day} ({self.zone})"


def requested(about: About, text: str) -> tuple[str, str]:
    """The letter itself, as it was approved."""
    return f"Request: {about.title}", f"{text.rstrip()}\n\n{_foot(about)}"


def extended(about: About, before: date, reason: str) -> tuple[str, str]:
    """That there is more time."""
    said = f"{about.government} now has time to answer {about.until}; until now it was {before}.\n\nReason: {reason}"
    return f"More time to answer until {about.day}: {about.title}", f"{said}\n\n{_foot(about)}"


def reminded(about: About, left: int) -> tuple[str, str]:
    """That the last day comes near."""
    days = "1 day is" if left == 1 else f"{left} days are"
    said = f"No answer of {about.government} to this request is on record. {days} left: there is time {about.until}."
    return f"Reminder, due {about.day}: {about.title}", f"{said}\n\n{_foot(about)}"


def overdue(about: About) -> tuple[str, str]:
    """That the last day has passed."""
    said = (
        f"No answer of {about.government} to this request is on record, and there was time {about.until}. An answer "
        "can still be sent; whether it is accepted as if in time is decided by the lead of the review, with a reason."
    )
    return f"Overdue since {about.day}: {about.title}", f"{said}\n\n{_foot(about)}"


def accepted(about: About, reason: str) -> tuple[str, str]:
    """That an answer after the last day is taken as if it had come in time."""
    said = f"An answer of {about.government} after the last day, {about.day}, is accepted as if in time."
    return f"Late answer accepted: {about.title}", f"{said}\n\nReason: {reason}\n\n{_foot(about)}"


def _foot(about: About) -> str:
    return f"--\nEntry {about.entry} of the docket “{about.review}”, by {about.reviewer}."
