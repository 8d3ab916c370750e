"""One finding with its proof, what it turns on, and what both sides argue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ascertain.docket.model import Docket
from ascertain.findings.answers.inquiry import Inquiry
from ascertain.publish.html import anchors
from ascertain.publish.html.asking import Answers
from ascertain.publish.html.board import Questions, questions_of, teller_of
from ascertain.publish.html.names import Names
from ascertain.publish.html.record_view import arguments_of
from ascertain.publish.html.views.findings import FindingView
from ascertain.publish.html.views.record import ArgumentView
from ascertain.publish.parties import Parties
from ascertain.publish.proof.cards import Card, Cards
from ascertain.publish.proof.proving import card_of
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.terms import Term
from ascertain.web.asking.deriving import Days, Scope, days_of, key_of, read_as, scope_of
from ascertain.web.asking.desk import Desk, Progress, Working
from ascertain.web.asking.who import Asking, asking, the_place
from ascertain.web.dockets.part import law_of
from ascertain.web.pages.underway import under_way
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_governments


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in full; without a proof where no rule concludes what is asked."""

    finding: FindingView
    card: Card | None
    arguments: tuple[tuple[str, tuple[ArgumentView, ...]], ...]


_desk: Desk[Told | str] = Desk()
_WITHHELD, _NO_QUESTION = "withheld", "no question"


@require_safe
def finding(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """One finding.

    Raises:
        Http404: The government or the question is not there, or not for whoever asks.
    """
    who = asking(request, slug)
    visible = visible_governments(who.principal, who.review)
    government = visible.filter(key__in=list(_keys(place))).first()
    if government is None:
        raise Http404
    require(who.principal, Act.SEE_FINDINGS, Thing(who.review.pk, government.pk))
    days, scope = days_of(request, who), scope_of(who)
    key = government.key
    told = _desk.ask((*key_of(who, scope, days), place), lambda progress: _tell(who, scope, days, key, place, progress))
    if isinstance(told, Working):
        return under_way(request, who, "findings", told)
    if told == _NO_QUESTION:
        raise Http404
    context = {"who": who, "here": "findings", "days": days, "government": government}
    context["points"] = law_of(who.review, the_place()).points
    return render(request, "one-finding.html.j2", context | {"told": None if told == _WITHHELD else told})


def _keys(place: str) -> Iterator[str]:
    """The governments that the place of a finding may name."""
    at = place.find("-_")
    while at >= 0:
        yield anchors.text_of(place[:at])
        at = place.find("-_", at + 1)


def _tell(who: Asking, scope: Scope, days: Days, key: str, place: str, progress: Progress) -> Told | str:
    read = read_as(who, scope, (key,), progress)
    docket, rulebook = read.docket, read.rulebook
    asked = _asked(questions_of(docket, rulebook, days.known), key, place)
    if asked is None or key in read.withheld:
        return _NO_QUESTION if asked is None else _WITHHELD
    term, program = asked
    progress(f"asking a question of {docket.governments[key].name}")
    whom = docket.governments[key]
    answers = Answers(docket, rulebook, days.on, days.known)
    teller = teller_of(docket, rulebook, answers, days.on, days.known)
    return Told(
        finding=teller.finding(whom, term.phrase, program),
        card=_card(docket, rulebook, whom, term, program, days),
        arguments=arguments_of(key, Names(docket, rulebook), days.known),
    )


def _asked(questions: Questions, key: str, place: str) -> tuple[Term, Program | None] | None:
    """The question, and the program that it is asked of, whose place this is."""
    plain = [(term, None) for term in questions.plain]
    of_programs = [(term, program) for term in questions.of_programs for program in questions.programs]
    for term, program in (*plain, *of_programs):
        if anchors.finding(key, term, program.id if program else "") == f"finding-_{place}":
            return term, program
    return None


def _card(
    docket: Docket, rulebook: Rulebook, whom: Government, term: Term, program: Program | None, days: Days
) -> Card | None:
    if not any(rule.term == term.phrase for rule in rulebook.rules.values()):
        return None
    inquiry = Inquiry(rulebook, docket.record, whom, program, term.phrase, days.known, docket.standard, {})
    answer = inquiry.answer(days.on)
    found = inquiry.finding(answer)
    parties = Parties(rulebook, {**rulebook.governments, **docket.governments}, found.known)
    return card_of(answer, found, docket.record, Cards(parties, docket.exhibits, days.on, found.standard))
