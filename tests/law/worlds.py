"""Random small rulebooks: courts and issuers that act on each other in every way the language knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.sources import Authority, Effect, Verb

from .build import GOVERNMENTS, HOUSING, JAG_2017, authority, effect, group, part, rulebook

NAMES = ("a", "b", "c", "d", "e")
PARTS = tuple(part(name, name[0]) for name in ("a#one", "a#two", "b#one", "c#one"))
PROVISIONS = (*NAMES, *(made.id for made in PARTS))
EXACT_DAYS = ("2017-01-01", "2017-03-10", "2017-06-05", "2017-09-20", "2018-02-14")
DAYS = (*EXACT_DAYS, "2017-06", "2018")
EXACT_SCOPES = (
    "everyone",
    "chicago",
    "state CA",
    "circuit 7",
    "everyone except chicago",
    "group mayors",
    "agency doj",
    "nobody",
)
SCOPES = (*EXACT_SCOPES, "perhaps circuit 7", "group clerks", "everyone except perhaps chicago")
FORCE_VERBS = tuple(verb for verb in Verb if verb is not Verb.BINDS)
MAYORS = group("mayors", chicago="2017-02-01..2017-08-01", evanston="2017-03-01..")
CLERKS = group("clerks", chicago="2017-06..2018")

days = st.dates(min_value=date(2016, 12, 1), max_value=date(2019, 2, 1))
governments = st.sampled_from((None, *GOVERNMENTS))
programs = st.sampled_from((None, JAG_2017, HOUSING))


@st.composite
def effects(draw: st.DrawFn, *, exact: bool = False, verbs: tuple[Verb, ...] = FORCE_VERBS) -> Effect:
    """One effect; ``exact`` ones know their days and reach."""
    on = EXACT_DAYS if exact else DAYS
    reach = EXACT_SCOPES if exact else SCOPES
    verb = draw(st.sampled_from(verbs))
    issued = draw(st.sampled_from(on))
    made = effect(
        f"{draw(st.sampled_from(PROVISIONS))} {verb} {draw(st.sampled_from(PROVISIONS))}",
        issued,
        draw(st.sampled_from((*on, *on) if exact else (*on, None))),
        to=draw(st.sampled_from(reach)) if verb in (Verb.NARROWS, Verb.EXTENDS) else None,
        reach=draw(st.sampled_from((None, *reach))),
        until=draw(st.sampled_from((None, None, None, "2018-04-01"))) if verb is Verb.SUSPENDS else None,
        carves=draw(st.sampled_from(((), (), ("a#one",)))),
    )
    return (
        made
        if made.effective is None or made.effective.latest >= made.issued.earliest
        else replace(made, effective=made.issued)
    )


@st.composite
def authorities(draw: st.DrawFn, name: str, *, exact: bool = False) -> Authority:
    """One authority of the given name."""
    issued = draw(st.sampled_from(("2000-01-01", "2000-01-01", *(EXACT_DAYS if exact else DAYS))))
    over = draw(st.sampled_from(("", "", "2018-06-01" if exact else "2018-06")))
    return authority(
        name,
        issued,
        in_force=f"{issued}..{over}",
        binds=draw(st.sampled_from(("everyone", "everyone", *(EXACT_SCOPES if exact else SCOPES)))),
    )


@st.composite
def rulebooks(draw: st.DrawFn, *, exact: bool = False, most: int = 10) -> Rulebook:
    """A rulebook of five authorities, four parts and some effects."""
    sources = [draw(authorities(name, exact=exact)) for name in NAMES]
    return rulebook(*sources, *PARTS, MAYORS, CLERKS, *draw(st.lists(effects(exact=exact), max_size=most)))
