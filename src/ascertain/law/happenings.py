"""What happens to a provision on a day, in words: the acts that take or lose effect, and its own time."""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date

from ascertain.law.acts import SILENT_VERBS
from ascertain.law.index import Act, LawIndex, index_of
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Group
from ascertain.rulebook.model.sources import Verb


def happenings(
    rulebook: Rulebook, name: str, day: date, who: Set[str], mattering: Set[int] = frozenset()
) -> tuple[str, ...]:
    """What takes or loses effect on a day for a provision or point: on itself, or failing that on what acts on it.

    Args:
        rulebook: The law.
        name: The provision's or the point's id.
        day: The day.
        who: The ids of the government and program asked about, whose membership of a group may begin or end.
        mattering: The numbers of the acts known to matter, if any are; then these are told, whatever they act on.

    Returns:
        Such as ``ndcal-2017-04-25 suspends eo-13768#sec-9a`` or ``eo-13768 takes effect``.
    """
    index = index_of(rulebook)
    concern = index.concern(name)
    near = index.levels.get(name, (name,))
    acts = [act for act in concern.acts if (act.number in mattering if mattering else act.effect.target in near)]
    found = [word for act in acts for word in _of_act(act, day)]
    found += [word for level in near for word in _of_level(index, level, day)]
    if not found:
        found = [word for act in concern.acts for word in _of_act(act, day)]
    if not found:
        found = [word for group in sorted(concern.groups) for word in _of_group(rulebook.groups[group], day, who)]
    if not found:
        found = [word for level in concern.levels for word in _of_level(index, level, day)]
    return tuple(dict.fromkeys(found))


def _of_act(act: Act, day: date) -> Iterator[str]:
    effect = act.effect
    if effect.verb in SILENT_VERBS and effect.verb is not Verb.BINDS:
        return
    reading = f" reading {effect.reading} of" if effect.verb is Verb.BINDS else ""
    said = f"{effect.source} {effect.verb.value}{reading} {effect.target}"
    if act.earliest == act.settled == day:
        yield said if effect.effective is not None else f"{said} once its mandate issues"
    elif act.earliest == day:
        yield f"{said}, perhaps from this day on"
    elif act.settled == day:
        yield f"{said}, surely from this day on"
    if effect.until is not None and day in (effect.until.earliest, effect.until.latest):
        yield f"{said} no longer"


def _of_level(index: LawIndex, level: str, day: date) -> Iterator[str]:
    authority = index.rulebook.authorities.get(level)
    never = authority is not None and index.intervals(level) == ()
    if authority is not None and never and day in (authority.issued.earliest, authority.issued.latest):
        yield f"{level} is issued, and never becomes law"
    for interval in index.intervals(level) or ():
        if interval.start is not None and day in (interval.start.earliest, interval.start.latest):
            yield f"{level} takes effect"
        if interval.end is not None and day in (interval.end.earliest, interval.end.latest):
            yield f"{level} ends"


def _of_group(group: Group, day: date, who: Set[str]) -> Iterator[str]:
    for member, period in group.members:
        if member in who:
            if period.start is not None and day in (period.start.earliest, period.start.latest):
                yield f"{member} comes into {group.id}"
            if period.end is not None and day in (period.end.earliest, period.end.latest):
                yield f"{member} leaves {group.id}"
