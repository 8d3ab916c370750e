"""Force as sheets: who has the same course of it told once, and who is in the groups that its acts name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ascertain.findings.answers.unseen import unseen_words
from ascertain.law.index import index_of
from ascertain.law.model import Force, Link, doubts_in
from ascertain.law.naming import item_named, party_named
from ascertain.law.scope import item_reaches, parties
from ascertain.publish.answers import (
    STATE_WIDTH,
    Span,
    ended_cell,
    ended_column,
    period_cells,
    period_columns,
)
from ascertain.publish.doubts import doubt_words
from ascertain.publish.forcewords import chain_words, parts_words, state_word
from ascertain.publish.sheet import Column, Sheet, widest
from ascertain.publish.unseenout import force_marks, with_marks
from ascertain.rulebook.confidence import Mark
from ascertain.rulebook.dates import Interval
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Scope, ScopeItem, ScopeKind

_PLACES = (ScopeKind.GROUP, ScopeKind.CIRCUIT, ScopeKind.STATE)
_NAMES_WIDTH = 30
"""As wide as the names get of those who share a row."""


def by_provision(
    government: str, rows: Iterable[tuple[str, Span]], rulebook: Rulebook, *, periods: bool, at_large: bool = False
) -> Sheet:
    """Force for one government, a row a provision or interval.

    Args:
        government: Its name.
        rows: Each provision with a span.
        rulebook: The law.
        periods: Whether the spans are intervals.
        at_large: Whether nobody is asked about but the law as such.
    """
    names = list(rulebook.provisions)
    marked, notes = with_marks(rows, lambda row: force_marks(row[1].force, rulebook))
    cells = ((provision, *_cells(span, rulebook, at_large=at_large)) for provision, span in marked)
    return Sheet(government, _columns(Column("Provision", widest(names)), periods=periods), cells, notes)


def by_government(
    provision: str, courses: Mapping[str, Iterable[Span]], rulebook: Rulebook, *, periods: bool, at_large: bool = False
) -> Iterator[Sheet]:
    """Yield the force of one provision, told once for all governments for whom it is the same.

    Over a period, and where all share it, that is a sheet for each such group; on a day it is a row of one sheet.

    Args:
        provision: What is asked about.
        courses: Each government's spans, by its name.
        rulebook: The law.
        periods: Whether the spans are intervals.
        at_large: Whether nobody is asked about but the law as such.
    """
    alike: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    marks: dict[tuple[tuple[str, ...], ...], list[Mark]] = {}
    for name, spans in courses.items():
        held = tuple(spans)
        cells = tuple(_cells(span, rulebook, at_large=at_large) for span in held)
        alike.setdefault(cells, []).append(name)
        marks.setdefault(cells, []).extend(mark for span in held for mark in force_marks(span.force, rulebook))
    count = sum(map(len, alike.values()))
    shared = len(alike) == 1 < count
    groups = [(", ".join(names), cells) for cells, names in alike.items()]
    if periods or shared:
        every = f"all {count}: " if shared else ""
        for names, cells in groups:
            notes = tuple(unseen_words(marks[cells]))
            yield Sheet(f"{provision} for {every}{names}", _columns(periods=periods), cells, notes)
        return
    column = Column("Government", min(widest(names for names, _ in groups), _NAMES_WIDTH))
    rows = [(names, *row) for names, cells in groups for row in cells]
    notes = tuple(unseen_words(mark for held in marks.values() for mark in held))
    yield Sheet(provision, _columns(column, periods=False), rows, notes)


def groups_sheet(
    provision: str, forces: Iterable[Force], governments: Sequence[Government], rulebook: Rulebook
) -> Sheet | None:
    """Who is in the groups, circuits and States by which the deciding acts go; ``None`` where they go by none.

    Args:
        provision: Whose force is asked about.
        forces: What was found of it.
        governments: Those asked about.
        rulebook: The law.
    """
    links = {link for force in forces for link in force.chain if link.decisive}
    scopes = (scope for link in links for scope in _scopes(link, rulebook))
    named = {(item.kind, item.name) for scope in scopes for item in (*scope.items, *scope.excepted)}
    items = [ScopeItem(kind, name) for kind, name in sorted(named) if kind in _PLACES]
    rows = tuple((item_named(item, rulebook), *_members(item, governments, rulebook)) for item in items)
    columns = (Column("The acts go by"), Column("In it, of those asked about"), Column("In it, of others on record"))
    return Sheet(f"Who is meant by the acts on {provision}", columns, rows) if rows else None


def _scopes(link: Link, rulebook: Rulebook) -> Iterator[Scope]:
    """Whom the act behind a link reaches, as the rulebook has it."""
    index = index_of(rulebook)
    if not link.target:
        yield index.binds(link.provision)
    for effect in rulebook.effects:
        if (effect.source, effect.target, effect.verb) == (link.provision, link.target, link.verb):
            yield index.meant(effect)


def _members(item: ScopeItem, governments: Sequence[Government], rulebook: Rulebook) -> tuple[str, str]:
    """Those asked about and the others that are in what an item describes."""
    asked = {name: each for each in governments for name in parties(each, None, rulebook)}
    if item.kind is ScopeKind.GROUP:
        held = [
            (asked.get(one), party_named(one, rulebook), period) for one, period in rulebook.groups[item.name].members
        ]
    else:
        whole = {**rulebook.governments, **{each.id: each for each in governments}}
        reached = (one for one in whole.values() if item_reaches(item, one, None, date.max, rulebook) is True)
        held = [(asked.get(one.id), one.name, Interval(None, None)) for one in reached]
    inside, others = (
        [_member(name, period) for who, name, period in held if bool(who) is mine] for mine in (True, False)
    )
    return ", ".join(inside) or "nobody", ", ".join(others)


def _member(name: str, period: Interval) -> str:
    return name if period == Interval(None, None) else f"{name} ({period})"


def _columns(*first: Column, periods: bool) -> tuple[Column, ...]:
    said = Column("State", STATE_WIDTH), Column("Because")
    return (*first, *period_columns(periods), *said, *ended_column(periods))


def _cells(span: Span, rulebook: Rulebook, *, at_large: bool) -> tuple[str, ...]:
    force = span.force
    doubts = [doubt_words(doubt, rulebook, at_large=at_large) for doubt in doubts_in(force.tree)]
    turns = f"turns on {', '.join(doubts)}" if doubts else ""
    because = "; ".join(filter(None, (turns, chain_words(force), parts_words(span.parts))))
    state = state_word(force.state, force.provision, rulebook)
    return (*period_cells(span.start, span.end), state, because, *ended_cell(span, rulebook))
