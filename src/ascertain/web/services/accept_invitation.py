"""Whoever holds the link of an invitation makes an account, or adds the role to the account they have."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from ascertain.web.chain.append import SITE, happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Invitation, User
from ascertain.web.services.give_role import give_respondent_role, give_team_role, make_administrator
from ascertain.web.services.invite import digest_of
from ascertain.web.services.make_account import make_account


def open_invitation(token: str) -> Invitation:
    """The invitation behind a link.

    Raises:
        WebError: The link was used, has run out, or is none.
    """
    found = Invitation.objects.filter(digest=digest_of(token), accepted_by=None, expires__gt=timezone.now())
    invitation = found.select_related("review__chain", "government").first()
    if invitation is None:
        help_ = "ask whoever invited you for a new one; the first administrator's is printed at each start"
        raise WebError(Code.UNKNOWN, "this link was used, has run out, or was never given", help_)
    return invitation


def accept_invitation(token: str, name: str, email: str, password: str, signed_in: User | None = None) -> User:
    """Accept an invitation.

    Args:
        token: The link's token.
        name: The person's name.
        email: Their address; that of the invitation counts where it names one.
        password: What they will sign in with, checked before.
        signed_in: The account that accepts, where there is one already; name, address and password are then its own.

    Raises:
        WebError: The link cannot be used, it was made for another address, or the address has an account.
    """
    with transaction.atomic():
        locked = Invitation.objects.select_for_update().filter(pk=open_invitation(token).pk, accepted_by=None).first()
        if locked is None:
            raise WebError(Code.UNKNOWN, "this link has just been used", "sign in")
        user = signed_in or make_account(name, locked.email or email, password)
        if locked.email and user.email.lower() != locked.email.lower():
            message = "this invitation is for another address"
            raise WebError(Code.UNFIT, message, "sign out, and open the link again")
        _give_role(locked, user)
        locked.accepted_by = user
        locked.save(update_fields=("accepted_by",))
        chain = locked.review.chain if locked.review else SITE
        happened(chain, Happened.INVITATION_ACCEPTED, user, user.email, {"role": locked.role})
    return user


def _give_role(invitation: Invitation, user: User) -> None:
    role = Role(invitation.role)
    if invitation.government is not None:
        give_respondent_role(user, invitation.government, user, role)
    elif invitation.review is not None:
        give_team_role(user, invitation.review, user, role)
    else:
        make_administrator(user, user)
