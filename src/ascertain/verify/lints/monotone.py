"""L110, monotone: whether a fact, by becoming true, can only ever help a question, only hurt it, or either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ascertain.findings.diagrams.compiled import fact_atom
from ascertain.rulebook.model.rules import Outcome, Rule
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.model import Remark, Severity

_WAYS = (
    (Outcome.DOES_NOT_HOLD, Outcome.HOLDS),
    (Outcome.HOLDS, Outcome.DOES_NOT_HOLD),
)


def monotone_in(book: Book, fact: str, questions: Sequence[str] = ()) -> Iterator[Remark]:
    """For each question, whether the fact's change from no to yes, and nothing else, can flip it.

    Args:
        book: The rulebook.
        fact: The phrase of a plain yes/no term.
        questions: The phrases of concluded terms; none asks about every one that the fact can reach.

    Yields:
        A note where it can flip the question one way or none, a warning where it can do so both ways, with a pair of
        worlds that differ in the fact alone for each way.
    """
    atom = fact_atom(fact, book.compiled)
    space = book.compiled.space
    for question in questions or [term for term in book.terms if fact in book.compiled.reach(term).facts]:
        voices = book.compiled.term(question)
        pairs = []
        for before, after in _WAYS:
            flips = space.settle(voices.at(before), atom, 1) & space.settle(voices.at(after), atom, 0)
            hit = book.matters.first(flips)
            if hit is not None:
                instance = book.instance(hit, question)
                pairs.append(tuple(instance.with_fact(atom, at).witness(question) for at in (1, 0)))
        helps, hurts = (any(pair[0].outcomes[question] is before for pair in pairs) for before, _ in _WAYS)
        rule: Rule = book.terms[question][0]
        yield Remark(
            "L110",
            "monotone",
            Severity.WARNING if helps and hurts else Severity.NOTE,
            (book.name(fact), book.name(question)),
            f'if "{fact}" becomes true, "{question}" {_what(helps=helps, hurts=hurts)}',
            (rule.place, book.rulebook.terms[fact].place),
            "look at both pairs of worlds below" if helps and hurts else "",
            tuple(witness for pair in pairs for witness in pair),
        )


def _what(*, helps: bool, hurts: bool) -> str:
    if helps and hurts:
        return "can come to hold, and can cease to hold"
    if helps:
        return "can come to hold, and never ceases to"
    return "can cease to hold, and never comes to" if hurts else "neither comes to hold nor ceases to"
