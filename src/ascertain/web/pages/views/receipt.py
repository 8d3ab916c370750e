"""What was received of a response, and a copy of it to keep."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ascertain.web.asking.answering import answering
from ascertain.web.asking.who import the_place
from ascertain.web.dockets.copies import events_of, receipt_of, write_copy


@require_safe
def receipt(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The receipt of a submitted response.

    Raises:
        Http404: It has not been submitted.
    """
    found = answering(request, slug, number)
    if found.submission is None:
        raise Http404
    context = {
        "who": found.who,
        "here": "answers",
        "it": found,
        "receipt": receipt_of(found.submission),
        "events": events_of(found.submission),
    }
    return render(request, "receipt.html.j2", context)


@require_safe
def copy(request: HttpRequest, slug: str, number: int) -> FileResponse:
    """All that was sent, with its receipt, in one archive.

    Raises:
        Http404: It has not been submitted.
    """
    found = answering(request, slug, number)
    if found.submission is None:
        raise Http404
    name = f"{found.government.key}-entry-{found.submission.entry.number}.zip"
    held = write_copy(found.submission, the_place())
    answer = FileResponse(held, as_attachment=True, filename=name, content_type="application/octet-stream")
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
