"""A docket and a day in; the state of the review out: who was asked, who answered, what was found, as of then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ascertain.docket.model import Docket, Entry, EntryKind, Member, Result
from ascertain.rulebook.dates import Moment


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days, known only within bounds where a date is known only to its month or year."""

    at_least: int
    at_most: int

    def __str__(self) -> str:
        if self.at_least != self.at_most:
            return f"{self.at_least} to {self.at_most} days"
        return f"{self.at_least} day{'' if self.at_least == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a request to one government.

    ``response`` is the first answer filed by then, ``None`` where there is none. ``late`` is by how many days it
    missed the deadline (an unanswered request counts on); ``None`` where it is in time or no deadline was set.
    """

    government: str
    response: Entry | None
    late: Days | None


@dataclass(frozen=True, slots=True)
class Request:
    """A request and the reply of each government that it was sent to, in the order of its addressees."""

    entry: Entry
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What one entry said of one government, in its author's own words."""

    government: str
    result: Result
    entry: Entry


@dataclass(frozen=True, slots=True)
class DocketState:
    """The state of a review on a day, from nothing but what had surely been filed by then.

    Membership, a request and a response are three records, and none is concluded from another: a member need not have
    been asked, and one that answered need not have been asked either.

    Args:
        known: The day.
        members: Who was a member on it; ``perhaps`` who may have been, where a date is not known to the day.
        requests: Every request, with the replies to it.
        unasked: Responses that answer no recorded request.
        statements: Dated statements, oldest first.
        determinations: The latest for each government, in the order of the docket's governments.
        superseded: The earlier ones, oldest first.
        lists: Published lists, oldest first.
        undated: Entries that may or may not have been filed by then.
    """

    known: date
    members: tuple[Member, ...]
    perhaps: tuple[Member, ...]
    requests: tuple[Request, ...]
    unasked: tuple[Entry, ...]
    statements: tuple[Entry, ...]
    determinations: tuple[Standing, ...]
    superseded: tuple[Standing, ...]
    lists: tuple[Entry, ...]
    undated: tuple[Entry, ...]

    def sent(self, government: str) -> tuple[Entry, ...]:
        """The requests sent to this government."""
        return tuple(one.entry for one in self.requests if government in one.entry.to)

    def responses(self, government: str) -> tuple[Entry, ...]:
        """The first response of this government to each request, and those that answer no request."""
        to_requests = [
            reply.response
            for one in self.requests
            for reply in one.replies
            if reply.response and reply.government == government
        ]
        return (*to_requests, *(entry for entry in self.unasked if government in entry.about))

    def listings(self, government: str) -> tuple[tuple[Entry, Result | None], ...]:
        """What each list says of this government; ``None`` where it does not name it. Looked up, never inferred."""
        return tuple(
            (entry, next((result for result in entry.results if result.government == government), None))
            for entry in self.lists
        )


def state_on(docket: Docket, known: date) -> DocketState:
    """The state of the review as of a day.

    Args:
        docket: The docket.
        known: Only what had surely been filed by this day counts.
    """
    filed = [entry for entry in docket.entries if entry.filed.reached(known) is True]
    requests = [entry for entry in _oldest_first(filed) if entry.kind is EntryKind.REQUEST]
    responses = [entry for entry in _oldest_first(filed) if entry.kind is EntryKind.RESPONSE]
    asked = {request.number for request in requests}
    latest, earlier = _determinations(docket, filed)
    return DocketState(
        known=known,
        members=tuple(member for member in docket.members if member.period.covers(known) is True),
        perhaps=tuple(member for member in docket.members if member.period.covers(known) is None),
        requests=tuple(Request(request, _replies(request, responses, known)) for request in requests),
        unasked=tuple(entry for entry in responses if entry.answers not in asked),
        statements=tuple(entry for entry in _oldest_first(filed) if entry.kind is EntryKind.STATEMENT),
        determinations=latest,
        superseded=earlier,
        lists=tuple(entry for entry in _oldest_first(filed) if entry.kind is EntryKind.LIST),
        undated=tuple(entry for entry in docket.entries if entry.filed.reached(known) is None),
    )


def _oldest_first(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (entry.date.latest, entry.number))


def _replies(request: Entry, responses: list[Entry], known: date) -> tuple[Reply, ...]:
    replies = []
    for government in request.to:
        answers = (entry for entry in responses if entry.answers == request.number and government in entry.about)
        response = next(answers, None)
        answered = response.date if response else Moment.on(known)
        late = late_by(request.deadline, answered)
        replies.append(Reply(government, response, late))
    return tuple(replies)


def late_by(deadline: Moment | None, answered: Moment) -> Days | None:
    """By how many days an answer misses a deadline.

    Args:
        deadline: The last day to answer; ``None`` where none was set.
        answered: The day of the answer, or the day asked about where there is none yet.

    Returns:
        The days, ``None`` where it is in time.
    """
    if deadline is None or answered.latest <= deadline.earliest:
        return None
    return Days(max(0, (answered.earliest - deadline.latest).days), (answered.latest - deadline.earliest).days)


def _determinations(docket: Docket, filed: list[Entry]) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """The latest of each government, and the superseded ones."""
    latest: dict[str, Standing] = {}
    earlier: list[Standing] = []
    for entry in _oldest_first(filed):
        for result in entry.results if entry.kind is EntryKind.DETERMINATION else ():
            if result.government in latest:
                earlier.append(latest[result.government])
            latest[result.government] = Standing(result.government, result, entry)
    ordered = tuple(latest[government] for government in docket.governments if government in latest)
    return ordered, tuple(sorted(earlier, key=lambda one: (one.entry.date.latest, one.entry.number)))
