"""The lead files the verdicts on a government's claims: from then on the docket itself says what was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.db import transaction

from ascertain.docket.model import Basis, Docket, EntryKind
from ascertain.docket.model import Entry as Filed
from ascertain.docket.values import show_value
from ascertain.record.model import Claim, Ending
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.book import Rulebook
from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.papers import docket_of
from ascertain.web.dockets.placing import hold
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of, visible_verdicts
from ascertain.web.records.models import Entry, FiledVerdict, Government, User
from ascertain.web.services.file_entry import file_entry
from ascertain.web.weighing.effect import contrary_claim
from ascertain.web.weighing.standing import Standing, Weighed, standing_of, weight_of
from ascertain.web.weighing.verdicts import Word, grade_after


def file_verdicts(user: User, government: Government, last: int, today: date, place: Place) -> Entry:
    """File the verdicts that count and were not filed.

    Adequate claims are filed as found, and contradictions at the grade of what contradicts; claims that are
    insufficient are told in the text. What was filed of a verdict that no longer stands ends.

    Args:
        user: The lead.
        government: The government.
        last: The last of the verdicts that they read.
        today: The day.
        place: The place that is served.

    Raises:
        Refused: They may not.
        WebError: There is nothing to file, or a claim was weighed meanwhile.
    """
    require(principal_of(user), Act.FILE_VERDICTS, Thing(government.review_id))
    with transaction.atomic():
        review = hold(government.review)
        docket, rulebook = docket_of(review, place)
        verdicts = visible_verdicts(principal_of(user), review).filter(government=government)
        related = ("user", "event", "contrary", "exhibit", "filed__entry")
        standing = standing_of(government, docket, verdicts.select_related(*related))
        if standing.last != last:
            raise WebError(Code.TAKEN, "a claim was weighed meanwhile", "load the page anew and read the verdicts")
        if not standing.to_file:
            raise WebError(Code.NOT_YET, "there is no verdict to file", "let the reviewers weigh the claims first")
        claims = {one.claim.id: _claim(one, review.reviewer, rulebook, today) for one in standing.to_file}
        filed = [claim for claim in claims.values() if claim is not None]
        day = Moment.on(today)
        entry = file_entry(
            user,
            review,
            Filed(
                number=0,
                kind=EntryKind.REPORT,
                slug="",
                title=f"Claims about {government.name} as weighed",
                date=day,
                filed=day,
                by=review.reviewer,
                about=(government.key,),
                claims=tuple(filed),
                ends=tuple(_withdrawn(standing, docket, rulebook, day)),
                basis=Basis.DOCUMENT,
                text="\n\n".join(_told(one, rulebook) for one in standing.to_file),
            ),
            place,
        )
        for one in standing.to_file:
            claim = claims[one.claim.id]
            assert one.verdict is not None
            number = filed.index(claim) + 1 if claim is not None else 0
            FiledVerdict.objects.create(verdict=one.verdict, entry=entry, place=number)
        data = {
            "entry": entry.number,
            "verdicts": [one.verdict.event.digest for one in standing.to_file if one.verdict],
        }
        happened(review.chain, Happened.VERDICTS_FILED, user, f"governments/{government.key}", data)
        return entry


def _claim(one: Weighed, reviewer: str, rulebook: Rulebook, today: date) -> Claim | None:
    """What is filed of a verdict as a claim: what was found, or what contradicts."""
    assert one.verdict is not None
    claim, on = one.claim, Moment.on(today)
    weight = weight_of(claim, one.verdict, rulebook)
    ending = claim.ending
    period = Interval(claim.period.start, ending.on) if ending else claim.period
    note = f"Claim {claim.id} is {weight.word}." + (f" {weight.note}" if weight.note else "")
    plain = replace(claim, period=period, ending=None, entry="", sources=())
    if weight.word is Word.ADEQUATE:
        grade = grade_after(claim, weight.word)
        return replace(plain, id="", said_by=reviewer, filed=on, grade=grade, note=note)
    if weight.contrary is None:
        return None
    return replace(contrary_claim(plain, weight, on), id="", said_by=reviewer, note=note)


def _withdrawn(standing: Standing, docket: Docket, rulebook: Rulebook, day: Moment) -> Iterator[Ending]:
    """An end, on the first day that it can have, of each claim that was filed of a verdict that no longer stands."""
    stands = {
        f"{verdict.filed.entry.number}.{verdict.filed.place}"
        for one in standing.claims
        if one.counts and (verdict := one.verdict) is not None and one.filed
    }
    first = rulebook.covers.start or Moment.on(date.min)
    for claim in docket.record.claims:
        if claim.id in standing.copies - stands and claim.ending is None:
            start = claim.period.start
            on = first if start is None else Moment.on(date.fromordinal(start.earliest.toordinal() + 1))
            yield Ending(claim.id, on, day, note="Withdrawn: the verdict that it was filed of no longer stands.")


def _told(one: Weighed, rulebook: Rulebook) -> str:
    verdict, claim = one.verdict, one.claim
    assert verdict is not None
    text = f"Claim {claim.id}, “{claim.term}”: {show_value(rulebook.terms[claim.term], claim.value)}, said by "
    text += f"{claim.said_by}, is {verdict.word}. Weighed by {verdict.user.name} on {verdict.event.at.date()}."
    if verdict.contrary is not None:
        text += f" Contradicted by the exhibit {verdict.contrary.key}, which shows: {verdict.value}."
        text += f" In its words: “{verdict.quote}”" if verdict.quote else ""
    return text + (f" {verdict.note}" if verdict.note else "")
