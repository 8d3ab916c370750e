"""Somebody gets a secret address for the calendar of their deadlines; an earlier one stops working."""

from __future__ import annotations

import secrets

from django.db import transaction

from ascertain.web.chain.append import SITE, happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.records.models import CalendarAddress, User
from ascertain.web.services.invite import digest_of

_BYTES = 24


def make_calendar_address(user: User) -> str:
    """Make a secret address, shown once; of it only the digest is kept.

    Args:
        user: Whose calendar it is; everybody may have their own.

    Returns:
        What the address ends with.
    """
    token = secrets.token_urlsafe(_BYTES)
    with transaction.atomic():
        happened(SITE, Happened.CALENDAR_ADDRESS_MADE, user, f"people/{user.pk}", {})
        CalendarAddress.objects.update_or_create(user=user, defaults={"digest": digest_of(token)})
    return token


def owner_of(token: str) -> User | None:
    """Whose calendar this is; nobody's where the address was never given or replaced, or they may no longer sign in."""
    held = CalendarAddress.objects.filter(digest=digest_of(token), user__is_active=True).select_related("user").first()
    return held.user if held else None
