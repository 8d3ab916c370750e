"""Small random rulebooks that compute: amounts, numbers and dates, plain and concluded, compared in every way.

A seed fixes everything. *Narrow* ones let each quantity have so few values that all can be walked through, with no
choice of which; *wide* ones have the amounts and dates of real law, without bounds or with wide ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, islice
from math import prod
from random import Random

from ascertain.findings.reaching.domains import all_relations, domains
from ascertain.findings.reaching.index import Index
from ascertain.findings.reaching.reach import reach
from ascertain.findings.reaching.sampling import groups
from ascertain.law.force import LawOn
from ascertain.law.model import doubts_in
from ascertain.quantities.durations import Duration, Rounding
from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.mistakes import BadInput
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.expressions import (
    Constant,
    Difference,
    Expression,
    Greatest,
    Least,
    OnWorkingDay,
    Share,
    Shifted,
    Sum,
    Worth,
)
from ascertain.rulebook.model.rules import Clause, Compare, Condition, IsTrue, Outcome, Relate
from ascertain.rulebook.model.terms import QUANTITIES, Subject, Term, TermType, Value

from .random_rulebooks import HERE, QUESTION, Maker, Sample, matter

OFFICE = "office"
_MOST_ROWS = 1_200
_MOST_COMPARED = 40
_MOST_RELATIONS = {1: 8, 2: 5, 3: 3}
"""How many relations may bind so many unknown quantities, so that the engine is done soon."""


def narrow(seed: int) -> tuple[Sample, Mapping[str, tuple[Value, ...]]]:
    """A sample, and every value that each of its facts can have."""
    return _made(seed, _Narrow, 3)


def wide(seed: int) -> Sample:
    """A sample with amounts and dates as the law has them."""
    return _made(seed, _Wide, 2 if seed % 3 else 3)[0]


def _made(seed: int, maker: type[_Quantities], most: int) -> tuple[Sample, Mapping[str, tuple[Value, ...]]]:
    for attempt in count():
        rng = Random(f"{seed} {attempt}")  # noqa: S311 - no secret is made here
        rulebook = maker(rng).rulebook()
        try:
            if len([*islice(all_relations(rulebook, Index.of(rulebook)), _MOST_COMPARED)]) == _MOST_COMPARED:
                continue
            law = LawOn(rulebook, matter(rng, rulebook))
            within = reach(rulebook, QUESTION)
            values = maker.values(rulebook, within.facts)
        except BadInput:
            continue  # a date on both sides of a comparison, which no rulebook may have
        quantities = [term for term in within.facts if rulebook.terms[term].type in QUANTITIES]
        if not quantities:
            continue
        doubts = {doubt for provision in within.provisions for doubt in doubts_in(law.tree(provision))}
        doubts |= {doubt for point in within.points for doubt in doubts_in(law.live_readings(point).ways)}
        open_law = prod(len(law.live_readings(point).names) for point in within.points) * 2 ** len(doubts)
        if open_law > 16:
            continue
        known: dict[str, Value] = {}
        unknown = list(within.facts)
        rng.shuffle(unknown)
        for term in unknown:
            left = [other for other in quantities if other not in known]
            rows = open_law * prod(len(values[other]) for other in unknown if other not in known)
            too_many = len(left) > most or rows > _MOST_ROWS
            if rng.random() < 0.15 or (too_many and (rng.random() < 0.5 or term in left)):
                known[term] = rng.choice(values[term])
        left = [other for other in quantities if other not in known]
        rows = open_law * prod(len(values[other]) for other in unknown if other not in known)
        small = all(
            len(relations) <= _MOST_RELATIONS[len(terms)] for terms, relations in groups(left, within.relations)
        )
        if left and len(left) <= most and rows <= _MOST_ROWS and small:
            return Sample(rulebook, law, known), values
    raise AssertionError


class _Quantities(Maker):
    """Rules about quantities beside those about yes and no."""

    rules_each = (1, 1, 2)
    exceptions_each = (0, 0, 0, 1)
    kinds: Mapping[str, TermType]

    @classmethod
    def values(cls, rulebook: Rulebook, terms: tuple[str, ...]) -> dict[str, tuple[Value, ...]]:
        """The values to know or to walk through for each term."""
        raise NotImplementedError

    def rulebook(self) -> Rulebook:
        kinds = [TermType.YES_NO, *QUANTITIES]
        self.layers = self.layers[-self.rng.choice([1, 2, 2, 3]) :]
        self.kinds = {term: self.rng.choice(kinds) for term in self.layers}
        office = Calendar(OFFICE, "Office", frozenset({5, 6}), frozenset(self.closed()), (1, 4_000_000))
        return replace(super().rulebook(), calendars={OFFICE: office})

    def closed(self) -> list[int]:
        """The holidays."""
        raise NotImplementedError

    def constant(self, kind: TermType) -> int:
        """A value that a rule may name."""
        raise NotImplementedError

    def duration(self) -> Duration:
        """How far a date may be moved."""
        raise NotImplementedError

    def bounds(self, kind: TermType) -> tuple[int | None, int | None]:
        """Between what a plain quantity may lie."""
        raise NotImplementedError

    def share(self) -> tuple[int, int]:
        """A part of something."""
        return self.rng.choice([(1, 2), (1, 3), (2, 1), (3, 2), (1, 10), (7, 100)])

    def _plain_terms(self) -> list[Term]:
        def quantity(phrase: str, kind: TermType) -> Term:
            least, most = self.bounds(kind)
            return Term(phrase, kind, Subject.GOVERNMENT, "?", HERE, least=least, most=most)

        some = [kind for kind in QUANTITIES for _ in range(self.rng.choice([0, 1, 2, 3]))]
        quantities = [quantity(f"{kind} {at}", kind) for at, kind in enumerate(some or [TermType.DATE])]
        facts = [Term(f"fact {at}", TermType.YES_NO, Subject.GOVERNMENT, "?", HERE) for at in range(2)]
        return [*facts, *quantities]

    def _concluded(self) -> list[Term]:
        return [Term(term, kind, Subject.GOVERNMENT, "?", HERE) for term, kind in self.kinds.items()]

    def _clause(self, layer: int) -> Clause:
        clause = super()._clause(layer)
        kind = self.kinds[self.layers[layer]]
        if kind is TermType.YES_NO:
            return clause
        return replace(clause, verdict=Outcome.HOLDS, worth=self.expression(kind, layer, 0))

    def _condition(self, layer: int, depth: int) -> Condition:
        if self.rng.random() < 0.45:
            return self._of_fact(layer)
        found = super()._condition(layer, depth)
        if isinstance(found, IsTrue) and self.kinds.get(found.term, TermType.YES_NO) is not TermType.YES_NO:
            return self._of_fact(layer)
        return found

    def _of_fact(self, layer: int = 0) -> Condition:
        if self.rng.random() < 0.2:
            return IsTrue(self.rng.choice(["fact 0", "fact 1"]))
        kind = self.rng.choice([self.rng.choice(self.plain[2:]).type, self.rng.choice(QUANTITIES)])
        op = self.rng.choice(["=", ">=", "<=", ">", "<"])
        left = self.expression(kind, layer, 0)
        right = self.expression(kind, layer, self.rng.choice([0, 1, 2]))
        if isinstance(left, Worth) and left.term not in self.layers and isinstance(right, Constant):
            return Compare(left.term, op, right.value)
        return Relate(left, op, right)

    def expression(self, kind: TermType, layer: int, depth: int) -> Expression:
        """An expression of a type, over plain terms and what layers below conclude."""
        terms = [term.phrase for term in self.plain if term.type is kind]
        terms += [term for term in self.layers[:layer] if self.kinds[term] is kind]
        if depth == 2 or self.rng.random() < 0.5:
            if not terms or self.rng.random() < 0.2:
                value = self.constant(kind)
                return Constant(value, _text(kind, value))
            return Worth(self.rng.choice(terms))

        def inner(of: TermType) -> Expression:
            return self.expression(of, layer, depth + 1)

        if depth == 0 and self.rng.random() < 0.25:
            both = inner(kind), inner(kind)
            return Least(both, "earlier") if self.rng.random() < 0.5 else Greatest(both, "later")
        if kind is TermType.DATE:
            if self.rng.random() < 0.25:
                return OnWorkingDay(inner(kind), OFFICE)
            by = self.duration()
            return Shifted(inner(kind), by, f"+ {by.days} days {by.months} months {by.rounding}")
        if kind is TermType.NUMBER and self.rng.random() < 0.4:
            return Difference(inner(TermType.DATE), inner(TermType.DATE))
        if self.rng.random() < 0.35:
            numerator, denominator = self.share()
            return Share(inner(kind), numerator, denominator, f"{numerator}/{denominator} of")
        left, right = inner(kind), inner(kind)
        return Sum(left, right) if self.rng.random() < 0.5 else Difference(left, right)


class _Narrow(_Quantities):
    """Eight values for each quantity, dates about the end of a month."""

    def __init__(self, rng: Random) -> None:
        ends = [date(2024, 2, 28), date(2023, 2, 28), date(2023, 12, 31), date(2024, 4, 30)]
        self.first = rng.choice(ends).toordinal() - rng.randrange(5)
        super().__init__(rng)

    @classmethod
    def values(cls, rulebook: Rulebook, terms: tuple[str, ...]) -> dict[str, tuple[Value, ...]]:
        found = domains(rulebook, terms)
        for term in terms:
            least, most = rulebook.terms[term].least, rulebook.terms[term].most
            if least is not None and most is not None:
                found[term] = tuple(range(least, most + 1))
        return found

    def closed(self) -> list[int]:
        return [self.first + self.rng.randrange(-3, 15) for _ in range(2)]

    def constant(self, kind: TermType) -> int:
        first = self.first if kind is TermType.DATE else 0
        return first + self.rng.randrange(-1, 9)

    def duration(self) -> Duration:
        if self.rng.random() < 0.5:
            return Duration(days=self.rng.randrange(-4, 5))
        return Duration(months=self.rng.choice([-1, 0, 0, 1]), rounding=self.rng.choice([*Rounding]))

    def bounds(self, kind: TermType) -> tuple[int | None, int | None]:
        first = self.first if kind is TermType.DATE else self.rng.choice([0, 0, -3])
        return first, first + self.rng.choice([7, 7, 3])


class _Wide(_Quantities):
    """Amounts and dates as law has them; dates lie in 1999 to 2035, so that a solver means the same."""

    @classmethod
    def values(cls, rulebook: Rulebook, terms: tuple[str, ...]) -> dict[str, tuple[Value, ...]]:
        return domains(rulebook, terms)

    def closed(self) -> list[int]:
        return [self.constant(TermType.DATE) for _ in range(3)]

    def constant(self, kind: TermType) -> int:
        match kind:
            case TermType.DATE:
                month = date(self.rng.choice([2019, 2020, 2021, 2024]), self.rng.randrange(1, 13), 1)
                return (month + timedelta(self.rng.choice([-1, 0, 0, 14]))).toordinal()
            case TermType.MONEY:
                return self.rng.choice([0, 30_000_000, 50_000_000, 75_000_000, 100_000_000, 74_999_999])
            case _:
                return self.rng.choice([0, 1, 7, 10, 30, 100, 365])

    def duration(self) -> Duration:
        if self.rng.random() < 0.4:
            return Duration(days=self.rng.choice([-60, -1, 1, 7, 30, 90, 365]))
        return Duration(months=self.rng.choice([-12, -1, 1, 3, 9, 12, 15]), rounding=self.rng.choice([*Rounding]))

    def share(self) -> tuple[int, int]:
        return self.rng.choice([(3, 100), (20, 100), (25, 1000), (1, 2), (2, 1), (7, 100), (150, 100)])

    def bounds(self, kind: TermType) -> tuple[int | None, int | None]:
        if kind is TermType.DATE:
            return date(1999, 1, 1).toordinal(), date(2035, 12, 31).toordinal()
        return self.rng.choice([(None, None), (0, None), (0, None), (0, 1_000_000_000)])


def _text(kind: TermType, value: int) -> str:
    return date.fromordinal(value).isoformat() if kind is TermType.DATE else f"{value} {kind}"
