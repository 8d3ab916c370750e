"""One government of a review: what it is, what it was asked, what it answered, and what was determined of it."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ascertain.web.asking.standing import stands_of
from ascertain.web.asking.who import asking
from ascertain.web.policy.decide import Thing, may
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_entries, visible_governments
from ascertain.web.records.models import EntryParty

_LATEST = 25


@require_safe
def government(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """A government and its part in the review; as if it were not there for whoever may not see it."""
    who = asking(request, slug)
    found = get_object_or_404(visible_governments(who.principal, who.review), key=key)
    about = EntryParty.objects.filter(government=found).values("entry")
    entries = visible_entries(who.principal, who.review).filter(pk__in=about).defer("text")
    context = {
        "who": who,
        "here": "overview",
        "government": found,
        "memberships": list(found.memberships.all()),
        "stand": stands_of(who, [found], date.today())[0],
        "entries": entries.order_by("-number")[:_LATEST],
        "sees_findings": may(who.principal, Act.SEE_FINDINGS, Thing(who.review.pk, found.pk)),
    }
    return render(request, "government.html.j2", context)
