"""The whole page as plain values, from docket, rulebook and findings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ascertain import __version__
from ascertain.docket.model import Docket
from ascertain.docket.state import state_on
from ascertain.publish.html import words
from ascertain.publish.html.asking import Asks
from ascertain.publish.html.board import board, questions_of, teller_of
from ascertain.publish.html.compared_view import compared
from ascertain.publish.html.government_view import government_page
from ascertain.publish.html.law_pages import law_pages
from ascertain.publish.html.names import Names
from ascertain.publish.html.record_view import event, review_rows
from ascertain.publish.html.views.page import ProgramView, Report
from ascertain.rulebook.confidence import mark_of, sources_of
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Program


def assemble(
    docket: Docket,
    rulebook: Rulebook,
    asks: Asks,
    *,
    on: date,
    known: date,
    progress: Callable[[str], None],
) -> Report:
    """Derive everything that the page shows.

    Args:
        docket: The record of the review.
        rulebook: The law.
        asks: Who answers questions.
        on: The day asked about.
        known: Only what had been issued and filed by then counts for a finding.
        progress: Told in a few words what is being done.
    """
    names = Names(docket, rulebook)
    members = {member.government: docket.governments[member.government] for member in docket.members}
    teller = teller_of(docket, rulebook, asks, on, known)
    asked = questions_of(docket, rulebook, known)
    found = board(asked, tuple(members.values()), teller, progress)
    progress("writing a page for each government")
    pages = tuple(government_page(who, asked.plain, found.money, teller) for who in members.values())
    law = law_pages(docket, rulebook, on, known, progress)
    return Report(
        title=docket.title,
        reviewer=docket.reviewer,
        rulebook=rulebook.title,
        on=words.day(on),
        known=words.day(known),
        standard=docket.standard.word,
        counts=_counts(docket, known),
        matrix=found.matrix,
        by_program=found.by_program,
        programs=tuple(_program(program, rulebook) for program in asked.programs),
        about=names.prose(docket.text),
        differences=found.differences,
        review=review_rows(names, known),
        chart=law.chart,
        compared=compared(names, known),
        governments=pages,
        authorities=law.authorities,
        entries=tuple(event(entry, names, known) for entry in docket.entries),
        receipts=_receipts(docket, rulebook, on, known),
        covers=words.interval(rulebook.covers),
        version=__version__,
    )


def _program(program: Program, rulebook: Rulebook) -> ProgramView:
    agency = rulebook.agencies.get(program.agency)
    sources, mark = sources_of(program, rulebook), mark_of(program, rulebook)
    return ProgramView(program.name, agency.name if agency else "", program.listing, sources, mark.confidence)


def _counts(docket: Docket, known: date) -> tuple[tuple[str, str], ...]:
    state = state_on(docket, known)
    sent = {one for request in state.requests for one in request.entry.to}
    answered = {member.government for member in docket.members if state.responses(member.government)}
    return (
        ("Under review", f"{len(state.members)} governments"),
        ("Sent a request", f"{len(sent)} governments"),
        ("Answered", f"{len(answered)} governments"),
    )


def _receipts(docket: Docket, rulebook: Rulebook, on: date, known: date) -> tuple[tuple[str, str], ...]:
    return (
        ("Rulebook", f"{rulebook.title} ({rulebook.id})"),
        ("Rulebook, SHA-256", rulebook.digest),
        ("Docket", f"{docket.title} ({docket.id})"),
        ("Record, SHA-256", docket.digest),
        ("Facts and law as of", words.day(on)),
        ("Known by", words.day(known)),
        ("Made on", words.day(date.today())),
        ("Version of the software", __version__),
    )
