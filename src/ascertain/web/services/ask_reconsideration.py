"""A government asks that its determination be looked at again."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.deciding.stages import Stage
from ascertain.web.deciding.standing import standing_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Chain, Government, Reconsideration, User


def ask_reconsideration(user: User, government: Government, grounds: str, today: date) -> Reconsideration:
    """Ask for reconsideration of the last determination.

    Args:
        user: The government's certifying official.
        government: The government.
        grounds: Why it should be looked at again.
        today: The day.

    Raises:
        Refused: They do not certify for this government.
        WebError: There is no final determination, it was asked for before, or no ground is given.
    """
    require(principal_of(user), Act.ASK_FOR_RECONSIDERATION, Thing(government.review_id, government.pk))
    chain = government.review.chain
    with transaction.atomic():
        Chain.objects.select_for_update().get(pk=chain.pk)
        issued = standing_of(government, today).issued
        if not issued or issued[-1].stage == Stage.PRELIMINARY:
            help_ = "answer a preliminary determination by its last day to cure instead"
            raise WebError(Code.NOT_YET, "there is no final determination to reconsider", help_)
        if hasattr(issued[-1], "reconsideration"):
            raise WebError(Code.TAKEN, "reconsideration of this determination has been asked for", "wait for it")
        if not grounds.strip():
            raise WebError(Code.UNFIT, "no ground is given", "say why the determination should be looked at again")
        event = happened(
            chain, Happened.RECONSIDERATION_ASKED, user, f"governments/{government.key}", {"grounds": grounds}
        )
        return Reconsideration.objects.create(determination=issued[-1], user=user, grounds=grounds, event=event)
