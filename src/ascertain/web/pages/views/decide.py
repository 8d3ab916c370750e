"""What somebody sends towards a determination: each form in, one service called, and back to the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from ascertain.rulebook.mistakes import BadInput
from ascertain.web.accounts.recent import ask_again
from ascertain.web.asking.numbers import number_in
from ascertain.web.asking.who import asking, government_of, the_place
from ascertain.web.deciding.stages import Effect, Part
from ascertain.web.mistakes import Code, WebError
from ascertain.web.pages.views.deciding import decision_page, today
from ascertain.web.policy.decide import Refused, Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_entries
from ascertain.web.records.models import Determination, Government, User
from ascertain.web.services.ask_reconsideration import ask_reconsideration
from ascertain.web.services.assign_reviewer import assign_reviewer
from ascertain.web.services.declare_interest import declare_interest
from ascertain.web.services.draft_determination import Words, draft_determination
from ascertain.web.services.enter_effect import enter_effect
from ascertain.web.services.give_opinion import give_opinion
from ascertain.web.services.issue_determination import issue_determination

_Step = Callable[[HttpRequest, User, Government], object]


def _step(
    act: Act, of_government: bool = False, of_weight: bool = False
) -> Callable[[_Step], Callable[[HttpRequest, str, str], HttpResponse]]:
    """A form's address: whoever may not do this is told so; what cannot be done is told above what they typed."""

    def address(step: _Step) -> Callable[[HttpRequest, str, str], HttpResponse]:
        @require_POST
        def sent(request: HttpRequest, slug: str, key: str) -> HttpResponse:
            who = asking(request, slug)
            government = government_of(who, key)
            require(who.principal, act, Thing(who.review.pk, government.pk if of_government else None))
            if who.user is None:
                raise Refused(act, hidden=True)
            if of_weight:
                ask_again(request)
            try:
                step(request, who.user, government)
            except BadInput as refused:
                return decision_page(request, who, government, refused.mistakes[0])
            return redirect("decision", slug, key)

        sent.__doc__ = step.__doc__
        return sent

    return address


@_step(Act.DECLARE_AN_INTEREST)
def interest(request: HttpRequest, user: User, government: Government) -> object:
    """Declare whether one has an interest."""
    said = {"yes": True, "no": False}.get(_text(request, "interest"))
    if said is None:
        raise WebError(Code.UNFIT, "it is not said whether you have an interest", "choose one of the two")
    return declare_interest(user, government, said, _text(request, "statement"))


@_step(Act.ASSIGN_REVIEWERS)
def assign(request: HttpRequest, user: User, government: Government) -> object:
    """Assign a reviewer."""
    reviewer = User.objects.filter(
        pk=number_in(request.POST.get("reviewer")), team_roles__review=government.review
    ).first()
    if reviewer is None or _text(request, "part") not in set(Part):
        raise WebError(Code.UNFIT, "nobody is named, or not for which part", "choose a reviewer and a part")
    return assign_reviewer(user, government, reviewer, Part(_text(request, "part")))


@_step(Act.DRAFT_A_DETERMINATION)
def draft(request: HttpRequest, user: User, government: Government) -> object:
    """Draft a determination."""
    until = _text(request, "cure_until")
    try:
        cure_until = date.fromisoformat(until) if until else None
    except ValueError:
        raise WebError(Code.UNFIT, f"{until} is no day", "write it as 2017-10-27") from None
    words = Words(_text(request, "outcome"), _text(request, "reasons"), cure_until)
    return draft_determination(user, government, words, number_in(request.POST.get("version")), today())


@_step(Act.GIVE_AN_OPINION)
def opinion(request: HttpRequest, user: User, government: Government) -> object:
    """Give an opinion on the newest draft."""
    said = {"yes": True, "no": False}.get(_text(request, "agrees"))
    if said is None:
        raise WebError(Code.UNFIT, "it is not said whether you agree", "choose one of the two")
    return give_opinion(user, government, number_in(request.POST.get("version")), said, _text(request, "note"), today())


@_step(Act.ISSUE_A_DETERMINATION, of_weight=True)
def issue(request: HttpRequest, user: User, government: Government) -> object:
    """Issue the determination."""
    return issue_determination(user, government, number_in(request.POST.get("version")), today(), the_place())


@_step(Act.ASK_FOR_RECONSIDERATION, of_government=True)
def reconsider(request: HttpRequest, user: User, government: Government) -> object:
    """Ask for reconsideration."""
    return ask_reconsideration(user, government, _text(request, "grounds"), today())


@_step(Act.ENTER_THE_EFFECT_OF_AN_ORDER)
def effect(request: HttpRequest, user: User, government: Government) -> object:
    """Enter what an order does to a determination."""
    who = asking(request, government.review.slug)
    order = get_object_or_404(visible_entries(who.principal, who.review), number=number_in(request.POST.get("order")))
    found = Determination.objects.filter(government=government)
    determination = get_object_or_404(found, number=number_in(request.POST.get("determination")))
    if _text(request, "effect") not in set(Effect):
        raise WebError(Code.UNFIT, "it is not said what the order does", "choose an effect")
    return enter_effect(user, determination, order, Effect(_text(request, "effect")), _text(request, "note"))


def _text(request: HttpRequest, name: str) -> str:
    return str(request.POST.get(name, "")).replace("\r\n", "\n").replace("\x00", "").strip()
