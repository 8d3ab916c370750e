"""The second reviewer agrees or disagrees with a draft, exactly as it is."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.deciding.standing import standing_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Chain, Government, Opinion, User


def give_opinion(user: User, government: Government, version: int, agrees: bool, note: str, today: date) -> Opinion:
    """Give an opinion on the newest draft.

    Args:
        user: The second reviewer.
        government: The government.
        version: The version that they read.
        agrees: Whether they agree.
        note: Why; needed where they disagree.
        today: The day.

    Raises:
        Refused: They are no reviewer.
        WebError: They are not the second reviewer, there is no such draft, a newer one came meanwhile, or they disagree
            without saying why.
    """
    require(principal_of(user), Act.GIVE_AN_OPINION, Thing(government.review_id))
    chain = government.review.chain
    with transaction.atomic():
        Chain.objects.select_for_update().get(pk=chain.pk)
        standing = standing_of(government, today)
        if standing.second != user:
            raise WebError(Code.NOT_YET, "only the second reviewer gives an opinion", "ask the lead")
        if standing.draft is None or standing.draft.version != version:
            raise WebError(
                Code.TAKEN, "this is no longer the newest draft", "load the page anew and read the newest one"
            )
        if not agrees and not note.strip():
            raise WebError(Code.UNFIT, "you disagree without saying why", "say why, so that it can be mended")
        data = {"agrees": agrees, "digest": standing.draft.digest, "note": note, "version": version}
        event = happened(chain, Happened.OPINION_GIVEN, user, f"governments/{government.key}", data)
        return Opinion.objects.create(draft=standing.draft, user=user, agrees=agrees, note=note, event=event)
