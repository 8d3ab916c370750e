"""Whom a scope reaches, in words that need no knowledge of the rulebook's ids."""

from __future__ import annotations

from collections.abc import Callable

from ascertain.law.statenames import state_named
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Scope, ScopeItem, ScopeKind

_MOST_NAMED = 5
"""As many parties to a scope as a line names, where it is told for one of them."""


def scope_named(scope: Scope, rulebook: Rulebook, near: Callable[[ScopeItem], bool] | None = None) -> str:
    """The scope with everyone it reaches by name; what has none keeps its id.

    Args:
        scope: Whom something reaches.
        rulebook: Where the parties have their names.
        near: Which of many parties are to be named; the others are counted. Without it, or where they are few, or
            where it takes none, all are named.
    """
    text = _listed(scope.items, rulebook, near) or ScopeKind.NOBODY.value
    return text + (f" except {_listed(scope.excepted, rulebook, near)}" if scope.excepted else "")


def _listed(items: tuple[ScopeItem, ...], rulebook: Rulebook, near: Callable[[ScopeItem], bool] | None) -> str:
    shown = tuple(filter(near, items)) if near and len(items) > _MOST_NAMED else items
    if not shown:
        shown = items[:_MOST_NAMED]
    more = len(items) - len(shown)
    named = ", ".join(item_named(item, rulebook) for item in shown)
    return f"{named}, and {more} other{'s' if more > 1 else ''}" if more else named


def item_named(item: ScopeItem, rulebook: Rulebook) -> str:
    """One item of a scope by name, with its *perhaps*."""
    text = _named(item, rulebook)
    return f"perhaps {text}" if item.perhaps else text


def asked_named(item: ScopeItem, rulebook: Rulebook, *, at_large: bool = False) -> str:
    """One item as a question about its reach names it: that everyone is reached is asked of whoever is asked about.

    Args:
        item: The item; that it says *perhaps* is the question itself.
        rulebook: Where it has its name.
        at_large: Whether nobody is asked about but the law as such.
    """
    if item.kind is ScopeKind.EVERYONE and not at_large:
        return "the government asked about"
    return _named(item, rulebook)


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
            return f"{state.name if state else state_named(item.name)} and its subdivisions"
        case ScopeKind.CIRCUIT:
            return f"the {ordinal(int(item.name))} Circuit"
        case ScopeKind.GROUP:
            return rulebook.groups[item.name].name if item.name in rulebook.groups else item.name
        case ScopeKind.AGENCY:
            return rulebook.agencies[item.name].name if item.name in rulebook.agencies else item.name
        case _:
            return party_named(item.name, rulebook)
