"""What happened in a review, link by link."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ascertain.web.asking.who import asking
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act

_A_PAGE = 100


@require_safe
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """The events of a review, the last first."""
    who = asking(request, slug)
    require(who.principal, Act.SEE_THE_HISTORY, who.thing)
    events = who.review.chain.events.select_related("actor").order_by("-number")
    page = Paginator(events, _A_PAGE).get_page(request.GET.get("page"))
    return render(request, "history.html.j2", {"who": who, "here": "history", "page": page})
