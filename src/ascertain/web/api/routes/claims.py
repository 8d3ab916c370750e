"""The claims on the docket."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status
from pydantic import Field

from ascertain.publish.jsonout import claim_object
from ascertain.record.model import Claim
from ascertain.rulebook.model.book import Rulebook
from ascertain.web.api.paging import Page, Window, page_of
from ascertain.web.api.parameters import Name, Text
from ascertain.web.api.shapes import docket as shapes
from ascertain.web.api.shapes.finding import UnderWay
from ascertain.web.api.working import under_way
from ascertain.web.asking.deriving import read_as, scope_of
from ascertain.web.asking.desk import Desk, Working
from ascertain.web.asking.who import asking, the_place
from ascertain.web.dockets.papers import state_of
from ascertain.web.dockets.part import law_of

router = Router(tags=["Docket"])
_desk: Desk[tuple[Claim, ...]] = Desk()


class ClaimsWanted(Schema):
    """Which claims are asked for."""

    government: Text = Field("", description="About this government.", examples=["chicago"])
    term: Text = Field("", description="About the term of this phrase.")
    entry: int | None = Field(None, ge=1, le=999_999_999, description="Filed in this entry.")


@router.get("/reviews/{review}/claims", response={200: Page[shapes.Claim], 202: UnderWay})
def claims(
    request: HttpRequest, review: Name, wanted: Query[ClaimsWanted], window: Query[Window]
) -> dict[str, object] | Status[object]:
    """The claims in the entries that one may read, in the order of the docket."""
    who = asking(request, review)
    scope, law = scope_of(who), law_of(who.review, the_place())
    key = (state_of(who.review), law.digest, scope)
    told = _desk.ask(key, lambda progress: read_as(who, scope, (), progress).docket.claims)
    if isinstance(told, Working):
        return under_way(told)
    found = [
        one
        for one in told
        if wanted.government in {"", one.government}
        and wanted.term in {"", one.term}
        and wanted.entry in {None, int(one.entry)}
    ]
    return page_of(request, window, found, lambda part: _claims(law, part))


def _claims(law: Rulebook, part: Sequence[Claim]) -> Iterator[dict[str, object]]:
    for one in part:
        about = {"government": one.government or None, "program": one.program or None, "term": one.term}
        yield about | claim_object(one, law.terms.get(one.term))
