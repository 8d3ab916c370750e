"""Names as they are typed after the options, resolved; one that nothing bears gets the help that fits it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ascertain.cli.namehelp import Kind, belongs, main_names
from ascertain.cli.subject import Subject
from ascertain.rulebook.lookup import find_government, find_program, find_provision, find_question
from ascertain.rulebook.mistakes import NotFound
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.sources import Provision
from ascertain.rulebook.model.terms import Term

T = TypeVar("T")
_NOTHING_BEARS_IT = "A912"


def government(subject: Subject, text: str) -> Government:
    """The government named.

    Raises:
        NotFound: None or several fit.
    """
    return _resolved(
        subject, Kind.GOVERNMENT, text, lambda help_line: find_government(subject.governments, text, help_line)
    )


def question(subject: Subject, text: str) -> Term | Provision:
    """The term asked for, or the provision whose force is.

    Raises:
        NotFound: None or several fit.
    """
    return _resolved(subject, Kind.QUESTION, text, lambda help_line: find_question(subject.rulebook, text, help_line))


def program(subject: Subject, text: str) -> Program:
    """The program named.

    Raises:
        NotFound: None or several fit.
    """
    return _resolved(subject, Kind.PROGRAM, text, lambda help_line: find_program(subject.rulebook, text, help_line))


def provision(subject: Subject, text: str) -> Provision:
    """The provision named.

    Raises:
        NotFound: None or several fit.
    """
    return _resolved(subject, Kind.PROVISION, text, lambda help_line: find_provision(subject.rulebook, text, help_line))


def _resolved(subject: Subject, kind: Kind, text: str, find: Callable[[str], T]) -> T:
    try:
        return find(main_names(subject, kind))
    except NotFound as missing:
        (mistake,) = missing.mistakes
        other = belongs(subject, text) if mistake.code == _NOTHING_BEARS_IT else None
        if other is None:
            raise
        what, where = other
        raise NotFound(f"{mistake.message}: that is {what}", where, mistake.code) from None
