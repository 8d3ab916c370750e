"""Somebody lets a program act in their name, for a while."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from ascertain.web.chain.append import SITE, happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.mistakes import Code, WebError
from ascertain.web.records.models import Token, User
from ascertain.web.responding.draft import unfit_text
from ascertain.web.services.invite import digest_of

PREFIX = "ascertain_"
"""What every token begins with, so that one that got where it should not be can be found."""
LONGEST_LABEL, MOST_DAYS, MOST = 100, 366, 20
_BYTES = 32


def make_token(user: User, label: str, days: int, writes: bool) -> tuple[Token, str]:
    """Make a token. With it a program may do what the person may do, and no more.

    Args:
        user: Whose token it is.
        label: What they call it, so that they know it again.
        days: For how many days it is good.
        writes: Whether it may change anything; otherwise it only reads.

    Returns:
        The token as it is kept, and its text, which is kept nowhere.

    Raises:
        WebError: It has no label or too long a one, would last too long, or there are too many.
    """
    label = " ".join(label.split())
    if not label or len(label) > LONGEST_LABEL or unfit_text(label):
        message = unfit_text(label) or f"a token has a name of 1 to {LONGEST_LABEL} characters"
        raise WebError(Code.UNFIT, message, "name the program that will use it")
    if not 1 <= days <= MOST_DAYS:
        raise WebError(Code.UNFIT, f"a token lasts from 1 to {MOST_DAYS} days", "choose fewer days, and renew it then")
    text, now = PREFIX + secrets.token_urlsafe(_BYTES), timezone.now()
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        if Token.objects.filter(user=user, revoked=None, expires__gt=now).count() >= MOST:
            raise WebError(Code.NOT_YET, f"you have {MOST} tokens, which is the most", "revoke one that is not used")
        token = Token.objects.create(
            user=user, label=label, writes=writes, digest=digest_of(text), made=now, expires=now + timedelta(days=days)
        )
        data = {"label": label, "days": days, "writes": writes}
        happened(SITE, Happened.TOKEN_MADE, user, f"people/{user.pk}/tokens/{token.pk}", data)
    return token, text
