"""A letter in the making: its form, its approval, and the page on which it is checked before it is sent."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.web.asking.choosing import choosing, finds
from ascertain.web.asking.numbers import number_in
from ascertain.web.asking.who import Asking, asking, the_place
from ascertain.web.dockets.papers import docket_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_governments, visible_letters, visible_sendings
from ascertain.web.records.models import Letter, LetterApproval, Respondent
from ascertain.web.requesting.calendars import calendars_for
from ascertain.web.requesting.deadlines import Rule, Terms
from ascertain.web.requesting.letters import DEADLINE, SENT, Content
from ascertain.web.services.approve_letter import approve_letter
from ascertain.web.services.deliver_mail import deliver_mail, mail_is_set_up
from ascertain.web.services.save_letter import DraftedMeanwhile, newest_of, read, save_letter
from ascertain.web.services.send_letter import deadline_if_sent, entry_text, send_letter


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A letter as it stands, with the form that changes it."""
    who = asking(request, slug)
    found = _letter(who, number)
    if request.method != "POST":
        return _page(request, who, found)
    require(who.principal, Act.DRAFT_A_LETTER, who.thing)
    assert who.user is not None, "the public drafts nothing"
    try:
        if finds(request.POST):
            return _page(request, who, found)
        typed = _typed(request)
        save_letter(who.user, found, number_in(request.POST.get("version")), typed)
    except BadInput as problem:
        return _page(request, who, found, problem)
    return redirect("letter", slug, number)


@require_POST
def approve(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Approve a letter as it was read."""
    who = asking(request, slug)
    found = _letter(who, number)
    require(who.principal, Act.APPROVE_A_LETTER, who.thing)
    assert who.user is not None, "the public approves nothing"
    try:
        approve_letter(who.user, found, str(request.POST.get("digest", "")))
    except BadInput as problem:
        return _page(request, who, found, problem)
    return redirect("letter", slug, number)


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A letter as it would be sent now, to be checked; posted, it is sent."""
    who = asking(request, slug)
    found = _letter(who, number)
    require(who.principal, Act.SEND_A_LETTER, who.thing)
    assert who.user is not None, "the public sends nothing"
    now = datetime.now(UTC)
    try:
        if request.method == "POST":
            sending = send_letter(who.user, found, str(request.POST.get("digest", "")), now, the_place())
            deliver_mail(who.review)
            return redirect("request", slug, sending.entry.number)
        newest = newest_of(found)
        content = read(newest)
        deadline = deadline_if_sent(who.review, content, now, the_place())
    except BadInput as problem:
        return _page(request, who, found, problem)
    governments = visible_governments(who.principal, who.review).filter(key__in=content.to)
    people = Prefetch("respondents", Respondent.objects.select_related("user").order_by("user__email"))
    context = {
        "who": who,
        "here": "requests",
        "letter": found,
        "newest": newest,
        "content": content,
        "deadline": deadline,
        "text": entry_text(content, deadline, now),
        "approved": LetterApproval.objects.filter(version=newest).select_related("by").first(),
        "people": [(one, list(one.respondents.all())) for one in governments.prefetch_related(people)],
        "mail": mail_is_set_up(),
    }
    return render(request, "letter-check.html.j2", context)


def _letter(who: Asking, number: int) -> Letter:
    require(who.principal, Act.SEE_LETTERS_TO_COME, who.thing)
    return get_object_or_404(visible_letters(who.principal, who.review).select_related("review__chain"), number=number)


def _page(request: HttpRequest, who: Asking, found: Letter, problem: BadInput | None = None) -> HttpResponse:
    newest = newest_of(found)
    approvals = LetterApproval.objects.filter(version__letter=found).select_related("by", "version")
    approval = approvals.order_by("-version__version").first()
    refused: Mistake | None = problem.mistakes[0] if problem else None
    saved = read(newest)
    typed = request.POST if "text" in request.POST else None
    context = {
        "who": who,
        "here": "requests",
        "letter": found,
        "newest": newest,
        "saved": saved,
        "typed": typed,
        "meanwhile": isinstance(problem, DraftedMeanwhile),
        "approval": approval,
        "stale": approval is not None and approval.version_id != newest.pk,
        "drafted": found.versions.filter(by=who.user).exists(),
        "sending": visible_sendings(who.principal, who.review).filter(version__letter=found).first(),
        "choice": choosing(
            visible_governments(who.principal, who.review),
            request.POST,
            typed.getlist("to") if typed is not None else saved.to,
        ),
        "calendars": calendars_for(docket_of(who.review, the_place())[1]).values(),
        "rules": list(Rule),
        "marks": (DEADLINE, SENT),
        "refused": refused,
    }
    return render(request, "letter.html.j2", context, status=409 if refused else 200)


def _typed(request: HttpRequest) -> Content:
    sent = request.POST
    if sent.get("rule") not in set(Rule):
        raise WebError(Code.UNFIT, "it is not said how the deadline is found", "choose a rule")
    day = str(sent.get("day", ""))
    try:
        fixed = date.fromisoformat(day) if day else None
    except ValueError:
        raise WebError(Code.UNFIT, "this is no day of the calendar", "write it as 2017-06-30") from None
    rule = Rule(sent["rule"])
    terms = Terms(
        rule, str(sent.get("zone", "")).strip(), fixed if rule is Rule.FIXED else None,
        0 if rule is Rule.FIXED else number_in(sent.get("days")), sent.get("rolls") == "yes",
        str(sent.get("calendar", "")),
    )  # fmt: skip
    text = str(sent.get("text", "")).replace("\r\n", "\n").strip() + "\n"
    return Content(str(sent.get("title", "")).strip(), text, tuple(sorted(set(sent.getlist("to")))), terms)
