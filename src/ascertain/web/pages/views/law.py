"""The law of a review over time, and its authorities."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ascertain.publish.html.law_pages import LawPages, law_pages
from ascertain.web.pages.asking import Asking, asking
from ascertain.web.pages.deriving import Days, Scope, days_of, key_of, read_as, scope_of
from ascertain.web.pages.desk import Desk, Progress, Working
from ascertain.web.pages.underway import under_way

_desk: Desk[LawPages] = Desk()


@require_safe
def law(request: HttpRequest, slug: str) -> HttpResponse:
    """The law as the report shows it, for the governments that whoever asks may see."""
    who = asking(request, slug)
    days, scope = days_of(request, who), scope_of(who)
    told = _desk.ask(key_of(who, scope, days), lambda progress: _tell(who, scope, days, progress))
    if isinstance(told, Working):
        return under_way(request, who, "law", told)
    on, known = days.words
    report = {"on": on, "known": known, "chart": told.chart, "authorities": told.authorities}
    return render(request, "law.html.j2", {"who": who, "here": "law", "days": days, "report": report})


def _tell(who: Asking, scope: Scope, days: Days, progress: Progress) -> LawPages:
    read = read_as(who, scope, (), progress)
    return law_pages(read.docket, read.rulebook, days.on, days.known, progress)
