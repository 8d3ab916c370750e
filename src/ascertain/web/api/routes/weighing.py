"""How claims are weighed; for the team."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router, Status

from ascertain.web.api.callers import known
from ascertain.web.api.paging import Page, Window, page_of
from ascertain.web.api.parameters import Name
from ascertain.web.api.shapes import weighing as shapes
from ascertain.web.asking.benching import bench_for
from ascertain.web.asking.who import asking, government_of, the_place
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act
from ascertain.web.records.models import Verdict
from ascertain.web.services.weigh_claim import Finding, weigh_claim
from ascertain.web.weighing.standing import Weighed

router = Router(tags=["Weighing"])


@router.get("/reviews/{review}/governments/{government}/weighing", response=Page[shapes.WeighedClaim])
def weighing(request: HttpRequest, review: Name, government: Name, window: Query[Window]) -> dict[str, object]:
    """The claims about a government, each with how far it was weighed and the last verdict."""
    _, standing, _ = bench_for(asking(request, review), government)
    return page_of(request, window, standing.claims, lambda part: map(_weighed, part))


@router.post("/reviews/{review}/governments/{government}/weighing/{claim}/verdicts", response={201: shapes.Verdict})
def weigh(request: HttpRequest, review: Name, government: Name, claim: Name, sent: shapes.NewVerdict) -> Status[object]:
    """Give a verdict on a claim; it takes the place of the one before it, which is kept. Whoever did not see the last
    one gets 409. Only the assigned reviewers of a government weigh its claims."""
    who = asking(request, review)
    require(who.principal, Act.WEIGH_CLAIMS, who.thing)
    of = government_of(who, government)
    note, exhibit, quote, value = (_tidy(text) for text in (sent.note, sent.exhibit, sent.quote, sent.value))
    found = Finding(sent.word, note, exhibit, quote, value)
    return Status(201, _verdict(weigh_claim(known(request), of, claim, found, sent.after, the_place())))


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _weighed(one: Weighed) -> dict[str, object]:
    return {
        "claim": one.claim.id,
        "term": one.claim.term,
        "program": one.claim.program or None,
        "state": one.state,
        "stale": one.stale or None,
        "filed": one.filed or None,
        "verdicts": one.verdict.number if one.verdict else 0,
        "last": _verdict(one.verdict) if one.verdict else None,
    }


def _verdict(one: Verdict) -> dict[str, object]:
    return {
        "claim": one.claim,
        "number": one.number,
        "word": one.word,
        "note": one.note,
        "grade": one.grade,
        "by": one.user.name,
        "at": one.event.at.isoformat(),
        "exhibit": one.contrary.key if one.contrary else None,
        "quote": one.quote,
        "value": one.value,
    }
