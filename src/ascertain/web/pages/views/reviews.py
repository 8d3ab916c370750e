"""The reviews that someone may see."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ascertain.web.asking.who import user_of
from ascertain.web.policy.decide import may
from ascertain.web.policy.principal import Principal
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of, visible_publications, visible_reviews
from ascertain.web.records.models import Review


@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """The first page."""
    public = visible_publications(Principal()).values("review")
    principal = principal_of(user_of(request))
    context = {
        "reviews": visible_reviews(principal),
        "opens": may(principal, Act.OPEN_A_REVIEW),
        "public": Review.objects.filter(pk__in=public),
    }
    return render(request, "reviews.html.j2", context)
