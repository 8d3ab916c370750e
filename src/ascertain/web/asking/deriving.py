"""A review, a day and whoever asks in; the findings, worked out from nothing but what they may read, out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from ascertain.docket.model import Docket
from ascertain.publish.html import words
from ascertain.rulebook.model.book import Rulebook
from ascertain.web.asking.days import day_in
from ascertain.web.asking.desk import Progress
from ascertain.web.asking.who import Asking, the_place
from ascertain.web.dockets.papers import docket_of, state_of
from ascertain.web.dockets.part import law_of
from ascertain.web.dockets.seen import rests_on, seen_docket
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import visible_entries, visible_governments


@dataclass(frozen=True, slots=True)
class Days:
    """The day asked about, and the last day whose law and record count."""

    on: date
    known: date

    @property
    def query(self) -> str:
        """The part of an address that names them."""
        return f"?on={self.on}&known={self.known}"

    @property
    def words(self) -> tuple[str, str]:
        """Both in print."""
        return words.day(self.on), words.day(self.known)


@dataclass(frozen=True, slots=True)
class Scope:
    """What somebody may know of a review: these entries and governments, or with ``whole`` everything."""

    whole: bool
    numbers: frozenset[int] = frozenset()
    governments: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Read:
    """A docket as somebody may know it, with its rulebook; no finding is told of the ``withheld`` governments."""

    docket: Docket
    rulebook: Rulebook
    withheld: frozenset[str]


def days_of(request: HttpRequest, who: Asking) -> Days:
    """The days that a page is asked for: today, or the last day before that the rulebook answers for.

    Raises:
        WebError: The day is none, or none that the rulebook answers for.
        BadInput: The rulebook is not found or has mistakes.
    """
    return days_for(who, request.GET.get("on", ""), request.GET.get("known", ""))


def days_for(who: Asking, on: str, known: str) -> Days:
    """The days that somebody wrote; errors as in :func:`days_of`."""
    rulebook = law_of(who.review, the_place())
    covers, today = rulebook.covers, date.today()
    asked = Days(day_in(on, covers.nearest(today)), day_in(known, today))
    if covers.covers(asked.on) is not True:
        message = f"the rulebook {rulebook.id} answers {covers}, and {asked.on} is outside"
        raise WebError(Code.UNFIT, message, f"ask for a day inside that period, such as {covers.nearest(asked.on)}")
    return asked


def scope_of(who: Asking) -> Scope:
    """What somebody may know of a review."""
    if who.may(Act.SEE_THE_WHOLE_DOCKET):
        return Scope(whole=True)
    return Scope(
        whole=False,
        numbers=frozenset(visible_entries(who.principal, who.review).values_list("number", flat=True)),
        governments=frozenset(visible_governments(who.principal, who.review).values_list("key", flat=True)),
    )


def key_of(who: Asking, scope: Scope, days: Days) -> tuple[object, ...]:
    """What findings depend on: the papers on the record, the law, the days, and what whoever asks may know."""
    law = law_of(who.review, the_place())
    return (state_of(who.review), law.digest, scope, days)


def read_as(who: Asking, scope: Scope, wanted: Collection[str], progress: Progress) -> Read:
    """The docket as somebody may know it.

    A finding that would rest on an entry which they may not read is withheld, since without the entry it would be
    another.

    Args:
        who: Who asks.
        scope: What they may know.
        wanted: The governments whose findings are wanted, by their short ids.
        progress: Told in a few words what is being done.

    Raises:
        BadInput: The rulebook is not found or has mistakes.
    """
    progress("reading the docket")
    docket, rulebook = docket_of(who.review, the_place())
    if scope.whole:
        return Read(docket, rulebook, frozenset())
    withheld = frozenset(key for key in wanted if not rests_on(docket, key) <= scope.numbers)
    return Read(seen_docket(docket, rulebook, scope.numbers, scope.governments), rulebook, withheld)
