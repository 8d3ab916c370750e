"""Reviews, who one is to them, and what happened in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.http import HttpRequest
from ninja import Query, Router

from ascertain.rulebook.lookup import find_term
from ascertain.web.api.callers import known, token_of
from ascertain.web.api.paging import Page, Window, page_of
from ascertain.web.api.parameters import Name
from ascertain.web.api.shapes import review as shapes
from ascertain.web.asking.who import Asking, asking, the_place
from ascertain.web.dockets.papers import head_of
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act, Role
from ascertain.web.policy.visible import principal_of, visible_entries, visible_governments, visible_reviews
from ascertain.web.records.models import Event, Government, Review

router = Router(tags=["Reviews"])


@router.get("/me", response=shapes.Caller)
def me(request: HttpRequest) -> dict[str, object]:
    """Who asks: their name, and what they are to which review."""
    user, token = known(request), token_of(request)
    principal = principal_of(user)
    reviews = {one.pk: one.slug for one in visible_reviews(principal)}
    governments = dict(Government.objects.filter(pk__in=list(principal.governments)).values_list("pk", "key"))
    team = [
        {"review": reviews[number], "government": None, "role": role}
        for number, roles in principal.team.items()
        for role in sorted(roles)
    ]
    own = [
        {"review": reviews[principal.reviews[number]], "government": governments[number], "role": role}
        for number, role in principal.governments.items()
    ]
    shown = token and {"label": token.label, "writes": token.writes, "expires": token.expires.isoformat()}
    return {
        "name": user.name,
        "email": user.email,
        "administrator": principal.administrator,
        "roles": [*team, *own],
        "token": shown,
    }


@router.get("/reviews", response=Page[shapes.Review])
def reviews(request: HttpRequest, window: Query[Window]) -> dict[str, object]:
    """The reviews that one has a part in. What is published of others is under `/api/published`."""
    return page_of(request, window, visible_reviews(principal_of(known(request))), lambda part: map(_review, part))


@router.get("/reviews/{review}", response=shapes.ReviewInFull)
def one_review(request: HttpRequest, review: Name) -> dict[str, object]:
    """A review: what it asks, and how much of it one may see."""
    who = asking(request, review)
    head, rulebook = head_of(who.review, the_place())
    return {
        **_review(who.review),
        "standard": head.standard.word,
        "questions": [find_term(rulebook, name).phrase for name in head.questions],
        "roles": _roles(who),
        "governments": visible_governments(who.principal, who.review).count(),
        "entries": visible_entries(who.principal, who.review).count(),
    }


@router.get("/reviews/{review}/events", response=Page[shapes.Happening])
def events(request: HttpRequest, review: Name, window: Query[Window]) -> dict[str, object]:
    """What happened in a review, the last first; for the team."""
    who = asking(request, review)
    require(who.principal, Act.SEE_THE_HISTORY, who.thing)
    found = who.review.chain.events.select_related("actor").order_by("-number")
    return page_of(request, window, found, _happenings)


def _happenings(part: Sequence[Event]) -> Iterator[dict[str, object]]:
    for one in part:
        yield {
            "number": one.number,
            "at": one.at.isoformat(),
            "kind": one.kind,
            "subject": one.subject,
            "by": one.actor.name if one.actor else None,
            "digest": one.digest,
        }


def _review(one: Review) -> dict[str, object]:
    return {"review": one.slug, "title": one.title, "reviewer": one.reviewer, "rulebook": one.rulebook}


def _roles(who: Asking) -> list[str]:
    return sorted(who.principal.roles(who.review.pk) - {Role.PUBLIC, Role.ADMINISTRATOR})
