"""Questions and whom they are asked of in; the findings out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ascertain.findings.find import find, needs_program
from ascertain.publish.html.board import questions_of
from ascertain.publish.jsonout import finding_object
from ascertain.record.model import Grade
from ascertain.rulebook.lookup import find_program, find_term
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Program
from ascertain.rulebook.model.terms import Term
from ascertain.web.asking.deriving import Days, Read
from ascertain.web.asking.who import Asking, the_place
from ascertain.web.dockets.papers import head_of
from ascertain.web.mistakes import Code, WebError


@dataclass(frozen=True, slots=True)
class Ask:
    """A question, by its phrase, put about one government and, where it needs one, one program."""

    government: str
    question: str
    program: str = ""


def questions_in(who: Asking, days: Days) -> list[tuple[Term, tuple[Program, ...]]]:
    """The questions of a review, each with the programs that it is asked of."""
    head, rulebook = head_of(who.review, the_place())
    asked = questions_of(head, rulebook, days.known)
    return [*((term, ()) for term in asked.plain), *((term, asked.programs) for term in asked.of_programs)]


def asked_for(who: Asking, days: Days, question: str, program: str) -> list[tuple[Term, tuple[Program, ...]]]:
    """The questions that somebody named, or all of the review's.

    Raises:
        BadInput: Nothing bears a name that they gave, or no rule concludes what they ask.
    """
    rulebook = head_of(who.review, the_place())[1]
    found = questions_in(who, days)
    if question:
        term = find_term(rulebook, question)
        found = [one for one in found if one[0].phrase == term.phrase] or [_other(rulebook, term)]
    if program:
        chosen = find_program(rulebook, program)
        found = [(term, (chosen,)) for term, programs in found if programs]
    return found


def _other(rulebook: Rulebook, term: Term) -> tuple[Term, tuple[Program, ...]]:
    if not any(rule.term == term.phrase for rule in rulebook.rules.values()):
        message = f'no rule concludes "{term.phrase}": it is a fact'
        raise WebError(Code.UNFIT, message, "look for it among the claims, or ask a question that rules answer")
    return term, tuple(rulebook.programs.values()) if needs_program(rulebook, term.phrase) else ()


def answers_to(read: Read, asks: Sequence[Ask], days: Days, standard: Grade) -> Iterator[dict[str, object]]:
    """The findings, in the order of what is asked; of what is withheld there is none.

    Args:
        read: The docket as whoever asks may know it.
        asks: What is asked.
        days: The day asked about, and the last day whose law and record count.
        standard: The lowest grade of a fact that counts.
    """
    rulebook, docket = read.rulebook, read.docket
    for ask in asks:
        if ask.government in read.withheld:
            continue
        whom, program = docket.governments[ask.government], rulebook.programs.get(ask.program)
        finding = find(
            rulebook,
            docket.record,
            whom,
            ask.question,
            on=days.on,
            known=days.known,
            standard=standard,
            program=program,
        )
        said = docket.record.said(rulebook.terms[ask.question], whom.id, ask.program, days.on, days.known)
        yield finding_object(finding, rulebook, said)
