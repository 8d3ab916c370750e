"""The lead says who reviews a government first, and who second: two people without an interest in it."""

from __future__ import annotations

from django.db import transaction

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.deciding.stages import Part
from ascertain.web.deciding.standing import interests_in
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import Thing, may, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Assignment, Chain, Draft, Government, User


def assign_reviewer(user: User, government: Government, reviewer: User, part: Part) -> Assignment:
    """Assign a reviewer to a government; whoever had this part has it no longer.

    Args:
        user: The lead.
        government: The government.
        reviewer: Who reviews.
        part: As first, who drafts, or as second, who gives an opinion on what the first drafted.

    Raises:
        Refused: They may not assign.
        WebError: The other is no reviewer of this review, has not declared to have no interest, has the other part, or
            drafted what they would give an opinion on.
    """
    require(principal_of(user), Act.ASSIGN_REVIEWERS, Thing(government.review_id))
    chain = government.review.chain
    with transaction.atomic():
        Chain.objects.select_for_update().get(pk=chain.pk)
        _check(government, reviewer, part)
        held = Assignment.objects.filter(government=government, part=part, ended=None).select_related("user").first()
        if held is not None and held.user_id == reviewer.pk:
            return held
        subject = f"governments/{government.key}"
        if held is not None:
            data = {"part": part.value, "person": held.user.email}
            held.ended = happened(chain, Happened.ASSIGNMENT_ENDED, user, subject, data)
            held.save(update_fields=("ended",))
        data = {"part": part.value, "person": reviewer.email}
        event = happened(chain, Happened.REVIEWER_ASSIGNED, user, subject, data)
        return Assignment.objects.create(government=government, user=reviewer, part=part, event=event)


def _check(government: Government, reviewer: User, part: Part) -> None:
    if not may(principal_of(reviewer), Act.DRAFT_A_DETERMINATION, Thing(government.review_id)):
        message = f"{reviewer.name} is no reviewer of this review"
        raise WebError(Code.UNFIT, message, "invite them as one, or name another")
    interest = interests_in(government).get(reviewer.pk)
    if interest is None:
        message = f"{reviewer.name} has not declared whether they have an interest in {government.name}"
        raise WebError(Code.NOT_YET, message, "ask them to declare it on this page")
    if interest:
        message = f"{reviewer.name} has declared an interest in {government.name}"
        raise WebError(Code.UNFIT, message, "name somebody else")
    if Assignment.objects.filter(government=government, user=reviewer, ended=None).exclude(part=part).exists():
        raise WebError(Code.UNFIT, f"{reviewer.name} has the other part", "the second reviewer is never the first")
    drafted = Draft.objects.filter(determination__government=government, determination__entry=None)
    if part is Part.SECOND and drafted.filter(event__actor=reviewer).exists():
        raise WebError(Code.UNFIT, f"{reviewer.name} drafted this determination", "name somebody else for the opinion")
