"""One task: the question, why it matters, and the claim that answers it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from ascertain.docket.model import Side
from ascertain.docket.values import kind_of_value
from ascertain.rulebook.model.terms import TermType
from ascertain.web.asking.answering import Answering, answering
from ascertain.web.asking.numbers import number_in
from ascertain.web.asking.who import the_place
from ascertain.web.dockets.papers import docket_of
from ascertain.web.mistakes import WebError
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_uploads
from ascertain.web.records.models import Task
from ascertain.web.responding.draft import Citation, Draft, draft_of, unfit
from ascertain.web.services.save_claim import Lacks, SavedMeanwhile, save_claim

_CONFLICT, _UNFIT = 409, 422
_LABELS = (
    ("value", "Answer"),
    ("since", "From"),
    ("until", "Until"),
    ("explanation", "Explanation"),
    ("argument", "What it argues"),
)


@require_http_methods(["GET", "HEAD", "POST"])
def claim(request: HttpRequest, slug: str, number: int, place: int) -> HttpResponse:
    """The form of a claim. Whatever is wrong with it, what was typed stands in it."""
    found = answering(request, slug, number)
    task = get_object_or_404(found.response.tasks.select_related("saved_by"), place=place)
    task.response = found.response
    if request.method != "POST":
        return _page(request, found, task, draft_of(task.content))
    user = found.user(Act.EDIT_A_RESPONSE)
    draft, version = _typed(request.POST), number_in(request.POST.get("version"), task.version)
    try:
        saved, lacks = save_claim(user, task, version, draft, request.POST.get("done") == "yes", the_place())
    except SavedMeanwhile as meanwhile:
        return _page(request, found, meanwhile.task, draft, status=_CONFLICT, theirs=draft_of(meanwhile.task.content))
    except WebError as wrong:
        problems = unfit(draft) or [("", str(wrong.mistakes[0].message))]
        return _page(request, found, task, draft, problems, status=_UNFIT)
    if lacks:
        return _page(request, found, saved, draft_of(saved.content), lacks, status=_UNFIT, kept=True)
    return redirect("answer", slug, number)


def _typed(sent: QueryDict) -> Draft:
    parts = zip(sent.getlist("document"), sent.getlist("quote"), sent.getlist("page"), strict=False)
    citations = [
        Citation(
            int(upload) if upload.isascii() and upload.isdigit() and len(upload) < len("1000000000") else 0, *words
        )
        for upload, *words in parts
        if upload or any(word.strip() for word in words)
    ]
    words = {key: sent.get(key, "") for key, _ in _LABELS}
    return Draft(**words, arguments=tuple(sent.getlist("arguments")), citations=tuple(citations))


def _page(
    request: HttpRequest,
    found: Answering,
    task: Task,
    draft: Draft,
    problems: Lacks | None = None,
    *,
    status: int = 200,
    theirs: Draft | None = None,
    kept: bool = False,
) -> HttpResponse:
    docket, rulebook = docket_of(found.who.review, the_place())
    term = rulebook.terms[task.term]
    uploads = list(visible_uploads(found.who.principal, found.who.review).filter(government=found.government))
    rows = [*draft.citations, *([Citation(0)] if found.edits else [])]
    context: dict[str, Any] = {
        "who": found.who,
        "here": "answers",
        "it": found,
        "task": task,
        "draft": draft,
        "rows": rows,
        "choices": ("yes", "no") if term.type is TermType.YES_NO else term.values,
        "kind": kind_of_value(term),
        "uploads": uploads,
        "arguments": [one for one in docket.arguments.values() if one.side is Side.RESPONDENT],
        "problems": problems or [],
        "kept": kept,
        "compared": _compared(theirs, draft) if theirs is not None else [],
        "saves": [(one, draft_of(one.content)) for one in task.saves.select_related("by").order_by("-version")],
        "beside": [found.response.tasks.filter(place=at).first() for at in (task.place - 1, task.place + 1)],
    }
    return render(request, "claim.html.j2", context, status=status)


def _compared(theirs: Draft, yours: Draft) -> list[tuple[str, str, str]]:
    """Each part that the two have otherwise, in words."""
    found = [(label, getattr(theirs, key), getattr(yours, key)) for key, label in _LABELS]
    found.append(("Arguments", ", ".join(theirs.arguments), ", ".join(yours.arguments)))
    found.append(("Passages", _quotes(theirs), _quotes(yours)))
    return [one for one in found if one[1].split() != one[2].split()]


def _quotes(draft: Draft) -> str:
    return "; ".join(one.quote or "a document without words" for one in draft.citations)
