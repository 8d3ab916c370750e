"""A request in; what became of it with some governments, from entries that whoever asks may read, out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q

from ascertain.docket.model import EntryKind
from ascertain.docket.state import Reply, state_on
from ascertain.web.asking.who import Asking, the_place
from ascertain.web.dockets.part import part_of
from ascertain.web.policy.visible import visible_entries
from ascertain.web.records.models import Entry, Government


def replies_to(who: Asking, entry: Entry, governments: Collection[Government], now: datetime) -> tuple[Reply, ...]:
    """The replies to a request.

    Args:
        who: Who asks.
        entry: The request, which they may read.
        governments: The governments, which they may see.
        now: Only what had surely been filed by this moment's day counts.

    Raises:
        BadInput: The rulebook is not found or has mistakes.
    """
    answers = Q(kind=EntryKind.RESPONSE, answers=entry.number)
    entries = visible_entries(who.principal, who.review).filter(Q(pk=entry.pk) | answers)
    docket = part_of(who.review, the_place(), entries, [one.key for one in governments])
    return tuple(reply for request in state_on(docket, now.date()).requests for reply in request.replies)
