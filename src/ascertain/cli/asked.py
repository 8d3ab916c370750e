"""What the options ask, with every name resolved: whom, what, under which programs, and to which standard."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ascertain.cli import named
from ascertain.cli.days import Days
from ascertain.cli.misuse import Misuse
from ascertain.cli.namehelp import main_questions
from ascertain.cli.subject import Subject
from ascertain.record.model import STANDARDS, Grade
from ascertain.rulebook.lookup import find_term
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.sources import Provision
from ascertain.rulebook.model.terms import Subject as About
from ascertain.rulebook.model.terms import Term


@dataclass(frozen=True, slots=True)
class Question:
    """A term, or a provision whose force is asked about, under a program where it needs one."""

    about: Term | Provision
    program: Program | None


def questions(options: argparse.Namespace, subject: Subject) -> tuple[Question, ...]:
    """Every question that the options come to; where they name none, the main ones.

    Raises:
        NotFound: A name that nothing bears.
    """
    program = named.program(subject, options.program) if options.program else None
    known = options.known or date.today()
    if options.question:
        asked: Iterable[Term | Provision] = [named.question(subject, name) for name in options.question]
    else:
        asked = [find_term(subject.rulebook, name) for name in main_questions(subject)]
    return tuple(
        Question(about, one)
        for about in asked
        for one in _programs(subject, about, program, known, every=bool(options.question))
    )


def whom(options: argparse.Namespace, subject: Subject) -> tuple[Government, ...]:
    """The governments that the options name.

    Raises:
        NotFound: A name that nothing bears.
    """
    return tuple(named.government(subject, name) for name in options.who or ())


def members(subject: Subject, when: Days) -> tuple[Government, ...]:
    """Whom a question is about that names nobody: every member on the day, or in the period.

    Raises:
        Misuse: There is none.
    """
    found = subject.members(*when.through)
    if not found:
        raise Misuse(
            f"nobody is under review on {when.on}"
            if subject.docket
            else f"the rulebook {subject.rulebook.id} names nobody",
            "name a government with --who; ascertain names lists every one",
            "A963",
        )
    return found


def standards(options: argparse.Namespace) -> tuple[Grade, ...]:
    """The standard asked for, or all three, which belong side by side."""
    return (options.standard,) if options.standard else STANDARDS


def concluded(rulebook: Rulebook, term: Term) -> bool:
    """Whether rules conclude the term; otherwise it is a plain fact."""
    return any(rule.term == term.phrase for rule in rulebook.rules.values())


def headings_first(rulebook: Rulebook, parent: str = "") -> Iterator[Program]:
    """Every program, each directly before those that are parts of it."""
    for program in rulebook.programs.values():
        if program.parent == parent:
            yield program
            yield from headings_first(rulebook, program.id)


def _programs(
    subject: Subject, about: Term | Provision, named_one: Program | None, known: date, *, every: bool
) -> Iterable[Program | None]:
    """The programs to ask a question under: the one named; else, where it needs one, ``every`` one that may have been
    ``known``, or those that the record has awards under."""
    from ascertain.findings.find import needs_program

    rulebook = subject.rulebook
    if named_one is not None or isinstance(about, Provision):
        return (named_one,)
    wants = needs_program(rulebook, about.phrase) if concluded(rulebook, about) else about.about is not About.GOVERNMENT
    if not wants:
        return (None,)
    awarded = {award.program for award in subject.docket.awards} if subject.docket and not every else set()
    return [
        program
        for program in headings_first(rulebook)
        if program.may_exist(known) and (not awarded or program.id in awarded)
    ]
