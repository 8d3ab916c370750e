"""The governments of a review, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Prefetch
from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from ascertain.docket.state import Standing
from ascertain.publish.docketout import standing_object
from ascertain.web.api.paging import Page, Window, page_of
from ascertain.web.api.parameters import Name, Text
from ascertain.web.api.shapes import review as shapes
from ascertain.web.asking.standing import Stand, stands_of
from ascertain.web.asking.who import asking, government_of
from ascertain.web.policy.visible import visible_governments
from ascertain.web.records.models import Government, Member

router = Router(tags=["Governments"])


class Wanted(Schema):
    """Which governments are asked for."""

    q: Text = Field("", description="A part of the name.")


@router.get("/reviews/{review}/governments", response=Page[shapes.Government])
def governments(request: HttpRequest, review: Name, wanted: Query[Wanted], window: Query[Window]) -> dict[str, object]:
    """The governments that one may see, with how far each has come and whose turn it is, as known today."""
    who = asking(request, review)
    found = visible_governments(who.principal, who.review).prefetch_related(_members())
    if wanted.q:
        found = found.filter(name__icontains=wanted.q)

    def shape(part: Sequence[Government]) -> Iterator[dict[str, object]]:
        return (_government(one) for one in stands_of(who, part, date.today()))

    return page_of(request, window, found, shape)


@router.get("/reviews/{review}/governments/{government}", response=shapes.GovernmentInFull)
def one_government(request: HttpRequest, review: Name, government: Name) -> dict[str, object]:
    """A government: what it was asked, what it answered, and what was determined of it."""
    who = asking(request, review)
    stand = stands_of(who, [government_of(who, government)], date.today())[0]
    answered = [reply.response.number for _, reply, _ in stand.replies if reply.response]
    return {
        **_government(stand),
        "requests": [entry.number for entry, _, _ in stand.replies],
        "responses": sorted({*answered, *(entry.number for entry in stand.others)}),
        "determination": _determined(stand.determination),
        "superseded": [standing_object(one) for one in stand.earlier],
    }


def _determined(one: Standing | None) -> dict[str, object] | None:
    return standing_object(one) if one else None


def _members() -> Prefetch[str]:
    return Prefetch("memberships", queryset=Member.objects.order_by("pk"))


def _government(stand: Stand) -> dict[str, object]:
    one = stand.government
    return {
        "government": one.key,
        "name": one.name,
        "kind": one.kind,
        "state": one.state,
        "ids": list(one.ids),
        "member": [
            {"from": each.since or None, "until": each.until or None, "basis": each.basis or None}
            for each in one.memberships.all()
        ],
        "stage": stand.stage.value,
        "turn": stand.stage.turn.value,
    }
