"""A government and a day in; what the findings on it give as reasons, to be edited by a person, out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ascertain.docket.model import Docket
from ascertain.findings.find import find, needs_program
from ascertain.findings.model import Turn
from ascertain.publish.words import finding_words, turn_words
from ascertain.record.model import STANDARDS
from ascertain.rulebook.lookup import find_term
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Term, TermType


def reasons_of(docket: Docket, rulebook: Rulebook, government: str, on: date, known: date) -> str:
    """Each main question of the docket that needs no program, with its finding under the three standards.

    Args:
        docket: The docket.
        rulebook: Its rulebook.
        government: The government's short id.
        on: The day asked about.
        known: Only what had been issued and filed by then counts.

    Returns:
        A paragraph for each question. It says what the findings say, and nothing beyond.

    Raises:
        BadInput: The rulebook does not cover the day.
    """
    head = f"Findings on {on}, from what was known by {known}, under the rulebook {rulebook.id}."
    return "\n\n".join([head, *_paragraphs(docket, rulebook, government, on, known)])


def _paragraphs(docket: Docket, rulebook: Rulebook, government: str, on: date, known: date) -> Iterator[str]:
    for name in docket.questions:
        term = find_term(rulebook, name)
        if term.type is TermType.YES_NO and not needs_program(rulebook, term.phrase):
            yield _paragraph(docket, rulebook, government, term, on, known)


def _paragraph(docket: Docket, rulebook: Rulebook, government: str, term: Term, on: date, known: date) -> str:
    findings = [
        (
            standard,
            find(
                rulebook,
                docket.record,
                docket.governments[government],
                term.phrase,
                on=on,
                known=known,
                standard=standard,
            ),
        )
        for standard in STANDARDS
    ]
    said = "; ".join(f"as {standard.word}, {finding_words(finding)}" for standard, finding in findings)
    text = f"{term.phrase[0].upper()}{term.phrase[1:]}: {said}."
    main = dict(findings)[docket.standard]
    for kind, turns in (("law", main.law_turns), ("fact", main.fact_turns)):
        if turns:
            named = "; ".join(_named(turn, rulebook) for turn in turns)
            text += f" As {docket.standard.word}, it turns in {kind} on: {named}."
    return text


def _named(turn: Turn, rulebook: Rulebook) -> str:
    return turn.id if turn.id in rulebook.terms else turn_words(turn.id, rulebook)
