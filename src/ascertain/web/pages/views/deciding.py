"""Where the determinations of a review stand, and one government's, with the forms of those whose turn it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ascertain.docket.model import EntryKind
from ascertain.docket.outcomes import OUTCOMES
from ascertain.rulebook.mistakes import Mistake
from ascertain.web.asking.who import Asking, asking, government_of, the_place
from ascertain.web.deciding.reasons import reasons_of
from ascertain.web.deciding.stages import Effect
from ascertain.web.deciding.standing import interests_in, standing_of, standings_of
from ascertain.web.dockets.papers import docket_of, head_of
from ascertain.web.policy.decide import Thing, may, require
from ascertain.web.policy.roles import POLICY, Act, Role
from ascertain.web.policy.visible import visible_entries, visible_governments
from ascertain.web.records.models import Government, TeamMember, User

_A_PAGE = 50


def today() -> date:
    """The day, in UTC."""
    return datetime.now(UTC).date()


@require_safe
def deciding(request: HttpRequest, slug: str) -> HttpResponse:
    """The governments under review, each with where it stands and whose turn it is."""
    who = asking(request, slug)
    require(who.principal, Act.SEE_THE_DECIDING, who.thing)
    members = visible_governments(who.principal, who.review).filter(memberships__isnull=False).distinct()
    page = Paginator(members, _A_PAGE).get_page(request.GET.get("page"))
    standings = standings_of(list(page.object_list), today())
    rows = [(government, standings[government.pk]) for government in page.object_list]
    return render(request, "deciding.html.j2", {"who": who, "here": "deciding", "rows": rows, "page": page})


@require_safe
def decision(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """One government's determination."""
    who = asking(request, slug)
    return decision_page(request, who, government_of(who, key))


def decision_page(
    request: HttpRequest, who: Asking, government: Government, refused: Mistake | None = None
) -> HttpResponse:
    """The page of a government's determination.

    Args:
        request: What was asked.
        who: Who asks.
        government: The government.
        refused: Why what was sent could not be done; what was typed then stands in the forms again.
    """
    standing = standing_of(government, today())
    sees = who.may(Act.SEE_THE_DECIDING)
    interests = interests_in(government) if sees else {}
    context = {
        "who": who,
        "here": "deciding",
        "government": government,
        "standing": standing,
        "sees": sees,
        "reviewers": [(user, interests.get(user.pk)) for user in _reviewers(who)] if sees else [],
        "mine": interests.get(who.principal.user),
        "outcomes": head_of(who.review, the_place())[0].results or tuple(OUTCOMES),
        "orders": list(visible_entries(who.principal, who.review).filter(kind=EntryKind.ORDER).defer("text")),
        "effects": list(Effect),
        "official": may(who.principal, Act.ASK_FOR_RECONSIDERATION, Thing(who.review.pk, government.pk)),
        "kept": _kept(request, who, government, sees),
        "refused": refused,
        "tomorrow": (today() + timedelta(days=1)).isoformat(),
    }
    return render(request, "decision.html.j2", context, status=409 if refused else 200)


def _reviewers(who: Asking) -> list[User]:
    """Whoever may draft, by name."""
    team = TeamMember.objects.filter(review=who.review).select_related("user").order_by("user__name")
    return list(dict.fromkeys(one.user for one in team if Role(one.role) in POLICY[Act.DRAFT_A_DETERMINATION]))


def _kept(request: HttpRequest, who: Asking, government: Government, sees: bool) -> Mapping[str, str]:
    """What stands in the forms already: what was sent and refused, or reasons from the findings if they are wanted."""
    if request.method == "POST":
        return {key: str(value) for key, value in request.POST.items()}
    if request.GET.get("reasons") != "findings" or not sees:
        return {}
    docket, rulebook = docket_of(who.review, the_place())
    day = rulebook.covers.nearest(today())
    return {"reasons": reasons_of(docket, rulebook, government.key, day, today())}
