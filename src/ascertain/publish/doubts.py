"""A doubt about force in a few plain words, made from its stable id; its question says the same in full."""

from __future__ import annotations

from ascertain.law.naming import asked_named, party_named
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import ScopeItem, ScopeKind

_COME = {"from": "taken effect", "until": "come to its end", "issued": "been issued"}


def doubt_words(name: str, rulebook: Rulebook, *, at_large: bool = False) -> str:
    """What is in doubt, such as *whether the mandate of ca7-2020-04-30 had issued*.

    Args:
        name: The id of the doubt; what is none is left as it stands.
        rulebook: The law that it is a doubt of.
        at_large: Whether nobody was asked about but the law as such.
    """
    kind, _, about = name.partition(":")
    about, _, day = about.partition(":by:")
    first, _, rest = about.partition(":")
    then = f" by {day}" if day else ""
    match kind:
        case "effective":
            order = first in rulebook.authorities and rulebook.authorities[first].kind == "court order"
            return f"whether the mandate of {first} had issued{then}" if order else f"whether {first} had begun{then}"
        case "from" | "until" | "issued":
            return f"whether {first} had {_COME[kind]}{then} (known only as {rest})"
        case "reach":
            return f"whether {first} reaches {_party(rest, rulebook, at_large=at_large)}"
        case "member":
            return f"whether {party_named(rest, rulebook)} was in {party_named(first, rulebook)}{then}"
        case "state" | "circuit":
            return f"in which {kind} {party_named(first, rulebook)} is"
    return name


def _party(written: str, rulebook: Rulebook, *, at_large: bool) -> str:
    """By name what an item of a scope says in the rulebook's own writing."""
    word, _, name = written.partition(" ")
    kind = next((kind for kind in ScopeKind if kind.value == word), None)
    if kind and (name or kind is ScopeKind.EVERYONE):
        return asked_named(ScopeItem(kind, name), rulebook, at_large=at_large)
    return party_named(written, rulebook)
