"""The answers to a review's questions, government by government, under the three standards."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ascertain.publish.html.asking import Answers
from ascertain.publish.html.board import Board, board, questions_of, teller_of
from ascertain.web.asking.deriving import Days, Scope, days_of, key_of, read_as, scope_of
from ascertain.web.asking.desk import Desk, Progress, Working
from ascertain.web.asking.who import Asking, asking
from ascertain.web.pages.underway import under_way
from ascertain.web.policy.decide import Thing, may
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_governments
from ascertain.web.records.models import Government, Member

_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers for the governments of a page. Of the ``withheld`` ones nothing is told."""

    board: Board
    standard: str
    withheld: frozenset[str]


_desk: Desk[Answered] = Desk()


@require_safe
def findings(request: HttpRequest, slug: str) -> HttpResponse:
    """A page of the matrix of findings, on a chosen day and as known by a chosen day."""
    who = asking(request, slug)
    days = days_of(request, who)
    chosen = request.GET.get("government", "").replace("\x00", "")
    page = Paginator(_asked_of(who, chosen), _A_PAGE).get_page(request.GET.get("page"))
    shown = [one for one in page.object_list if may(who.principal, Act.SEE_FINDINGS, Thing(who.review.pk, one.pk))]
    keys = tuple(one.key for one in shown)
    scope = scope_of(who)
    key = (*key_of(who, scope, days), keys)
    answered = _desk.ask(key, lambda progress: _answer(who, scope, days, keys, progress))
    if isinstance(answered, Working):
        return under_way(request, who, "findings", answered)
    context = {
        "who": who,
        "here": "findings",
        "days": days,
        "page": page,
        "chosen": chosen,
        "answered": answered,
        "withheld": [one for one in shown if one.key in answered.withheld],
    }
    return render(request, "findings.html.j2", context)


def _asked_of(who: Asking, chosen: str) -> list[Government]:
    """The members that somebody may see, or the one government that they chose."""
    visible = visible_governments(who.principal, who.review)
    if chosen:
        return list(visible.filter(key=chosen))
    return list(visible.filter(Exists(Member.objects.filter(government=OuterRef("pk")))).only("key", "name"))


def _answer(who: Asking, scope: Scope, days: Days, keys: tuple[str, ...], progress: Progress) -> Answered:
    read = read_as(who, scope, keys, progress)
    docket = read.docket
    teller = teller_of(docket, read.rulebook, Answers(docket, read.rulebook, days.on, days.known), days.on, days.known)
    asked = questions_of(docket, read.rulebook, days.known)
    told = [docket.governments[key] for key in keys if key not in read.withheld]
    return Answered(board(asked, told, teller, progress), docket.standard.word, read.withheld)
