"""The documents in evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from ascertain.web.api.downloads import BYTES
from ascertain.web.api.paging import Page, Window, page_of
from ascertain.web.api.parameters import Name
from ascertain.web.api.shapes import docket as shapes
from ascertain.web.asking.answering import attachment
from ascertain.web.asking.who import asking, the_place
from ascertain.web.policy.visible import visible_exhibits
from ascertain.web.records.models import Exhibit

router = Router(tags=["Docket"])


@router.get("/reviews/{review}/exhibits", response=Page[shapes.Exhibit])
def exhibits(request: HttpRequest, review: Name, window: Query[Window]) -> dict[str, object]:
    """The exhibits that one may see."""
    who = asking(request, review)
    found = visible_exhibits(who.principal, who.review).select_related("blob")
    return page_of(request, window, found, lambda part: _exhibits(request, review, part))


@router.get("/reviews/{review}/exhibits/{exhibit}", response=shapes.Exhibit)
def one_exhibit(request: HttpRequest, review: Name, exhibit: Name) -> dict[str, object]:
    """An exhibit, and where its bytes are."""
    who = asking(request, review)
    found = visible_exhibits(who.principal, who.review).select_related("blob")
    return next(_exhibits(request, review, [get_object_or_404(found, key=exhibit)]))


@router.get("/reviews/{review}/exhibits/{exhibit}/file", openapi_extra=BYTES)
def exhibit_file(request: HttpRequest, review: Name, exhibit: Name) -> HttpResponseBase:
    """The bytes of an exhibit, byte for byte as they were filed; not there where it is only cited."""
    who = asking(request, review)
    found = get_object_or_404(visible_exhibits(who.principal, who.review).exclude(blob=None), key=exhibit)
    assert found.blob_id is not None, "those without are left out"
    return attachment(the_place().blob(found.blob_id), PurePosixPath(found.file).name)


def _exhibits(request: HttpRequest, review: str, part: Sequence[Exhibit]) -> Iterator[dict[str, object]]:
    for one in part:
        where = f"/api/reviews/{review}/exhibits/{one.key}/file"
        yield {
            "exhibit": one.key,
            "title": one.title,
            "file": one.file or None,
            "sha256": one.blob_id,
            "size": one.blob.size if one.blob else None,
            "download": request.build_absolute_uri(where) if one.blob else None,
        }
