"""What a government prepares in answer to a request; for its own people only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from ascertain.docket.model import EntryKind
from ascertain.web.api.drafts import draft_object
from ascertain.web.api.paging import Page, Window, page_of
from ascertain.web.api.parameters import Name, Number
from ascertain.web.api.shapes import answer as shapes
from ascertain.web.asking.answering import allowed, answering, own_government
from ascertain.web.asking.who import asking, the_place
from ascertain.web.dockets.copies import receipt_of
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_entries, visible_responses
from ascertain.web.records.models import Response, Task
from ascertain.web.responding.draft import Citation, Draft, draft_of
from ascertain.web.services.begin_response import begin_response
from ascertain.web.services.save_claim import Lacks, save_claim

router = Router(tags=["Answers"])


@router.get("/reviews/{review}/responses", response=Page[shapes.Response])
def responses(request: HttpRequest, review: Name, window: Query[Window]) -> dict[str, object]:
    """The responses of the governments that one answers for: those being prepared, and those that were sent."""
    who = asking(request, review)
    require(who.principal, Act.READ_DRAFTS, who.thing)
    found = visible_responses(who.principal, who.review)
    found = found.select_related("government", "request", "submission__entry").order_by("-pk")
    return page_of(request, window, found, lambda part: map(_response, part))


@router.post("/reviews/{review}/responses", response=shapes.ResponseInFull)
def begin(request: HttpRequest, review: Name, sent: shapes.NewResponse) -> dict[str, object]:
    """Begin to answer a request, or go on with what somebody began; after a submission, begin a correction of it."""
    who = asking(request, review)
    require(who.principal, Act.READ_DRAFTS, who.thing)
    government = own_government(who, sent.government)
    user = allowed(who, government, Act.EDIT_A_RESPONSE)
    asked = visible_entries(who.principal, who.review).filter(kind=EntryKind.REQUEST)
    begun = begin_response(user, government, get_object_or_404(asked, number=sent.request), the_place())
    return _in_full(begun, list(begun.tasks.all()))


@router.get("/reviews/{review}/responses/{response}", response=shapes.ResponseInFull)
def one_response(request: HttpRequest, review: Name, response: Number) -> dict[str, object]:
    """A response with its tasks: each fact that is asked for, and how far its answer has come."""
    found = answering(request, review, response)
    return _in_full(found.response, list(found.response.tasks.all()))


@router.get("/reviews/{review}/responses/{response}/receipt", response=shapes.Receipt)
def receipt(request: HttpRequest, review: Name, response: Number) -> Mapping[str, Any]:
    """The receipt of a submitted response; not there before."""
    found = answering(request, review, response)
    if found.submission is None:
        raise Http404
    return receipt_of(found.submission)


@router.get("/reviews/{review}/responses/{response}/claims/{place}", response=shapes.SavedClaim)
def one_claim(request: HttpRequest, review: Name, response: Number, place: Number) -> dict[str, object]:
    """A task with the claim that answers it, as last saved."""
    found = answering(request, review, response)
    return _saved(get_object_or_404(found.response.tasks.select_related("saved_by"), place=place), [])


@router.put("/reviews/{review}/responses/{response}/claims/{place}", response=shapes.SavedClaim)
def save(
    request: HttpRequest, review: Name, response: Number, place: Number, sent: shapes.ClaimToSave
) -> dict[str, object]:
    """Save a claim over the version that was read. Whoever saves second gets 409, with what the first saved as
    `current`; nothing is lost. A claim that is taken for complete and lacks something is kept as a draft, and what it
    lacks is told."""
    found = answering(request, review, response)
    task = get_object_or_404(found.response.tasks, place=place)
    task.response = found.response
    user = found.user(Act.EDIT_A_RESPONSE)
    saved, lacks = save_claim(user, task, sent.version, _draft(sent), sent.complete, the_place())
    return _saved(saved, lacks)


def _draft(sent: shapes.ClaimToSave) -> Draft:
    return Draft(
        sent.value,
        sent.since,
        sent.until,
        sent.explanation,
        tuple(sent.arguments),
        sent.argument,
        tuple(Citation(one.upload, one.quote, one.page) for one in sent.citations),
    )


def _response(one: Response) -> dict[str, object]:
    return {
        "response": one.pk,
        "government": one.government.key,
        "request": one.request.number,
        "corrects": one.corrects_id,
        "entry": one.submission.entry.number if hasattr(one, "submission") else None,
    }


def _in_full(one: Response, tasks: Sequence[Task]) -> dict[str, object]:
    return {**_response(one), "tasks": list(map(_task, tasks))}


def _task(one: Task) -> dict[str, object]:
    return {
        "place": one.place,
        "term": one.term,
        "program": one.program or None,
        "ask": one.ask,
        "why": list(one.why),
        "state": one.state,
        "version": one.version,
    }


def _saved(one: Task, lacks: Lacks) -> dict[str, object]:
    return {
        **_task(one),
        "claim": draft_object(draft_of(one.content)),
        "saved_by": one.saved_by.name if one.saved_by else None,
        "saved_at": one.saved_at.isoformat() if one.saved_at else None,
        "lacks": [{"where": where, "what": what} for where, what in lacks],
    }
