"""An order that is on the docket takes effect on a determination."""

from __future__ import annotations

from django.db import transaction

from ascertain.docket.model import EntryKind
from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.deciding.stages import Effect
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Determination, Entry, OrderEffect, User


def enter_effect(user: User, determination: Determination, order: Entry, effect: Effect, note: str) -> OrderEffect:
    """Say what an order does to a determination that was issued; the determination itself stays as it is.

    Args:
        user: The lead.
        determination: The determination.
        order: The entry of the order.
        effect: What it does.
        note: In which respect.

    Raises:
        Refused: They may not enter it.
        WebError: The determination was not issued, or the entry is no order of the same review.
    """
    government = determination.government
    require(principal_of(user), Act.ENTER_THE_EFFECT_OF_AN_ORDER, Thing(government.review_id))
    if determination.entry_id is None:
        raise WebError(Code.NOT_YET, "this determination was not issued", "an order can act on what was issued only")
    if order.review_id != government.review_id or order.kind != EntryKind.ORDER:
        raise WebError(Code.UNFIT, f"entry {order.number} is no order of this docket", "file the order first")
    with transaction.atomic():
        data = {"determination": determination.number, "effect": effect.value, "note": note, "order": order.number}
        event = happened(government.review.chain, Happened.EFFECT_ENTERED, user, f"governments/{government.key}", data)
        return OrderEffect.objects.create(
            determination=determination, order=order, effect=effect, note=note, event=event
        )
