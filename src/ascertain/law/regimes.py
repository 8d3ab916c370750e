"""Legal regimes: the periods within which no force, reading or membership changes for a matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ascertain.law.index import Act, Concern, LawIndex, index_of
from ascertain.law.model import Matter
from ascertain.law.scope import item_reaches, parties
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import ScopeItem, ScopeKind


def boundaries(rulebook: Rulebook, matter: Matter) -> tuple[date, ...]:
    """Every day on which any force, live reading or membership may change for the matter, sorted.

    The matter's own ``on`` plays no part. A day that the sources give only by its month or year contributes both
    the first and the last day that it can be. Between two neighbours the law stands still.
    """
    index = index_of(rulebook)
    days = {*_of_levels(index, index.levels, matter), *_of_acts(index.acts, matter, rulebook)}
    days.update(memberships(rulebook, rulebook.groups, matter))
    return tuple(sorted(days))


def turning_days(index: LawIndex, concern: Concern, matter: Matter) -> tuple[date, ...]:
    """Every day on which what the concern is about may change for the matter, sorted. Otherwise as ``boundaries``."""
    days = {*_of_levels(index, concern.levels, matter), *_of_acts(concern.acts, matter, index.rulebook)}
    days.update(memberships(index.rulebook, concern.groups, matter))
    return tuple(sorted(days))


def memberships(rulebook: Rulebook, groups: Iterable[str], matter: Matter) -> Iterator[date]:
    """The days on which the matter's government, or its program, may come into or leave one of the groups."""
    ids = parties(matter.government, matter.program, rulebook)
    for group in groups:
        yield from _of_intervals(period for member, period in rulebook.groups[group].members if member in ids)


def _of_levels(index: LawIndex, levels: Iterable[str], matter: Matter) -> Iterator[date]:
    for level in levels:
        authority = index.rulebook.authorities[level.partition("#")[0]]
        if authority.issued.reached(matter.known) is not False:
            yield from _of_intervals(index.intervals(level) or ())
            if not index.own_time(level):
                yield from _of_moments((authority.issued,))


def _of_acts(acts: Iterable[Act], matter: Matter, rulebook: Rulebook) -> Iterator[date]:
    for act in acts:
        if act.effect.issued.reached(matter.known) is not False and _may_concern(act, matter, rulebook):
            yield from (act.earliest, act.settled)
            yield from _of_moments((act.effect.effective, act.effect.until))
            if act.entangled:  # what is circular on the day of an event is no longer so on the next
                yield act.settled + timedelta(days=1)


def _may_concern(act: Act, matter: Matter, rulebook: Rulebook) -> bool:
    """Whether the effect can reach the matter on any day at all; dated groups may."""
    scope = act.effect.scope
    if scope is None or act.extensible:
        return True

    def may(item: ScopeItem) -> bool:
        if item.kind is ScopeKind.GROUP:
            return True
        return item_reaches(item, matter.government, matter.program, matter.on, rulebook) is not False

    return any(may(item) for item in scope.items)


def _of_intervals(intervals: Iterable[Interval]) -> Iterable[date]:
    for interval in intervals:
        yield from _of_moments((interval.start, interval.end))


def _of_moments(moments: Iterable[Moment | None]) -> Iterable[date]:
    for moment in moments:
        if moment is not None:
            yield moment.earliest
            yield moment.latest
