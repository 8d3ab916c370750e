"""The law of a review over time, and its authorities."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ascertain.publish.html.law_pages import LawPages, law_pages
from ascertain.web.asking.deriving import Days, Scope, days_of, key_of, read_as, scope_of
from ascertain.web.asking.desk import Desk, Progress, Working
from ascertain.web.asking.who import Asking, asking, the_place
from ascertain.web.dockets.part import law_of
from ascertain.web.pages.underway import under_way

_desk: Desk[LawPages] = Desk()


@require_safe
def law(request: HttpRequest, slug: str, authority: str | None = None) -> HttpResponse:
    """The law as the report shows it, or one authority, for the governments that whoever asks may see.

    Raises:
        Http404: There is no such authority.
    """
    who = asking(request, slug)
    days, scope = days_of(request, who), scope_of(who)
    told = _desk.ask(key_of(who, scope, days), lambda progress: _tell(who, scope, days, progress))
    if isinstance(told, Working):
        return under_way(request, who, "law", told)
    context = _context(who, days, told)
    if authority is None:
        return render(request, "law.html.j2", context)
    pages = (page for _, of_kind in told.authorities for page in of_kind)
    page = next((page for page in pages if page.authority.id == authority), None)
    if page is None:
        raise Http404
    return render(request, "one-authority.html.j2", context | {"page": page})


def _context(who: Asking, days: Days, told: LawPages) -> dict[str, object]:
    on, known = days.words
    report = {"on": on, "known": known, "chart": told.chart, "authorities": told.authorities}
    points = law_of(who.review, the_place()).points
    return {"who": who, "here": "law", "days": days, "report": report, "points": points}


def _tell(who: Asking, scope: Scope, days: Days, progress: Progress) -> LawPages:
    read = read_as(who, scope, (), progress)
    return law_pages(read.docket, read.rulebook, days.on, days.known, progress)
