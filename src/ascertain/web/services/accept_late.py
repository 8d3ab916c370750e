"""The lead takes an answer after the last day as if it had come in time, and says why."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Chain, Extension, Government, LateAcceptance, Sending, User
from ascertain.web.requesting.deadlines import is_open
from ascertain.web.requesting.outbox import about_of, put_out
from ascertain.web.requesting.wording import Kind, accepted
from ascertain.web.services.extend_deadline import given, refuse_unless_asked


def accept_late(user: User, sending: Sending, government: Government, reason: str, now: datetime) -> LateAcceptance:
    """Accept a late answer, whether it has come or not; accepted twice, it is accepted once.

    Args:
        user: The lead.
        sending: The request.
        government: Whose answer.
        reason: Why.
        now: The moment.

    Raises:
        Refused: They may not.
        WebError: The request did not go to it, there is still time to answer, or the reason is missing.
    """
    review = sending.entry.review
    require(principal_of(user), Act.ACCEPT_A_LATE_ANSWER, Thing(review.pk))
    reason = given(reason)
    with transaction.atomic():
        Chain.objects.select_for_update().get(pk=review.chain_id)
        refuse_unless_asked(sending, government)
        held = LateAcceptance.objects.filter(sending=sending, government=government).first()
        if held is not None:
            return held
        last = Extension.objects.filter(sending=sending, government=government).order_by("-number").first()
        day = last.day if last else sending.day
        if is_open(day, sending.zone, now):
            raise WebError(Code.NOT_YET, f"{government.name} has time until {day}", "extend the deadline instead")
        subject = f"entries/{sending.entry.file_name}"
        data = {"government": government.key, "day": str(day), "reason": reason}
        event = happened(review.chain, Happened.LATE_ANSWER_ACCEPTED, user, subject, data)
        put_out(sending, government, Kind.ACCEPTED, "", accepted(about_of(sending, government, day), reason), now)
        return LateAcceptance.objects.create(sending=sending, government=government, reason=reason, event=event)
