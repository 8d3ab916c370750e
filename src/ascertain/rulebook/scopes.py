"""Scopes: whom something reaches, as the text after ``binds:``, ``for:`` and ``to:`` says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ascertain.rulebook.model.parties import Scope, ScopeItem, ScopeKind
from ascertain.rulebook.names import Names
from ascertain.rulebook.raw import Text
from ascertain.rulebook.texts import after, parted

_EXCEPT = re.compile(r"(?:^|\s)except(?=\s|$)")
_HELP = 'write "everyone", "nobody", ids of governments, "state XX", "circuit 9", "group NAME" or "agency NAME"'


def scope_of(text: Text, names: Names) -> Scope | None:
    """The scope that the text names, or ``None`` where it names none; what is wrong is reported."""
    split = _EXCEPT.search(text.text)
    reached = Text(text.text[: split.start()], text.place) if split else text
    items = _items(reached, names)
    excepted = _items(after(text, split.end()), names) if split else ()
    if items is None or excepted is None:
        return None
    if not items or (split and not excepted):
        names.reporter.add("A510", "this scope names nobody", text.place, help=_HELP)
        return None
    return Scope(items, excepted)


def _items(text: Text, names: Names) -> tuple[ScopeItem, ...] | None:
    items = [_item(part, names) for part in parted(text)]
    return None if None in items else tuple(item for item in items if item is not None)


def _item(text: Text, names: Names) -> ScopeItem | None:
    perhaps = text.text.startswith("perhaps ")
    if perhaps:
        text = after(text, len("perhaps "))
    if text.text in {ScopeKind.EVERYONE, ScopeKind.NOBODY}:
        return ScopeItem(ScopeKind(text.text), "", perhaps)
    word, _, rest = text.text.partition(" ")
    if not rest:
        found = names.government(text)
        return None if found is None else ScopeItem(ScopeKind.GOVERNMENT, found, perhaps)
    name = after(text, len(word))
    kinds: Mapping[str, Callable[[Text], str | None]] = {
        ScopeKind.STATE: lambda at: at.text if re.fullmatch(r"[A-Z]{2}", at.text) else None,
        ScopeKind.CIRCUIT: lambda at: at.text if re.fullmatch(r"[1-9]\d?", at.text) else None,
        ScopeKind.GROUP: names.group,
        ScopeKind.AGENCY: names.agency,
    }
    if word not in kinds or (word in {"state", "circuit"} and kinds[word](name) is None):
        names.reporter.add("A510", f'"{text.text[:60]}" is no scope', text.place, help=_HELP)
        return None
    resolved = kinds[word](name)
    return None if resolved is None else ScopeItem(ScopeKind(word), resolved, perhaps)
