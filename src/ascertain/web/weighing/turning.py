"""Questions, a docket as filed and as weighed in; each answer under the three standards before and after, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ascertain.docket.model import Docket
from ascertain.findings.find import find
from ascertain.findings.model import Turn
from ascertain.publish.html import words
from ascertain.record.model import STANDARDS, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Program
from ascertain.rulebook.model.terms import Term


@dataclass(frozen=True, slots=True)
class Said:
    """What a question comes to: its word and its shape."""

    word: str
    shape: str


@dataclass(frozen=True, slots=True)
class Change:
    """A question under the standards, as filed and with the verdicts; what it turns on is as weighed, under the
    docket's own standard, and ``filed`` how many facts and points of law it turned on as filed."""

    question: str
    program: str
    answers: tuple[tuple[str, Said, Said], ...]
    facts: tuple[str, ...]
    law: tuple[str, ...]
    filed: tuple[int, int]

    @property
    def changed(self) -> bool:
        """Whether the verdicts change an answer."""
        return any(before != after for _, before, after in self.answers)


def changes_of(
    filed: Docket,
    weighed: Docket,
    rulebook: Rulebook,
    government: str,
    asked: Sequence[tuple[Term, Program | None]],
    on: date,
    known: date,
) -> tuple[Change, ...]:
    """The answers before and after weighing.

    Args:
        filed: The docket as filed.
        weighed: The same with the verdicts.
        rulebook: Its rulebook.
        government: Whom it is about.
        asked: The questions, each with the program that it is asked of.
        on: The day asked about.
        known: Only what had been issued and filed by then counts.

    Raises:
        BadInput: The rulebook does not cover the day.
    """
    whom = filed.governments[government]

    def change(term: Term, program: Program | None) -> Change:
        def answer(docket: Docket, standard: Grade) -> tuple[Said, tuple[Turn, ...], tuple[Turn, ...]]:
            found = find(
                rulebook, docket.record, whom, term.phrase, on=on, known=known, standard=standard, program=program
            )
            return Said(found.word, words.shape(found.word)), found.fact_turns, found.law_turns

        after = {standard: answer(weighed, standard) for standard in STANDARDS}
        before = {standard: answer(filed, standard) for standard in STANDARDS}
        _, facts, law = after[filed.standard]
        return Change(
            question=words.sentence(term.phrase),
            program=program.name if program else "",
            answers=tuple((standard.word, before[standard][0], after[standard][0]) for standard in STANDARDS),
            facts=tuple(turn.ask or turn.id for turn in facts),
            law=tuple(turn.ask or turn.id for turn in law),
            filed=(len(before[filed.standard][1]), len(before[filed.standard][2])),
        )

    return tuple(change(term, program) for term, program in asked)
