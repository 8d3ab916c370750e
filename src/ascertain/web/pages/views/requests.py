"""The requests of a review, those that were sent and those in the making, and the form that begins one."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.web.asking.choosing import choosing, finds
from ascertain.web.asking.who import Asking, asking, the_place
from ascertain.web.dockets.papers import docket_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_governments, visible_letters, visible_sendings
from ascertain.web.records.models import Government, Member, Sending, User
from ascertain.web.requesting.deadlines import Rule, Terms, is_open
from ascertain.web.requesting.drafting import BLANK, draft_text
from ascertain.web.requesting.letters import Content
from ascertain.web.services.deliver_mail import deliver_mail, mail_is_set_up
from ascertain.web.services.remind import remind
from ascertain.web.services.save_letter import begin_letter

_DAYS = 30


@require_http_methods(["GET", "HEAD", "POST"])
def requests(request: HttpRequest, slug: str) -> HttpResponse:
    """What was asked and until when, what is being drafted, and the form for another letter."""
    who = asking(request, slug)
    refused: Mistake | None = None
    if request.method == "POST":
        require(who.principal, Act.DRAFT_A_LETTER, who.thing)
        assert who.user is not None, "the public drafts nothing"
        try:
            if not finds(request.POST):
                return redirect("letter", slug, _begin(request, who, who.user))
        except BadInput as problem:
            refused = problem.mistakes[0]
    now = datetime.now(UTC)
    sendings = visible_sendings(who.principal, who.review).select_related("entry", "version__letter")
    letters = visible_letters(who.principal, who.review).filter(versions__sending=None).distinct()
    context = {
        "who": who,
        "here": "requests",
        "sendings": [(one, is_open(one.day, one.zone, now)) for one in sendings.order_by("-entry__number")],
        "letters": letters.exclude(pk__in=Sending.objects.values("version__letter")).order_by("-number"),
        "choice": choosing(visible_governments(who.principal, who.review), request.POST, request.POST.getlist("to")),
        "members": _members(who).count(),
        "mail": mail_is_set_up(),
        "key": secrets.token_urlsafe(12),
        "refused": refused,
        "sent": request.POST,
    }
    return render(request, "requests.html.j2", context, status=409 if refused else 200)


@require_POST
def reminders(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the reminders that are due."""
    who = asking(request, slug)
    require(who.principal, Act.SEND_REMINDERS, who.thing)
    assert who.user is not None, "the public reminds nobody"
    remind(who.user, who.review, datetime.now(UTC), the_place())
    deliver_mail(who.review)
    return redirect("requests", slug)


def _begin(request: HttpRequest, who: Asking, user: User) -> int:
    """Begin one letter to all that are named, or one to each, drafted from what is open for it; the first's number."""
    named, key = set(request.POST.getlist("to")), str(request.POST.get("key", ""))[:40]
    if request.POST.get("everyone"):
        named |= set(_members(who).values_list("key", flat=True))
    to = tuple(sorted(named))
    known = set(visible_governments(who.principal, who.review).values_list("key", flat=True))
    if not to or not known.issuperset(to) or not key:
        raise WebError(Code.UNFIT, "the letter goes to nobody", "choose at least one government")
    title = str(request.POST.get("title", "")).strip() or "Request for evidence"
    terms = Terms(Rule.CALENDAR_DAYS, _zone(who), days=_DAYS)
    if request.POST.get("from") != "open":
        return begin_letter(user, who.review, key, Content(title, BLANK, to, terms)).number
    docket, rulebook = docket_of(who.review, the_place())
    today = datetime.now(UTC).date()
    on = rulebook.covers.nearest(today)
    drafts = [(one, draft_text(docket, rulebook, one, on, today)) for one in to]
    made = [
        begin_letter(user, who.review, f"{key}/{at}", Content(title, text, (one,), terms))
        for at, (one, text) in enumerate(drafts)
    ]
    return made[0].number


def _members(who: Asking) -> QuerySet[Government]:
    """Who is under review now."""
    return visible_governments(who.principal, who.review).filter(
        Exists(Member.objects.filter(government=OuterRef("pk")))
    )


def _zone(who: Asking) -> str:
    """The zone of the last request, which the next is likely in."""
    last = visible_sendings(who.principal, who.review).order_by("-pk").first()
    return last.zone if last else "UTC"
