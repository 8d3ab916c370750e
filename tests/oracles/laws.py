"""Every way in which the law of a rulebook can stand for anyone on any day, as a law for each."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta

from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.law.scope import in_group, part_of_program
from ascertain.rulebook.model.book import Rulebook
from ascertain.verify.lints.parties import governments, programs


def laws(rulebook: Rulebook) -> list[LawOn]:
    """One law for each way, of all whom scopes can tell apart and all days that the rulebook covers and names.

    All that was ever issued is known.
    """
    found: dict[Hashable, LawOn] = {}
    for government in governments(rulebook):
        for program in programs(rulebook):
            kin = LawOn(rulebook, Matter(government, program, date.min, date.max))
            for day in days(rulebook):
                law = kin.on(Matter(government, program, day, date.max))
                found.setdefault(stands(law), law)
    return [*found.values()]


def stands(law: LawOn) -> Hashable:
    """All that rules can ask of the law of a matter."""
    rulebook, matter = law.rulebook, law.matter
    return (
        tuple(law.tree(provision) for provision in rulebook.provisions),
        tuple(law.live_readings(point).ways for point in rulebook.points),
        tuple(
            in_group(group, government, program, matter.on, rulebook)
            for group in rulebook.groups
            for government, program in ((matter.government, None), (None, matter.program))
        ),
        tuple(part_of_program(matter.program, program, rulebook) for program in rulebook.programs),
    )


def days(rulebook: Rulebook) -> list[date]:
    """Each day that the rulebook names, its neighbours, and one before all, as far as it covers them."""
    named = {*_dates(rulebook)}
    near = {day + timedelta(by) for day in named for by in (-1, 0, 1)} | {min(named) - timedelta(400)}
    start, end = rulebook.covers.start, rulebook.covers.end
    first = date.min if start is None else start.latest
    return sorted(day for day in near if day >= first and (end is None or day < end.earliest))


def _dates(part: object) -> Iterator[date]:
    if isinstance(part, date):
        yield part
    elif isinstance(part, dict):
        yield from (day for value in part.values() for day in _dates(value))
    elif isinstance(part, tuple):
        yield from (day for value in part for day in _dates(value))
    elif is_dataclass(part):
        yield from (day for field in fields(part) for day in _dates(getattr(part, field.name)))
