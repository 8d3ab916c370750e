"""One request that was sent: its deadline and how it came about, who answered; more time, and late."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.web.asking.choosing import like, words_in
from ascertain.web.asking.who import Asking, asking, government_of, the_place, user_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import Refused, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import (
    principal_of,
    visible_governments,
    visible_messages,
    visible_reviews,
    visible_sendings,
)
from ascertain.web.records.models import Sending
from ascertain.web.requesting.counting import counted_now
from ascertain.web.requesting.days import deadlines_of
from ascertain.web.requesting.deadlines import closes, is_open
from ascertain.web.requesting.ics import TYPE, calendar_of
from ascertain.web.requesting.progress import asked_of
from ascertain.web.services.accept_late import accept_late
from ascertain.web.services.deliver_mail import deliver_mail, mail_is_set_up
from ascertain.web.services.extend_deadline import extend_deadline
from ascertain.web.services.make_calendar_address import make_calendar_address, owner_of

_A_PAGE = 50


@require_safe
def sent_request(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A request with its deadline, and where it stands with each government that one may see."""
    who = asking(request, slug)
    return _page(request, who, _sending(who, number))


@require_POST
def extend(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Give a government more time."""
    return _act(request, slug, number, Act.EXTEND_A_DEADLINE)


@require_POST
def accept(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Accept a late answer."""
    return _act(request, slug, number, Act.ACCEPT_A_LATE_ANSWER)


@require_safe
def request_ics(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The deadline of one request, for a calendar."""
    who = asking(request, slug)
    _sending(who, number)
    written = calendar_of(who.review.title, deadlines_of(who.principal, who.review, number))
    name = f"{slug}-{number}.ics"
    return HttpResponse(written, TYPE, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@require_POST
def calendar_address(request: HttpRequest) -> HttpResponse:
    """Make the secret address of one's calendar, and show it this once."""
    user = user_of(request)
    if user is None:
        raise Http404
    address = request.build_absolute_uri(f"/calendar/{make_calendar_address(user)}.ics")
    return render(request, "calendar.html.j2", {"address": address})


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The deadlines of whoever the address was made for, as they may read them now."""
    owner = owner_of(token)
    if owner is None:
        raise Http404
    principal = principal_of(owner)
    days = [day for review in visible_reviews(principal) for day in deadlines_of(principal, review)]
    return HttpResponse(calendar_of("Deadlines", days), TYPE)


def _sending(who: Asking, number: int) -> Sending:
    found = visible_sendings(who.principal, who.review).select_related("entry__review__chain", "version__letter")
    return get_object_or_404(found, entry__number=number)


def _act(request: HttpRequest, slug: str, number: int, act: Act) -> HttpResponse:
    who = asking(request, slug)
    sending = _sending(who, number)
    require(who.principal, act, who.thing)
    if who.user is None:
        raise Refused(act, hidden=True)
    reason, now = str(request.POST.get("reason", "")), datetime.now(UTC)
    try:
        if not request.POST.get("government"):
            raise WebError(Code.UNFIT, "it is not said which government", "choose one")
        government = government_of(who, str(request.POST["government"]))
        if act is Act.EXTEND_A_DEADLINE:
            extend_deadline(who.user, sending, government, _day(request), reason, now)
        else:
            accept_late(who.user, sending, government, reason, now)
    except BadInput as problem:
        return _page(request, who, sending, problem.mistakes[0])
    deliver_mail(who.review)
    return redirect("request", slug, number)


def _day(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(str(request.POST.get("day", "")))
    except ValueError:
        raise WebError(Code.UNFIT, "the new last day is missing", "write it as 2017-10-27") from None


def _page(request: HttpRequest, who: Asking, sending: Sending, refused: Mistake | None = None) -> HttpResponse:
    now = datetime.now(UTC)
    visible = visible_governments(who.principal, who.review)
    governments, words = list(visible), words_in(request.GET.get("q"))
    team = who.may(Act.SEE_THE_WHOLE_DOCKET)
    asked = asked_of(sending, governments, now, the_place())
    found = set(like(visible, words).values_list("pk", flat=True)) if words else None
    page = Paginator([one for one in asked if found is None or one.government.pk in found], _A_PAGE)
    shown = page.get_page(request.GET.get("page"))
    over = [one for one in shown if not is_open(one.day, sending.zone, now) and one.acceptance is None]
    messages = visible_messages(who.principal, who.review).filter(sending=sending).select_related("government")
    messages = messages if team else messages.filter(address="")
    messages = messages.filter(government__in=[one.government.pk for one in shown])
    context = {
        "who": who,
        "here": "requests",
        "sending": sending,
        "open": is_open(sending.day, sending.zone, now),
        "now_counted": counted_now(sending, the_place()),
        "closes": closes(sending.day, sending.zone),
        "page": shown,
        "counts": Counter(one.progress.value for one in asked),
        "words": words,
        "over": over,
        "messages": messages.prefetch_related("deliveries"),
        "team": team,
        "mail": mail_is_set_up(),
        "refused": refused,
        "kept": request.POST,
    }
    return render(request, "request.html.j2", context, status=409 if refused else 200)
