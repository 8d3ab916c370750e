"""What everybody may read of reviews, and what the team is about to publish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from ascertain.docket.state import state_on
from ascertain.publish.docketout import docket_object
from ascertain.web.api.callers import anybody
from ascertain.web.api.paging import Page, Window, page_of
from ascertain.web.api.parameters import Name, Number
from ascertain.web.api.routes.entries import EntriesWanted
from ascertain.web.api.shapes import published as shapes
from ascertain.web.asking.snapshots import snapshot_of
from ascertain.web.asking.wanted import Wanted
from ascertain.web.asking.who import asking, the_place
from ascertain.web.dockets.published import published_docket
from ascertain.web.policy.decide import require
from ascertain.web.policy.principal import Principal
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_publications
from ascertain.web.records.models import Entry, Government, Publication, PublishedExhibit

router = Router(tags=["Published"])
_COLUMNS = ("kind", "title", "date", "filed", "by", "answers")


@router.get("/published", response=Page[shapes.Publication], auth=anybody)
def published_reviews(request: HttpRequest, window: Query[Window]) -> dict[str, object]:
    """The latest snapshot of each review that is public."""
    everybodys = visible_publications(Principal())
    newest = everybodys.filter(review=OuterRef("review")).order_by("-number").values("pk")[:1]
    found = everybodys.filter(pk=Subquery(newest)).select_related("review", "approved").order_by("review__slug")
    return page_of(request, window, found, lambda part: map(_publication, part))


@router.get("/published/{review}", response=Page[shapes.Publication], auth=anybody)
def snapshots(request: HttpRequest, review: Name, window: Query[Window]) -> dict[str, object]:
    """The snapshots of a review, the latest first; none where it is not public, or not there."""
    found = visible_publications(Principal()).filter(review__slug=review).order_by("-number")
    return page_of(request, window, found.select_related("review", "approved"), lambda part: map(_publication, part))


@router.get("/published/{review}/{number}", response=shapes.PublicationInFull, auth=anybody)
def snapshot(request: HttpRequest, review: Name, number: Number) -> dict[str, object]:
    """A snapshot, and which entries it withholds for what reason."""
    found = snapshot_of(review, number)
    withheld = found.entries.filter(shown=False).values_list("entry__number", "reason")
    return {
        **_publication(found),
        "entries": found.entries.filter(shown=True).count(),
        "withheld": [{"entry": entry, "reason": reason} for entry, reason in withheld],
        "exhibits": [_exhibit(request, review, number, one) for one in found.exhibits.select_related("exhibit")],
        "report": request.build_absolute_uri(f"/published/{review}/{number}/report"),
    }


@router.get("/published/{review}/{number}/docket", response=dict[str, Any], auth=anybody)
def published_state(request: HttpRequest, review: Name, number: Number) -> dict[str, object]:
    """The state of the review that a snapshot shows, as `ascertain docket --format json` gives it
    (`ascertain/docket/1`)."""
    found = snapshot_of(review, number)
    docket, _ = published_docket(found, the_place())
    return docket_object(docket, state_on(docket, found.known))


@router.get("/published/{review}/{number}/entries", response=Page[shapes.PublishedEntry], auth=anybody)
def published_entries(
    request: HttpRequest, review: Name, number: Number, wanted: Query[EntriesWanted], window: Query[Window]
) -> dict[str, object]:
    """The entries that a snapshot shows, by kind, by government and by words."""
    found = snapshot_of(review, number)
    asked = Wanted(wanted.kind or "", wanted.government, wanted.q.strip(), wanted.order == "oldest")
    shown = Entry.objects.filter(pk__in=found.entries.filter(shown=True).values("entry"))
    chosen = asked.of(shown, Government.objects.filter(review=found.review))
    return page_of(request, window, chosen.select_related("event").defer("text"), _entries)


@router.get("/published/{review}/{number}/entries/{entry}", response=shapes.PublishedEntryInFull, auth=anybody)
def published_entry(request: HttpRequest, review: Name, number: Number, entry: Number) -> dict[str, object]:
    """An entry of a snapshot with its words."""
    shown = snapshot_of(review, number).entries.filter(shown=True).select_related("entry__event")
    one = get_object_or_404(shown, entry__number=entry).entry
    return {**next(_entries([one])), "text": one.text}


@router.get("/reviews/{review}/publications", response=Page[shapes.PublicationToCome])
def publications(request: HttpRequest, review: Name, window: Query[Window]) -> dict[str, object]:
    """The snapshots of a review, those to come as well; for the team."""
    who = asking(request, review)
    require(who.principal, Act.SEE_PUBLICATIONS_TO_COME, who.thing)
    found = visible_publications(who.principal, who.review).order_by("-pk")
    return page_of(
        request,
        window,
        found,
        lambda part: (
            {
                "publication": one.pk,
                "number": one.number,
                "on": str(one.on),
                "known": str(one.known),
                "digest": one.digest,
            }
            for one in part
        ),
    )


def _publication(one: Publication) -> dict[str, object]:
    assert one.approved is not None, "what is public was approved"
    return {
        "review": one.review.slug,
        "number": one.number,
        "title": one.review.title,
        "reviewer": one.review.reviewer,
        "on": str(one.on),
        "known": str(one.known),
        "approved": one.approved.at.isoformat(),
        "digest": one.digest,
    }


def _exhibit(request: HttpRequest, review: str, number: int, one: PublishedExhibit) -> dict[str, object]:
    where = f"/published/{review}/{number}/exhibits/{one.exhibit.key}"
    return {
        "exhibit": one.exhibit.key,
        "title": one.exhibit.title,
        "sha256": one.blob_id,
        "download": request.build_absolute_uri(where) if one.blob_id else None,
        "reason": one.reason or None,
    }


def _entries(part: Sequence[Entry]) -> Iterator[dict[str, object]]:
    for one in part:
        told = {name: getattr(one, name) for name in _COLUMNS}
        yield {"entry": one.number, **told, "deadline": one.deadline or None, "digest": one.event.digest}
