"""An answer over time as a row of a table: the same values as its JSON object has, and no reasons worked out."""

from __future__ import annotations

from ascertain.findings.timelines.timeline import Span
from ascertain.publish.jsonout import marks_object
from ascertain.publish.unseenout import timeline_marks


def span_object(span: Span) -> dict[str, object]:
    """The values of a finding on the span's first day that a table has columns for.

    Args:
        span: The answer over time.
    """
    inquiry, told = span.inquiry, span.told
    authorities, receipt = inquiry.rests_on(inquiry.answer(span.start))
    return {
        "government": inquiry.government.id if inquiry.government else "",
        "program": inquiry.program.id if inquiry.program else None,
        "question": inquiry.question,
        "on": span.start.isoformat(),
        "known": inquiry.known.isoformat(),
        "standard": inquiry.standard.word,
        "finding": told.word,
        "possible": list(told.may_be),
        "turns_on": {
            "fact": [{"id": each} for each in told.turns.facts],
            "law": [{"id": each} for each in told.turns.law],
        },
        "authorities": list(authorities),
        "unseen": marks_object(timeline_marks(span, inquiry.rulebook)),
        "receipt": {"rulebook": receipt.rulebook, "record": receipt.record},
    }
