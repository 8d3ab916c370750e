"""The chain of orders that explains a force, oldest first, with the links without which it would be another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ascertain.law.acts import SILENT_VERBS
from ascertain.law.branching import Tree
from ascertain.law.index import Act
from ascertain.law.model import ForceState, Link
from ascertain.law.naming import scope_named
from ascertain.law.proceedings import Proceedings
from ascertain.law.scope import item_reaches, scope_words
from ascertain.law.sources import When
from ascertain.rulebook.model.parties import Scope, ScopeItem, ScopeKind
from ascertain.rulebook.model.sources import Effect, Verb


class Step(NamedTuple):
    """A link before its weight is known. ``cause`` is what to leave out to see whether it matters, if anything."""

    day: date
    link: Link
    cause: int | str | None


def steps(proceedings: Proceedings, target: str, at: When) -> list[Step]:
    """Every act that bears on ``target`` for this government and program by then, and on what acts on it.

    Args:
        target: A provision or a contested point.
        at: The day asked about.
    """
    found: dict[int | str, Step] = {}
    _gather(proceedings, target, at, found)
    return list(found.values())


def issue(proceedings: Proceedings, provision: str, at: When) -> list[Step]:
    """How the provision itself came into force, as far as it has."""
    index = proceedings.index
    authority = index.rulebook.authorities[index.levels[provision][-1]]
    scope = index.binds(provision)

    def step(day: date, verb: str, when: str) -> Step:
        return Step(day, replace(_by(proceedings, provision, verb, when, scope, at), decisive=True), None)

    if authority.issued.reached(proceedings.known) is False:
        return [step(proceedings.known, "not yet issued", str(proceedings.known))]
    made = [step(authority.issued.earliest, "issued", str(authority.issued))]
    own = index.own_time(provision)
    if not own:
        made.append(step(authority.issued.latest, "never was law", str(authority.issued)))
    for interval in own:
        start = interval.start
        if start is not None and start != authority.issued:
            verb = "takes effect" if start.reached(at.day) is not False else "is to take effect"
            made.append(step(start.earliest, verb, str(start)))
    return made


def weigh(proceedings: Proceedings, provision: str, at: When, tree: Tree[ForceState], found: list[Step]) -> list[Step]:
    """Mark what is decisive: each link without which the force would be another.

    Where several acts each suffice and so none alone is needed, the oldest that together suffice are marked. An act on
    the provision itself is done without before one that ended such an act: else what has ended would be marked.
    """
    causes = [step.cause for step in found if step.cause is not None and not _inert(proceedings, step.cause)]

    def same(without: frozenset[int | str]) -> bool:
        return force_tree(proceedings.but_for(without), provision, at) is tree

    decisive = {cause for cause in causes if not same(frozenset({cause}))}
    if not decisive and tree is not ForceState.IN_FORCE and not same(frozenset(causes)):
        dropped: frozenset[int | str] = frozenset()
        direct = {act.number for _, act in proceedings.index.reaching(provision)}
        newest_first = causes[::-1]
        for cause in sorted(newest_first, key=lambda cause: cause not in direct):
            if same(dropped | {cause}):
                dropped |= {cause}
        decisive = set(causes) - dropped
    return [step._replace(link=replace(step.link, decisive=True)) if step.cause in decisive else step for step in found]


def force_tree(proceedings: Proceedings, provision: str, at: When) -> Tree[ForceState]:
    """The state of the provision for this government and program on the day, over the doubts it hangs on."""
    if not proceedings.index.own_time(provision):
        return proceedings.trees.join(_never_law, proceedings.published(provision, at))
    begun, expired, ended, suspended, _ = proceedings.standing(provision, at)
    return proceedings.trees.join(_state, begun, expired, proceedings.bound(provision, at), ended, suspended)


def _never_law(published: bool) -> ForceState:
    return ForceState.NOT_LAW if published else ForceState.NOT_YET


def _state(begun: bool, expired: bool, bound: bool, ended: bool, suspended: bool) -> ForceState:
    if not begun:
        return ForceState.NOT_YET
    if expired:
        return ForceState.ENDED
    if not bound:
        return ForceState.OUT_OF_SCOPE
    if ended:
        return ForceState.ENDED
    return ForceState.SUSPENDED if suspended else ForceState.IN_FORCE


def _inert(proceedings: Proceedings, cause: int | str) -> bool:
    if isinstance(cause, str):
        return False
    act = proceedings.index.acts[cause]
    return not act.able or act.effect.verb in SILENT_VERBS


def _gather(proceedings: Proceedings, target: str, at: When, found: dict[int | str, Step]) -> None:
    index = proceedings.index
    levels = index.levels.get(target)
    if levels is not None:
        for level in levels:
            _expiry(proceedings, level, at, found)
    acts = [act for _, act in index.reaching(target)] if levels is not None else index.on(target)
    for act in acts:
        if act.number in found or not _concerns(proceedings, act, at):
            continue
        effect = act.effect
        found[act.number] = Step(act.earliest, _link(proceedings, act, at), act.number)
        if effect.verb not in SILENT_VERBS or effect.verb is Verb.BINDS:
            _gather(proceedings, effect.source, at, found)
    for act in index.sparing(target):
        if act.number not in found and _concerns(proceedings, act, at):
            link = replace(_link(proceedings, act, at), verb=f"{act.effect.verb.value} all but this part of")
            found[act.number] = Step(act.earliest, link, None)


def _concerns(proceedings: Proceedings, act: Act, at: When) -> bool:
    """Whether a reader of this matter's chain needs the act: it has come and reaches the matter, or narrows."""
    effect = act.effect
    if effect.issued.reached(proceedings.known) is False or act.earliest > at.day:
        return False
    return effect.verb is Verb.NARROWS or proceedings.reach_of(act, proceedings.day_of(act, at)) is not False


def _expiry(proceedings: Proceedings, level: str, at: When, found: dict[int | str, Step]) -> None:
    own = proceedings.index.intervals(level) or ()
    ends = [interval.end for interval in own if interval.end is not None and interval.end.earliest <= at.day]
    last = max(ends, key=lambda end: end.earliest, default=None)
    if last is not None and not any(interval.covers(at.day) for interval in own):
        ended = _by(proceedings, level, "ends by its own terms", str(last), proceedings.index.binds(level), at)
        found.setdefault(level, Step(last.earliest, ended, level))


def _link(proceedings: Proceedings, act: Act, at: When) -> Link:
    effect = act.effect
    link = _by(proceedings, effect.source, effect.verb.value, _date(act), proceedings.index.meant(effect), at)
    return replace(link, note=_note(act), target=effect.target)


def _by(proceedings: Proceedings, provision: str, verb: str, when: str, scope: Scope, at: When) -> Link:
    """A link. Of many parties, for a government, those are named that may take it in."""
    book, government, program = proceedings.index.rulebook, proceedings.government, proceedings.program

    def near(item: ScopeItem) -> bool:
        # A group is named whoever is in it on the day: an interval must not end where only a name would change.
        return item.kind is ScopeKind.GROUP or item_reaches(item, government, program, at.day, book) is not False

    return Link(provision, verb, when, scope_words(scope), whom=scope_named(scope, book, near if government else None))


def _date(act: Act) -> str:
    return str(act.effect.effective) if act.effect.effective is not None else f"open from {act.earliest}"


def _note(act: Act) -> str:
    effect: Effect = act.effect
    notes = [effect.note.rstrip(".")] if effect.note else []
    if effect.reading:
        notes.append(f"only the reading {effect.reading} is live")
    if effect.effective != effect.issued:
        notes.append(f"issued {effect.issued}")
    if effect.until is not None:
        notes.append(f"until {effect.until}")
    if not act.able:
        notes.append("without effect: such an instrument cannot do this")
    notes += [f"carved out: {carved.text or carved.provision}" for carved in effect.carve_outs]
    return "; ".join(notes)
