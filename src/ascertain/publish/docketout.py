"""The state of a review as sheets for people and as objects for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ascertain.docket.model import Docket, Entry, Member
from ascertain.docket.state import DocketState, Reply, Request, Standing
from ascertain.publish.sheet import Column, Sheet, widest
from ascertain.rulebook.model.parties import Government

Json = dict[str, object]
_DAY = 10


def docket_sheets(docket: Docket, state: DocketState) -> Iterator[Sheet]:
    """The members at a glance, then requests with their replies, statements, determinations and lists."""
    names = _names(docket)
    who = widest(names[member.government] for member in (*state.members, *state.perhaps))
    members = [*((member, "") for member in state.members), *((member, " (perhaps)") for member in state.perhaps)]
    yield Sheet(
        f"members ({len(state.members)})",
        (Column("Government", who), Column("Sent"), Column("Answered"), Column("Latest determination")),
        ((names[member.government] + doubt, *_glance(state, member.government)) for member, doubt in members),
    )
    for request in state.requests:
        entry = request.entry
        due = f", due {entry.deadline}" if entry.deadline else ""
        yield Sheet(
            f"entry {entry.number}, {entry.date}{due}: {entry.title}",
            (
                Column("Sent to", widest(names[one] for one in entry.to)),
                Column("Answer"),
                Column("Late", len("not yet, 1000 days")),
            ),
            ((names[reply.government], _answer(reply), _late(reply)) for reply in request.replies),
        )
    for title, entries in (("answers to no recorded request", state.unasked), ("statements", state.statements)):
        if entries:
            yield Sheet(
                title,
                (Column("Date", _DAY), Column("Entry", 5), Column("By"), Column("What")),
                ((str(entry.date), str(entry.number), entry.by, _said(entry, names)) for entry in entries),
            )
    standings = (*state.superseded, *state.determinations)
    if standings:
        yield Sheet(
            "determinations",
            (
                Column("Date", _DAY),
                Column("Entry", 5),
                Column("Government", who),
                Column("Result, in its author's words"),
            ),
            (
                (str(one.entry.date), str(one.entry.number), names[one.government], _result(one))
                for one in sorted(standings, key=lambda one: (one.entry.date.latest, one.entry.number))
            ),
        )
    for entry in state.lists:
        yield Sheet(
            f"list, entry {entry.number}, {entry.date}: {entry.title}",
            (Column("Government", who), Column("Result")),
            ((names.get(result.government, result.government), result.result) for result in entry.results),
        )


def docket_object(docket: Docket, state: DocketState) -> Json:
    """The state of a review as one object."""
    return {
        "schema": "ascertain/docket/1",
        "docket": docket.id,
        "title": docket.title,
        "reviewer": docket.reviewer,
        "rulebook": docket.rulebook,
        "standard": docket.standard.word,
        "digest": docket.digest,
        "known": state.known.isoformat(),
        "members": [
            *(_member(member, docket.governments, certain=True) for member in state.members),
            *(_member(member, docket.governments, certain=False) for member in state.perhaps),
        ],
        "requests": [_request(request) for request in state.requests],
        "unasked": [_entry(entry) for entry in state.unasked],
        "statements": [_entry(entry) for entry in state.statements],
        "determinations": [standing_object(one) for one in state.determinations],
        "superseded": [standing_object(one) for one in state.superseded],
        "lists": [_entry(entry) for entry in state.lists],
    }


def member_objects(docket: Docket, state: DocketState) -> Iterator[Json]:
    """One flat object a member, for a spreadsheet."""
    names = _names(docket)
    for member in (*state.members, *state.perhaps):
        sent, answered, determined = _glance(state, member.government)
        yield {
            "government": member.government,
            "name": names[member.government],
            "basis": member.basis,
            "sent": sent,
            "answered": answered,
            "determination": determined,
            "known": state.known.isoformat(),
        }


def _names(docket: Docket) -> dict[str, str]:
    return {one: government.name for one, government in docket.governments.items()}


def _glance(state: DocketState, government: str) -> tuple[str, str, str]:
    sent = "; ".join(f"{entry.date} (entry {entry.number})" for entry in state.sent(government))
    answered = "; ".join(f"{entry.date} (entry {entry.number})" for entry in state.responses(government))
    perhaps = "; ".join(
        f"perhaps: {entry.date} (entry {entry.number})"
        for entry in state.undated
        if entry.kind == "response" and government in entry.about
    )
    latest = next((one for one in state.determinations if one.government == government), None)
    return (
        sent or "no request",
        answered or perhaps or "no answer",
        f"{latest.entry.date}: {_result(latest)}" if latest else "none",
    )


def _answer(reply: Reply) -> str:
    entry = reply.response
    return f"{entry.date}, entry {entry.number}: {entry.title}" if entry else "none"


def _late(reply: Reply) -> str:
    if reply.late is None:
        return "" if reply.response else "not yet due"
    return str(reply.late) if reply.response else f"not yet, {reply.late}"


def _said(entry: Entry, names: Mapping[str, str]) -> str:
    results = "; ".join(f"{names.get(one.government, one.government)}: {one.result}" for one in entry.results)
    return f"{entry.title} ({results})" if results else entry.title


def _result(one: Standing) -> str:
    return f"{one.result.result}{' (provisional)' if one.result.provisional else ''}"


def _member(member: Member, governments: Mapping[str, Government], certain: bool) -> Json:
    start, end = member.period.start, member.period.end
    return {
        "government": member.government,
        "name": governments[member.government].name,
        "from": str(start) if start else None,
        "until": str(end) if end else None,
        "basis": member.basis or None,
        "certain": certain,
    }


def _request(request: Request) -> Json:
    return {
        **_entry(request.entry),
        "deadline": str(request.entry.deadline) if request.entry.deadline else None,
        "to": list(request.entry.to),
        "replies": [
            {
                "government": reply.government,
                "response": reply.response.number if reply.response else None,
                "date": str(reply.response.date) if reply.response else None,
                "late_days": None if reply.late is None else [reply.late.at_least, reply.late.at_most],
            }
            for reply in request.replies
        ],
    }


def _entry(entry: Entry) -> Json:
    return {
        "entry": entry.number,
        "kind": entry.kind.value,
        "title": entry.title,
        "date": str(entry.date),
        "filed": str(entry.filed),
        "by": entry.by,
        "about": list(entry.about),
        "results": [
            {
                "government": one.government,
                "result": one.result,
                "quote": one.quote or None,
                "provisional": one.provisional,
            }
            for one in entry.results
        ],
        "arguments": list(entry.arguments),
        "confidence": entry.confidence or None,
        "sources": list(entry.sources),
    }


def standing_object(one: Standing) -> Json:
    """What one entry determined of one government."""
    return {
        "government": one.government,
        "result": one.result.result,
        "provisional": one.result.provisional,
        "quote": one.result.quote or None,
        "entry": one.entry.number,
        "date": str(one.entry.date),
        "by": one.entry.by,
    }
