"""Small rulebooks for tests of the law, built straight from the model."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ascertain.law.model import Matter
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Agency, Government, Group, Program, Scope, ScopeItem, ScopeKind
from ascertain.rulebook.model.sources import Authority, CarveOut, Effect, Point, Provision, Reading, Verb
from ascertain.rulebook.model.terms import Place

PLACE = Place("test.md", 1, 1)
LONG_AGO = "2000-01-01"

CHICAGO = Government("chicago", "City of Chicago", state="IL", circuit=7, parent="cook-county")
COOK = Government("cook-county", "Cook County", state="IL", circuit=7)
EVANSTON = Government("evanston", "City of Evanston", state="IL", circuit=7)
CALIFORNIA = Government("california", "State of California", kind="state", state="CA", circuit=9)
SAN_FRANCISCO = Government("san-francisco", "San Francisco", state="CA", circuit=9)
CONNECTICUT = Government("connecticut", "State of Connecticut", kind="state", state="CT", circuit=2)
GOVERNMENTS = (CHICAGO, COOK, EVANSTON, CALIFORNIA, SAN_FRANCISCO, CONNECTICUT)

JAG = Program("jag", "Formula grants", agency="ojp")
JAG_2017 = Program("jag-2017", "Formula grants of 2017", parent="jag")
HOUSING = Program("housing", "Housing grants", agency="hud")
PROGRAMS = (JAG, JAG_2017, HOUSING)
AGENCIES = (Agency("doj", "Justice"), Agency("ojp", "Justice Programs", parent="doj"), Agency("hud", "Housing"))


def interval(text: str) -> Interval:
    """``2017-01-25..`` or ``2017-01-25..2021-01-20``; either side may be empty."""
    start, _, end = text.partition("..")
    return Interval(Moment.parse(start) if start else None, Moment.parse(end) if end else None)


def scope(text: str) -> Scope:
    """A scope as the language writes it."""
    inside, _, outside = text.partition(" except ")
    return Scope(tuple(map(_item, inside.split(", "))), tuple(map(_item, outside.split(", "))) if outside else ())


def _item(text: str) -> ScopeItem:
    perhaps = text.startswith("perhaps ")
    kind, _, name = text.removeprefix("perhaps ").partition(" ")
    if kind in ("everyone", "nobody"):
        return ScopeItem(ScopeKind(kind), "", perhaps)
    return ScopeItem(ScopeKind(kind), name, perhaps) if name else ScopeItem(ScopeKind.GOVERNMENT, kind, perhaps)


def authority(
    name: str,
    issued: str = LONG_AGO,
    *,
    in_force: str | None = None,
    binds: str = "everyone",
    kind: str = "court order",
) -> Authority:
    """An authority in force from the day it is issued unless said otherwise; ``in_force`` may be ``never``."""
    periods = () if in_force == "never" else (interval(in_force or f"{issued}.."),)
    return Authority(
        name,
        kind,
        f"Matter of {name}",
        (),
        "Someone",
        Moment.parse(issued),
        periods,
        scope(binds),
        (),
        "verified",
        PLACE,
    )


def part(name: str, parent: str, *, in_force: str | None = None, binds: str | None = None) -> Provision:
    """A part of an authority or of another part."""
    return Provision(
        name,
        name.partition("#")[0],
        name,
        parent,
        PLACE,
        in_force=None if in_force is None else (interval(in_force),),
        binds=None if binds is None else scope(binds),
    )


_EFFECT = re.compile(r"(\S+) (\S+) (?:reading (\S+) of )?(\S+)$")


def effect(
    text: str,
    issued: str,
    effective: str | None = "",
    *,
    to: str | None = None,
    reach: str | None = None,
    not_before: str | None = None,
    until: str | None = None,
    carves: Iterable[str] = (),
) -> Effect:
    """``SOURCE VERB TARGET`` or ``SOURCE binds reading NAME of POINT``; ``effective=None`` leaves its day open."""
    shape = _EFFECT.match(text)
    assert shape is not None, text
    source, verb, reading, target = shape.groups()
    day = Moment.parse(effective or issued) if effective is not None else None
    return Effect(
        Verb(verb),
        source,
        target,
        Moment.parse(issued),
        day,
        PLACE,
        not_before=Moment.parse(not_before) if not_before else None,
        until=Moment.parse(until) if until else None,
        scope=scope(reach) if reach else None,
        to=scope(to) if to else None,
        reading=reading or "",
        carve_outs=tuple(CarveOut(name, "") for name in carves),
    )


def point(name: str, *readings: str) -> Point:
    """A contested point with readings by these names."""
    return Point(name, "What?", name.partition("#")[0], tuple(Reading(name, r, r, (), PLACE) for r in readings), PLACE)


def rulebook(
    *things: Authority | Provision | Effect | Point | Group,
) -> Rulebook:
    """A rulebook of these things, with the governments, programs and agencies above."""
    authorities = {thing.id: thing for thing in things if isinstance(thing, Authority)}
    wholes = {name: Provision(name, name, name, None, PLACE) for name in authorities}
    return Rulebook(
        "test",
        "Test",
        Interval(None, None),
        "",
        authorities=authorities,
        provisions=wholes | {thing.id: thing for thing in things if isinstance(thing, Provision)},
        governments={government.id: government for government in GOVERNMENTS},
        programs={program.id: program for program in PROGRAMS},
        agencies={agency.id: agency for agency in AGENCIES},
        groups={thing.id: thing for thing in things if isinstance(thing, Group)},
        points={thing.id: thing for thing in things if isinstance(thing, Point)},
        effects=tuple(thing for thing in things if isinstance(thing, Effect)),
    )


def group(name: str, **members: str) -> Group:
    """A group; each member is named with its period, and underscores in names stand for hyphens."""
    return Group(name, name, tuple((key.replace("_", "-"), interval(text)) for key, text in members.items()))


def matter(
    on: str,
    government: Government | None = CHICAGO,
    *,
    program: Program | None = None,
    known: str | None = None,
) -> Matter:
    """A matter known as of its own day unless said otherwise."""
    day = date.fromisoformat(on)
    return Matter(government, program, day, date.fromisoformat(known) if known else day)
