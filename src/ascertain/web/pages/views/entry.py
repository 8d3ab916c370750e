"""One entry as it was filed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ascertain.docket.marked import front_matter
from ascertain.web.asking.who import asking
from ascertain.web.policy.visible import visible_entries, visible_exhibits, visible_governments


@require_safe
def entry(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """An entry: whom it concerns, its words, and its place on the chain."""
    who = asking(request, slug)
    readable = visible_entries(who.principal, who.review)
    found = get_object_or_404(readable.select_related("event__actor"), number=number)
    parts = front_matter(found.text)
    around = readable.defer("text")
    context = {
        "who": who,
        "here": "entries",
        "entry": found,
        "front": parts[0] if parts else "",
        "prose": parts[2] if parts else found.text,
        "parties": visible_governments(who.principal, who.review).filter(entries__entry=found),
        "exhibits": visible_exhibits(who.principal, who.review).filter(cited_by__entry=found),
        "earlier": around.filter(number__lt=number).order_by("-number").first(),
        "later": around.filter(number__gt=number).order_by("number").first(),
        "asked": around.filter(number=found.answers).first() if found.answers else None,
        "answered": list(around.filter(answers=number)) if found.kind == "request" else [],
    }
    return render(request, "entry.html.j2", context)
