"""L110, monotone: whether a fact, by becoming true or more, can only ever help a question, only hurt it, or either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ascertain.findings.diagrams.room import enough_room
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import QUANTITIES, TermType
from ascertain.verify.lints.model import Remark, Severity
from ascertain.verify.lints.raised import Raised

_HELPS = (Outcome.DOES_NOT_HOLD, Outcome.HOLDS)
_HURTS = (Outcome.HOLDS, Outcome.DOES_NOT_HOLD)
_BECOMES = {TermType.YES_NO: "true", TermType.DATE: "later"}


def monotone_in(rulebook: Rulebook, fact: str, questions: Sequence[str] = ()) -> Iterator[Remark]:
    """For each question, whether the fact's change from no to yes, or its rise, and nothing else, can flip it.

    Args:
        rulebook: The law.
        fact: The phrase of a plain yes/no term, amount, number or date.
        questions: The phrases of concluded terms; none asks about every yes/no one that the fact can reach.

    Yields:
        A note where it can flip the question one way or none, a warning where it can do so both ways, with a pair of
        worlds that differ in the fact alone for each way.

    Raises:
        BadInput: The diagrams of a question find no room.
    """
    raised = Raised(rulebook, fact)
    book = raised.book
    becomes = f'if "{fact}" becomes {_BECOMES.get(rulebook.terms[fact].type, "more")}'
    for question in questions or [term for term in book.terms if _is_reached(raised, term, fact)]:
        pairs, shown = [], []
        for way in (_HELPS, _HURTS):
            before = book.matters.left_out
            with enough_room(rulebook, question):
                pair = raised.flip(question, *way)
            pairs += [pair] if pair else []
            shown.append(None if book.matters.left_out > before else pair is not None)
        helps, hurts = shown
        yield Remark(
            "L110",
            "monotone",
            Severity.WARNING if helps and hurts else Severity.NOTE,
            (book.name(fact), book.name(question)),
            f'{becomes}, "{question}" {_what(helps=helps, hurts=hurts)}',
            (book.terms[question][0].place, rulebook.terms[fact].place),
            _help(helps=helps, hurts=hurts),
            tuple(instance.witness(question) for pair in pairs for instance in pair),
        )


def _is_reached(raised: Raised, question: str, fact: str) -> bool:
    is_quantity = raised.book.rulebook.terms[question].type in QUANTITIES  # which never fails to hold
    return not is_quantity and fact in raised.book.compiled.reach(question).facts


def _what(*, helps: bool | None, hurts: bool | None) -> str:
    """What comes of the fact; ``None`` where neither a flip nor that there is none was found."""
    if helps is None or hurts is None:
        come = _SEEN[helps].format("come", "comes")
        return f"{come} to hold and {_SEEN[hurts].format('cease', 'ceases')} to hold"
    if helps and hurts:
        return "can come to hold, and can cease to hold"
    if helps:
        return "can come to hold, and never ceases to"
    return "can cease to hold, and never comes to" if hurts else "neither comes to hold nor ceases to"


_SEEN = {True: "can {0}", False: "never {1}", None: "is not seen to {0}"}


def _help(*, helps: bool | None, hurts: bool | None) -> str:
    if helps is None or hurts is None:
        return "values were tried: it compares too many amounts or dates with each other for a proof"
    return "look at both pairs of worlds below" if helps and hurts else ""
