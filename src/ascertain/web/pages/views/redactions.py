"""The redacted files of one exhibit, and the form that makes another."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.web.asking.who import asking, the_place
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_exhibits, visible_redactions
from ascertain.web.services.redact_exhibit import redact_exhibit


@require_http_methods(["GET", "HEAD", "POST"])
def redactions(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """What was made of an exhibit without which words, and what was found where."""
    who = asking(request, slug)
    require(who.principal, Act.SEE_PUBLICATIONS_TO_COME, who.thing)
    exhibit = get_object_or_404(
        visible_exhibits(who.principal, who.review).exclude(blob=None).select_related("review__chain"), key=key
    )
    refused: Mistake | None = None
    if request.method == "POST":
        require(who.principal, Act.PREPARE_A_PUBLICATION, who.thing)
        assert who.user is not None, "the public redacts nothing"
        words = str(request.POST.get("words", "")).replace("\x00", "").splitlines()
        reason = str(request.POST.get("reason", "")).strip()
        try:
            redact_exhibit(who.user, exhibit, words, reason, "every_page" in request.POST, the_place())
            return redirect("redactions", slug, key)
        except BadInput as problem:
            refused = problem.mistakes[0]
    context = {
        "who": who,
        "here": "publications",
        "exhibit": exhibit,
        "made": visible_redactions(who.principal, who.review).filter(exhibit=exhibit).select_related("event__actor"),
        "refused": refused,
        "sent": request.POST,
    }
    return render(request, "redactions.html.j2", context, status=409 if refused else 200)


@require_safe
def redacted_file(request: HttpRequest, slug: str, key: str, pk: int) -> FileResponse:
    """A redacted file as a download, to be looked at before it is published."""
    who = asking(request, slug)
    require(who.principal, Act.SEE_PUBLICATIONS_TO_COME, who.thing)
    found = get_object_or_404(
        visible_redactions(who.principal, who.review).select_related("exhibit"), pk=pk, exhibit__key=key
    )
    suffix = PurePosixPath(found.exhibit.file).suffix
    held = the_place().blob(found.blob_id).open("rb")
    answer = FileResponse(
        held, as_attachment=True, filename=f"{key}-{pk}{suffix}", content_type="application/octet-stream"
    )
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
