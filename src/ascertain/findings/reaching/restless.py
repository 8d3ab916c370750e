"""Days on which a comparison of a date with itself turns, such as whether it is a working day or late in a month.

Such a comparison may turn again and again. So days are looked at one by one, for as long as it takes weeks and months
to come round, and about every day on which they do not come round: a holiday, and the leap day that a century lacks.
So it is with the order in which comparisons of another date with it turn; see :mod:`arranging`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, islice

from ascertain.findings.arithmetic.offsets import LONGEST_REST
from ascertain.findings.arithmetic.relations import Relation, calendars_in
from ascertain.findings.arithmetic.trends import STRAY, Stretch, unsettled
from ascertain.findings.arithmetic.turning import Same, bounds
from ascertain.findings.reaching.arranging import Arrangement, arranged
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.expressions import Expression, OnWorkingDay, Shifted, parts

_WEEK, _YEARS, _LONG_MONTH = 7, 1461, 31
_NO_LEAP_DAY = tuple(date(year, 2, 28).toordinal() for year in (1700, 1800, 1900, 2100, 2200, 2300))


def edges(relation: Relation, term: str, rulebook: Rulebook) -> Iterator[int]:
    """The values of a quantity about each end of the stretches in which a relation of it with itself is unsettled."""
    low, high = bounds(rulebook.terms[term])
    for stretch in _stretches(relation, term, Same(rulebook)):
        if stretch.first > low:
            yield from (stretch.first - 1, stretch.first)
        if stretch.last < high:
            yield from (stretch.last, stretch.last + 1)


def restless(relations: Iterable[Relation], term: str, cuts: Collection[int], rulebook: Rulebook) -> frozenset[int]:
    """After each cut the first value for each other way in which relations of a quantity with itself can stand at once.

    Args:
        relations: Relations of this quantity alone that may turn again and again.
        term: Its phrase.
        cuts: Where anything else turns, the edges of these relations included; what lies before the first cut is told
            from nothing there.
        rulebook: Has the term's bounds and the calendars.
    """
    return _restless(tuple(relations), term, tuple(sorted(cuts)), Same(rulebook))


@lru_cache(maxsize=1 << 10)
def _restless(relations: tuple[Relation, ...], term: str, cuts: Sequence[int], same: Same[Rulebook]) -> frozenset[int]:
    rulebook = same.held
    low, high = bounds(rulebook.terms[term])
    found: set[int] = set()
    for at, (cut, end) in enumerate(zip(cuts, [*(cut - 1 for cut in cuts[1:]), high], strict=True)):
        first = cut if at else min(low, cut)
        mine = {
            relation: [each for each in _stretches(relation, term, same) if each.first <= end and first <= each.last]
            for relation in relations
        }
        moving = [relation for relation, stretches in mine.items() if stretches]
        if not moving:
            continue
        met = {_told(moving, term, cut, same)}
        for value in _looked_at(cut, first, end, moving, list(chain.from_iterable(mine.values())), rulebook):
            told = _told(moving, term, value, same)
            if told not in met:
                met.add(told)
                found.add(value)
                if len(met) == 2 ** len(moving):
                    break
    return frozenset(found)


def rearranged(
    arrangements: Iterable[Arrangement], alone: Iterable[Relation], term: str, cuts: Collection[int], rulebook: Rulebook
) -> frozenset[int]:
    """After each cut the first day of a date for each other way in which things are arranged for it.

    Args:
        arrangements: What comes now in one order, now in another.
        alone: Relations of this date alone that may turn again and again.
        term: Its phrase.
        cuts: Where anything else turns; see :func:`restless`.
        rulebook: Has the term's bounds and the calendars.
    """
    same, mine, found = Same(rulebook), tuple(alone), set[int]()
    for each in arrangements:
        found |= _rearranged(each, mine, term, tuple(sorted(cuts)), same)
    return frozenset(found)


@lru_cache(maxsize=1 << 10)
def _rearranged(
    arrangement: Arrangement, alone: tuple[Relation, ...], term: str, cuts: Sequence[int], same: Same[Rulebook]
) -> frozenset[int]:
    low, high = bounds(same.held.terms[term])
    found: set[int] = set()
    most = arrangement.most * 2 ** len(alone)
    sides = tuple(arrangement.sides) + tuple(side for each in alone for side in (each.left, each.right))
    room = max(_LEAST_LOOKED_AT, _MOST_LOOKED_AT // max(1, len(cuts)))
    for at, (cut, end) in enumerate(zip(cuts, [*(cut - 1 for cut in cuts[1:]), high], strict=True)):
        first = cut if at else min(low, cut)
        met: set[object] = set()
        for day in islice(_coming_round(cut, first, end, sides, same.held), room):
            told = arranged(arrangement, day, same), _told(alone, term, day, same)
            if told not in met:
                if met:
                    found.add(day)
                met.add(told)
                if len(met) == most:
                    break
    return frozenset(found)


_MOST_LOOKED_AT, _LEAST_LOOKED_AT = 60_000, 400
"""As many days as are looked at for one arrangement, and between two cuts at least."""


def _looked_at(
    cut: int, first: int, end: int, relations: Sequence[Relation], stretches: Sequence[Stretch], rulebook: Rulebook
) -> Iterator[int]:
    """The values between two that have to be looked at, those from the cut on first."""
    for stretch in stretches:
        if not stretch.recurs:
            yield from range(max(first, stretch.first), min(end, stretch.last) + 1)
    if any(stretch.recurs for stretch in stretches):
        sides = [side for relation in relations for side in (relation.left, relation.right)]
        yield from _coming_round(cut, first, end, sides, rulebook)


def _coming_round(cut: int, first: int, end: int, sides: Sequence[Expression], rulebook: Rulebook) -> Iterator[int]:
    """The days between two for as long as it takes weeks and months to come round, and about those that do not."""
    months, spread = any(map(_by_months, sides)), max(map(_spread, sides))
    calendars = [rulebook.calendars[name] for side in sides for name in calendars_in(side)]
    period = (_YEARS if months else 1) * (_WEEK if calendars else 1)
    yield from range(cut, min(end, cut + period) + 1)
    yield from range(max(first, cut - period), cut)
    odd = {day for calendar in calendars for day in calendar.closed}.union(_NO_LEAP_DAY if months else ())
    looked_at = cut + period
    for day in sorted(odd):
        start = max(first, day - spread - period, looked_at + 1 if day > cut else first)
        yield from range(start, min(end, day + spread + period) + 1)
        looked_at = max(looked_at, day + spread + period)


@lru_cache(maxsize=1 << 18)
def _holds(relation: Relation, term: str, value: int, same: Same[Rulebook]) -> bool:
    return relation.holds({term: value}, same.held.calendars)


def _told(relations: Sequence[Relation], term: str, value: int, same: Same[Rulebook]) -> tuple[bool, ...]:
    return tuple(_holds(relation, term, value, same) for relation in relations)


@lru_cache(maxsize=1 << 10)
def _stretches(relation: Relation, term: str, same: Same[Rulebook]) -> tuple[Stretch, ...]:
    return unsettled(relation, *bounds(same.held.terms[term]))


def _by_months(side: Expression) -> bool:
    return (isinstance(side, Shifted) and side.by.months != 0) or any(map(_by_months, parts(side)))


def _spread(side: Expression) -> int:
    """How far from a day others lie that may matter to it."""
    inner = max(map(_spread, parts(side)), default=0)
    match side:
        case Shifted(_, by):
            return inner + _LONG_MONTH * abs(by.months) + abs(by.days) + (STRAY if by.months else 0)
        case OnWorkingDay():
            return inner + LONGEST_REST
        case _:
            return inner
