"""The governments of one page in; where each stands in the review, from entries that whoever asks may read, out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from django.db.models import Exists, OuterRef, Subquery

from ascertain.docket.model import Entry, EntryKind
from ascertain.docket.stages import Stage, stage_of
from ascertain.docket.state import DocketState, Reply, Request, Standing, late_by, state_on
from ascertain.rulebook.dates import Moment
from ascertain.web.asking.who import Asking, the_place
from ascertain.web.dockets.part import part_of
from ascertain.web.policy.visible import visible_entries
from ascertain.web.records.models import EntryParty, Extension, Government, LateAcceptance, Message, Review
from ascertain.web.requesting.deadlines import is_open
from ascertain.web.requesting.wording import Kind

_COUNTING = (EntryKind.REQUEST, EntryKind.RESPONSE, EntryKind.DETERMINATION)


@dataclass(frozen=True, slots=True)
class Due:
    """Until when one government has time for a request that was sent here: ``day``, through its end in ``zone``.

    ``extended`` where that is later than the public day; ``accepted`` where a late answer is taken as if in time.
    """

    day: date
    zone: str
    extended: bool
    accepted: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one government stands.

    Each request has its reply and, where it was sent here, its last day; ``others`` are answers to none.
    ``earlier`` determinations were superseded.
    """

    government: Government
    stage: Stage
    replies: tuple[tuple[Entry, Reply, Due | None], ...]
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
    due, now = _due(who.review, governments), datetime.now(UTC)
    state = replace(state, requests=tuple(_by_own_days(one, due, known, now) for one in state.requests))
    return tuple(_stand(state, one, due) for one in governments)


def _by_own_days(request: Request, due: Mapping[tuple[int, str], Due], known: date, now: datetime) -> Request:
    """A request whose replies are late by each government's own last day, in the zone of the request."""
    number = request.entry.number
    return replace(
        request,
        replies=tuple(_by_own_day(one, due.get((number, one.government)), known, now) for one in request.replies),
    )


def _by_own_day(reply: Reply, due: Due | None, known: date, now: datetime) -> Reply:
    if due is None:
        return reply
    waits = reply.response is None and known >= now.date()
    if due.accepted or (waits and is_open(due.day, due.zone, now)):
        return replace(reply, late=None)
    answered = reply.response.date if reply.response else Moment.on(known)
    return replace(reply, late=late_by(Moment.on(due.day), answered))


def _due(review: Review, governments: Collection[Government]) -> dict[tuple[int, str], Due]:
    """The last days of these governments, by the number of the request and their short id."""
    letters = Message.objects.filter(government__in=governments, sending__entry__review=review, address="")
    same = {"sending": OuterRef("sending"), "government": OuterRef("government")}
    rows = letters.filter(kind=Kind.REQUEST).annotate(
        later=Subquery(Extension.objects.filter(**same).order_by("-number").values("day")[:1]),
        accepted=Exists(LateAcceptance.objects.filter(**same)),
    )
    told = rows.values_list(
        "sending__entry__number", "government__key", "sending__day", "sending__zone", "later", "accepted"
    )
    return {
        (number, key): Due(later or day, zone, later is not None, accepted)
        for number, key, day, zone, later, accepted in told
    }


def _stand(state: DocketState, government: Government, due: Mapping[tuple[int, str], Due]) -> Stand:
    key = government.key
    replies = tuple(
        (one.entry, reply, due.get((one.entry.number, key)))
        for one in state.requests
        for reply in one.replies
        if reply.government == key
    )
    return Stand(
        government=government,
        stage=stage_of(state, key),
        replies=replies,
        others=tuple(entry for entry in state.unasked if key in entry.about),
        determination=next((one for one in state.determinations if one.government == key), None),
        earlier=tuple(one for one in state.superseded if one.government == key),
    )
