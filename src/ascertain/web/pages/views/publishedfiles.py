"""What of a snapshot can be taken away: its report, exhibits, tables, JSON, and a feed of what was published."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from ascertain.docket.state import state_on
from ascertain.publish.csvout import render
from ascertain.publish.docketout import docket_object
from ascertain.publish.oscal import oscal_object
from ascertain.web.asking.snapshots import snapshot_of
from ascertain.web.asking.who import the_place
from ascertain.web.dockets.published import published_docket
from ascertain.web.policy.principal import Principal
from ascertain.web.policy.visible import visible_publications
from ascertain.web.records.models import Entry, Review

_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')
_HEAD = 2_000
_COLUMNS = ("number", "kind", "title", "date", "filed", "by", "deadline", "answers", "digest")


@require_safe
def report(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The report of a snapshot's findings: one page, under the policy that it brings along."""
    snapshot = snapshot_of(slug, number)
    assert snapshot.report_id is not None, "it was kept when the snapshot was approved"
    text = the_place().blob(snapshot.report_id).read_text("utf-8")
    answer = HttpResponse(text)
    policy = _POLICY.search(text[:_HEAD])
    assert policy is not None, "every report brings its policy"
    answer.headers["Content-Security-Policy"] = f"{policy[1]}; frame-ancestors 'none'"
    return answer


@require_safe
def published_exhibit(request: HttpRequest, slug: str, number: int, key: str) -> FileResponse:
    """An exhibit of a snapshot, as it is published, as a download.

    Raises:
        Http404: There is none, or it is withheld.
    """
    shown = snapshot_of(slug, number).exhibits.exclude(blob=None).select_related("exhibit")
    found = get_object_or_404(shown, exhibit__key=key)
    assert found.blob_id is not None
    path = the_place().blob(found.blob_id)
    if not path.is_file():
        raise Http404
    # The name that a redacted file was filed under can itself hold what was redacted.
    suffix = PurePosixPath(found.exhibit.file).suffix
    answer = FileResponse(
        path.open("rb"), as_attachment=True, filename=f"{key}{suffix}", content_type="application/octet-stream"
    )
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


@require_safe
def published_json(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The state of the review that a snapshot shows, as ``ascertain docket --format json`` gives it."""
    snapshot = snapshot_of(slug, number)
    docket, _ = published_docket(snapshot, the_place())
    found = docket_object(docket, state_on(docket, snapshot.known))
    return HttpResponse(json.dumps(found, ensure_ascii=False, indent=2), content_type="application/json")


@require_safe
def published_oscal(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The same as OSCAL assessment results."""
    snapshot = snapshot_of(slug, number)
    docket, _ = published_docket(snapshot, the_place())
    found = oscal_object(docket, state_on(docket, snapshot.known))
    return HttpResponse(json.dumps(found, ensure_ascii=False, indent=2), content_type="application/json")


@require_safe
def published_csv(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The entries of a snapshot as a table."""
    shown = snapshot_of(slug, number).entries.filter(shown=True).select_related("entry__event").defer("entry__text")
    lines = render(_COLUMNS, (_row(one.entry) for one in shown))
    answer = HttpResponse("".join(f"{line}\n" for line in lines), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{slug}-{number}.csv"'
    return answer


@require_safe
def feed(request: HttpRequest, slug: str) -> HttpResponse:
    """An Atom feed of the snapshots of a review, the latest first."""
    found = list(
        visible_publications(Principal())
        .filter(review__slug=slug)
        .select_related("review", "approved")
        .order_by("-number")[:_FEED]
    )
    if not found:
        raise Http404
    review: Review = found[0].review
    made = Atom1Feed(
        title=review.title,
        link=request.build_absolute_uri(reverse("latest", args=(slug,))),
        feed_url=request.build_absolute_uri(),
        description=f"What {review.reviewer} has published of this review",
        author_name=review.reviewer,
    )
    for one in found:
        assert one.approved is not None, "what is public was approved"
        where = request.build_absolute_uri(reverse("published", args=(slug, one.number)))
        made.add_item(
            title=f"Publication {one.number}",
            link=where,
            description=f"{one.entries.filter(shown=True).count()} entries; SHA-256 {one.digest}",
            unique_id=where,
            pubdate=one.approved.at,
            updateddate=one.approved.at,
        )
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


_FEED = 50


def _row(entry: Entry) -> dict[str, object]:
    row = {name: getattr(entry, name) for name in _COLUMNS if name != "digest"}
    return row | {"digest": entry.event.digest}
