"""The law that a review is under."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import Http404, HttpRequest
from ninja import Query, Router, Status
from pydantic import Field

from ascertain.findings.answers.receipts import receipt
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.publish.forceout import force_object
from ascertain.rulebook.confidence import mark_of
from ascertain.rulebook.lookup import find_provision
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.sources import Authority
from ascertain.web.api.paging import Page, Window, page_of
from ascertain.web.api.parameters import Name, Text
from ascertain.web.api.routes.findings import DaysAsked
from ascertain.web.api.shapes import law as shapes
from ascertain.web.api.shapes.finding import UnderWay
from ascertain.web.api.working import under_way
from ascertain.web.asking.deriving import days_for, key_of, read_as, scope_of
from ascertain.web.asking.desk import Desk, Progress, Working
from ascertain.web.asking.who import asking, government_of, the_place
from ascertain.web.dockets.part import law_of

router = Router(tags=["Law"])
_desk: Desk[Mapping[str, object]] = Desk()


class ForceWanted(DaysAsked):
    """Whose force is asked for, and for whom."""

    provision: Text = Field(description="The id of a provision.", examples=["eo-13768#sec-9a-grants"])
    government: Text = Field(description="For this government.", examples=["chicago"])


@router.get("/reviews/{review}/law", response=Page[shapes.Authority])
def authorities(request: HttpRequest, review: Name, window: Query[Window]) -> dict[str, object]:
    """The authorities of the rulebook, the earliest first."""
    law = law_of(asking(request, review).review, the_place())
    found = sorted(law.authorities.values(), key=lambda one: (one.issued.earliest, one.id))
    return page_of(request, window, found, lambda part: map(_authority, part))


@router.get("/reviews/{review}/law/{authority}", response=shapes.AuthorityInFull)
def one_authority(request: HttpRequest, review: Name, authority: Name) -> dict[str, object]:
    """An authority with its provisions."""
    law = law_of(asking(request, review).review, the_place())
    if authority not in law.authorities:
        raise Http404
    one = law.authorities[authority]
    return {**_authority(one), "summary": one.summary or None, "provisions": _provisions(law, authority)}


@router.get("/reviews/{review}/force", response={200: shapes.Force, 202: UnderWay})
def force(request: HttpRequest, review: Name, wanted: Query[ForceWanted]) -> Status[object]:
    """Whether a provision binds a government on a day, with the chain of acts that says so."""
    who = asking(request, review)
    days, scope, law = (
        days_for(who, wanted.on or "", wanted.known or ""),
        scope_of(who),
        law_of(who.review, the_place()),
    )
    provision, government = find_provision(law, wanted.provision), government_of(who, wanted.government)

    def answer(progress: Progress) -> Mapping[str, object]:
        read = read_as(who, scope, (), progress)
        matter = Matter(read.docket.governments[government.key], None, days.on, days.known)
        received = receipt(law, read.docket.record, days.on, days.known, "")
        return force_object(LawOn(law, matter).force(provision.id), matter, received, law)

    told = _desk.ask((*key_of(who, scope, days), provision.id, government.key), answer)
    return under_way(told) if isinstance(told, Working) else Status(200, told)


def _authority(one: Authority) -> dict[str, object]:
    return {
        "authority": one.id,
        "kind": one.kind,
        "title": one.title,
        "citations": [{"text": each.text, "from": str(each.start) if each.start else None} for each in one.citations],
        "issuer": one.issuer,
        "issued": str(one.issued),
        "confidence": one.confidence,
        "sources": list(one.sources),
    }


def _provisions(law: Rulebook, authority: str) -> list[dict[str, object]]:
    return [
        {
            "provision": one.id,
            "heading": one.heading,
            "quote": one.quote or None,
            "confidence": mark_of(one, law).confidence,
        }
        for one in law.provisions.values()
        if one.authority == authority
    ]
