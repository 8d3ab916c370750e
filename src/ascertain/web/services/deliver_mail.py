"""What waits in the outbox goes out by mail, if a mail server is named; what may have gone out is not sent again."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from ascertain.web.records.models import Delivery, Message, Review

BEGUN, MAILED, FAILED = "begun", "mailed", "failed"


def mail_is_set_up() -> bool:
    """Whether the environment names a mail server."""
    return bool(settings.DEFAULT_FROM_EMAIL)


def deliver_mail(review: Review) -> int:
    """Mail what waits in the outbox of a review. Called outside of a transaction, after what wrote the messages.

    Returns:
        How many messages were handed to the mail server.
    """
    if not mail_is_set_up():
        return 0
    waiting = Message.objects.filter(sending__entry__review=review).exclude(address="")
    waiting = waiting.exclude(pk__in=Delivery.objects.filter(state=MAILED).values("message"))
    return sum(_deliver(pk) for pk in waiting.values_list("pk", flat=True))


def _deliver(pk: int) -> bool:
    """Say that it is begun, send it, and say how that ended: where it never ended, nobody knows, and it rests."""
    with transaction.atomic():
        message = Message.objects.select_for_update().get(pk=pk)
        before = list(message.deliveries.order_by("number"))
        if before and before[-1].state != FAILED:
            return False
        number = len(before) + 1
        Delivery.objects.create(message=message, number=number, state=BEGUN, at=timezone.now())
    mail = EmailMessage(
        message.subject, message.text, settings.DEFAULT_FROM_EMAIL, [message.address],
        headers={"Message-ID": f"<{message.key}@ascertain>", "Auto-Submitted": "auto-generated"},
    )  # fmt: skip
    try:
        mail.send()
    except OSError as error:
        _ended(message, number + 1, FAILED, type(error).__name__)
        return False
    _ended(message, number + 1, MAILED, "")
    return True


def _ended(message: Message, number: int, state: str, note: str) -> None:
    with transaction.atomic():
        Delivery.objects.create(message=message, number=number, state=state, note=note, at=timezone.now())
