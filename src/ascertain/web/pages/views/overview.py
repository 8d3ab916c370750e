"""The first page of a review: who was asked, who answered, whose turn it is, and what was filed last."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ascertain.docket.model import EntryKind
from ascertain.web.asking.days import day_of
from ascertain.web.asking.standing import stands_of
from ascertain.web.asking.who import asking, the_place
from ascertain.web.dockets.papers import head_of
from ascertain.web.policy.visible import visible_entries, visible_governments
from ascertain.web.records.models import Entry, Member

_A_PAGE, _LATEST, _OTHERS = 25, 8, 10


@require_safe
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """A review at a glance; members page by page, and only those that whoever asks may see."""
    who = asking(request, slug)
    known = day_of(request, "known", date.today())
    members = visible_governments(who.principal, who.review).filter(Exists(_membership()))
    page = Paginator(members, _A_PAGE).get_page(request.GET.get("page"))
    stands = stands_of(who, list(page.object_list), known)
    readable = visible_entries(who.principal, who.review)
    head, rulebook = head_of(who.review, the_place())
    origin = readable.filter(number=head.origin).defer("text").first() if head.origin is not None else None
    context = {
        "who": who,
        "head": head,
        "rulebook": rulebook,
        "origin": origin,
        "here": "overview",
        "known": known,
        "page": page,
        "stands": stands,
        "turns": Counter(one.stage.turn for one in stands),
        "unasked": [one for one in stands if not one.replies],
        "kinds": _kinds(readable),
        "latest": readable.defer("text").order_by("-number")[:_LATEST],
        "others": _answers_of_others(readable),
    }
    return render(request, "overview.html.j2", context)


def _membership() -> QuerySet[Member]:
    return Member.objects.filter(government=OuterRef("pk"))


def _kinds(readable: QuerySet[Entry]) -> list[tuple[str, int]]:
    """How many entries there are of each kind, in the order of the kinds."""
    counted = dict(readable.order_by().values_list("kind").annotate(Count("pk")))
    return [(kind.value, counted[kind]) for kind in EntryKind if kind in counted]


def _answers_of_others(readable: QuerySet[Entry]) -> list[Entry]:
    """The last answers of governments that are not members, which nobody need have asked."""
    of_members = Member.objects.filter(government__entries__entry=OuterRef("pk"))
    answers = readable.filter(~Exists(of_members), kind=EntryKind.RESPONSE).defer("text")
    return list(answers.order_by("-number")[:_OTHERS])
