"""In which order comparisons of a date turn, for each day of another: with working days it changes again and again.

That a report came in after its deadline, yet by the working day that the deadline is moved to, can be so on weekends
alone. Given one date each comparison of another with it turns on some day of the other. Which of these days comes first
tells in which ways the two can lie together. So it is seen for which days of the one date the order is another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from ascertain.findings.arithmetic.lateness import (
    Span,
    apart,
    date_of,
    is_jagged,
    is_moved,
    later,
    reaches,
    slackened,
    value,
)
from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.arithmetic.turning import Same
from ascertain.quantities.durations import Duration
from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.expressions import Constant, Difference, Expression, Shifted, Worth
from ascertain.rulebook.model.terms import Value

Calendars = Mapping[str, Calendar]


@dataclass(frozen=True, slots=True)
class _Turn:
    """On which day of a date it is, moved, for the first time so many days later than another, moved."""

    rising: Expression
    resting: Expression
    more: int

    def day(self, given: int, calendars: Calendars) -> int:
        return reaches(self.rising, value(self.resting, given, calendars) + self.more, calendars)

    def later(self, calendars: Calendars) -> Span:
        """How many days after what it is given that day is."""
        (low, high), (its_low, its_high) = later(self.resting, calendars), later(self.rising, calendars)
        return low + self.more - its_high, high + self.more - its_low


@dataclass(frozen=True, slots=True)
class _Way:
    """From a day of one date to a day of another, over a third or at once; ``less`` days before what is met between."""

    turns: tuple[_Turn, ...]
    less: int = 0

    def day(self, given: int, calendars: Calendars) -> int:
        first, *rest = self.turns
        found = first.day(given, calendars)
        for turn in rest:
            found = turn.day(found - self.less, calendars)
        return found

    def later(self, calendars: Calendars) -> Span:
        spans = [turn.later(calendars) for turn in self.turns]
        return sum(low for low, _ in spans) - self.less, sum(high for _, high in spans) - self.less

    def after(self, other: _Way, calendars: Calendars) -> Span:
        """How many days it leads farther than another way, at least and at most."""
        (low, high), (its_low, its_high) = self.later(calendars), other.later(calendars)
        apart_by = low - its_high, high - its_low
        if len(self.turns) > 1 or len(other.turns) > 1:
            return apart_by
        (mine,), (its,) = self.turns, other.turns
        by, also = apart(mine.resting, its.resting, calendars), apart(its.rising, mine.rising, calendars)
        more = mine.more - its.more
        low, high = slackened((by[0] + also[0] + more, by[1] + also[1] + more))
        return max(low, apart_by[0]), min(high, apart_by[1])


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Ways from one date to another of which not always the same leads farther.

    Args:
        pairs: Two ways each.
        inner: Comparisons of the other date with itself, of which it matters how they stand between the two.
        term: The other date.
        most: In no more ways can all of this be.
    """

    pairs: tuple[tuple[_Way, _Way], ...]
    inner: tuple[Relation, ...]
    term: str
    most: int

    @property
    def sides(self) -> Iterator[Expression]:
        """All that is compared."""
        for way in dict.fromkeys(way for pair in self.pairs for way in pair):
            for turn in way.turns:
                yield from (turn.rising, turn.resting)
        for relation in self.inner:
            yield from (relation.left, relation.right)


@lru_cache(maxsize=1 << 18)
def _day(way: _Way, given: int, same: Same[Rulebook]) -> int:
    return way.day(given, same.held.calendars)


@lru_cache(maxsize=1 << 18)
def arranged(arrangement: Arrangement, given: int, same: Same[Rulebook]) -> tuple[object, ...]:
    """Which of the ways lead farther from a day, and what stands between them."""
    found: list[object] = []
    for one, other in arrangement.pairs:
        days = _day(one, given, same), _day(other, given, same)
        found.append((days[0] > days[1]) - (days[0] < days[1]))
        if arrangement.inner:
            between = ({arrangement.term: day} for day in range(min(days), max(days)))
            calendars = same.held.calendars
            found.append(
                frozenset(tuple(each.holds(point, calendars) for each in arrangement.inner) for point in between)
            )
    return tuple(found)


_NEAR = 40
"""As many days apart as comparisons of a date with itself are looked at between."""


def arrangements(
    first: str,
    others: Sequence[str],
    relations: Sequence[Relation],
    alone: Mapping[str, Sequence[Relation]],
    known: Mapping[str, Value],
    rulebook: Rulebook,
) -> tuple[Arrangement, ...]:
    """What comes in another order for other days of a date.

    Args:
        first: The date.
        others: The other unknown quantities.
        relations: What is looked at.
        alone: For some quantities their comparisons with themselves that may turn again and again.
        known: The facts that are known.
        rulebook: Has the calendars.
    """
    numbers = {term for relation in relations for term in relation.terms if term in known}
    values = tuple((term, known[term]) for term in sorted(numbers))
    inner = tuple((term, tuple(alone.get(term, ()))) for term in others)
    return _arrangements(first, inner, tuple(relations), values, Same(rulebook))


@lru_cache(maxsize=1 << 12)
def _arrangements(
    first: str,
    others: tuple[tuple[str, tuple[Relation, ...]], ...],
    relations: tuple[Relation, ...],
    known: tuple[tuple[str, Value], ...],
    same: Same[Rulebook],
) -> tuple[Arrangement, ...]:
    parted = [pair for relation in relations if (pair := _parted(relation, dict(known))) is not None]
    if not any(map(is_jagged, (side for one, _, other in parted for side in (one, other)))) and not any(
        inner for _, inner in others
    ):
        return ()
    turns: dict[tuple[str, str], dict[_Turn, None]] = {}
    for left, strict, right in parted:
        one, other = date_of(left), date_of(right)
        turns.setdefault((other, one), {})[_Turn(left, right, 1 if strict else 0)] = None
        turns.setdefault((one, other), {})[_Turn(right, left, 0 if strict else 1)] = None
    found: list[Arrangement] = []
    for term, inner in others:
        ways = [_Way((turn,)) for turn in turns.get((first, term), {})]
        for middle, _ in others:
            pairs = product(turns.get((first, middle), {}), turns.get((middle, term), {}))
            ways += [_Way(pair, less) for pair in pairs for less in (0, 1)]
        found += _clusters(ways, inner, term, same.held.calendars)
    return tuple(found)


def _clusters(ways: Sequence[_Way], inner: tuple[Relation, ...], term: str, calendars: Calendars) -> list[Arrangement]:
    """Pairs of ways of which now the one leads farther and now the other, those together that have a way in common."""
    clusters: list[tuple[set[_Way], list[tuple[_Way, _Way]], int]] = []
    near = _NEAR if inner else 0
    for one, other in combinations(ways, 2):
        low, high = one.after(other, calendars)
        if low > near or high < -near or (low == high and not inner):
            continue
        signs = (low < 0) + (low <= 0 <= high) + (high > 0)
        if signs == 1 and not inner:
            continue
        mine: tuple[set[_Way], list[tuple[_Way, _Way]], int] = ({one, other}, [(one, other)], signs)
        for each in [each for each in clusters if each[0] & mine[0]]:
            clusters.remove(each)
            mine = (each[0] | mine[0], [*each[1], *mine[1]], each[2] * mine[2])
        clusters.append(mine)
    boundless = 1 << 30
    return [Arrangement(tuple(pairs), inner, term, boundless if inner else most) for _, pairs, most in clusters]


def _parted(relation: Relation, known: Mapping[str, Value]) -> tuple[Expression, bool, Expression] | None:
    """Both sides of a comparison, where each is one unknown date, moved, and they are two; else nothing."""
    left, right = _without_days(relation.left, relation.right, known)
    right, left = _without_days(right, left, known)
    if not (is_moved(left) and is_moved(right)):
        return None
    one, other = date_of(left), date_of(right)
    return None if one == other or one in known or other in known else (left, relation.strict, right)


def _without_days(side: Expression, other: Expression, known: Mapping[str, Value]) -> tuple[Expression, Expression]:
    """That so many days lie between two dates, as that the one comes so many days after the other."""
    days = _days(other, known)
    return (side.left, _moved(side.right, days)) if isinstance(side, Difference) and days is not None else (side, other)


def _days(side: Expression, known: Mapping[str, Value]) -> int | None:
    match side:
        case Constant(number):
            return number
        case Worth(term) if term in known:
            return int(known[term])
        case _:
            return None


def _moved(side: Expression, days: int) -> Expression:
    return Shifted(side, Duration(days=days), f"{days:+} days") if days else side
