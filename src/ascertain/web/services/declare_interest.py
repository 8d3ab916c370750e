"""A reviewer says whether they have an interest in a government, before they may be assigned to it."""

from __future__ import annotations

from django.db import transaction

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Assignment, Declaration, Government, User


def declare_interest(user: User, government: Government, interest: bool, statement: str) -> Declaration:
    """Declare whether one has an interest in a government.

    Whoever declares one is no longer assigned to it from then on.

    Args:
        user: The reviewer.
        government: The government.
        interest: Whether they have an interest.
        statement: What it is; what is written here is read by the team.

    Raises:
        Refused: They are no reviewer.
        WebError: An interest is declared without saying what it is.
    """
    require(principal_of(user), Act.DECLARE_AN_INTEREST, Thing(government.review_id))
    if interest and not statement.strip():
        raise WebError(Code.UNFIT, "an interest is declared without saying what it is", "say what it is in a sentence")
    chain = government.review.chain
    with transaction.atomic():
        data = {"interest": interest, "statement": statement}
        event = happened(chain, Happened.INTEREST_DECLARED, user, f"governments/{government.key}", data)
        if interest:
            for held in Assignment.objects.filter(government=government, user=user, ended=None):
                end = {"part": held.part, "person": user.email}
                held.ended = happened(chain, Happened.ASSIGNMENT_ENDED, user, f"governments/{government.key}", end)
                held.save(update_fields=("ended",))
        return Declaration.objects.create(
            government=government, user=user, interest=interest, statement=statement, event=event
        )
