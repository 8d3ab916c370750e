"""Somebody takes back a token; from then on it is none."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from ascertain.web.chain.append import SITE, happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.records.models import Token, User


def revoke_token(user: User, number: int) -> bool:
    """Take back one of a person's tokens.

    Args:
        user: Who takes it back.
        number: Its number.

    Returns:
        Whether they have such a token; one that was revoked before stays revoked.
    """
    with transaction.atomic():
        found = Token.objects.select_for_update().filter(user=user, pk=number).first()
        if found is not None and found.revoked is None:
            found.revoked = timezone.now()
            found.save(update_fields=("revoked",))
            happened(SITE, Happened.TOKEN_REVOKED, user, f"people/{user.pk}/tokens/{found.pk}", {"label": found.label})
    return found is not None
