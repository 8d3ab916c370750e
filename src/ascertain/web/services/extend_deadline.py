"""The lead gives one government more time. The public deadline stays what it was."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Chain, Extension, Government, Sending, User
from ascertain.web.requesting.deadlines import LAST, is_open
from ascertain.web.requesting.outbox import about_of, put_out
from ascertain.web.requesting.wording import Kind, extended

LONGEST_REASON = 2000


def extend_deadline(
    user: User, sending: Sending, government: Government, day: date, reason: str, now: datetime
) -> Extension:
    """Extend a deadline; the same sent twice extends it once.

    Args:
        user: The lead.
        sending: The request.
        government: Who gets more time.
        day: Its last day from now on.
        reason: Why.
        now: The moment.

    Raises:
        Refused: They may not.
        WebError: The request did not go to it, the day is not later, or the reason is missing.
    """
    review = sending.entry.review
    require(principal_of(user), Act.EXTEND_A_DEADLINE, Thing(review.pk))
    reason = given(reason)
    with transaction.atomic():
        Chain.objects.select_for_update().get(pk=review.chain_id)
        refuse_unless_asked(sending, government)
        last = Extension.objects.filter(sending=sending, government=government).order_by("-number").first()
        if last is not None and (last.day, last.reason) == (day, reason):
            return last
        before = last.day if last else sending.day
        if not before < day <= LAST or not is_open(day, sending.zone, now):
            message = f"{day} gives no more time: {government.name} has until {before}"
            raise WebError(Code.UNFIT, message, "name a later day that has not passed")
        number = (last.number if last else 0) + 1
        data = {"government": government.key, "before": str(before), "day": str(day), "reason": reason}
        subject = f"entries/{sending.entry.file_name}"
        event = happened(review.chain, Happened.DEADLINE_EXTENDED, user, subject, data)
        put_out(
            sending, government, Kind.EXTENSION, str(number),
            extended(about_of(sending, government, day), before, reason), now,
        )  # fmt: skip
        return Extension.objects.create(
            sending=sending, government=government, number=number, day=day, reason=reason, at=now, event=event
        )


def given(reason: str) -> str:
    """A reason that can be kept.

    Raises:
        WebError: It is missing or too long.
    """
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        message = "the reason is missing" if not reason else f"the reason is longer than {LONGEST_REASON} characters"
        raise WebError(Code.UNFIT, message, "say in a sentence or two why; the government reads it")
    return reason


def refuse_unless_asked(sending: Sending, government: Government) -> None:
    """Refuse a government that a request did not go to.

    Raises:
        WebError: It is none of those.
    """
    if not sending.messages.filter(government=government, kind=Kind.REQUEST).exists():
        message = f"this request did not go to {government.name}"
        raise WebError(Code.UNKNOWN, message, "choose among those that it went to")
