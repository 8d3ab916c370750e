"""How well the record and the courts support one way of resolving something, for choosing among equally few things."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from ascertain.findings.arithmetic.ranges import overlaps
from ascertain.findings.reaching.domains import representative, within
from ascertain.law.force import LawOn
from ascertain.record.model import Claim, Fact, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.sources import Effect, Verb
from ascertain.rulebook.model.terms import Between, Shown, Value

HEAVIEST = 9
"""No want of support weighs more."""

ARGUABLE = 4
"""What weighs no more can be argued: what the record does not speak of, but not what it alone speaks against."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the record holds for and against a value, at any grade, the best first."""

    supporting: tuple[Claim, ...]
    opposing: tuple[Claim, ...]


def evidence(fact: Fact, domain: tuple[Value, ...], value: Value, range_: Between | None = None) -> Evidence:
    """The claims that give the value, or one that would do as well, and those that give another.

    Args:
        fact: What the record shows on the day.
        domain: The values that the law can tell apart.
        value: A value.
        range_: For a quantity, all values that would do, where these are not those that the domain tells from no other.
    """
    ranked = sorted((*fact.support, *fact.contrary), key=lambda claim: -claim.grade)
    wanted = representative(domain, value)
    agrees = [
        wanted in _positions(domain, claim.value) if range_ is None else overlaps(range_, claim.value)
        for claim in ranked
    ]
    return Evidence(
        tuple(claim for claim, same in zip(ranked, agrees, strict=True) if same),
        tuple(claim for claim, same in zip(ranked, agrees, strict=True) if not same),
    )


def _positions(domain: tuple[Value, ...], shown: Shown) -> tuple[int, ...]:
    """The values of the domain that a claim leaves possible."""
    return within(domain, shown) if isinstance(shown, Between) else (representative(domain, shown),)


def want_of_evidence(found: Evidence) -> int:
    """How much is wanting: less the better the best claim for it is, and more where the record also speaks against."""
    best = max((claim.grade for claim in found.supporting), default=Grade.NONE)
    return Grade.FOUND - best + (1 if found.opposing else 0)


def bindings(point: str, reading: str, rulebook: Rulebook, known: date) -> tuple[Effect, ...]:
    """The acts by which courts had bound a reading by a day, for whomever."""
    return tuple(
        effect
        for effect in rulebook.effects
        if effect.verb is Verb.BINDS
        and (effect.target, effect.reading) == (point, reading)
        and effect.issued.reached(known) is True
    )


def binding_here(effect: Effect, law: LawOn) -> bool | None:
    """Whether a court's binding of a reading acts for the matter, on its day; ``None`` where that is open."""
    found = next((each for each in law.live_readings(effect.target).bindings if each.effect == effect), None)
    return False if found is None else found.surely or None


def want_of_authority(point: str, reading: str, rulebook: Rulebook, known: date, favoured: Set[tuple[str, str]]) -> int:
    """How much a reading is wanting: nothing where a court bound it, little where one favoured it, more where none did.

    Args:
        point: The contested point.
        reading: One of its readings.
        rulebook: The law.
        known: Only what had been issued by then counts.
        favoured: Points and readings for which the record names a court.
    """
    if bindings(point, reading, rulebook, known):
        return 0
    if (point, reading) in favoured:
        return 1
    held = next(each.held_by for each in rulebook.points[point].readings if each.name == reading)
    return 3 if held else 5
