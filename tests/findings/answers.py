"""A random sample as an answer: the question put to it, with what is known in the record."""

from __future__ import annotations

from ascertain.findings.answers.inquiry import Answer, Inquiry
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment

from .random_rulebooks import QUESTION, Sample


def answer_of(made: Sample) -> Answer:
    """The answer to the sample's question, every known fact being a claim on record."""
    matter = made.law.matter
    filed = Moment.on(matter.known)
    claims = tuple(
        Claim(
            str(at),
            matter.government.id if matter.government else "",
            "",
            term,
            value,
            Interval(None, None),
            "someone",
            filed,
            Grade.FOUND,
        )
        for at, (term, value) in enumerate(made.known.items())
    )
    record = Record(claims, "record")
    inquiry = Inquiry(made.rulebook, record, matter.government, matter.program, QUESTION, matter.known, Grade.FOUND, {})
    return inquiry.answer(matter.on)
