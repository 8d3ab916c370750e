"""Worked examples, omissions and accepted remarks, from ``cases``, ``untranslated`` and ``accepted`` fences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from ascertain.rulebook.casetables import Given, cases_in
from ascertain.rulebook.confidence import confidence_in
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.expectations import expectation_of
from ascertain.rulebook.fields import Fields
from ascertain.rulebook.model.book import Accepted, Case
from ascertain.rulebook.model.sources import Untranslated
from ascertain.rulebook.model.terms import Shown, TermType
from ascertain.rulebook.names import Names
from ascertain.rulebook.raw import Placed, RawCaseTable, RawEntry, Text
from ascertain.rulebook.rules import authority_of
from ascertain.rulebook.texts import after, moment
from ascertain.rulebook.values import IN_WORDS, fact_of

_KEYS = ("who", "program", "on", "known", "given", "reading", "ask", "force", "expect", "turns on", "note")
_GIVEN = re.compile(r"(?P<not>not )?(?P<phrase>[^=]*[^= ])(?: *= *(?P<value>.+))?")


def entries_of(items: Iterable[Placed], kind: str) -> Iterable[tuple[RawEntry, str]]:
    """The entries of one kind with the provision each stands under."""
    return (
        (placed.item, placed.provision)
        for placed in items
        if isinstance(placed.item, RawEntry) and placed.item.kind.text == kind
    )


def omit(items: Iterable[Placed], names: Names) -> None:
    """Add to each provision what of it is not encoded."""
    for entry, provision in entries_of(items, "omits"):
        fields = Fields(entry.fields, entry.kind, ("because", "confidence"), names.reporter)
        because, confidence = fields.need("because"), confidence_in(fields.get("confidence"), names.reporter)
        if because is not None and provision in names.provisions:
            omitted = Untranslated(entry.text.text, because.text, entry.text.place, confidence)
            known = names.provisions[provision]
            names.provisions[provision] = replace(known, untranslated=(*known.untranslated, omitted))


def accepted_of(items: Iterable[Placed], names: Names) -> tuple[Accepted, ...]:
    """The remarks of the check that the encoders accept; whether there are such remarks is for the check to say."""
    found: list[Accepted] = []
    for entry, _ in entries_of(items, "accepts"):
        because = Fields(entry.fields, entry.kind, ("because",), names.reporter).need("because")
        if because is not None:
            found.append(Accepted(entry.text.text, because.text, entry.text.place))
    return tuple(found)


def cases_of(items: Iterable[Placed], covers: Interval, concluded: Mapping[str, str], names: Names) -> tuple[Case, ...]:
    """Every case with its names resolved.

    Args:
        items: What stands in the fences.
        covers: The period that the rulebook answers for.
        concluded: For each term that a rule concludes, that rule's id.
        names: The tables of names.
    """
    found = [
        _case(entry, given, placed.provision, covers, concluded, names)
        for placed in items
        for entry, given in _written(placed, concluded, names)
    ]
    return tuple(case for case in found if case is not None)


def _written(
    placed: Placed, concluded: Mapping[str, str], names: Names
) -> Iterable[tuple[RawEntry, tuple[Given, ...]]]:
    """The cases that an item is, each with the facts that the row of a table gives it."""
    if isinstance(placed.item, RawCaseTable):
        return cases_in(placed.item, authority_of(placed.provision), concluded, names)
    return ((entry, ()) for entry, _ in entries_of([placed], "case"))


def _case(
    entry: RawEntry,
    cells: Collection[Given],
    provision: str,
    covers: Interval,
    concluded: Mapping[str, str],
    names: Names,
) -> Case | None:
    reporter, authority = names.reporter, authority_of(provision)
    fields = Fields(entry.fields, entry.kind, _KEYS, reporter, repeated=("given", "reading", "turns on"))
    names.declare("A808", f"case of {authority}", entry.text.text, entry.text.place, "give one of them another name")
    who, program = fields.get("who"), fields.get("program")
    if who:
        names.government(who)
    if program:
        names.program(program)
    on = _day(fields.need("on"), covers, names)
    known = fields.get("known")
    given = [*((text, _given(text, concluded, names)) for text in fields.all("given")), *cells]
    _once([(text, fact) for text, fact in given if fact is not None], names)
    readings = [_reading(text, authority, names) for text in fields.all("reading")]
    ask, force = fields.get("ask"), fields.get("force")
    if (ask is None) == (force is None):
        help_line = 'write one line: "ask: TERM" or "force: PROVISION"'
        reporter.add("A802", "a case asks one question", entry.kind.place, help=help_line)
    question = None if ask is None else names.term(ask, short=True)
    if question is not None and question.type is not TermType.YES_NO and question.phrase not in concluded:
        help_line = "ask for a yes/no term, or for a quantity that rules conclude"
        message = f"a case asks for what follows from facts, and this is one: {IN_WORDS[question.type]}"
        reporter.add("A810", message, question.place if ask is None else ask.place, question.place, help=help_line)
        question = None
    expect = expectation_of(entry, fields, question, authority, names)
    if on is None or expect is None:
        return None
    return Case(
        entry.text.text,
        provision,
        on,
        "" if question is None else question.phrase,
        tuple(fact for _, fact in given if fact is not None),
        expect,
        entry.text.place,
        fields.plain("who"),
        fields.plain("program"),
        None if known is None else moment(known, reporter),
        tuple(reading for reading in readings if reading is not None),
    )


def _day(text: Text | None, covers: Interval, names: Names) -> Moment | None:
    day = None if text is None else moment(text, names.reporter)
    if text is None or day is None:
        return None
    if not day.exact:
        names.reporter.add("A806", "a case stands on one day", text.place, help="write a day such as 2017-07-06")
    elif covers.covers(day.earliest) is False:
        help_line = f"the vocabulary covers {covers}"
        names.reporter.add("A807", f"{day} lies outside what the rulebook covers", text.place, help=help_line)
    return day


def _given(text: Text, concluded: Mapping[str, str], names: Names) -> tuple[str, Shown] | None:
    shape = _GIVEN.fullmatch(text.text)
    if shape is None or (shape["not"] and shape["value"]):
        help_line = 'write "given: PHRASE", "given: not PHRASE" or "given: PHRASE = VALUE"'
        names.reporter.add("A811", "this gives no fact", text.place, help=help_line)
        return None
    phrase = after(Text(text.text[: shape.end("phrase")], text.place), shape.start("phrase"))
    term = names.term(phrase, short=True)
    if term is None:
        return None
    if term.phrase in concluded:
        message = f"this term is concluded by {concluded[term.phrase]}, so it cannot be given"
        help_line = "give the facts that the rule rests on"
        names.reporter.add("A804", message, phrase.place, names.rules[concluded[term.phrase]].raw.label.place,
                           help=help_line)  # fmt: skip
        return None
    if shape["value"] is None:
        if term.type is not TermType.YES_NO:
            message = "this term is no yes/no term, so its value must be given"
            names.reporter.add("A812", message, phrase.place, term.place, help=f'write "{term.phrase[:60]} = VALUE"')
            return None
        return term.phrase, not shape["not"]
    return fact_of(term, after(text, shape.start("value")), names.reporter)


def _once(given: Iterable[tuple[Text, tuple[str, Shown]]], names: Names) -> None:
    first: dict[str, Text] = {}
    for text, (phrase, _) in given:
        earlier = first.setdefault(phrase, text)
        if earlier is not text:
            names.reporter.add("A805", "this fact is given twice", text.place, earlier.place, help="keep one of them")


def _reading(text: Text, authority: str, names: Names) -> tuple[str, str] | None:
    name, sign, _ = text.text.partition("=")
    if not sign or not name.strip():
        help_line = 'write "reading: POINT = NAME"'
        names.reporter.add("A813", "this names no reading", text.place, help=help_line)
        return None
    point = names.point(Text(name.strip(), text.place), authority)
    reading = None if point is None else names.reading(point, after(text, len(name) + 1))
    return None if point is None or reading is None else (point, reading)
