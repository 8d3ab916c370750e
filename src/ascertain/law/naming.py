"""Whom a scope reaches, in words that need no knowledge of the rulebook's ids."""

from __future__ import annotations

from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Scope, ScopeItem, ScopeKind


def scope_named(scope: Scope, rulebook: Rulebook) -> str:
    """The scope with everyone it reaches by name; what has none keeps its id."""
    text = ", ".join(item_named(item, rulebook) for item in scope.items) or ScopeKind.NOBODY.value
    return text + (f" except {', '.join(item_named(item, rulebook) for item in scope.excepted)}" * bool(scope.excepted))


def item_named(item: ScopeItem, rulebook: Rulebook) -> str:
    """One item of a scope by name, with its *perhaps*."""
    text = _named(item, rulebook)
    return f"perhaps {text}" if item.perhaps else text


def party_named(party: str, rulebook: Rulebook) -> str:
    """A government, a program, a group or an agency by its name."""
    for held in (rulebook.governments, rulebook.programs, rulebook.groups, rulebook.agencies):
        if party in held:
            return str(held[party].name)
    return party


def ordinal(number: int) -> str:
    """Ninth as lawyers print it: 9th."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _named(item: ScopeItem, rulebook: Rulebook) -> str:
    match item.kind:
        case ScopeKind.EVERYONE | ScopeKind.NOBODY:
            return item.kind.value
        case ScopeKind.STATE:
            states = (one for one in rulebook.governments.values() if one.kind == "state" and one.state == item.name)
            state = next(states, None)
            return f"{state.name if state else f'the State of {item.name}'} and its subdivisions"
        case ScopeKind.CIRCUIT:
            return f"the {ordinal(int(item.name))} Circuit"
        case ScopeKind.GROUP:
            return rulebook.groups[item.name].name if item.name in rulebook.groups else item.name
        case ScopeKind.AGENCY:
            return rulebook.agencies[item.name].name if item.name in rulebook.agencies else item.name
        case _:
            return party_named(item.name, rulebook)
