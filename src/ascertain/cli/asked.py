"""What the options ask for, with every name resolved: whom, what, under which programs, when, and to which standard."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ascertain.cli.misuse import Misuse
from ascertain.cli.subject import Subject
from ascertain.record.model import STANDARDS, Grade
from ascertain.rulebook.lookup import find_government, find_program, find_term
from ascertain.rulebook.model import Government, Program, Rulebook, Term
from ascertain.rulebook.model import Subject as About


@dataclass(frozen=True, slots=True)
class Days:
    """The day asked about and what was known, and the half-open period of a timeline, if one was asked for."""

    on: date
    known: date
    period: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One question for one government, under a program where it needs one."""

    term: Term
    program: Program | None
    government: Government


def days(options: argparse.Namespace, rulebook: Rulebook) -> Days:
    """The dates that the options name, checked against what the rulebook covers.

    Raises:
        Misuse: The rulebook does not answer for them, or they run backwards.
    """
    today = date.today()
    known = options.known or today
    start, end = getattr(options, "start", None), getattr(options, "end", None)
    if start is None and end is None:
        on = options.on or today
        _covered(on, rulebook, "--on" if options.on else "today")
        return Days(on, known)
    if options.on is not None:
        raise Misuse("--on is a day and --from/--to a period", "give one or the other", "A957")
    first, last = _bounds(rulebook)
    start, end = start or first, end or last
    if end < start:
        raise Misuse(
            f"the period ends on {end}, before it starts on {start}", "give --from DAY --to DAY in that order", "A958"
        )
    _covered(start, rulebook, "--from")
    _covered(end, rulebook, "--to")
    return Days(start, known, (start, min(end, date.max - timedelta(days=1)) + timedelta(days=1)))


def governments(options: argparse.Namespace, subject: Subject, on: date) -> tuple[Government, ...]:
    """Whom the options name, or every member.

    Raises:
        NotFound: A name that nothing bears.
    """
    if options.who:
        return tuple(find_government(subject.governments, name) for name in options.who)
    return subject.members(on)


def terms(options: argparse.Namespace, rulebook: Rulebook) -> tuple[Term, ...]:
    """What the options ask, or the rulebook's main questions: the conclusions that have a short name.

    Raises:
        NotFound: A name that nothing bears.
    """
    if options.question:
        return tuple(find_term(rulebook, name) for name in options.question)
    return tuple(term for term in rulebook.terms.values() if term.short and concluded(rulebook, term))


def asked(options: argparse.Namespace, subject: Subject, on: date) -> Iterator[Asked]:
    """Every question that the options come to, those of one term and program together.

    Raises:
        NotFound: A name that nothing bears.
    """
    named = find_program(subject.rulebook, options.program) if options.program else None
    whom = governments(options, subject, on)
    for term in terms(options, subject.rulebook):
        for program in _programs(subject, term, named, every=bool(options.question)):
            for government in whom:
                yield Asked(term, program, government)


def standards(options: argparse.Namespace) -> tuple[Grade, ...]:
    """The standard asked for, or all three, which belong side by side."""
    return (options.standard,) if options.standard else STANDARDS


def concluded(rulebook: Rulebook, term: Term) -> bool:
    """Whether rules conclude the term; otherwise it is a plain fact."""
    return any(rule.term == term.phrase for rule in rulebook.rules.values())


def _programs(subject: Subject, term: Term, named: Program | None, *, every: bool) -> Iterable[Program | None]:
    """The programs to ask a question under: the one named; else, where it needs one, ``every`` one that is no mere
    heading of others, or those that the record has awards under."""
    from ascertain.findings.find import needs_program

    rulebook = subject.rulebook
    wants = needs_program(rulebook, term.phrase) if concluded(rulebook, term) else term.about is not About.GOVERNMENT
    if not wants or named is not None:
        return (named,)
    awarded = {award.program for award in subject.docket.awards} if subject.docket and not every else set()
    headings = {program.parent for program in rulebook.programs.values()}
    return [one for name, one in rulebook.programs.items() if (name in awarded if awarded else name not in headings)]


def _bounds(rulebook: Rulebook) -> tuple[date, date]:
    covers = rulebook.covers
    first = covers.start.latest if covers.start else date.min
    last = covers.end.earliest - timedelta(days=1) if covers.end else date.max
    return first, last


def _covered(on: date, rulebook: Rulebook, named: str) -> None:
    if rulebook.covers.covers(on) is not True:
        raise Misuse(
            f"{named} is {on}, and the rulebook {rulebook.id} answers {rulebook.covers}",
            "name a day inside that period with --on DAY, or a part of it with --from DAY --to DAY",
            "A959",
        )
