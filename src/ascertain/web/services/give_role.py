"""Somebody becomes something to a review, and the record says since when and by whom."""

from __future__ import annotations

from ascertain.web.chain.append import SITE, happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Government, Respondent, Review, TeamMember, User


def give_team_role(actor: User, review: Review, user: User, role: Role) -> None:
    """Let a person work on a review. Called in the transaction of whatever it comes of.

    Raises:
        WebError: They answer for a government under the same review.
    """
    if Respondent.objects.filter(user=user, government__review=review).exists():
        message = f"{user.email} answers for a government in this review, and cannot review it"
        raise WebError(Code.UNFIT, message, "invite somebody else")
    TeamMember.objects.get_or_create(review=review, user=user, role=role)
    happened(review.chain, Happened.ROLE_GIVEN, actor, user.email, {"role": role.value})


def give_respondent_role(actor: User, government: Government, user: User, role: Role) -> None:
    """Let a person answer for a government. Called in the transaction of whatever it comes of.

    Raises:
        WebError: They work on the review that the government is under.
    """
    if TeamMember.objects.filter(user=user, review=government.review).exists():
        message = f"{user.email} works on this review, and cannot answer in it"
        raise WebError(Code.UNFIT, message, "invite somebody else")
    Respondent.objects.update_or_create(government=government, user=user, defaults={"role": role})
    data = {"role": role.value, "government": government.key}
    happened(government.review.chain, Happened.ROLE_GIVEN, actor, user.email, data)


def make_administrator(actor: User | None, user: User) -> None:
    """Let a person keep the site. Called in the transaction of whatever it comes of."""
    user.is_administrator = True
    user.save(update_fields=("is_administrator",))
    happened(SITE, Happened.ROLE_GIVEN, actor, user.email, {"role": Role.ADMINISTRATOR.value})
