"""The docket's entries: those that someone may read, by kind, by government and by words, newest first or oldest."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ascertain.docket.model import EntryKind
from ascertain.web.asking.choosing import FEW
from ascertain.web.asking.wanted import wanted_of
from ascertain.web.asking.who import asking
from ascertain.web.policy.visible import visible_entries, visible_governments

_A_PAGE = 50


@require_safe
def entries(request: HttpRequest, slug: str) -> HttpResponse:
    """A page of entries."""
    who = asking(request, slug)
    wanted = wanted_of(request)
    governments = visible_governments(who.principal, who.review).only("key", "name")
    found = wanted.of(visible_entries(who.principal, who.review), governments).defer("text")
    page = Paginator(found, _A_PAGE).get_page(request.GET.get("page"))
    context = {
        "who": who,
        "here": "entries",
        "page": page,
        "wanted": wanted,
        "kinds": [kind.value for kind in EntryKind],
        "few": governments.count() <= FEW,
        "governments": governments[:FEW],
        "named": governments.filter(key=wanted.government).first(),
    }
    return render(request, "entries.html.j2", context)
