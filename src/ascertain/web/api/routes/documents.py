"""The documents that a government has ready to show; for its own people only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from ninja import File, Form, Query, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import Field

from ascertain.web.api.downloads import BYTES
from ascertain.web.api.paging import Page, Window, page_of
from ascertain.web.api.parameters import Name, Number
from ascertain.web.api.problems import Kind, Problem
from ascertain.web.api.shapes import answer as shapes
from ascertain.web.asking.answering import allowed, attachment, own_government
from ascertain.web.asking.receiving import Arrived
from ascertain.web.asking.who import asking, the_place
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_uploads
from ascertain.web.records.models import Upload
from ascertain.web.responding.naming import shown_name
from ascertain.web.services.upload_document import upload_document

router = Router(tags=["Answers"])


class NewDocument(Schema):
    """What to call a document, and which one it is a new version of."""

    title: str = Field("", description="The file's name where it is empty.")
    document: int | None = Field(
        None, ge=1, le=999_999_999, description="The document that it is a new version of; none for another document."
    )


@router.get("/reviews/{review}/governments/{government}/documents", response=Page[shapes.Document])
def documents(request: HttpRequest, review: Name, government: Name, window: Query[Window]) -> dict[str, object]:
    """The documents of a government that one answers for, every version, the last first."""
    who = asking(request, review)
    own = own_government(who, government)
    found = visible_uploads(who.principal, who.review).filter(government=own).order_by("-pk")
    found = found.select_related("government", "blob", "by")
    return page_of(request, window, found, lambda part: _documents(request, review, part))


@router.post("/reviews/{review}/governments/{government}/documents", response={201: shapes.Document})
def upload(
    request: HttpRequest, review: Name, government: Name, file: File[UploadedFile], sent: Form[NewDocument]
) -> Status[object]:
    """Upload a document, or a new version of one; no version replaces another. The same sent twice is kept once."""
    who = asking(request, review)
    own = own_government(who, government)
    user = allowed(who, own, Act.EDIT_A_RESPONSE)
    if not isinstance(file, Arrived):
        raise Problem(Kind.UNREADABLE)
    most, place = settings.EXHIBIT_MOST_BYTES, the_place()
    kept = upload_document(user, own, file.received(), sent.title, sent.document, most, place)
    return Status(201, next(_documents(request, review, [kept])))


@router.get("/reviews/{review}/governments/{government}/documents/{document}/{version}/file", openapi_extra=BYTES)
def document_file(
    request: HttpRequest, review: Name, government: Name, document: Number, version: Number
) -> HttpResponseBase:
    """The bytes of a version of a document."""
    who = asking(request, review)
    own = visible_uploads(who.principal, who.review).filter(government__key=government)
    found = get_object_or_404(own, document=document, version=version)
    return attachment(the_place().blob(found.blob_id), shown_name(found.name))


def _documents(request: HttpRequest, review: str, part: Sequence[Upload]) -> Iterator[dict[str, object]]:
    for one in part:
        key = one.government.key
        where = f"/api/reviews/{review}/governments/{key}/documents/{one.document}/{one.version}/file"
        yield {
            "upload": one.pk,
            "government": key,
            "document": one.document,
            "version": one.version,
            "title": one.title,
            "name": one.name,
            "kind": one.kind,
            "size": one.blob.size,
            "sha256": one.blob_id,
            "uploaded": one.at.isoformat(),
            "by": one.by.name,
            "download": request.build_absolute_uri(where),
        }
