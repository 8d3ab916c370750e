"""What is to be told to governments, put in the outbox: once for their page and once for each of their people."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from ascertain.web.chain.link import canonical
from ascertain.web.records.models import Government, Message, Respondent, Sending
from ascertain.web.requesting.wording import About, Kind


def about_of(sending: Sending, government: Government, day: date) -> About:
    """What every message about a request to a government says, who has until a day."""
    entry = sending.entry
    review = entry.review
    return About(review.title, review.reviewer, entry.title, entry.number, government.name, day, sending.zone)


def put_out(
    sending: Sending, government: Government, kind: Kind, mark: str, words: tuple[str, str], at: datetime
) -> int:
    """Write to a government. What was written already is not written again.

    Args:
        sending: The request that it is about.
        government: To whom.
        kind: What it is about.
        mark: What tells it from others of its kind, such as a day.
        words: Its subject and its text.
        at: When.

    Returns:
        How many messages are new: the one on its page and one to each of its people.
    """
    people = Respondent.objects.filter(government=government, user__is_active=True).order_by("pk")
    new = 0
    for address in ("", *people.values_list("user__email", flat=True)):
        told = {"sending": sending.pk, "to": government.pk, "kind": kind.value, "mark": mark, "address": address}
        values = {
            "sending": sending, "government": government, "kind": kind.value, "address": address,
            "subject": " ".join(words[0].split())[:500], "text": words[1], "at": at,
        }  # fmt: skip
        key = hashlib.sha256(canonical(told).encode()).hexdigest()
        new += Message.objects.get_or_create(key=key, defaults=values)[1]
    return new
