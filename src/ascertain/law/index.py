"""A rulebook's effects arranged for quick answers: by target, with each part's wholes, once per rulebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ascertain.law.acts import ORDER, SILENT_VERBS, within_power
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Scope, ScopeItem, ScopeKind
from ascertain.rulebook.model.sources import Effect, Verb


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """An effect with what is worked out once: when its day is certain, and where it stands among others.

    Args:
        number: Its place in the rulebook, by which it is known within one run.
        effect: The effect as the rulebook states it.
        earliest: The first day on which it can take effect: its own, but not before its source begins.
        settled: The last such day; an open effect's is the last day on which its time of waiting may begin.
        able: Whether its source has the power to act on its target.
        entangled: Whether its source may in turn depend on its target.
        extensible: Whether some effect extends its source, and so whom it reaches.
        order: Where it stands among effects on one target: by day, then by what it does.
    """

    number: int
    effect: Effect
    earliest: date
    settled: date
    able: bool
    entangled: bool
    extensible: bool
    order: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Concern:
    """Everything that one force or point can hang on, whatever the day.

    Args:
        levels: The provisions, with their wholes, of all that can act on it, and its own, sorted.
        acts: The effects on any of them, in the order of the rulebook.
        items: The parties that the scopes of any of these name or describe.
    """

    levels: tuple[str, ...]
    acts: tuple[Act, ...]
    items: frozenset[ScopeItem]

    @property
    def groups(self) -> frozenset[str]:
        """The dated groups that scopes go by."""
        return frozenset(item.name for item in self.items if item.kind is ScopeKind.GROUP)


class LawIndex:
    """What every matter under one rulebook needs to know about its provisions and effects."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.levels = {name: tuple(_levels(rulebook, name)) for name in (*rulebook.provisions, *rulebook.authorities)}
        by_target: dict[str, list[Effect]] = {}
        for effect in rulebook.effects:
            by_target.setdefault(effect.target, []).append(effect)
        self._sources = {target: {effect.source for effect in effects} for target, effects in by_target.items()}
        self._extended = {effect.target for effect in rulebook.effects if effect.verb is Verb.EXTENDS}
        upstream = {source: self._upstream(source) for source in {effect.source for effect in rulebook.effects}}
        self.acts = tuple(
            self._act(number, effect, entangled=effect.target in upstream[effect.source])
            for number, effect in enumerate(rulebook.effects)
        )
        self._concerns: dict[str, Concern] = {}
        on: dict[str, list[Act]] = {}
        for act in self.acts:
            on.setdefault(act.effect.target, []).append(act)
        self._on = {target: tuple(sorted(acts, key=lambda act: act.order)) for target, acts in on.items()}

    def on(self, target: str) -> tuple[Act, ...]:
        """The effects on this very provision (or point), in the order in which they happen."""
        return self._on.get(target, ())

    def reaching(self, provision: str) -> Iterable[tuple[int, Act]]:
        """The effects on the provision and on each whole that it is part of, unless they carve it out.

        Yields:
            How many levels above the provision the effect's target stands, and the effect.
        """
        for height, level in enumerate(self.levels[provision]):
            for act in self.on(level):
                if not self._spared(provision, height, act):
                    yield height, act

    def sparing(self, provision: str) -> Iterable[Act]:
        """The effects on a whole that carve out this part of it, or a larger part that it belongs to."""
        for height, level in enumerate(self.levels.get(provision, ())):
            yield from (act for act in self.on(level) if self._spared(provision, height, act))

    def _spared(self, provision: str, height: int, act: Act) -> bool:
        below = self.levels[provision][:height]
        return any(carved.provision in below for carved in act.effect.carve_outs)

    def intervals(self, level: str) -> tuple[Interval, ...] | None:
        """The level's own time, or ``None`` where a part has none of its own."""
        provision = self.rulebook.provisions.get(level)
        if provision is not None and provision.in_force is not None:
            return provision.in_force
        authority = self.rulebook.authorities.get(level)
        return authority.in_force if authority is not None else None

    def binds(self, provision: str) -> Scope:
        """Whom the provision binds: by its own words, else by those of the nearest whole."""
        for level in self.levels[provision]:
            part = self.rulebook.provisions.get(level)
            if part is not None and part.binds is not None:
                return part.binds
        return self.rulebook.authorities[self.levels[provision][-1]].binds

    def meant(self, effect: Effect) -> Scope:
        """Whom an effect is for: its new scope where it gives one, else its own, else whomever its source binds."""
        own = effect.to or effect.scope
        return own if own is not None else self.binds(effect.source)

    def own_time(self, provision: str) -> tuple[Interval, ...]:
        """The intervals of the nearest level that has its own."""
        for level in self.levels[provision]:
            own = self.intervals(level)
            if own is not None:
                return own
        return ()

    def concern(self, name: str) -> Concern:
        """What the force of a provision, or the live readings of a point, can hang on."""
        if name not in self._concerns:
            own = [act.effect.source for act in self.on(name)] if name not in self.levels else [name]
            # In an order of their own: what is told of them must not hang on the order in which a set gives them.
            levels = tuple(sorted(frozenset[str]().union(*map(self._upstream, own))))
            numbers = sorted({act.number for level in (*levels, name) for act in self.on(level)})
            acts = tuple(self.acts[number] for number in numbers)
            scopes = [self.binds(level) for level in levels]
            scopes += [scope for act in acts for scope in (act.effect.scope, act.effect.to) if scope]
            items = frozenset(item for scope in scopes for item in (*scope.items, *scope.excepted))
            self._concerns[name] = Concern(levels, acts, items)
        return self._concerns[name]

    def _upstream(self, source: str) -> frozenset[str]:
        """Every provision whose force may bear on the source's, whatever the day."""
        seen: set[str] = set()
        waiting = [source]
        while waiting:
            for level in self.levels[waiting.pop()]:
                if level not in seen:
                    seen.add(level)
                    waiting += self._sources.get(level, ())
        return frozenset(seen)

    def _act(self, number: int, effect: Effect, *, entangled: bool) -> Act:
        when = [effect.effective] if effect.effective is not None else [effect.issued, effect.not_before]
        starts = [interval.start for interval in self.own_time(effect.source)]
        begins = None if None in starts else min((s for s in starts if s is not None), key=_first, default=None)
        moments = [moment for moment in (*when, begins) if moment is not None]
        earliest, settled = max(m.earliest for m in moments), max(m.latest for m in moments)
        authorities = self.rulebook.authorities
        target = authorities.get(effect.target.partition("#")[0])
        source = authorities[effect.source.partition("#")[0]]
        able = effect.verb in SILENT_VERBS or target is None or within_power(source.kind, target.kind)
        order = (
            earliest,
            settled,
            ORDER.get(effect.verb, 0),
            effect.source,
            effect.target,
            effect.verb,
            str(effect.to),
        )
        extensible = any(level in self._extended for level in self.levels[effect.source])
        return Act(number, effect, earliest, settled, able, entangled, extensible, order)


def _first(moment: Moment) -> date:
    return moment.earliest


def _levels(rulebook: Rulebook, provision: str) -> Iterable[str]:
    """The provision, the heading it is part of, and so on up to its authority."""
    seen: set[str] = set()
    at: str | None = provision
    while at and at not in seen:
        seen.add(at)
        yield at
        part = rulebook.provisions.get(at)
        at = part.parent if part is not None else None
    authority = provision.partition("#")[0]
    if authority not in seen:
        yield authority


_KEPT: dict[int, LawIndex] = {}
_MOST_KEPT = 8


def index_of(rulebook: Rulebook) -> LawIndex:
    """The index of this very rulebook, made once and kept for the few rulebooks used last."""
    index = _KEPT.pop(id(rulebook), None)
    if index is None or index.rulebook is not rulebook:
        index = LawIndex(rulebook)
    _KEPT[id(rulebook)] = index
    if len(_KEPT) > _MOST_KEPT:
        del _KEPT[next(iter(_KEPT))]
    return index
