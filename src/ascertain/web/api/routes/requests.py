"""Requests, their deadlines and whose turn it is; reminders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from ascertain.docket.model import EntryKind
from ascertain.docket.state import Reply
from ascertain.web.api.callers import known
from ascertain.web.api.paging import Page, Window, page_of
from ascertain.web.api.parameters import Name, Number
from ascertain.web.api.routes.entries import entries_of
from ascertain.web.api.shapes import request as shapes
from ascertain.web.asking.replying import replies_to
from ascertain.web.asking.who import Asking, asking, the_place
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_entries, visible_governments, visible_sendings
from ascertain.web.records.models import Entry, Sending
from ascertain.web.requesting.deadlines import closes
from ascertain.web.requesting.progress import Asked, asked_of
from ascertain.web.services.deliver_mail import deliver_mail
from ascertain.web.services.remind import remind

router = Router(tags=["Requests"])


@router.get("/reviews/{review}/requests", response=Page[shapes.Request])
def requests(request: HttpRequest, review: Name, window: Query[Window]) -> dict[str, object]:
    """The requests that one may read, the last first."""
    who = asking(request, review)
    found = visible_entries(who.principal, who.review).filter(kind=EntryKind.REQUEST).defer("text").order_by("-number")
    sendings = visible_sendings(who.principal, who.review)
    return page_of(request, window, found, lambda part: _requests(who, part, sendings.filter(entry__in=part)))


@router.get("/reviews/{review}/requests/{number}", response=shapes.RequestInFull)
def one_request(request: HttpRequest, review: Name, number: Number) -> dict[str, object]:
    """A request: how its deadline came about, and what became of it with each government that one may see."""
    who, now = asking(request, review), datetime.now(UTC)
    asked = visible_entries(who.principal, who.review).filter(kind=EntryKind.REQUEST)
    entry = get_object_or_404(asked, number=number)
    governments = list(visible_governments(who.principal, who.review))
    sendings = visible_sendings(who.principal, who.review).select_related("entry__review__chain")
    sending = sendings.filter(entry=entry).first()
    stands = {one.government.key: one for one in asked_of(sending, governments, now, the_place())} if sending else {}
    replies = replies_to(who, entry, governments, now)
    return {
        **next(_requests(who, [entry], [sending] if sending else [])),
        "steps": list(sending.steps) if sending else [],
        "replies": [_reply(one, stands.get(one.government)) for one in replies],
    }


@router.post("/reviews/{review}/reminders", response=shapes.Reminded)
def reminders(request: HttpRequest, review: Name) -> dict[str, object]:
    """Write the reminders that are due, and send what waits to be sent. Nothing is told twice."""
    who = asking(request, review)
    require(who.principal, Act.SEND_REMINDERS, who.thing)
    written = remind(known(request), who.review, datetime.now(UTC), the_place())
    deliver_mail(who.review)
    return {"written": written}


def _requests(who: Asking, part: Sequence[Entry], sendings: Iterable[Sending]) -> Iterator[dict[str, object]]:
    sent = {one.entry_id: one for one in sendings}
    for told, entry in zip(entries_of(who, part), part, strict=True):
        sending = sent.get(entry.pk)
        yield {
            **{key: told[key] for key in ("entry", "title", "date", "by", "deadline")},
            "to": told["about"],
            "zone": sending.zone if sending else None,
            "closes": closes(sending.day, sending.zone).isoformat() if sending else None,
        }


def _reply(one: Reply, stand: Asked | None) -> dict[str, object]:
    return {
        "government": one.government,
        "response": one.response.number if one.response else None,
        "date": str(one.response.date) if one.response else None,
        "late_days": [one.late.at_least, one.late.at_most] if one.late and not stand else None,
        "day": str(stand.day) if stand else None,
        "progress": stand.progress.value if stand else None,
        "turn": stand.turn if stand else None,
        "extensions": [
            {"day": str(each.day), "reason": each.reason, "at": each.at.isoformat()}
            for each in (stand.extensions if stand else ())
        ],
    }
