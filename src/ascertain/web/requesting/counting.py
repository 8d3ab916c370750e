"""A request that was sent in; the day that its deadline would be if it were counted by the calendar of today, out."""

from __future__ import annotations

from datetime import date

from ascertain.web.dockets.part import law_of
from ascertain.web.mistakes import WebError
from ascertain.web.place import Place
from ascertain.web.records.models import Sending
from ascertain.web.requesting.calendars import calendars_for
from ascertain.web.requesting.deadlines import due
from ascertain.web.requesting.letters import content_of


def counted_now(sending: Sending, place: Place) -> date | None:
    """The last day by the same rule from the same moment, where holidays that were entered since change it.

    Args:
        sending: The request, with its version.
        place: Where rulebooks that are named by a path are looked for.

    Returns:
        The day; ``None`` where it is the public one, or can no longer be counted.
    """
    terms = content_of(sending.version.content).terms
    if not terms.calendar:
        return None
    calendar = calendars_for(law_of(sending.entry.review, place)).get(terms.calendar)
    try:
        day = due(terms, sending.at, calendar).day
    except WebError:
        return None
    return day if day != sending.day else None
