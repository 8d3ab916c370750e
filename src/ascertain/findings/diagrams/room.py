"""What is said where the diagrams of a question find no room: how large they can become no law of size foretells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from oxidd.util import DDMemoryError

from ascertain.findings.diagrams import space
from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.rulebook.model.book import Rulebook


@contextmanager
def enough_room(rulebook: Rulebook, question: str) -> Iterator[None]:
    """Refuse a question whose diagrams outgrow the room that there is.

    Args:
        rulebook: The law.
        question: The phrase of what is asked, concluded or plain.

    Raises:
        BadInput: They do; the first rule that concludes the question is named, or where the term is declared.
    """
    try:
        yield
    except DDMemoryError as problem:
        rules = (rule.place for rule in rulebook.rules.values() if rule.term == question)
        declared = [rulebook.terms[question].place] if question in rulebook.terms else []
        places = (*rules, *declared)[:1]
        message = f'"{question}" takes more than {space.NODES:,} nodes of decision diagrams'
        help_line = (
            "give facts that are left open, ask for a term that it rests on, or let its rules look at fewer things"
        )
        raise BadInput((Mistake("A906", message, places, tuple("" for _ in places), help_line),)) from problem
