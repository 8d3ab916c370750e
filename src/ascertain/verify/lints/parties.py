"""Everyone whom the law of a rulebook may treat differently: its governments, those it only describes, its programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program, Scope, ScopeItem, ScopeKind

_NO_STATE, _NO_CIRCUIT = "none named", 10_000
"""A state and a circuit that no scope can name."""


def governments(rulebook: Rulebook) -> tuple[Government | None, ...]:
    """Governments enough that any other, declared here or in a docket, is treated as one of them.

    ``None`` is the law at large, which is also that of a government that no scope names. For each state and circuit
    that a scope names there is one that nothing else is known of; it has an empty id.
    """
    items = set(_items(rulebook))
    named: list[Government | None] = [None, *rulebook.governments.values()]
    for item in sorted(items, key=lambda item: (item.kind, item.name)):
        if item.kind is ScopeKind.CIRCUIT:
            named.append(Government("", f"a government in circuit {item.name}", "", _NO_STATE, int(item.name)))
        elif item.kind is ScopeKind.STATE:
            inside = (one.circuit for one in rulebook.governments.values() if one.state == item.name)
            circuit = next((number for number in inside if number), _NO_CIRCUIT)
            named.append(Government("", f"a government in state {item.name}", "", item.name, circuit))
    return tuple(named)


def programs(rulebook: Rulebook) -> tuple[Program | None, ...]:
    """Every program, and no program."""
    return (None, *rulebook.programs.values())


def _items(rulebook: Rulebook) -> Iterator[ScopeItem]:
    for scope in _scopes(rulebook):
        yield from (*scope.items, *scope.excepted)


def _scopes(rulebook: Rulebook) -> Iterable[Scope]:
    for authority in rulebook.authorities.values():
        yield authority.binds
    for provision in rulebook.provisions.values():
        if provision.binds is not None:
            yield provision.binds
    for effect in rulebook.effects:
        yield from (scope for scope in (effect.scope, effect.to) if scope is not None)
