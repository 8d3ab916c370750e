"""Reminders of what is due and not answered. It can run at any time, and nothing is told twice."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Chain, Government, Review, Sending, User
from ascertain.web.requesting.deadlines import zone_of
from ascertain.web.requesting.outbox import about_of, put_out
from ascertain.web.requesting.progress import Asked, Progress, asked_of
from ascertain.web.requesting.reminders import reminder_due
from ascertain.web.requesting.wording import Kind, overdue, reminded


def remind(user: User, review: Review, now: datetime, place: Place) -> int:
    """Write the reminders of a review that are due at a moment.

    Args:
        user: The lead.
        review: The review.
        now: The moment.
        place: Where rulebooks that are named by a path are looked for.

    Returns:
        How many governments were written to.

    Raises:
        Refused: They may not.
    """
    require(principal_of(user), Act.SEND_REMINDERS, Thing(review.pk))
    return remind_unasked(review, now, place, user)


def remind_unasked(review: Review, now: datetime, place: Place, user: User | None = None) -> int:
    """As :func:`remind`, for whatever does by itself what falls due; ``user`` is then nobody."""
    with transaction.atomic():
        Chain.objects.select_for_update().get(pk=review.chain_id)
        sendings = Sending.objects.filter(entry__review=review).select_related("entry__review__chain")
        governments = list(Government.objects.filter(review=review))
        asked = [(sending, one) for sending in sendings for one in asked_of(sending, governments, now, place)]
        return sum(_remind(user, sending, one, now) for sending, one in asked)


def _remind(user: User | None, sending: Sending, asked: Asked, now: datetime) -> bool:
    if asked.progress not in {Progress.WAITING, Progress.OVERDUE} or asked.acceptance is not None:
        return False
    zone = zone_of(sending.zone)
    begun = asked.extensions[-1].at if asked.extensions else sending.at
    today = now.astimezone(zone).date()
    which = reminder_due(begun.astimezone(zone).date(), asked.day, today)
    if which is None:
        return False
    about = about_of(sending, asked.government, asked.day)
    late = which < 0
    words = overdue(about) if late else reminded(about, (asked.day - today).days)
    kind = Kind.OVERDUE if late else Kind.REMINDER
    if not put_out(sending, asked.government, kind, f"{asked.day}/{which}", words, now):
        return False
    data = {"government": asked.government.key, "day": str(asked.day), "reminder": kind.value}
    happened(sending.entry.review.chain, Happened.REMINDER_WRITTEN, user, f"entries/{sending.entry.file_name}", data)
    return True
