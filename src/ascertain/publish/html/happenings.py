"""What goes into the timeline of the law: the numbered happenings, and the courses of force by kind of law."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ascertain.publish.html import words
from ascertain.publish.html.forces import Forces, Line, merged, whom
from ascertain.publish.html.law_view import deed, is_later
from ascertain.publish.html.lawchart import Course, Happening
from ascertain.publish.html.names import Names, short_name
from ascertain.rulebook.dates import Moment
from ascertain.rulebook.model.sources import Authority, Effect, Provision

KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Statutes and regulations", ("statute", "regulation")),
    ("Executive orders", ("executive order",)),
    ("Memoranda and guidance", ("memorandum", "guidance")),
    ("Grant terms", ("grant terms",)),
    ("State and local law", ("state statute", "ordinance", "policy")),
)
"""Kinds of law that are drawn as lanes. All others are a mark on their day: what they do shows on others' lanes."""


def happenings(names: Names, forces: Forces) -> tuple[Happening, ...]:
    """Everything issued in the period, and everything done in it by an older source, oldest first and numbered."""
    acts: dict[tuple[date, str], list[Effect]] = {}
    book = names.rulebook
    for authority in book.authorities.values():
        if _inside(authority.issued, forces):
            acts[authority.issued.earliest, authority.id] = []
    for effect in book.effects:
        if _inside(effect.issued, forces):
            source = book.provisions[effect.source].authority
            acts.setdefault((effect.issued.earliest, source), []).append(effect)
    return tuple(_happening(number, key, acts[key], names, forces) for number, key in enumerate(sorted(acts), 1))


def _inside(when: Moment, forces: Forces) -> bool:
    return forces.start <= when.earliest < forces.end


def _happening(number: int, key: tuple[date, str], effects: list[Effect], names: Names, forces: Forces) -> Happening:
    on, source = key
    authority = names.rulebook.authorities[source]
    when = authority.issued if authority.issued.earliest == on else effects[0].issued
    link = names.authority(source)
    return Happening(
        number=number,
        on=on,
        when=words.moment(when),
        title=authority.title,
        issuer=authority.issuer,
        kind=authority.kind,
        anchor=link.anchor,
        deeds=tuple(_told(each, names, forces.known) for each in effects),
        targets=frozenset(each.target for each in effects),
        later=is_later(when, forces.known),
    )


def _told(effect: Effect, names: Names, known: date) -> str:
    told = deed(effect, names, known)
    parts = [told.verb, told.target.text]
    if told.to:
        parts.append(f"to {told.to}")
    if told.whom:
        parts.append(f"for {told.whom}")
    if effect.effective != effect.issued:
        parts.append(f"(effective {told.effective})")
    if told.until:
        parts.append(f"until {told.until}")
    return " ".join(parts)


def courses(names: Names, forces: Forces, members: Mapping[str, str]) -> tuple[tuple[str, tuple[Course, ...]], ...]:
    """The lanes of each kind of law: an authority as a whole, and those of its parts whose force differs from it."""
    book = names.rulebook
    found = []
    for title, kinds in KINDS:
        ordered = sorted((a for a in book.authorities.values() if a.kind in kinds), key=lambda a: a.issued.earliest)
        lanes = tuple(course for authority in ordered for course in _of(authority, names, forces, members))
        if lanes:
            found.append((title, lanes))
    return tuple(found)


def _of(authority: Authority, names: Names, forces: Forces, members: Mapping[str, str]) -> Iterable[Course]:
    parts = [each for each in names.rulebook.provisions.values() if each.authority == authority.id]
    seen: list[tuple[Provision, frozenset[object]]] = []
    drawn: list[tuple[Provision, Line, set[str]]] = []
    for part in sorted(parts, key=lambda each: each.id != authority.id):
        lines = merged(line for line in forces.lines(part.id) if line.reaches)
        shape: frozenset[object] = frozenset((line.governments, line.spans) for line in lines)
        twin = next((other for other, held in seen if held == shape), None)
        if twin is not None:
            for other, _, ids in drawn:
                if other is twin:
                    ids.add(part.id)
            continue
        seen.append((part, shape))
        drawn += [(part, line, {part.id}) for line in lines]
    for part, line, ids in drawn:
        yield Course(
            provisions=frozenset(ids),
            label=_label(authority, part, [each for each in parts if each.id in ids], names),
            anchor=names.provision(part.id).anchor,
            whom=whom(line, members),
            since=_since(authority, part, forces.start),
            spans=line.spans,
        )


def _label(authority: Authority, part: Provision, alike: list[Provision], names: Names) -> str:
    """The authority by name and title; a part with its neighbors that share its course."""
    short = short_name(authority)
    if part.id == authority.id:
        return authority.title if short == authority.title else f"{short} · {authority.title}"
    neighbors = (each.heading for each in alike if each.parent == part.parent and each is not part)
    return "; ".join([names.provision(part.id).text, *neighbors])


def _since(authority: Authority, part: Provision, start: date) -> str:
    periods = part.in_force if part.in_force is not None else authority.in_force
    first = periods[0].start if periods else None
    return words.moment(first) if first and first.earliest < start else ""
