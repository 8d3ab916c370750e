"""The answers to a review's questions."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status
from pydantic import Field

from ascertain.record.model import Grade
from ascertain.web.api.asks import Ask, answers_to, asked_for, questions_in
from ascertain.web.api.paging import Page, Window, page_of
from ascertain.web.api.parameters import Day, Name, Text
from ascertain.web.api.shapes import finding as shapes
from ascertain.web.api.working import under_way
from ascertain.web.asking.deriving import days_for, key_of, read_as, scope_of
from ascertain.web.asking.desk import Desk, Progress, Working
from ascertain.web.asking.who import asking, the_place
from ascertain.web.dockets.papers import head_of
from ascertain.web.policy.decide import Thing, may
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_governments

router = Router(tags=["Findings"])
_desk: Desk[tuple[list[dict[str, object]], list[str]]] = Desk()
_GRADES = {grade.word: grade for grade in Grade}


class DaysAsked(Schema):
    """The days that an answer is for."""

    on: Day | None = Field(None, description="The day asked about; today, or the last day that the rulebook covers.")
    known: Day | None = Field(None, description="Only what had been issued and filed by this day counts; today.")


class FindingsWanted(DaysAsked):
    """Which findings are asked for."""

    question: Text = Field("", description="A question by its short name or its phrase.", examples=["complies"])
    government: Text = Field("", description="About this government.", examples=["chicago"])
    program: Text = Field("", description="Of a question about money: under this program.")
    standard: Literal["asserted", "documented", "found"] | None = Field(
        None, description="The lowest grade of a fact that counts; the review's own without one."
    )


class FindingsWindow(Schema):
    """Which part of the findings is asked for."""

    limit: int = Field(20, ge=1, le=50, description="How many at most.")
    offset: int = Field(0, ge=0, le=1_000_000_000, description="How many to pass over.")


@router.get("/reviews/{review}/questions", response=Page[shapes.Question])
def questions(request: HttpRequest, review: Name, window: Query[Window]) -> dict[str, object]:
    """The questions that a review asks, and of which programs."""
    who = asking(request, review)
    return page_of(
        request,
        window,
        questions_in(who, days_for(who, "", "")),
        lambda part: (
            {
                "question": term.phrase,
                "short": term.short or None,
                "ask": term.ask,
                "programs": [one.id for one in programs],
            }
            for term, programs in part
        ),
    )


@router.get("/reviews/{review}/findings", response={200: shapes.Findings, 202: shapes.UnderWay})
def findings(
    request: HttpRequest, review: Name, wanted: Query[FindingsWanted], window: Query[FindingsWindow]
) -> Status[object]:
    """The findings about the governments that one may see, with what each turns on. They are worked out from nothing
    but what one may read; where that would make them others, the government is named as withheld."""
    who = asking(request, review)
    days = days_for(who, wanted.on or "", wanted.known or "")
    standard = _GRADES[wanted.standard] if wanted.standard else head_of(who.review, the_place())[0].standard
    visible = visible_governments(who.principal, who.review)
    if wanted.government:
        visible = visible.filter(key=wanted.government)
    asked = asked_for(who, days, wanted.question, wanted.program)
    asks = [
        Ask(key, term.phrase, program)
        for pk, key in visible.order_by("name", "pk").values_list("pk", "key")
        if may(who.principal, Act.SEE_FINDINGS, Thing(who.review.pk, pk))
        for term, programs in asked
        for program in ([one.id for one in programs] or [""])
    ]
    part = asks[window.offset : window.offset + window.limit]
    keys, scope = sorted({one.government for one in part}), scope_of(who)

    def answer(progress: Progress) -> tuple[list[dict[str, object]], list[str]]:
        read = read_as(who, scope, keys, progress)
        progress(f"asking {len(part)} questions")
        return list(answers_to(read, part, days, standard)), sorted(read.withheld)

    told = _desk.ask((*key_of(who, scope, days), tuple(part), standard), answer)
    if isinstance(told, Working):
        return under_way(told)
    found, withheld = told
    page = page_of(request, Window(limit=window.limit, offset=window.offset), asks, lambda _: found)
    return Status(200, {**page, "withheld": withheld})
