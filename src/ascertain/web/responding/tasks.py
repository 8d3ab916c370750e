"""A docket and a request in it in; what the government is asked, each fact once and the most useful first, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ascertain.docket.model import Docket, Entry
from ascertain.findings.asking.agenda import Agenda, Enquirer, Wanted
from ascertain.findings.find import needs_program
from ascertain.rulebook.lookup import find_term
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Program
from ascertain.rulebook.model.terms import Subject, Term


@dataclass(frozen=True, slots=True)
class Wish:
    """A fact that is asked for: its term, the program it is under or nothing, the question, and why it matters."""

    term: str
    program: str
    ask: str
    why: tuple[str, ...]


def wishes(docket: Docket, rulebook: Rulebook, request: Entry, government: str) -> tuple[Wish, ...]:
    """The facts that the review's questions turned on for a government on the day of a request, as then on record.

    After the rulebook's last day, they are those of that day.

    Args:
        docket: The docket.
        rulebook: Its rulebook.
        request: The request that is answered.
        government: The government's id.
    """
    day = request.date.latest
    agenda = agenda_of(docket, rulebook, government, rulebook.covers.nearest(day), day)
    return tuple(
        _wish(item, rulebook) for item in agenda.items if rulebook.terms[item.term].about is not Subject.PROGRAM
    )


def agenda_of(docket: Docket, rulebook: Rulebook, government: str, on: date, known: date) -> Agenda:
    """What to ask a government so that the review's questions are settled.

    Args:
        docket: The docket.
        rulebook: Its rulebook.
        government: The government's id.
        on: The day asked about.
        known: Only what had been issued and filed by then counts.

    Raises:
        BadInput: The rulebook does not cover the day.
    """
    enquirer = Enquirer(rulebook, docket.record, on, known, docket.standard)
    questions = [
        (term, program)
        for term in (find_term(rulebook, name) for name in docket.questions)
        for program in _programs(docket, rulebook, on, government, term)
    ]
    return enquirer.agenda(docket.governments[government], questions)


def _programs(docket: Docket, rulebook: Rulebook, on: date, government: str, term: Term) -> Iterator[Program | None]:
    """The programs to ask a question under: none, or each that the government has an award under."""
    concluded = any(rule.term == term.phrase for rule in rulebook.rules.values())
    if not (needs_program(rulebook, term.phrase) if concluded else term.about is not Subject.GOVERNMENT):
        yield None
        return
    awarded = {award.program for award in docket.awards if award.government == government}
    for program in rulebook.programs.values():
        if program.id in awarded and program.may_exist(on):
            yield program


def _wish(item: Wanted, rulebook: Rulebook) -> Wish:
    findings = dict.fromkeys(asked.question for asked, _ in item.serves)
    why = [f"{name}, {rulebook.provisions[name].heading}" for name in item.because]
    return Wish(item.term, item.fact.program, item.ask, (*(f"whether {one}" for one in findings), *why))
