"""What someone may read in; the deadlines in it, as days of a calendar, out."""

from __future__ import annotations

from collections.abc import Iterator

from ascertain.web.policy.decide import Thing, may
from ascertain.web.policy.principal import Principal
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_extensions, visible_messages, visible_sendings
from ascertain.web.records.models import Extension, Government, Review, Sending
from ascertain.web.requesting.deadlines import closes
from ascertain.web.requesting.ics import Due
from ascertain.web.requesting.wording import Kind


def deadlines_of(principal: Principal, review: Review, number: int | None = None) -> Iterator[Due]:
    """The deadlines of a review that someone may see, or those of one request.

    The team gets the public day of each request and every extended one; a government's people get their own day.

    Args:
        principal: Who.
        review: The review.
        number: The number of the request's entry; all of them without one.
    """
    sendings = visible_sendings(principal, review).select_related("entry")
    if number is not None:
        sendings = sendings.filter(entry__number=number)
    whole = may(principal, Act.SEE_THE_WHOLE_DOCKET, Thing(review.pk))
    moved = list(visible_extensions(principal, review).select_related("government").order_by("number"))
    letters = visible_messages(principal, review).filter(kind=Kind.REQUEST, address="").select_related("government")
    for sending in sendings:
        if whole:
            yield _due(review, sending, None, None)
        newest = {one.government: one for one in moved if one.sending_id == sending.pk}
        asked = () if whole else (one.government for one in letters if one.sending_id == sending.pk)
        for government in newest if whole else asked:
            yield _due(review, sending, government, newest.get(government))


def _due(review: Review, sending: Sending, government: Government | None, last: Extension | None) -> Due:
    day, changed = (last.day, last.at) if last else (sending.day, sending.at)
    whose = f"-{government.key}" if government else ""
    who = f", {government.name}" if government else ""
    until = f"{closes(day, sending.zone):%Y-%m-%d %H:%M} UTC"
    return Due(
        uid=f"request-{review.slug}-{sending.entry.number}{whose}@ascertain",
        sequence=last.number if last else 0,
        changed=changed,
        day=day,
        summary=f"Answer due{who}: {sending.entry.title}",
        description=f"Through the end of the day in {sending.zone}, until {until}. {review.title}, entry "
        f"{sending.entry.number}.",
    )
