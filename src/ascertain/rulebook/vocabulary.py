"""Terms, governments, programs, agencies and groups, from the entries of ``terms`` fences."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from ascertain.rulebook.calendars import CALENDAR_KEYS, calendar_of
from ascertain.rulebook.confidence import confidence_in
from ascertain.rulebook.dates import Interval
from ascertain.rulebook.fields import Fields
from ascertain.rulebook.mistakes import did_you_mean
from ascertain.rulebook.model.parties import Agency, Government, Group, Program
from ascertain.rulebook.model.terms import LiesIn, Subject, Term, TermType
from ascertain.rulebook.names import Names, cycle
from ascertain.rulebook.raw import RawEntry, Text
from ascertain.rulebook.texts import after, in_order, moment, parted, well_formed_id
from ascertain.rulebook.values import bounded

_SHORT = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_KEYS: Mapping[str, Collection[str]] = {
    "term": ("type", "about", "ask", "short", "note", "lies in", "at least", "at most", "completes", "confidence"),
    "calendar": CALENDAR_KEYS,
    "government": ("kind", "state", "circuit", "parent", "ids"),
    "program": ("agency", "listing", "parent", "since", "sources", "confidence"),
    "agency": ("parent",),
    "group": ("member",),
}


def declare_all(entries: Sequence[RawEntry], names: Names) -> None:
    """Enter every declared name into the tables, then check what they say of each other."""
    found = [(entry, _fields(entry, names)) for entry in entries]
    for entry, fields in found:
        if entry.kind.text == "term":
            _declare_term(entry, fields, names)
        elif well_formed_id(entry.name, names.reporter):
            _declare_entity(entry, fields, names)
    for entry, fields in found:
        _check_relations(entry, fields, names)
    _check_parents(found, names)
    _inherit_places(names)


def _fields(entry: RawEntry, names: Names) -> Fields:
    return Fields(entry.fields, entry.kind, _KEYS[entry.kind.text], names.reporter, repeated=("member", "closed"))


def _declare_term(entry: RawEntry, fields: Fields, names: Names) -> None:
    from ascertain.rulebook.syntax import usable_as_condition

    phrase, reporter = entry.text.text, names.reporter
    if entry.name.text:
        help_line = f'write "term: {entry.name.text} …"'
        reporter.add("A504", "a term has no id, only a phrase", entry.name.place, help=help_line)
    if not usable_as_condition(phrase):
        help_line = "leave out = < >, and do not begin with not, in force:, reading:, program is, or end with all of"
        reporter.add("A504", "this phrase could not stand as a condition", entry.text.place, help=help_line)
    if not names.declare("A404", "term", phrase, entry.text.place, "keep one of them"):
        return
    kind, about, ask = fields.need("type"), fields.need("about"), fields.need("ask")
    type_and_values = None if kind is None else _type_of(kind, names)
    if about and about.text not in set(Subject):
        help_line = did_you_mean(about.text, set(Subject), "write government, program or award")
        reporter.add("A503", f'a term is not about "{about.text[:60]}"', about.place, help=help_line)
        about = None
    if short := fields.get("short"):
        if not _SHORT.fullmatch(short.text):
            help_line = "write letters, digits and hyphens, such as complies"
            reporter.add("A505", f'"{short.text[:60]}" is no short name', short.place, help=help_line)
        if names.declare("A405", "short name", short.text, short.place, "give one of the terms another short name"):
            names.shorts[short.text] = phrase
    # A term with a mistake of its own still counts as declared, so that its uses are not reported too.
    kind_found, values = type_and_values or (TermType.YES_NO, ())
    term = Term(
        phrase,
        kind_found,
        Subject(about.text) if about else Subject.GOVERNMENT,
        "" if ask is None else ask.text,
        entry.text.place,
        values,
        fields.plain("short"),
        fields.plain("note"),
        _lies_in(fields, names),
        confidence=confidence_in(fields.get("confidence"), reporter),
    )
    if completes := fields.get("completes"):
        _completes(term, completes, names)
    names.terms[phrase] = bounded(term, fields.get("at least"), fields.get("at most"), reporter)


def _completes(term: Term, text: Text, names: Names) -> None:
    """Let the term say of a government that all its awards are on record; one term does."""
    others = names.completing.values()
    if text.text != "awards" or term.type is not TermType.YES_NO or term.about is not Subject.GOVERNMENT or others:
        message = "one yes/no term about a government may say that all its awards are on record"
        help_line = 'write "completes: awards" at that term, and nowhere else'
        names.reporter.add("A525", message, text.place, *others, help=help_line)
        return
    names.completing.setdefault(term.phrase, text.place)


def _lies_in(fields: Fields, names: Names) -> LiesIn | None:
    text = fields.get("lies in")
    if text is None:
        return None
    if text.text in set(LiesIn):
        return LiesIn(text.text)
    help_line = did_you_mean(text.text, set(LiesIn), f"write one of: {', '.join(LiesIn)}")
    names.reporter.add("A517", f'a term does not lie in "{text.text[:60]}"', text.place, help=help_line)
    return None


def _type_of(text: Text, names: Names) -> tuple[TermType, tuple[str, ...]] | None:
    if text.text.startswith("one of ") or text.text == "one of":
        values = tuple(part.text for part in parted(after(text, len("one of"))))
        if len(set(values)) < 2 or len(set(values)) < len(values):
            help_line = 'write "type: one of honours, conditional, declines"'
            names.reporter.add("A502", "one of needs two or more different choices", text.place, help=help_line)
        return TermType.ONE_OF, values
    kinds = [kind.value for kind in TermType if kind is not TermType.ONE_OF]
    if text.text in kinds:
        return TermType(text.text), ()
    help_line = did_you_mean(text.text, kinds, f"write {', '.join(kinds)} or one of A, B, C")
    names.reporter.add("A501", f'there is no type "{text.text[:60]}"', text.place, help=help_line)
    return None


def _declare_entity(entry: RawEntry, fields: Fields, names: Names) -> None:
    kind, key = entry.kind.text, entry.name.text
    if not names.declare("A408", kind, key, entry.name.place, "keep one of them, or give one another id"):
        return
    title = entry.text.text
    match kind:
        case "government":
            names.governments[key] = Government(
                key,
                title,
                fields.plain("kind"),
                fields.plain("state"),
                _circuit(fields, names),
                fields.plain("parent"),
                _aliases(key, fields, names),
            )
        case "program":
            since = fields.get("since")
            names.programs[key] = Program(
                key,
                title,
                fields.plain("agency"),
                fields.plain("listing"),
                fields.plain("parent"),
                moment(since, names.reporter) if since else None,
                confidence_in(fields.get("confidence"), names.reporter),
                tuple(text.text for text in parted(fields.get("sources") or Text("", entry.name.place), ";")),
            )
        case "calendar":
            calendar = calendar_of(key, title, fields, names)
            if calendar is not None:
                names.calendars[key] = calendar
        case "agency":
            names.agencies[key] = Agency(key, title, fields.plain("parent"))
        case _:
            members = [_member(text, names) for text in fields.all("member")]
            names.groups[key] = Group(key, title, tuple(member for member in members if member is not None))


def _aliases(key: str, fields: Fields, names: Names) -> tuple[str, ...]:
    """The government's other ids, none of which another government bears: they would be one, declared twice."""
    text = fields.get("ids")
    if text is None:
        return ()
    parts = list(parted(text))
    for part in parts:
        other = next((one.id for one in names.governments.values() if part.text in (one.id, *one.ids)), None)
        if other is not None and other != key:
            help_line = f"declare the government once, or take the id from {key} or from {other}"
            names.reporter.add("A409", f'"{part.text[:60]}" is the id of {other} already', part.place, help=help_line)
    return tuple(part.text for part in parts)


def _circuit(fields: Fields, names: Names) -> int | None:
    text = fields.get("circuit")
    if text is None:
        return None
    if re.fullmatch(r"[1-9]\d?", text.text):
        return int(text.text)
    names.reporter.add("A506", f'"{text.text[:60]}" is no circuit', text.place, help="write its number, such as 9")
    return None


_MEMBER = re.compile(r"(\S+)(?: from (\S+))?(?: until (\S+))?")


def _member(text: Text, names: Names) -> tuple[str, Interval] | None:
    shape = _MEMBER.fullmatch(text.text)
    if shape is None:
        help_line = 'write "member: ID", "member: ID from DATE" or "member: ID from DATE until DATE"'
        names.reporter.add("A509", f'"{text.text[:60]}" names no member', text.place, help=help_line)
        return None
    start, end = (
        moment(after(Text(text.text[: shape.end(at)], text.place), shape.start(at)), names.reporter)
        if shape[at]
        else None
        for at in (2, 3)
    )
    if not in_order(start, end):
        help_line = "let the period end after it begins; until is the first day no longer in it"
        message = f"this period ends on {end}, before it begins on {start}"
        names.reporter.add("A210", message, text.place, help=help_line)
    return shape[1], Interval(start, end)


def _check_relations(entry: RawEntry, fields: Fields, names: Names) -> None:
    find = {"government": names.government, "program": names.program, "agency": names.agency}
    kind = entry.kind.text
    if kind in find and (parent := fields.get("parent")):
        find[kind](parent)
    if kind == "program" and (agency := fields.get("agency")):
        names.agency(agency)
    for member in fields.all("member"):
        name = Text(member.text.split(" ", maxsplit=1)[0], member.place)
        if name.text not in names.programs:
            names.government(name)
    kinds = (
        {member in names.programs for member, _ in names.groups[entry.name.text].members}
        if (kind == "group" and entry.name.text in names.groups)
        else set()
    )
    if len(kinds) > 1:
        message = f"the group {entry.name.text} mixes governments and programs"
        names.reporter.add("A515", message, entry.name.place, help="make two groups of it")


def _check_parents(found: Sequence[tuple[RawEntry, Fields]], names: Names) -> None:
    for kind in ("government", "program", "agency"):
        parents = {entry.name.text: fields.get("parent") for entry, fields in found if entry.kind.text == kind}
        edges = {name: [parent.text] for name, parent in parents.items() if parent}
        reported: set[str] = set()
        for name in edges:
            round_trip = cycle(name, edges)
            if round_trip and not reported & set(round_trip):
                reported |= set(round_trip)
                places = [parent.place for step in round_trip if (parent := parents[step])]
                message = f"the {kind} {name} is above itself: {' → '.join([*round_trip, name])}"
                names.reporter.add("A507", message, *places, help="remove one of these parents")


def _inherit_places(names: Names) -> None:
    """Give each government the state and circuit of the one that it is part of, where it names none itself."""
    from dataclasses import replace

    for key, government in names.governments.items():
        above, seen = government, {key}
        while (not government.state or government.circuit is None) and above.parent in names.governments:
            above = names.governments[above.parent]
            if above.id in seen:
                break
            seen.add(above.id)
            government = replace(
                government,
                state=government.state or above.state,
                circuit=above.circuit if government.circuit is None else government.circuit,
            )
        names.governments[key] = government
