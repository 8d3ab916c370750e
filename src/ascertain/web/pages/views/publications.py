"""The snapshots of a review, the form that prepares one, and the page on which another person approves it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.web.accounts.recent import ask_again
from ascertain.web.asking.numbers import number_in
from ascertain.web.asking.who import Asking, asking, the_place
from ascertain.web.dockets.papers import head_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_entries, visible_exhibits, visible_publications, visible_redactions
from ascertain.web.records.models import Entry, Publication
from ascertain.web.services.approve_publication import approve_publication
from ascertain.web.services.prepare_publication import Choice, Shown, prepare_publication

PublishedBefore = tuple[bool, str]
"""Whether the last publication showed an entry, and why not."""


@require_http_methods(["GET", "HEAD", "POST"])
def publications(request: HttpRequest, slug: str) -> HttpResponse:
    """What is public, what is being prepared, and the form that prepares the next."""
    who = asking(request, slug)
    require(who.principal, Act.SEE_PUBLICATIONS_TO_COME, who.thing)
    refused: Mistake | None = None
    if request.method == "POST":
        require(who.principal, Act.PREPARE_A_PUBLICATION, who.thing)
        assert who.user is not None, "the public prepares nothing"
        try:
            if "tick" in request.POST:
                return _page(request, who)
            made = prepare_publication(who.user, who.review, _choice(request, who), number_in(request.POST.get("last")))
            return redirect("publication", slug, made.pk)
        except BadInput as problem:
            refused = problem.mistakes[0]
    return _page(request, who, refused)


def _page(request: HttpRequest, who: Asking, refused: Mistake | None = None) -> HttpResponse:
    entries = list(visible_entries(who.principal, who.review).order_by("number").defer("text"))
    before = _before(who.review.pk)
    context = {
        "who": who,
        "here": "publications",
        "snapshots": visible_publications(who.principal, who.review).order_by("-pk"),
        "entries": entries if who.may(Act.PREPARE_A_PUBLICATION) else [],
        "exhibits": visible_exhibits(who.principal, who.review).exclude(blob=None).prefetch_related("redactions"),
        "before": before,
        "ticked": _ticked(request, entries, before),
        "refused": refused,
        "sent": request.POST,
        "on": request.POST.get("on") or _last_day(who).isoformat(),
    }
    return render(request, "publications.html.j2", context, status=409 if refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def publication(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A snapshot as whoever approves it reads it."""
    who = asking(request, slug)
    require(who.principal, Act.SEE_PUBLICATIONS_TO_COME, who.thing)
    found = get_object_or_404(
        visible_publications(who.principal, who.review).select_related("review__chain", "prepared__actor"), pk=pk
    )
    refused: Mistake | None = None
    if request.method == "POST":
        require(who.principal, Act.APPROVE_A_PUBLICATION, who.thing)
        assert who.user is not None, "the public approves nothing"
        ask_again(request)
        try:
            approve_publication(who.user, found, str(request.POST.get("digest", "")), the_place())
            return redirect("publications", slug)
        except BadInput as problem:
            refused = problem.mistakes[0]
    context = {
        "who": who,
        "here": "publications",
        "snapshot": found,
        "entries": found.entries.select_related("entry").defer("entry__text"),
        "exhibits": found.exhibits.select_related("exhibit"),
        "refused": refused,
    }
    return render(request, "publication.html.j2", context, status=409 if refused else 200)


def _ticked(request: HttpRequest, entries: list[Entry], before: Mapping[int, PublishedBefore]) -> set[int]:
    """The numbers of the entries that the form ticks: all, none, those that it sent, or those shown before."""
    tick = request.POST.get("tick")
    if tick in {"all", "none"}:
        return {one.number for one in entries} if tick == "all" else set()
    if request.method == "POST":
        return {number_in(one) for one in request.POST.getlist("entry")}
    return {number for number, (shown, _) in before.items() if shown}


def _choice(request: HttpRequest, who: Asking) -> Choice:
    """What the form says: every entry that is not ticked is withheld, for the reason beside it."""
    shown = {number_in(one) for one in request.POST.getlist("entry")}
    numbers = visible_entries(who.principal, who.review).values_list("number", flat=True)
    withheld = {
        number: str(request.POST.get(f"reason-{number}", "")).strip() for number in numbers if number not in shown
    }
    held = dict(visible_exhibits(who.principal, who.review).exclude(blob=None).values_list("key", "blob"))
    redacted = {str(one.pk): one for one in visible_redactions(who.principal, who.review).select_related("exhibit")}
    exhibits: dict[str, Shown] = {}
    for key, whole in held.items():
        chosen = str(request.POST.get(f"exhibit-{key}", ""))
        if chosen == "whole":
            exhibits[key] = Shown(whole)
        elif chosen in redacted and redacted[chosen].exhibit.key == key:
            exhibits[key] = Shown(redacted[chosen].blob_id, redacted[chosen].reason)
    text = str(request.POST.get("on", ""))
    try:
        on = date.fromisoformat(text)
    except ValueError:
        raise WebError(Code.UNFIT, f"{text or 'nothing'} is no day", "write it as 2017-10-12") from None
    covers = head_of(who.review, the_place())[1].covers
    if covers.covers(on) is not True:
        raise WebError(Code.UNFIT, f"the rulebook does not answer for {on}", f"it answers {covers}")
    return Choice(withheld, exhibits, on, datetime.now(UTC).date())


def _before(review: int) -> Mapping[int, PublishedBefore]:
    last = Publication.objects.filter(review=review, number__isnull=False).order_by("-number").first()
    if last is None:
        return {}
    rows = last.entries.values_list("entry__number", "shown", "reason")
    return {number: (shown, reason) for number, shown, reason in rows}


def _last_day(who: Asking) -> date:
    """Today, or the last day that the rulebook answers for."""
    return head_of(who.review, the_place())[1].covers.nearest(datetime.now(UTC).date())
