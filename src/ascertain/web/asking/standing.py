"""The governments of one page in; where each stands in the review, from entries that whoever asks may read, out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ascertain.docket.model import Entry, EntryKind
from ascertain.docket.stages import Stage, stage_of
from ascertain.docket.state import DocketState, Reply, Standing, state_on
from ascertain.web.asking.who import Asking, the_place
from ascertain.web.dockets.part import part_of
from ascertain.web.policy.visible import visible_entries
from ascertain.web.records.models import EntryParty, Government

_COUNTING = (EntryKind.REQUEST, EntryKind.RESPONSE, EntryKind.DETERMINATION)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one government stands.

    Each request has its reply; ``others`` are answers to none. ``earlier`` determinations were superseded.
    """

    government: Government
    stage: Stage
    replies: tuple[tuple[Entry, Reply], ...]
    others: tuple[Entry, ...]
    determination: Standing | None
    earlier: tuple[Standing, ...]


def stands_of(who: Asking, governments: Collection[Government], known: date) -> tuple[Stand, ...]:
    """Where these governments stand, as known on a day.

    Args:
        who: Who asks.
        governments: The governments, which they may see.
        known: Only what had surely been filed by this day counts.

    Raises:
        BadInput: The rulebook is not found or has mistakes.
    """
    about = EntryParty.objects.filter(government__in=governments).values("entry")
    entries = visible_entries(who.principal, who.review).filter(kind__in=_COUNTING, pk__in=about)
    docket = part_of(who.review, the_place(), entries, [one.key for one in governments])
    state = state_on(docket, known)
    return tuple(_stand(state, one) for one in governments)


def _stand(state: DocketState, government: Government) -> Stand:
    key = government.key
    replies = tuple((one.entry, reply) for one in state.requests for reply in one.replies if reply.government == key)
    return Stand(
        government=government,
        stage=stage_of(state, key),
        replies=replies,
        others=tuple(entry for entry in state.unasked if key in entry.about),
        determination=next((one for one in state.determinations if one.government == key), None),
        earlier=tuple(one for one in state.superseded if one.government == key),
    )
