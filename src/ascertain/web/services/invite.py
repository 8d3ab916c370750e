"""Somebody is invited by a link that is shown once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from ascertain.web.chain.append import SITE, happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import RESPONDENTS, Act, Role
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Government, Invitation, Review, User

_BYTES = 32
_FIRST_LASTS = timedelta(hours=1)
_LASTS = timedelta(days=14)


def invite(user: User, review: Review, email: str, role: Role, government: Government | None = None) -> str:
    """Invite a person to a review's team, or to answer for a government.

    Args:
        user: Who invites.
        review: The review.
        email: The person's address.
        role: What they will be.
        government: Whom they will answer for; none for the team.

    Returns:
        The token of the link; nothing keeps it but the one who is given it.

    Raises:
        Refused: They may not invite.
        ValueError: The role is none for a government, or none for the team.
    """
    if (role in RESPONDENTS) != (government is not None):
        raise ValueError(f"a {role} {'answers for a government' if role in RESPONDENTS else 'is of the team'}")
    act = Act.INVITE_RESPONDENTS if government else Act.INVITE_TO_THE_TEAM
    require(principal_of(user), act, Thing(review.pk, government.pk if government else None))
    token = secrets.token_urlsafe(_BYTES)
    with transaction.atomic():
        data = {"role": role.value, "government": government.key if government else ""}
        happened(review.chain, Happened.PERSON_INVITED, user, email, data)
        Invitation.objects.create(
            review=review,
            government=government,
            email=email,
            role=role,
            digest=digest_of(token),
            expires=timezone.now() + _LASTS,
        )
    return token


def invite_first_administrator() -> str | None:
    """A link for the first administrator, or ``None`` where there is one; an earlier such link stops working."""
    with transaction.atomic():
        if User.objects.filter(is_administrator=True).exists():
            return None
        first = Invitation.objects.filter(review=None, accepted_by=None)
        first.update(expires=timezone.now())
        token = secrets.token_urlsafe(_BYTES)
        happened(SITE, Happened.PERSON_INVITED, None, "the first administrator", {"role": Role.ADMINISTRATOR.value})
        Invitation.objects.create(
            role=Role.ADMINISTRATOR, digest=digest_of(token), expires=timezone.now() + _FIRST_LASTS
        )
    return token


def digest_of(token: str) -> str:
    """What is kept of a link."""
    return hashlib.sha256(token.encode()).hexdigest()
