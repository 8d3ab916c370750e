"""What the force of a provision, a reading or a membership can hang on: whose scopes are looked at, and which days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ascertain.law.index import Act, LawIndex
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import ScopeItem, ScopeKind
from ascertain.rulebook.model.sources import Verb


@dataclass(frozen=True, slots=True)
class Bearing:
    """Two governments that no item tells apart are treated alike, and so are two days between which no day lies."""

    items: frozenset[ScopeItem]
    days: frozenset[date]


def of_provision(index: LawIndex, provision: str) -> Bearing:
    """What the force of a provision can hang on."""
    return _bearing(index, [provision], [])


def of_point(index: LawIndex, point: str) -> Bearing:
    """What it can hang on which readings of a point are live."""
    acts = [act for act in index.on(point) if act.effect.verb is Verb.BINDS]
    return _bearing(index, [act.effect.source for act in acts], acts)


def of_group(rulebook: Rulebook, group: str) -> Bearing:
    """What membership in a group can hang on."""
    days = _of_intervals(period for _, period in rulebook.groups[group].members)
    return Bearing(frozenset({ScopeItem(ScopeKind.GROUP, group)}), frozenset(days))


def _bearing(index: LawIndex, provisions: Iterable[str], acts: Iterable[Act]) -> Bearing:
    items: set[ScopeItem] = set()
    days: set[date] = set()
    seen: set[str] = set()
    done = {act.number: act for act in acts}
    waiting = list(provisions)
    while waiting:
        provision = waiting.pop()
        if provision in seen:
            continue
        seen.add(provision)
        binds = index.binds(provision)
        items.update((*binds.items, *binds.excepted))
        for level in index.levels[provision]:
            days.update(_of_intervals(index.intervals(level) or ()))
        for _, act in index.reaching(provision):
            done[act.number] = act
            waiting.append(act.effect.source)
    for act in done.values():
        effect = act.effect
        for scope in (effect.scope, effect.to):
            items.update((*scope.items, *scope.excepted) if scope is not None else ())
        # What is circular on the day of an event is no longer so on the next.
        days.update({act.earliest, act.settled, act.settled + timedelta(days=1)})
        days.update(_of_moments((effect.effective, effect.until)))
    for item in items:
        if item.kind is ScopeKind.GROUP:
            days.update(_of_intervals(period for _, period in index.rulebook.groups[item.name].members))
    return Bearing(frozenset(items), frozenset(days))


def _of_intervals(intervals: Iterable[Interval]) -> Iterator[date]:
    for interval in intervals:
        yield from _of_moments((interval.start, interval.end))


def _of_moments(moments: Iterable[Moment | None]) -> Iterator[date]:
    for moment in moments:
        if moment is not None:
            yield moment.earliest
            yield moment.latest
