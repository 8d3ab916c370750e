"""The two steps of a certification: statements about the response as it stands, then a signature."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ascertain.web.accounts.recent import ask_again
from ascertain.web.asking.answering import Answering, answering
from ascertain.web.asking.who import the_place
from ascertain.web.dockets.answers import standing_of
from ascertain.web.dockets.papers import head_of
from ascertain.web.mistakes import WebError
from ascertain.web.pages.views.answers import confirmed_of
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_uploads
from ascertain.web.records.models import Certification
from ascertain.web.responding.certified import digest_of
from ascertain.web.responding.statements import statements_for
from ascertain.web.services.confirm_statements import confirm_statements
from ascertain.web.services.submit_response import Void, submit_response

_UNFIT, _CONFLICT = 422, 409


@require_http_methods(["GET", "HEAD", "POST"])
def certify(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What would be certified, all of it, and the statements to confirm."""
    found = answering(request, slug, number)
    if found.submission is not None:
        return redirect("receipt", slug, number)
    wrong: WebError | None = None
    if request.method == "POST":
        user = found.user(Act.SUBMIT_A_RESPONSE)
        try:
            confirm_statements(
                user, found.response, request.POST.get("digest", ""), request.POST.getlist("statement"), the_place()
            )
        except WebError as problem:
            wrong = problem
        else:
            return redirect("sign", slug, number)
    standing = standing_of(found.response, head_of(found.who.review, the_place())[1].terms)
    cited = {one["sha256"] for one in standing.content["documents"]}
    uploads = visible_uploads(found.who.principal, found.who.review).filter(government=found.government)
    context = {
        "who": found.who,
        "here": "answers",
        "it": found,
        "standing": standing,
        "digest": digest_of(standing.content),
        "statements": statements_for(standing.content, found.government.name),
        "titles": {one["exhibit"]: one["title"] for one in standing.content["documents"]},
        "asks": dict(found.response.tasks.values_list("term", "ask")),
        "unsent": [one for one in uploads if one.blob_id not in cited],
        "confirmed": confirmed_of(found),
        "wrong": wrong.mistakes[0] if wrong else None,
        "ticked": request.POST.getlist("statement"),
    }
    return render(request, "certify.html.j2", context, status=_UNFIT if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Sign what was confirmed, having proven anew since then who one is; by that it is submitted."""
    found = answering(request, slug, number)
    user = found.user(Act.SUBMIT_A_RESPONSE)
    if found.submission is not None:
        return redirect("receipt", slug, number)
    last = found.response.certifications.filter(by=user).last()
    if last is None:
        return redirect("certify", slug, number)
    last.response = found.response
    confirmed = confirmed_of(found)
    changed = confirmed[1] if confirmed else []
    if request.method != "POST" or changed:
        return _page(request, found, last, changed, status=_CONFLICT if request.method == "POST" else 200)
    ask_again(request, since=last.at)
    name, title = (request.POST.get(key, "") for key in ("name", "title"))
    try:
        submit_response(user, last, name, title, the_place())
    except Void as void:
        return _page(request, found, last, void.changes, status=_CONFLICT)
    except WebError as wrong:
        return _page(request, found, last, [], wrong=wrong, status=_UNFIT)
    return redirect("receipt", slug, number)


def _page(
    request: HttpRequest,
    found: Answering,
    last: Certification,
    changed: list[str],
    *,
    wrong: WebError | None = None,
    status: int,
) -> HttpResponse:
    context = {
        "who": found.who,
        "here": "answers",
        "it": found,
        "certification": last,
        "content": json.loads(last.content),
        "changed": changed,
        "wrong": wrong.mistakes[0] if wrong else None,
        "typed": {key: request.POST.get(key, "") for key in ("name", "title")},
    }
    return render(request, "sign.html.j2", context, status=status)
