"""The answers as tables, from questions and governments: what is asked, the matrix, and where the standards part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ascertain.docket.model import Docket
from ascertain.findings.find import needs_program
from ascertain.publish.html import anchors, words
from ascertain.publish.html.asking import Asks
from ascertain.publish.html.finding_view import Teller, is_silent
from ascertain.publish.html.names import Names
from ascertain.publish.html.scale import window
from ascertain.publish.html.views.basics import Cell, Difference, Link, Matrix, Row
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


@dataclass(frozen=True, slots=True)
class Board:
    """The answers for some governments.

    ``matrix`` has the plain questions, ``by_program`` a table for each question about money; ``money`` are for each
    program the questions to which a rule speaks.
    """

    matrix: Matrix
    by_program: tuple[Matrix, ...]
    money: tuple[tuple[Program, tuple[Term, ...]], ...]
    differences: tuple[Difference, ...]


def teller_of(docket: Docket, rulebook: Rulebook, asks: Asks, on: date, known: date) -> Teller:
    """Who tells findings of one day, and their course in the years around it."""
    start, end, _ = period(rulebook, on)
    return Teller(Names(docket, rulebook), asks, on, known, start, end)


def board(asked: Questions, members: Sequence[Government], teller: Teller, progress: Callable[[str], None]) -> Board:
    """Ask everything of these governments.

    Args:
        asked: What is asked.
        members: Whom it is asked of.
        teller: Who tells findings.
        progress: Told in a few words what is being done.
    """
    progress(f"asking {len(asked.plain)} questions of {len(members)} governments")
    matrix = _matrix(asked.plain, members, teller)
    if asked.of_programs:
        progress(f"asking {len(asked.of_programs)} questions of {len(asked.programs)} programs")
    spoken = _spoken(asked, members, teller)
    by_program = tuple(_program_matrix(term, spoken[term.phrase], asked, members, teller) for term in asked.of_programs)
    money = tuple(
        (program, tuple(term for term in asked.of_programs if program in spoken[term.phrase]))
        for program in asked.programs
    )
    parting = (*_differences(matrix, ""), *(one for table in by_program for one in _differences(table, table.title)))
    return Board(matrix, by_program, money, parting)


def period(rulebook: Rulebook, on: date) -> tuple[date, date, date]:
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
