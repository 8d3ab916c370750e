"""The law as the page shows it: a page for each authority, and the courses and happenings of the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ascertain.law.model import Force
from ascertain.law.naming import scope_named
from ascertain.publish.forcewords import state_word
from ascertain.publish.html import anchors, words
from ascertain.publish.html.forces import Forces, Line, whom
from ascertain.publish.html.names import Names
from ascertain.publish.html.views.law import (
    AuthorityPage,
    ChainLink,
    Deed,
    ForceLine,
    PointView,
    ProvisionView,
    ReadingView,
)
from ascertain.rulebook.confidence import mark_of
from ascertain.rulebook.dates import Moment
from ascertain.rulebook.model.sources import Authority, Effect, Point, Provision, Verb


def authority_page(authority: Authority, names: Names, forces: Forces, members: Mapping[str, str]) -> AuthorityPage:
    """Everything about one authority.

    Args:
        authority: The authority.
        names: Words and links for ids.
        forces: The course of the law.
        members: Names by id of those under review.
    """
    book = names.rulebook
    parts = [each for each in book.provisions.values() if each.authority == authority.id]
    own = {each.id for each in parts}
    shown = [deed(each, names, forces.known) for each in book.effects if each.source in own]
    suffered = [
        deed(each, names, forces.known)
        for each in book.effects
        if each.target in own or (each.target in book.points and book.points[each.target].provision in own)
    ]
    points = [each for each in book.points.values() if each.provision in own]
    return AuthorityPage(
        anchor=anchors.authority(authority.id),
        authority=authority,
        cited=authority.citations[0].text if authority.citations else "",
        issued=words.moment(authority.issued),
        in_force=tuple(words.interval(each) for each in authority.in_force),
        binds=scope_named(authority.binds, names.rulebook),
        later=is_later(authority.issued, forces.known),
        provisions=tuple(_provision(each, names, forces, members) for each in parts),
        does=tuple(shown),
        undergoes=tuple(suffered),
        points=tuple(_point(each, names, forces) for each in points),
    )


def is_later(when: Moment, known: date) -> bool:
    """Whether something had not surely been issued by the known day."""
    return when.reached(known) is not True


def deed(effect: Effect, names: Names, known: date) -> Deed:
    """One effect in words."""
    effective = words.moment(effect.effective)
    if effect.effective is None:
        effective = "open" + (f", not before {words.moment(effect.not_before)}" if effect.not_before else "")
    verb = f"binds the reading {effect.reading} of" if effect.verb is Verb.BINDS else effect.verb.value
    return Deed(
        verb=verb,
        source=names.provision(effect.source),
        target=names.target(effect.target),
        issued=words.moment(effect.issued),
        effective=effective,
        until=words.moment(effect.until),
        whom=scope_named(effect.scope, names.rulebook) if effect.scope else "",
        to=scope_named(effect.to, names.rulebook) if effect.to else "",
        carved_out=tuple(f"{names.heading(each.provision)}: {each.text}" for each in effect.carve_outs),
        note=effect.note,
        later=is_later(effect.issued, known),
    )


def chain(force: Force, names: Names) -> tuple[ChainLink, ...]:
    """The links that explain a force, oldest first."""
    return tuple(
        ChainLink(
            names.provision(link.provision),
            link.verb,
            _when(link.date),
            "" if link.scope == "everyone" else link.whom,
            link.note,
            link.decisive,
        )
        for link in force.chain
    )


def _when(text: str) -> str:
    try:
        return words.moment(Moment.parse(text))
    except ValueError:
        return text


def _provision(each: Provision, names: Names, forces: Forces, members: Mapping[str, str]) -> ProvisionView:
    lines = forces.lines(each.id)
    above = forces.lines(each.parent) if each.parent else ()
    return ProvisionView(
        anchor=anchors.provision(each.id),
        heading=each.heading,
        depth=_depth(each, names),
        quote=each.quote,
        commentary=names.prose(each.commentary),
        untranslated=each.untranslated,
        rules=tuple((rule.id, rule.title) for rule in names.rulebook.rules.values() if rule.provision == each.id),
        force=tuple(_force(line, names, members) for line in lines),
        force_of_parent=bool(above) and _course(lines) == _course(above),
        confidence=_of_its_own(each, names),
    )


def _of_its_own(entry: Provision | Point, names: Names) -> str:
    """The mark of an entry, unless it is only that of the authority, which stands at the authority's sources."""
    mark = mark_of(entry, names.rulebook)
    return "" if mark.of in names.rulebook.authorities else mark.confidence


def _depth(each: Provision, names: Names) -> int:
    above = names.rulebook.provisions.get(each.parent) if each.parent else None
    return 0 if above is None else 1 + _depth(above, names)


def _course(lines: Iterable[Line]) -> set[tuple[object, ...]]:
    return {(line.governments, line.spans) for line in lines}


def _force(line: Line, names: Names, members: Mapping[str, str]) -> ForceLine:
    force, book = line.today, names.rulebook
    return ForceLine(
        whom=whom(line, members),
        spans=tuple(
            (words.through(start, end), state_word(state, force.provision, book), words.FORCE_SHAPES[state])
            for start, end, state in line.spans
        ),
        today=state_word(force.state, force.provision, book),
        today_shape=words.FORCE_SHAPES[force.state],
        chain=chain(force, names),
    )


def _point(point: Point, names: Names, forces: Forces) -> PointView:
    binding = [each for each in names.rulebook.effects if each.verb is Verb.BINDS and each.target == point.id]
    readings = tuple(
        ReadingView(
            reading.name,
            reading.text,
            tuple(names.party(each) for each in reading.held_by if _has_spoken(each, names, forces)),
            tuple(deed(each, names, forces.known) for each in binding if each.reading == reading.name),
            reading.confidence,
        )
        for reading in point.readings
    )
    return PointView(
        anchors.point(point.id), point.question, readings, tuple(_live(point, forces)), _of_its_own(point, names)
    )


def _has_spoken(holder: str, names: Names, forces: Forces) -> bool:
    """Whether whoever holds a reading had come to do so by the known day, as far as a date tells."""
    authority = names.rulebook.authorities.get(holder)
    return authority is None or authority.issued.earliest <= forces.known


def _live(point: Point, forces: Forces) -> Iterable[tuple[str, str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for who in forces.governments:
        found.setdefault(forces.law(who).live_readings(point.id).names, []).append(who.name)
    for live, whose in found.items():
        open_words = f"a question of law: {words.listed(live, 'or')}" if len(live) > 1 else f"settled: {live[0]}"
        yield "all under review" if len(found) == 1 else words.listed(whose), open_words
