"""Whom a scope reaches: governments, states with their subdivisions, circuits, dated groups, agencies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ascertain.law.model import Doubt, Matter
from ascertain.law.naming import party_named
from ascertain.rulebook.dates import Interval
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program, Scope, ScopeItem, ScopeKind


def reaches(scope: Scope, matter: Matter, rulebook: Rulebook) -> bool | None:
    """Whether ``scope`` reaches the matter on its day.

    Returns:
        Yes, no, or ``None`` where the sources leave it open: a *perhaps*, a membership known only to the month or
        year, a government whose state or circuit is not recorded.
    """
    outside = _any_item(scope.excepted, matter, rulebook)
    inside = _any_item(scope.items, matter, rulebook)
    if inside is False or outside is True:
        return False
    return True if inside and outside is False else None


def _any_item(items: tuple[ScopeItem, ...], matter: Matter, rulebook: Rulebook) -> bool | None:
    answers = []
    for item in items:
        answer = item_reaches(item, matter.government, matter.program, matter.on, rulebook)
        answers.append(None if isinstance(answer, Doubt) or (answer and item.perhaps) else answer)
    if True in answers:
        return True
    return None if None in answers else False


def item_reaches(
    item: ScopeItem, government: Government | None, program: Program | None, day: date, rulebook: Rulebook
) -> bool | Doubt:
    """Whether one item of a scope, its *perhaps* apart, reaches a government and program on a day.

    A matter without a government is the law at large: only *everyone* and agencies reach it. A matter without a
    program is not outside any agency's business.

    Returns:
        Yes, no, or the doubt on which it hangs.
    """
    match item.kind:
        case ScopeKind.EVERYONE:
            return True
        case ScopeKind.NOBODY:
            return False
        case ScopeKind.AGENCY:
            return program is None or _administers(item.name, program, rulebook)
        case ScopeKind.GROUP:
            return in_group(item.name, government, program, day, rulebook)
    if government is None:
        return False
    match item.kind:
        case ScopeKind.GOVERNMENT:
            return government.id == item.name or item.name in government.ids
        case ScopeKind.STATE:
            own = inherited(government, "state", rulebook)
        case _:
            own = inherited(government, "circuit", rulebook)
    if not own:
        return Doubt(f"{item.kind}:{government.id}", f"In which {item.kind} is {government.name}?")
    return str(own) == item.name


def in_group(
    group: str, government: Government | None, program: Program | None, day: date, rulebook: Rulebook
) -> bool | Doubt:
    """Whether the government or the program (or a program that it is part of) is in the group on the day.

    Returns:
        Yes, no, or the doubt where a bound of the membership is known only to its month or year.
    """
    ids = parties(government, program, rulebook)
    answer: bool | Doubt = False
    for member, period in rulebook.groups[group].members:
        if member in ids:
            inside = period.covers(day)
            if inside:
                return True
            if inside is None:
                whom, which = party_named(member, rulebook), rulebook.groups[group].name
                answer = Doubt(f"member:{group}:{member}", f"Was {whom} in {which} by then ({period})?")
    return answer


def how_treated(
    government: Government | None, program: Program | None, item: ScopeItem, rulebook: Rulebook
) -> bool | Doubt | tuple[tuple[str, Interval], ...]:
    """What tells one government, or one program, from another as far as an item of a scope goes, whatever the day.

    Returns:
        Whether the item reaches it, or the doubt about that; for a dated group, its memberships.
    """
    if item.kind is ScopeKind.GROUP:
        ids = parties(government, program, rulebook)
        return tuple(entry for entry in rulebook.groups[item.name].members if entry[0] in ids)
    return item_reaches(item, government, program, date.min, rulebook)


def parties(government: Government | None, program: Program | None, rulebook: Rulebook) -> set[str]:
    """The ids under which a group may name the government, the program, or a program that it is part of."""
    ids = {government.id, *government.ids} if government is not None else set[str]()
    return ids.union(each.id for each in _line(program, rulebook))


def part_of_program(program: Program | None, name: str, rulebook: Rulebook) -> bool:
    """Whether the program is the named one or part of it by its parents."""
    return any(each.id == name for each in _line(program, rulebook))


def _line(program: Program | None, rulebook: Rulebook) -> Iterator[Program]:
    """The program and those that it is part of."""
    seen: set[str] = set()
    while program is not None and program.id not in seen:
        yield program
        seen.add(program.id)
        program = rulebook.programs.get(program.parent)


def _administers(agency: str, program: Program, rulebook: Rulebook) -> bool:
    """Whether the program is run by the agency or by a component of it; a part is run by whoever runs the whole."""
    name = next((each.agency for each in _line(program, rulebook) if each.agency), "")
    seen: set[str] = set()
    while name and name not in seen:
        if name == agency:
            return True
        seen.add(name)
        component = rulebook.agencies.get(name)
        name = component.parent if component is not None else ""
    return False


def inherited(government: Government, what: str, rulebook: Rulebook) -> str | int | None:
    """The state or circuit of the government, or else of the one it is part of.

    Args:
        government: The government.
        what: ``state`` or ``circuit``.
        rulebook: The law, which knows those that others are part of.
    """
    seen: set[str] = set()
    at: Government | None = government
    while at is not None and at.id not in seen:
        own: str | int | None = at.state if what == "state" else at.circuit
        if own:
            return own
        seen.add(at.id)
        at = rulebook.governments.get(at.parent)
    return None


def item_words(item: ScopeItem) -> str:
    """One item as the rulebook writes it, its *perhaps* left out."""
    plain = item.kind in (ScopeKind.EVERYONE, ScopeKind.NOBODY)
    if plain:
        return item.kind.value
    return item.name if item.kind is ScopeKind.GOVERNMENT else f"{item.kind} {item.name}"


def scope_words(scope: Scope) -> str:
    """The scope as the rulebook writes it."""

    def listed(items: tuple[ScopeItem, ...]) -> str:
        return ", ".join(("perhaps " if item.perhaps else "") + item_words(item) for item in items)

    return listed(scope.items) + (f" except {listed(scope.excepted)}" if scope.excepted else "")
