"""Help with names: which there are, and what a name that was given to the wrong option stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

from ascertain.cli.subject import Subject
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Agency, Group
from ascertain.rulebook.model.terms import Term

_MOST_SHOWN = 8


class Kind(StrEnum):
    """What an option takes the names of."""

    GOVERNMENT = "government"
    QUESTION = "question"
    PROGRAM = "program"
    PROVISION = "provision"


def main_questions(subject: Subject) -> tuple[str, ...]:
    """What is asked where no question is: those that the docket names, else the conclusions with a short name."""
    if subject.docket is not None and subject.docket.questions:
        return subject.docket.questions
    concluded = {rule.term for rule in subject.rulebook.rules.values()}
    return tuple(term.short for term in subject.rulebook.terms.values() if term.short and term.phrase in concluded)


def main_names(subject: Subject, kind: Kind) -> str:
    """A line of help with the names that matter most of one kind, and where all are listed."""
    match kind:
        case Kind.GOVERNMENT:
            members = subject.docket.members if subject.docket else ()
            names: Iterable[str] = [member.government for member in members] or subject.governments
        case Kind.QUESTION:
            names = main_questions(subject)
        case Kind.PROGRAM:
            names = subject.rulebook.programs
        case Kind.PROVISION:
            # Those that orders act on most are those whose force is asked about.
            acted_on = Counter(effect.target for effect in subject.rulebook.effects)
            names = (target for target, _ in acted_on.most_common() if target in subject.rulebook.provisions)
    shown = list(dict.fromkeys(names))
    if not shown:
        return f"there is no {kind} to name; ascertain names lists what there is"
    return f"name a {kind}, such as {', '.join(shown[:_MOST_SHOWN])}; ascertain names lists every one"


def belongs(subject: Subject, text: str) -> tuple[str, str] | None:
    """What a name stands for, whatever kind of thing that is, and how to ask about it.

    Returns:
        The kind with its article, and a line of help; ``None`` where nothing bears the name.
    """
    wanted = " ".join(text.split()).casefold()
    for names, what, where in _everything(subject):
        if any(name.casefold() == wanted for name in names):
            return what, where
    return None


def _everything(subject: Subject) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Everything that has a name: its names, what it is, how to ask about it."""
    rulebook = subject.rulebook
    for government in subject.governments.values():
        yield (government.id, government.name, *government.ids), "a government", f"add it as --who {government.id}"
    for program in rulebook.programs.values():
        yield (program.id, program.name), "a program", f"add it as --program {program.id}"
    for term in rulebook.terms.values():
        yield (term.phrase, term.short), "a term", f"ask it as --question {ask_as(term)}"
    for provision in rulebook.provisions:
        where = f"ask whether it is in force with --question {provision}, or with: ascertain force {provision}"
        yield (provision,), "a provision", where
    for agency in rulebook.agencies.values():
        yield (agency.id, agency.name), "an agency", _programs_of(agency, rulebook)
    for group in rulebook.groups.values():
        yield (group.id, group.name), "a group", _members_of(group, rulebook)
    for point in rulebook.points:
        where = "ask a question that turns on it; ascertain why shows the readings of it"
        yield (point, point.partition("#")[2]), "a contested point", where


def ask_as(term: Term) -> str:
    """The term as it is typed after ``--question``."""
    return term.short or f'"{term.phrase}"'


def _programs_of(agency: Agency, rulebook: Rulebook) -> str:
    run = [program.id for program in rulebook.programs.values() if program.agency == agency.id]
    if run:
        return f"name a program that it administers: --program {' or '.join(run[:_MOST_SHOWN])}"
    return "no option takes an agency; name a government with --who or a program with --program"


def _members_of(group: Group, rulebook: Rulebook) -> str:
    member = next((member for member, _ in group.members), None)
    if member is None:
        return "no option takes a group"
    option = "--program" if member in rulebook.programs else "--who"
    return f"name one of its members, such as {option} {member}"
