"""The words for states that the pages use."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ascertain.web.pages.vocabulary import groups


@require_safe
def statuses(request: HttpRequest) -> HttpResponse:
    """What every word for a state means; open to everybody."""
    return render(request, "statuses.html.j2", {"groups": groups()})
