"""The workbench: how far each government's claims are weighed, and one government's claims with their verdicts."""

from __future__ import annotations

from collections import Counter

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from ascertain.publish.html import words
from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.web.asking.benching import bench_for
from ascertain.web.asking.who import Asking, asking, government_of, the_place
from ascertain.web.dockets.papers import docket_of
from ascertain.web.pages.views.deciding import today
from ascertain.web.policy.decide import Refused, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_governments, visible_verdicts
from ascertain.web.services.file_verdicts import file_verdicts

_A_PAGE = 50


@require_safe
def workbench(request: HttpRequest, slug: str) -> HttpResponse:
    """The governments, with how many of their claims were weighed."""
    who = asking(request, slug)
    require(who.principal, Act.SEE_THE_WEIGHING, who.thing)
    members = visible_governments(who.principal, who.review).filter(memberships__isnull=False).distinct()
    page = Paginator(members, _A_PAGE).get_page(request.GET.get("page"))
    record = docket_of(who.review, the_place())[0].record
    claims = Counter(claim.government for claim in record.claims if claim.term not in record.concluded)
    verdicts = visible_verdicts(who.principal, who.review).filter(government__in=list(page.object_list))
    counted = verdicts.order_by().values("government").annotate(claims=Count("claim", distinct=True))
    weighed = dict(counted.values_list("government", "claims"))
    rows = [(one, claims[one.key], weighed.get(one.pk, 0)) for one in page.object_list]
    return render(request, "workbench.html.j2", {"who": who, "here": "workbench", "rows": rows, "page": page})


@require_safe
def bench(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """A government's claims with their verdicts."""
    return _page(request, asking(request, slug), key)


def _page(request: HttpRequest, who: Asking, key: str, refused: Mistake | None = None) -> HttpResponse:
    government, standing, rulebook = bench_for(who, key)
    only_open = request.GET.get("show") == "open"
    shown = [one for one in standing.claims if not (only_open and one.counts)]
    context = {
        "who": who,
        "here": "workbench",
        "government": government,
        "standing": standing,
        "only_open": only_open,
        "rows": [(one, words.value(rulebook.terms[one.claim.term], one.claim.value)) for one in shown],
        "refused": refused,
    }
    return render(request, "bench.html.j2", context, status=409 if refused else 200)


@require_POST
def file(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """File the verdicts.

    Raises:
        Refused: They may not.
    """
    who = asking(request, slug)
    require(who.principal, Act.FILE_VERDICTS, who.thing)
    government = government_of(who, key)
    if who.user is None:
        raise Refused(Act.FILE_VERDICTS, hidden=True)
    last = request.POST.get("last", "")
    try:
        number = int(last) if last.isascii() and last.isdecimal() and len(last) < len("1000000000000000000") else -1
        entry = file_verdicts(who.user, government, number, today(), the_place())
    except BadInput as refused:
        return _page(request, who, key, refused.mistakes[0])
    return redirect("entry", slug, entry.number)
