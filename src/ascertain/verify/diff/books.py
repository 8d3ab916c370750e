"""Two whole rulebooks: what only one of them has, and which questions both answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ascertain.findings.find import needs_program
from ascertain.rulebook.model.book import Rulebook
from ascertain.verify.diff.side import comparable


@dataclass(frozen=True, slots=True)
class Contents:
    """One kind of thing that rulebooks hold.

    Args:
        kind: What it is, in the plural.
        only_first: Names of those that only the first rulebook has.
        only_second: Names of those that only the second has.
    """

    kind: str
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether either has what the other lacks."""
        return bool(self.only_first or self.only_second)


def contents(first: Rulebook, second: Rulebook) -> tuple[Contents, ...]:
    """What either rulebook has and the other lacks: questions, facts, authorities, contested points and programs.

    A term that both have, and mean differently, counts as one of each.
    """
    return (
        _apart("questions", questions(first), questions(second)),
        _apart("facts", _facts(first, second), _facts(second, first)),
        _apart("authorities", first.authorities, second.authorities),
        _apart("contested points", first.points, second.points),
        _apart("programs", first.programs, second.programs),
    )


def questions(rulebook: Rulebook) -> tuple[str, ...]:
    """The phrases that rules conclude, in the rulebook's order."""
    concluded = {rule.term for rule in rulebook.rules.values()}
    return tuple(phrase for phrase in rulebook.terms if phrase in concluded)


def shared_questions(first: Rulebook, second: Rulebook) -> tuple[str, ...]:
    """The questions that both rulebooks answer, in the first one's order."""
    other = set(questions(second))
    return tuple(phrase for phrase in questions(first) if phrase in other)


def asks_for_a_program(first: Rulebook, question: str, second: Rulebook, other: str) -> bool:
    """Whether the answer on either side can depend on the grant program."""
    return needs_program(first, question) or needs_program(second, other)


def _facts(rulebook: Rulebook, other: Rulebook) -> tuple[str, ...]:
    """Plain terms; one that the other rulebook means differently is told apart by its type."""
    concluded = set(questions(rulebook))
    return tuple(
        phrase
        if phrase not in other.terms or comparable(term, other.terms[phrase])
        else f"{phrase} ({term.type.value}, about {term.about.value})"
        for phrase, term in rulebook.terms.items()
        if phrase not in concluded
    )


def _apart(kind: str, first: Iterable[str], second: Iterable[str]) -> Contents:
    here, there = dict.fromkeys(first), dict.fromkeys(second)
    return Contents(kind, tuple(n for n in here if n not in there), tuple(n for n in there if n not in here))
