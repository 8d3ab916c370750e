"""One claim on the workbench: the question and the law, the claim, and its exhibit with the passage, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ascertain.docket.model import Docket
from ascertain.publish.html.names import Names
from ascertain.publish.html.record_view import arguments_of, claim_view
from ascertain.record.model import Claim, Passage
from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.rulebook.model.book import Rulebook
from ascertain.web.asking.benching import bench_for
from ascertain.web.asking.deriving import Days, days_of
from ascertain.web.asking.desk import Desk, Working
from ascertain.web.asking.who import Asking, asking, government_of, the_place
from ascertain.web.dockets.papers import docket_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import Refused, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_exhibits
from ascertain.web.records.models import Assignment, Exhibit, Government
from ascertain.web.services.weigh_claim import Finding, weigh_claim
from ascertain.web.weighing.effect import weighed_docket
from ascertain.web.weighing.lawside import asked_of, law_side
from ascertain.web.weighing.reading import Opened, open_text, read_text
from ascertain.web.weighing.standing import Standing, Weighed, weights_of
from ascertain.web.weighing.turning import Change, changes_of
from ascertain.web.weighing.verdicts import Word

_changes: Desk[tuple[Change, ...]] = Desk()
_texts: Desk[Opened] = Desk()


@dataclass(frozen=True, slots=True)
class Shown:
    """The exhibits beside a claim: all that can be chosen, the one that is shown, and its text or how far it is read;
    ``following`` is the one after it."""

    choices: tuple[Exhibit, ...]
    exhibit: Exhibit | None
    text: Opened | Working | None
    following: Exhibit | None


@require_safe
def weigh(request: HttpRequest, slug: str, key: str, claim: str) -> HttpResponse:
    """A claim to be weighed."""
    return _page(request, asking(request, slug), key, claim)


@require_POST
def verdict(request: HttpRequest, slug: str, key: str, claim: str) -> HttpResponse:
    """Give a verdict on a claim.

    Raises:
        Refused: They may not.
    """
    who = asking(request, slug)
    require(who.principal, Act.WEIGH_CLAIMS, who.thing)
    government = government_of(who, key)
    if who.user is None:
        raise Refused(Act.WEIGH_CLAIMS, hidden=True)
    sent = {one: str(text).replace("\r\n", "\n").replace("\x00", "").strip() for one, text in request.POST.items()}
    try:
        if sent.get("word") not in set(Word):
            raise WebError(Code.UNFIT, "no verdict is chosen", "choose one of the three")
        after = sent.get("after", "")
        seen = int(after) if after.isascii() and after.isdecimal() and len(after) < len("1000000000") else -1
        more = {one: sent.get(one, "") for one in ("note", "exhibit", "quote", "value")}
        weigh_claim(who.user, government, claim, Finding(Word(sent["word"]), **more), seen, the_place())
    except BadInput as refused:
        return _page(request, who, key, claim, refused.mistakes[0], sent)
    return redirect(f"{reverse('weigh', args=(slug, key, claim))}#verdict")


def _page(
    request: HttpRequest,
    who: Asking,
    key: str,
    claim: str,
    refused: Mistake | None = None,
    kept: Mapping[str, str] | None = None,
) -> HttpResponse:
    government, standing, rulebook = bench_for(who, key)
    ids = [one.claim.id for one in standing.claims]
    if claim not in ids:
        raise Http404
    at = ids.index(claim)
    one = standing.claims[at]
    docket = docket_of(who.review, the_place())[0]
    days = _days(request, who, one.claim, rulebook)
    names, side = Names(docket, rulebook), law_side(docket, rulebook, one.claim.term)
    chosen = (kept or {}).get("exhibit") or request.GET.get("exhibit", "")
    context = {
        "who": who,
        "here": "workbench",
        "government": government,
        "days": days,
        "points": rulebook.points,
        "standing": standing,
        "one": one,
        "view": claim_view(one.claim, names),
        "side": [(names.provision(provision.id), provision, titles) for provision, titles in side.provisions],
        "law": side,
        "arguments": arguments_of(key, names, days.known),
        "number": at + 1,
        "earlier": ids[at - 1] if at else "",
        "later": ids[at + 1] if at + 1 < len(ids) else "",
        "shown": _shown(who, docket, one, chosen.replace("\x00", "")),
        "changes": _changed(docket, rulebook, government, standing, one.claim, days),
        "weighs": Assignment.objects.filter(government=government, user=who.principal.user, ended=None).exists(),
        "words": list(Word),
        "plain": isinstance(one.claim.value, bool),
        "refused": refused,
        "kept": kept or {},
    }
    return render(request, "weigh.html.j2", context, status=409 if refused else 200)


def _days(request: HttpRequest, who: Asking, claim: Claim, rulebook: Rulebook) -> Days:
    """The days asked for; without any, a day that the claim speaks of."""
    days = days_of(request, who)
    if request.GET.get("on"):
        return days
    ended = claim.ending is not None and claim.ending.on.reached(days.on) is not False
    start = claim.period.start
    if (ended or claim.period.covers(days.on) is not True) and start and rulebook.covers.covers(start.latest) is True:
        return replace(days, on=start.latest)
    return days


def _changed(
    docket: Docket, rulebook: Rulebook, government: Government, standing: Standing, claim: Claim, days: Days
) -> tuple[Change, ...] | Working:
    asked = asked_of(docket, rulebook, law_side(docket, rulebook, claim.term), government.key, claim.program)
    weighed = weighed_docket(docket, rulebook, weights_of(standing, rulebook, days.known), standing.copies)
    named = tuple((term.phrase, program.id if program else "") for term, program in asked)
    key = (docket.digest, weighed.digest, rulebook.digest, government.key, named, days)
    return _changes.ask(
        key, lambda _: changes_of(docket, weighed, rulebook, government.key, asked, days.on, days.known)
    )


def _shown(who: Asking, docket: Docket, one: Weighed, chosen: str) -> Shown:
    """The claim's own exhibit first, then the one that contradicts it, then the others about the government."""
    claim = one.claim
    contrary = one.verdict.contrary if one.verdict else None
    cited = [claim.exhibit, contrary.key if contrary else ""]
    about = [entry for entry in docket.entries if claim.government in (*entry.to, *entry.about)]
    cited += [entry.exhibit for entry in about]
    cited += [each.exhibit for each in docket.record.claims if each.government == claim.government]
    rows = {row.key: row for row in visible_exhibits(who.principal, who.review).filter(key__in=set(cited) - {""})}
    choices = tuple(rows[key] for key in dict.fromkeys(cited) if key in rows and (rows[key].blob_id or key == cited[0]))
    exhibit = next((row for row in choices if row.key == chosen), choices[0] if choices else None)
    if exhibit is None:
        return Shown((), None, None, None)
    following = choices[(choices.index(exhibit) + 1) % len(choices)] if len(choices) > 1 else None
    passage = claim.passage if exhibit.key == claim.exhibit else None
    if exhibit.key != claim.exhibit and contrary and one.verdict and exhibit.key == contrary.key and one.verdict.quote:
        passage = Passage(one.verdict.quote)
    return Shown(choices, exhibit, _text(exhibit, passage), following)


def _text(exhibit: Exhibit, passage: Passage | None) -> Opened | Working | None:
    sha256 = exhibit.blob_id
    if sha256 is None:
        return None
    path = the_place().blob(sha256)
    return _texts.ask((sha256, passage), lambda _: open_text(read_text(path, sha256), passage))
