"""Whoever has a part in a review is mailed once a day what was filed that they may read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.db.models import Q

from ascertain.web.policy.visible import principal_of, visible_entries
from ascertain.web.records.models import Digest, Entry, Review, User
from ascertain.web.services.deliver_mail import mail_is_set_up

_MOST = 20
_FIRST = timedelta(days=1)


def mail_digests(review: Review, now: datetime) -> int:
    """Mail the digests of a review that are due. Called outside of a transaction.

    A person gets at most one for a day in UTC, and none where nothing was filed. That it is sent is kept before it
    leaves: of two runs at once one sends it, and one that was cut off may have gone out and is not sent again.

    Args:
        review: The review.
        now: The moment.

    Returns:
        How many were handed to the mail server.
    """
    if not mail_is_set_up():
        return 0
    part = Q(team_roles__review=review) | Q(respondent_roles__government__review=review)
    people = User.objects.filter(part, is_active=True).distinct().order_by("pk")
    return sum(_mail(review, person, now) for person in people)


def _mail(review: Review, person: User, now: datetime) -> bool:
    last = Digest.objects.filter(review=review, user=person).order_by("-at").first()
    if last is not None and last.day >= now.astimezone(UTC).date():
        return False
    since = last.at if last else now - _FIRST
    entries = visible_entries(principal_of(person), review).filter(event__at__gt=since, event__at__lte=now)
    count = entries.count()
    if not count:
        return False
    try:
        with transaction.atomic():
            kept = Digest.objects.create(review=review, user=person, day=now.astimezone(UTC).date(), at=now)
    except IntegrityError:
        return False  # another run was first
    subject = f"{count} new {'entry' if count == 1 else 'entries'}: {review.title}"
    text = _text(review, list(entries.order_by("-number").defer("text")[:_MOST]), count)
    headers = {"Auto-Submitted": "auto-generated"}
    mail = EmailMessage(subject, text, settings.DEFAULT_FROM_EMAIL, [person.email], headers=headers)
    try:
        mail.send()
    except OSError:
        kept.delete()  # it did not leave, and what it tells of is told by the next
        return False
    return True


def _text(review: Review, entries: list[Entry], count: int) -> str:
    lines = [f"{one.number}. {one.title} ({one.kind}, {one.date})" for one in entries]
    more = [f"and {count - len(entries)} more"] if count > len(entries) else []
    said = "Filed since your last digest, of what you may read:"
    foot = f"--\nThe docket “{review.title}”, by {review.reviewer}."
    return "\n".join([said, "", *lines, *more, "", foot, ""])
