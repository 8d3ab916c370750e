"""The whole page as plain values, from docket, rulebook and findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ascertain import __version__
from ascertain.docket.model import Docket
from ascertain.docket.state import state_on
from ascertain.findings.find import needs_program
from ascertain.publish.html import anchors, lawchart, words
from ascertain.publish.html.asking import Asks
from ascertain.publish.html.compared_view import compared
from ascertain.publish.html.finding_view import Teller, is_silent
from ascertain.publish.html.forces import Forces
from ascertain.publish.html.government_view import government_page
from ascertain.publish.html.happenings import KINDS, courses, happenings
from ascertain.publish.html.law_view import authority_page
from ascertain.publish.html.names import Names
from ascertain.publish.html.record_view import event, review_rows
from ascertain.publish.html.scale import window
from ascertain.publish.html.views.basics import Cell, Difference, Link, Matrix, Row
from ascertain.publish.html.views.law import AuthorityPage
from ascertain.publish.html.views.page import ProgramView, Report
from ascertain.rulebook.confidence import mark_of, sources_of
from ascertain.rulebook.lookup import find_term
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.terms import Term


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked: ``plain`` questions of every government, ``of_programs`` once for each of the ``programs``."""

    plain: tuple[Term, ...]
    of_programs: tuple[Term, ...]
    programs: tuple[Program, ...]


def questions_of(docket: Docket, rulebook: Rulebook, known: date) -> Questions:
    """The questions that the docket names, else every conclusion with a short name, and the programs that may have been
    known by the day."""
    concluded = {rule.term for rule in rulebook.rules.values() if rule.term}
    if docket.questions:
        terms = [find_term(rulebook, name) for name in docket.questions]
    else:
        terms = [term for term in rulebook.terms.values() if term.short and term.phrase in concluded]
    wanting = {term.phrase for term in terms if needs_program(rulebook, term.phrase)}
    whole = {program.parent for program in rulebook.programs.values()}
    return Questions(
        plain=tuple(term for term in terms if term.phrase not in wanting),
        of_programs=tuple(term for term in terms if term.phrase in wanting),
        programs=tuple(
            program for program in rulebook.programs.values() if program.id not in whole and program.may_exist(known)
        ),
    )


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
    titles = {one: who.name for one, who in members.items()}
    start, end, last = _period(rulebook, on)
    forces = Forces(rulebook, tuple(members.values()), start, end, on, known, hindsight=last)
    teller = Teller(names, asks, on, known, start, end)
    asked = questions_of(docket, rulebook, known)

    progress(f"asking {len(asked.plain)} questions of {len(members)} governments")
    matrix = _matrix(asked.plain, members.values(), teller)
    spoken = _spoken(asked, members.values(), teller)
    by_program = tuple(
        _program_matrix(term, spoken[term.phrase], asked, members.values(), teller) for term in asked.of_programs
    )
    money = tuple(
        (program, tuple(term for term in asked.of_programs if program in spoken[term.phrase]))
        for program in asked.programs
    )
    progress("writing a page for each government")
    pages = tuple(government_page(who, asked.plain, money, teller) for who in members.values())
    progress("drawing the law over time")
    acts = happenings(names, forces)
    lanes = courses(names, forces, titles)
    chart = lawchart.draw(lanes, acts, start=start, end=end, on=on, known=known)
    progress(f"writing a page for each of {len(rulebook.authorities)} authorities")
    return Report(
        title=docket.title,
        reviewer=docket.reviewer,
        rulebook=rulebook.title,
        on=words.day(on),
        known=words.day(known),
        standard=docket.standard.word,
        counts=_counts(docket, known),
        matrix=matrix,
        by_program=by_program,
        programs=tuple(_program(program, rulebook) for program in asked.programs),
        about=names.prose(docket.text),
        differences=(*_differences(matrix, ""), *(d for table in by_program for d in _differences(table, table.title))),
        review=review_rows(names, known),
        chart=chart,
        compared=compared(names, known),
        governments=pages,
        authorities=_by_kind(
            authority_page(authority, names, forces, titles) for authority in rulebook.authorities.values()
        ),
        entries=tuple(event(entry, names, known) for entry in docket.entries),
        receipts=_receipts(docket, rulebook, on, known),
        covers=words.interval(rulebook.covers),
        version=__version__,
    )


def _program(program: Program, rulebook: Rulebook) -> ProgramView:
    agency = rulebook.agencies.get(program.agency)
    sources, mark = sources_of(program, rulebook), mark_of(program, rulebook)
    return ProgramView(program.name, agency.name if agency else "", program.listing, sources, mark.confidence)


def _period(rulebook: Rulebook, on: date) -> tuple[date, date, date]:
    """The period drawn, and the last day that the rulebook answers for (of a rulebook without one, the last drawn)."""
    covers = rulebook.covers
    first = covers.start.latest if covers.start else None
    until = covers.end.earliest if covers.end else None
    start, end = window(on, first, until)
    return start, end, until or end


def _matrix(terms: Sequence[Term], who: Iterable[Government], teller: Teller) -> Matrix:
    columns = tuple(Link(words.sentence(term.phrase)) for term in terms)
    rows = tuple(Row(_head(one), tuple(teller.cell(one, term.phrase, None) for term in terms)) for one in who)
    return Matrix("The answers", columns, rows)


def _head(who: Government) -> Link:
    return Link(who.name, anchors.government(who.id))


def _spoken(asked: Questions, members: Iterable[Government], teller: Teller) -> dict[str, tuple[Program, ...]]:
    """For each question about money the programs for which a rule speaks, for one government at least."""
    whom = tuple(members)
    return {
        term.phrase: tuple(
            program
            for program in asked.programs
            if not all(is_silent(teller.cell(who, term.phrase, program)) for who in whom)
        )
        for term in asked.of_programs
    }


def _program_matrix(
    term: Term, spoken: tuple[Program, ...], asked: Questions, members: Iterable[Government], teller: Teller
) -> Matrix:
    rows = tuple(
        Row(_head(who), tuple(teller.cell(who, term.phrase, program) for program in spoken)) for who in members
    )
    silent = tuple(program.name for program in asked.programs if program not in spoken)
    return Matrix(words.sentence(term.phrase), tuple(Link(program.name) for program in spoken), rows, silent)


def _differences(table: Matrix, question: str) -> Iterable[Difference]:
    """Where the standards part, alike cases together. Columns are questions, or under a question programs."""
    for index, column in enumerate(table.columns):
        alike: dict[tuple[object, ...], list[tuple[Link, Cell]]] = {}
        for row in table.rows:
            cell = row.cells[index]
            if cell.parts:
                alike.setdefault(cell.key, []).append((Link(row.head.text, cell.anchor), cell))
        for found in alike.values():
            places = tuple(link for link, _ in found)
            yield Difference(question or column.text, column.text if question else "", found[0][1].answers, places)


def _counts(docket: Docket, known: date) -> tuple[tuple[str, str], ...]:
    state = state_on(docket, known)
    sent = {one for request in state.requests for one in request.entry.to}
    answered = {member.government for member in docket.members if state.responses(member.government)}
    return (
        ("Under review", f"{len(state.members)} governments"),
        ("Sent a request", f"{len(sent)} governments"),
        ("Answered", f"{len(answered)} governments"),
    )


def _by_kind(pages: Iterable[AuthorityPage]) -> tuple[tuple[str, tuple[AuthorityPage, ...]], ...]:
    """The authorities by kind, oldest first; kinds in the order of the timeline, then the others."""
    ranks = [kind for _, kinds in KINDS for kind in kinds]
    found: dict[str, list[AuthorityPage]] = {}
    for page in sorted(pages, key=lambda page: page.authority.issued.earliest):
        found.setdefault(page.authority.kind, []).append(page)
    ordered = sorted(found, key=lambda kind: ranks.index(kind) if kind in ranks else len(ranks))
    return tuple((kind, tuple(found[kind])) for kind in ordered)


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
