"""The record as the page shows it: claims against evidence, arguments with their replies, awards, dated entries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ascertain.docket.model import Argument, Award, Docket, Entry, EntryKind, Result, Side
from ascertain.publish.html import anchors, words
from ascertain.publish.html.law_view import is_later
from ascertain.publish.html.names import Names
from ascertain.publish.html.views.basics import Link
from ascertain.publish.html.views.record import (
    ArgumentView,
    AwardView,
    ClaimView,
    Event,
    ReviewRow,
    RulingsView,
    TermView,
)
from ascertain.record.model import STANDARDS, Claim, Fact, Grade
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.terms import Subject, Term

SIDES: dict[Side, str] = {
    Side.RESPONDENT: "Argued by governments under review",
    Side.REVIEWER: "Argued by the reviewer",
    Side.THIRD_PARTY: "Argued by others",
}


def claim_view(claim: Claim, names: Names, *, against: bool = False) -> ClaimView:
    """One claim with all that lets a reader check it."""
    exhibit = names.docket.exhibits.get(claim.exhibit)
    passage = claim.passage
    source = next((each for each in names.docket.entries if str(each.number) == claim.entry), None)
    return ClaimView(
        grade=claim.grade.word,
        value=words.value(names.rulebook.terms.get(claim.term), claim.value),
        said_by=claim.said_by,
        filed=words.moment(claim.filed),
        period=words.interval(claim.period),
        ended=_end(claim),
        entry=names.entry(source) if source else None,
        exhibit=(exhibit.citation or exhibit.title) if exhibit else claim.exhibit,
        held=bool(exhibit and exhibit.sha256),
        passage=passage.exact if passage else "",
        page=str(passage.page) if passage and passage.page is not None else "",
        note=claim.note,
        confidence=claim.confidence,
        sources=claim.sources,
        against=against,
    )


def _end(claim: Claim) -> str:
    if claim.ending is not None:
        return f"ended on {words.moment(claim.ending.on)} by entry {claim.ending.entry}"
    return "with no end on record, and so taken to hold on" if claim.runs_on else ""


def terms_of(who: Government, names: Names, on: date, known: date) -> tuple[tuple[TermView, ...], tuple[str, ...]]:
    """The plain facts about a government that the record speaks of, and the phrases on which it is silent.

    Facts about its awards under a program are shown too, where something was claimed of that very award.
    """
    shown, silent = [], []
    record = names.docket.record
    for term in names.rulebook.terms.values():
        if term.phrase in record.concluded or term.about is Subject.PROGRAM:
            continue
        programs = _programs(term, who, names)
        facts = [(one, record.fact(term, who.id, one, on, known)) for one in programs]
        heard = [(one, fact) for one, fact in facts if fact.grade is not Grade.NONE]
        shown += [_term(term, one, fact, names) for one, fact in heard]
        if not heard:
            silent.append(term.phrase)
    return tuple(shown), tuple(silent)


def _programs(term: Term, who: Government, names: Names) -> list[str]:
    if term.about is Subject.GOVERNMENT:
        return [""]
    claimed = (c.program for c in names.docket.record.claims if c.term == term.phrase and c.government == who.id)
    return list(dict.fromkeys(claimed))


def _term(term: Term, program: str, fact: Fact, names: Names) -> TermView:
    values = tuple((grade.word, words.value(term, fact.under(grade))) for grade in STANDARDS)
    return TermView(
        phrase=term.phrase,
        ask=term.ask,
        confidence=term.confidence,
        program=names.program(program) if program else "",
        values=values,
        disputed=fact.grade is Grade.DISPUTED,
        only_asserted=fact.grade is Grade.ASSERTED,
        claims=(
            *(claim_view(each, names) for each in fact.support),
            *(claim_view(each, names, against=True) for each in fact.contrary),
        ),
    )


def arguments_of(who: str, names: Names, known: date) -> tuple[tuple[str, tuple[ArgumentView, ...]], ...]:
    """What a government argues and what the reviewer answers, each side in the same shape and order.

    Of decisions on them, and of entries that make them, only those of the known day or before are listed.
    """
    docket = names.docket
    own = [each for each in docket.arguments.values() if who in each.used_by]
    replies = [docket.arguments[each.reply] for each in own if each.reply in docket.arguments]
    every = list(dict.fromkeys((*own, *replies)))
    found = []
    for side, title in SIDES.items():
        told = tuple(_argument(each, who, names, known) for each in every if each.side is side)
        if told:
            found.append((title, told))
    return tuple(found)


def _argument(each: Argument, who: str, names: Names, known: date) -> ArgumentView:
    reply = names.docket.arguments.get(each.reply)
    return ArgumentView(
        anchor=anchors.argument(who, each.id),
        side=each.side.value,
        statement=each.statement,
        reply=reply.statement if reply else each.reply,
        rulings=tuple(_rulings(each, names, known)),
        made_in=tuple(names.entry(entry) for entry in _making(each, who, names.docket, known)),
        sources=each.source,
        confidence=each.confidence,
        notes=each.notes,
    )


def _rulings(each: Argument, names: Names, known: date) -> Iterable[RulingsView]:
    """Reading by reading the courts that decided on it; last those that decided on none that is on record."""
    for point, reading in each.readings:
        courts = (
            [one.court for one in every if (point, reading) in one.readings]
            for every in (each.courts_for, each.courts_against)
        )
        link = Link(names.rulebook.points[point].question, anchors.point(point))
        yield RulingsView(reading, link, *(_issued(one, names, known) for one in courts))
    at_large = [[one.court for one in every if not one.readings] for every in (each.courts_for, each.courts_against)]
    whole = [_issued(courts, names, known) for courts in at_large]
    if not each.readings or any(whole):
        yield RulingsView("", None, *whole)


def _issued(courts: Iterable[str], names: Names, known: date) -> tuple[Link, ...]:
    """The decisions that had been issued; of a bare citation no day is known, so it is kept."""
    held = ((one, names.rulebook.authorities.get(one)) for one in courts)
    return tuple(names.authority(one) for one, law in held if law is None or not is_later(law.issued, known))


def _making(each: Argument, who: str, docket: Docket, known: date) -> Iterable[Entry]:
    filed = (entry for entry in docket.entries if not is_later(entry.filed, known))
    return (entry for entry in filed if each.id in entry.arguments and who in _concerned(entry))


def award_view(award: Award, names: Names) -> AwardView:
    """An award with its amount, or that the amount is not known."""
    qualities = [] if award.cents is None else ["exact" if award.exact else "approximate"]
    qualities += ["shared with other governments"] if award.joint else []
    return AwardView(
        program=names.program(award.program),
        amount="not known" if award.cents is None else words.money(award.cents),
        qualities=", ".join(qualities),
        source=award.source,
        confidence=award.confidence,
        note=award.note,
    )


def _concerned(entry: Entry) -> frozenset[str]:
    return frozenset((*entry.to, *entry.about, *(result.government for result in entry.results)))


def events_of(who: str, names: Names, known: date) -> tuple[Event, ...]:
    """The entries that concern a government, oldest first; those not yet known on the day are marked."""
    entries = sorted((e for e in names.docket.entries if who in _concerned(e)), key=lambda e: e.date.earliest)
    return tuple(event(each, names, known, _result(each, who)) for each in entries)


def _result(entry: Entry, who: str) -> Result | None:
    return next((result for result in entry.results if result.government == who), None)


def event(entry: Entry, names: Names, known: date, result: Result | None = None) -> Event:
    """One entry as a line; with a result, what it says of the government at hand."""
    return Event(
        when=words.moment(entry.date),
        kind=entry.kind.value,
        title=entry.title,
        by=entry.by,
        result=result.result if result else "",
        provisional=bool(result and result.provisional),
        quote=result.quote if result else "",
        link=names.entry(entry),
        authority=names.authority(entry.authority) if entry.authority else None,
        later=is_later(entry.filed, known),
        confidence=entry.confidence,
        sources=entry.sources,
        text=names.prose(entry.text),
        about=tuple(names.party(each) for each in dict.fromkeys((*entry.to, *entry.about))),
    )


def review_rows(names: Names, known: date) -> tuple[ReviewRow, ...]:
    """For each member what was sent, what was answered and what was stated by the known day: three records."""
    heard = [each for each in names.docket.entries if each.filed.reached(known) is True]
    return tuple(
        ReviewRow(
            head=names.member(member.government),
            member=words.interval(member.period),
            basis=member.basis,
            sent=_lines(heard, EntryKind.REQUEST, member.government, names),
            answered=_lines(heard, EntryKind.RESPONSE, member.government, names),
            results=tuple(
                (words.moment(each.date), result.result, names.entry(each))
                for each in heard
                for result in each.results
                if result.government == member.government
            ),
        )
        for member in names.docket.members
    )


def _lines(heard: list[Entry], kind: EntryKind, who: str, names: Names) -> tuple[tuple[str, Link], ...]:
    named = (each for each in heard if each.kind is kind and who in _parties(each))
    return tuple((words.moment(each.date), names.entry(each)) for each in named)


def _parties(entry: Entry) -> tuple[str, ...]:
    """To whom a request went, or for whom a response speaks."""
    return entry.to if entry.kind is EntryKind.REQUEST else entry.about
