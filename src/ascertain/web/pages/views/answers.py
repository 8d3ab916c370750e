"""The requests to one's government, and the task list of a response to one of them."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ascertain.docket.model import EntryKind
from ascertain.web.asking.answering import Answering, allowed, answering, own_government, own_governments
from ascertain.web.asking.numbers import number_in
from ascertain.web.asking.who import Asking, asking, the_place
from ascertain.web.dockets.answers import standing_of
from ascertain.web.dockets.papers import docket_of, head_of
from ascertain.web.policy.decide import Thing, may, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_entries, visible_responses
from ascertain.web.records.models import Certification, Government
from ascertain.web.responding.certified import changes, digest_of
from ascertain.web.responding.draft import State
from ascertain.web.services.begin_response import begin_response


@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: HttpRequest, slug: str) -> HttpResponse:
    """The requests to the governments that one answers for, each with its responses; sent, it begins one."""
    who = asking(request, slug)
    require(who.principal, Act.READ_DRAFTS, who.thing)
    if request.method == "POST":
        government = own_government(who, request.POST.get("government", ""))
        user = allowed(who, government, Act.EDIT_A_RESPONSE)
        requests = visible_entries(who.principal, who.review).filter(kind=EntryKind.REQUEST)
        asked = get_object_or_404(requests, number=number_in(request.POST.get("request")))
        return redirect("answer", slug, begin_response(user, government, asked, the_place()).pk)
    rows = [(government, _requests(who, government)) for government in own_governments(who)]
    edits = {
        government.pk: may(who.principal, Act.EDIT_A_RESPONSE, Thing(who.review.pk, government.pk))
        for government, _ in rows
    }
    return render(request, "answers.html.j2", {"who": who, "here": "answers", "rows": rows, "edits": edits})


def _requests(who: Asking, government: Government) -> list[dict[str, object]]:
    """What is asked of a government, the newest first, with what the docket and the portal hold in answer."""
    docket = docket_of(who.review, the_place())[0]
    asked = [one for one in docket.entries if one.kind is EntryKind.REQUEST and government.key in one.to]
    responses = visible_responses(who.principal, who.review).filter(government=government)
    own = list(responses.select_related("request", "submission__entry", "begun_by"))
    return [
        {
            "entry": one,
            "responses": [each for each in own if each.request.number == one.number],
            "on_record": [
                each for each in docket.entries if each.answers == one.number and government.key in each.about
            ],
        }
        for one in reversed(asked)
    ]


@require_safe
def answer(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A response's tasks: each with how far it has come, who saved it and when."""
    found = answering(request, slug, number)
    tasks = list(found.response.tasks.select_related("saved_by"))
    context = {
        "who": found.who,
        "here": "answers",
        "it": found,
        "tasks": tasks,
        "counts": [(state, sum(task.state == state for task in tasks)) for state in State],
        "confirmed": confirmed_of(found),
    }
    return render(request, "answer.html.j2", context)


def confirmed_of(found: Answering) -> tuple[Certification, list[str]] | None:
    """The last confirmation of a response that has not been submitted, with what changed since."""
    last = found.response.certifications.select_related("by").last()
    if last is None or found.submission is not None:
        return None
    standing = standing_of(found.response, head_of(found.who.review, the_place())[1].terms)
    changed = [f"“{task.term}” is a draft again" for task in standing.drafts]
    if digest_of(standing.content) != last.digest:
        changed += changes(json.loads(last.content), standing.content)
    return last, changed
