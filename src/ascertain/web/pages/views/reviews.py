"""The reviews that someone may see."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ascertain.web.pages.asking import user_of
from ascertain.web.policy.visible import principal_of, visible_reviews


@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """The first page."""
    return render(request, "reviews.html.j2", {"reviews": visible_reviews(principal_of(user_of(request)))})
