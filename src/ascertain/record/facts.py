"""Claims in, facts out: the best evidence that speaks of a day decides, and a tie that disagrees is disputed.

See docs/decisions/0011: the top grade decides, so raising the standard can unsettle a fact but never flip it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ascertain.record.model import Claim, Fact, Grade
from ascertain.rulebook.model.parties import Program
from ascertain.rulebook.model.terms import Between, Shown, Subject, Term

_Key = tuple[str, str, str]


def counts(claim: Claim, on: date, known: date) -> bool:
    """Whether the claim was surely filed by ``known`` and speaks of ``on``: its period surely takes that day in.

    An end that a later entry reports shortens the period only for whoever could know of it by then. Where it is open
    whether that entry had been filed, the claim is not relied on beyond the end.
    """
    if claim.filed.reached(known) is not True or claim.period.covers(on) is not True:
        return False
    ending = claim.ending
    return ending is None or ending.filed.reached(known) is False or ending.on.reached(on) is False


def as_known(claim: Claim, known: date) -> Claim:
    """The claim without an end that had not surely been filed by ``known``."""
    if claim.ending is None or claim.ending.filed.reached(known) is True:
        return claim
    return replace(claim, ending=None)


def fact_of(claims: Iterable[Claim], term: str, government: str, program: str, on: date, known: date) -> Fact:
    """What these claims show of one term on one day.

    Args:
        claims: Any claims; those about something else are passed over.
        term: The phrase asked about.
        government: The government's id, empty for a term about a program alone.
        program: The program's id, empty for a term about a government alone.
        on: The day that the claims must speak of.
        known: Only what had surely been filed by this day counts.

    Returns:
        The value at the highest grade present; without a value where nothing counts (grade *none*) or where the
        best claims disagree (*disputed*).
    """
    about = (term, government, program)
    return _weigh(_counting((c for c in claims if (c.term, c.government, c.program) == about), on, known), about)


def _counting(claims: Iterable[Claim], on: date, known: date) -> list[Claim]:
    return [as_known(claim, known) for claim in claims if counts(claim, on, known)]


def _weigh(heard: list[Claim], about: _Key) -> Fact:
    term, government, program = about
    if not heard:
        return Fact(term, government, program, None, Grade.NONE)
    top = max(claim.grade for claim in heard)
    best = [claim for claim in heard if claim.grade == top]
    value = _common([claim.value for claim in best])
    if value is not None:
        contrary = tuple(claim for claim in heard if _common((claim.value, value)) is None)
        exact, between = (None, value) if isinstance(value, Between) else (value, None)
        return Fact(term, government, program, exact, top, tuple(best), contrary, between)
    rest = tuple(claim for claim in heard if claim.grade != top)
    return Fact(term, government, program, None, Grade.DISPUTED, tuple(best), rest)


def _common(values: Sequence[Shown]) -> Shown | None:
    """What all of these can be at once: the value where they are the same, where some only say between what it lies."""
    first = values[0]
    if not any(isinstance(value, Between) for value in values):
        # Yes is not the number 1, though Python calls them equal.
        return first if all(type(value) is type(first) and value == first for value in values) else None
    lows: list[int] = []
    highs: list[int] = []
    for value in values:
        if isinstance(value, Between):
            lows += [] if value.least is None else [value.least]
            highs += [] if value.most is None else [value.most]
        elif isinstance(value, bool) or not isinstance(value, int):
            return None
        else:
            lows.append(value)
            highs.append(value)
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low >= high:
        return low if low == high else None
    return Between(low, high)


@dataclass(frozen=True, slots=True)
class Record:
    """All claims of a docket, ready to be asked.

    Args:
        claims: The claims, in the order of their entries.
        digest: The SHA-256 of what the record was read from; receipts carry it.
        programs: The programs by id, so that what is claimed of a program reaches its parts.
        concluded: Phrases that some rule concludes. Claims on them are statements about law, never facts.
    """

    claims: tuple[Claim, ...]
    digest: str
    programs: Mapping[str, Program] = field(default_factory=dict)
    concluded: frozenset[str] = frozenset()
    _about: Mapping[_Key, tuple[Claim, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index: dict[_Key, list[Claim]] = {}
        for claim in self.claims:
            index.setdefault((claim.term, claim.government, claim.program), []).append(claim)
        object.__setattr__(self, "_about", {key: tuple(found) for key, found in index.items()})

    def fact(self, term: Term, government: str, program: str, on: date, known: date) -> Fact:
        """What the record shows of a plain term, for a government, a program, or an award of one under the other.

        A claim about a program holds for its parts, unless the part has claims of its own that speak of the day.

        Args:
            term: The term; what it is about says which of the two ids matter.
            government: The government's id.
            program: The program's id, or empty.
            on: The day asked about.
            known: Only what had surely been filed by this day counts.
        """
        asked = _asked(term.about, government, program)
        if term.phrase in self.concluded:
            return Fact(term.phrase, *asked, None, Grade.NONE)
        return _weigh(self._heard(term.phrase, asked, on, known), (term.phrase, *asked))

    def awarded(self, government: str, phrases: Collection[str], on: date, known: date) -> tuple[str, ...]:
        """The programs under which the record speaks of an award of the government, in the order of their claims.

        Args:
            government: The government's id.
            phrases: The terms about awards; a claim on one of them speaks of an award.
            on: The day asked about.
            known: Only what had surely been filed by this day counts.
        """
        claims = (
            claim
            for (phrase, who, under), found in self._about.items()
            if who == government and under and phrase in phrases
            for claim in found
        )
        return tuple(dict.fromkeys(claim.program for claim in claims if counts(claim, on, known)))

    def said(self, term: Term, government: str, program: str, on: date, known: date) -> tuple[Claim, ...]:
        """Everything said of the term on that day by then, best grade first; for a concluded term mere statements.

        Arguments as for :meth:`fact`.
        """
        heard = self._heard(term.phrase, _asked(term.about, government, program), on, known)
        return tuple(sorted(heard, key=lambda claim: -claim.grade))

    def has_running_on(self, governments: Collection[str]) -> bool:
        """Whether any of the governments has an assertion that is taken to hold on, since no end of it is on record."""
        return any(claim.runs_on and claim.government in governments for claim in self.claims)

    def boundaries(self, government: str, program: str = "") -> tuple[date, ...]:
        """The days on which a fact about this government or program may change, sorted."""
        line = {"", *self._line(program)}
        about = (claims for (_, who, under), claims in self._about.items() if who in {"", government} and under in line)
        return tuple(sorted(_turning(claim for claims in about for claim in claims)))

    def turning_days(self, term: Term, government: str, program: str) -> tuple[date, ...]:
        """The days on which the fact of one term may change, sorted. Arguments as for :meth:`fact`."""
        who, under = _asked(term.about, government, program)
        about = (self._about.get((term.phrase, who, line), ()) for line in self._line(under))
        return tuple(sorted(_turning(claim for claims in about for claim in claims)))

    def _heard(self, phrase: str, asked: tuple[str, str], on: date, known: date) -> list[Claim]:
        government, program = asked
        for under in self._line(program):
            heard = _counting(self._about.get((phrase, government, under), ()), on, known)
            if heard:
                return heard
        return []

    def _line(self, program: str) -> Iterator[str]:
        seen: set[str] = set()
        while program not in seen:
            yield program
            seen.add(program)
            held = self.programs.get(program)
            if held is None or not held.parent:
                return
            program = held.parent


def _turning(claims: Iterable[Claim]) -> set[date]:
    """The days on which a claim surely begins to speak, or may have ceased to."""
    days: set[date] = set()
    for claim in claims:
        if claim.period.start:
            days.add(claim.period.start.latest)
        ends = (claim.period.end, claim.ending.on if claim.ending else None)
        days |= {end.earliest for end in ends if end}
    return days


def _asked(about: Subject, government: str, program: str) -> tuple[str, str]:
    if about is Subject.GOVERNMENT:
        return government, ""
    return ("", program) if about is Subject.PROGRAM else (government, program)
