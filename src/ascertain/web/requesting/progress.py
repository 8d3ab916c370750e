"""A request that was sent in; until when each government has time, and what became of it, out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from django.db.models import Q

from ascertain.docket.state import state_on
from ascertain.web.dockets.part import part_of
from ascertain.web.place import Place
from ascertain.web.records.models import Entry, Extension, Government, LateAcceptance, Sending, Submission
from ascertain.web.requesting.deadlines import is_open


class Progress(StrEnum):
    """What became of a request to one government."""

    WAITING = "waits for an answer"
    OVERDUE = "overdue"
    ANSWERED = "answered in time"
    LATE = "answered late"
    ACCEPTED = "answered late, accepted"


_TURNS = {
    Progress.WAITING: "the government answers",
    Progress.OVERDUE: "the government answers; the lead can extend the deadline, or accept a late answer",
    Progress.ANSWERED: "the reviewers weigh the answer",
    Progress.LATE: "the lead accepts the late answer, with a reason, or leaves it late",
    Progress.ACCEPTED: "the reviewers weigh the answer",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a request to one government stands. ``day`` is its own last day, the public one or a later."""

    government: Government
    day: date
    extensions: tuple[Extension, ...]
    answer: int | None
    acceptance: LateAcceptance | None
    progress: Progress

    @property
    def turn(self) -> str:
        """Whose turn it is, and to do what."""
        return _TURNS[self.progress]

    @property
    def changes(self) -> int:
        """How many times its last day was moved."""
        return len(self.extensions)


def asked_of(sending: Sending, governments: Collection[Government], now: datetime, place: Place) -> tuple[Asked, ...]:
    """Where a request stands with those of these governments that it went to.

    Args:
        sending: The request, with its entry and the entry's review.
        governments: Governments of the review, those that whoever asks may see.
        now: The moment.
        place: Where rulebooks that are named by a path are looked for.
    """
    entry = sending.entry
    entries = Entry.objects.filter(Q(pk=entry.pk) | Q(review=entry.review, kind="response", answers=entry.number))
    by_key = {one.key: one for one in governments}
    # A day that has begun anywhere counts: what was filed there is on record.
    known = (now.astimezone(UTC) + timedelta(hours=14)).date()
    state = state_on(part_of(entry.review, place, entries, list(by_key)), known)
    moments = dict(Submission.objects.filter(entry__in=entries).values_list("entry__number", "event__at"))
    extensions = list(Extension.objects.filter(sending=sending).order_by("number"))
    accepted = {one.government_id: one for one in LateAcceptance.objects.filter(sending=sending)}
    found = []
    for reply in (reply for request in state.requests for reply in request.replies):
        government = by_key[reply.government]
        own = tuple(one for one in extensions if one.government_id == government.pk)
        day, acceptance = own[-1].day if own else sending.day, accepted.get(government.pk)
        late = None
        if reply.response:
            sent = moments.get(reply.response.number)
            late = reply.response.date.latest > day if sent is None else not is_open(day, sending.zone, sent)
        progress = _progress(late, is_open(day, sending.zone, now), acceptance is not None)
        answer = reply.response.number if reply.response else None
        found.append(Asked(government, day, own, answer, acceptance, progress))
    return tuple(found)


def _progress(late: bool | None, still: bool, accepted: bool) -> Progress:
    if late is None:
        return Progress.WAITING if still else Progress.OVERDUE
    if late:
        return Progress.ACCEPTED if accepted else Progress.LATE
    return Progress.ANSWERED
