"""One more event at the end of a chain, in the transaction of what it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from ascertain.web.chain.kinds import Happened
from ascertain.web.chain.link import Link, canonical
from ascertain.web.records.models import Chain, Event, User

SITE = "site"


def happened(chain: Chain | str, kind: Happened, actor: User | None, subject: str, data: Mapping[str, Any]) -> Event:
    """Write an event to a chain.

    Two that are written at the same moment wait for each other; what rolls back leaves no event.

    Args:
        chain: The chain, or the name of one; one that is not there yet is begun.
        kind: What happened.
        actor: Who did it; ``None`` where the system did it by itself.
        subject: What it was done to, such as ``entries/0012-order-stay.md``.
        data: What else belongs to it: text, whole numbers, yes and no, lists and tables of these.

    Returns:
        The event.

    Raises:
        RuntimeError: There is no transaction that what happened could be in.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an event is written in the transaction of what it tells of")
    name = chain if isinstance(chain, str) else chain.name
    Chain.objects.get_or_create(name=name)
    held = Chain.objects.select_for_update().get(name=name)
    at = timezone.now()
    link = Link(
        chain=name,
        number=held.length + 1,
        at=at.isoformat(),
        actor=actor.pk if actor else 0,
        kind=kind.value,
        subject=subject,
        data=canonical(data),
        previous=held.head,
    )
    event = Event.objects.create(
        chain=held,
        number=link.number,
        at=at,
        actor=actor,
        kind=link.kind,
        subject=link.subject,
        data=link.data,
        previous=link.previous,
        digest=link.digest(),
    )
    held.length, held.head = event.number, event.digest
    held.save(update_fields=("length", "head"))
    return event
