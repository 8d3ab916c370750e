"""The bytes of an exhibit, to be kept and not to be run."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ascertain.web.asking.answering import attachment
from ascertain.web.asking.who import asking, the_place
from ascertain.web.policy.visible import visible_exhibits


@require_safe
def exhibit(request: HttpRequest, slug: str, key: str) -> FileResponse:
    """An exhibit as a download; it never opens within the site, whatever it claims to be.

    Raises:
        Http404: There is none, it is only cited, or they may not see it.
    """
    who = asking(request, slug)
    found = get_object_or_404(visible_exhibits(who.principal, who.review).exclude(blob=None), key=key)
    assert found.blob_id is not None
    return attachment(the_place().blob(found.blob_id), PurePosixPath(found.file).name)
