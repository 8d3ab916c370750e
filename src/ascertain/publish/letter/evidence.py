"""What a request says of one item: what was received so far, and what kind of evidence would answer it."""

from __future__ import annotations

from collections.abc import Iterator

from ascertain.findings.asking.agenda import Asked, Wanted
from ascertain.publish.html.words import day, interval, listed, moment, sentence, value
from ascertain.publish.letter.basis import heading_of, seen
from ascertain.publish.letter.model import Block, Heading, Paragraph, Points
from ascertain.publish.letter.order import Order
from ascertain.publish.questions.words import answers
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.model.terms import LiesIn, Term, TermType

_OFFICIAL = "a statement by a responsible official, which names the office held"
_ANSWERED_BY = {
    LiesIn.POLICY_TEXT: (
        "The text of each law, order or written policy in force on {on} that speaks of this, with its date and the "
        f"page or section. If there is none: {_OFFICIAL}, that there is none."
    ),
    LiesIn.PRACTICE: (
        f"{sentence(_OFFICIAL)}, of what was done in practice on {{on}}; and the instructions, training material or "
        "records, if any, that show it."
    ),
    LiesIn.OWN_ACT: (
        "The document by which it was done, with its date. If it had not been done by {on}: "
        f"{_OFFICIAL}, that it had not."
    ),
    LiesIn.OTHERS_ACT: (
        "The document by which another body did it, with its date, if you hold it. If you hold none, say so."
    ),
    LiesIn.CIRCUMSTANCE: f"Any document that shows it, with its date; or {_OFFICIAL}.",
}
_TYPED = {
    TermType.NUMBER: "a number",
    TermType.MONEY: "an amount in dollars",
    TermType.DATE: "a day",
    TermType.TEXT: "a text",
}
_SEEN = {"verified-in-part": "source checked in part", "memory": "from memory, source not checked"}


def item(number: int, wanted: Wanted, order: Order) -> Iterator[Block]:
    """Yield one item: the question, its answers, why it matters, what was received, what would answer it.

    Args:
        number: Its number in the letter.
        wanted: The fact to ask for.
        order: The letter that it stands in.
    """
    term = order.rulebook.terms[wanted.term]
    program = order.rulebook.programs.get(wanted.fact.program)
    yield Heading(2, f"Item {number}. {wanted.ask}")
    if program is not None:
        yield Paragraph(f"{program.name}.", "Program")
    yield Paragraph(f"{_choices(wanted, term)}.", "Answer")
    if known := seen(term.confidence):
        yield Paragraph(known, "What the words mean")
    if wanted.because:
        named = [heading_of(order.rulebook.provisions[one], order) for one in wanted.because]
        looks = "looks" if len(named) == 1 else "look"
        yield Paragraph(f"{listed(named)} {looks} at this fact. {_bears_on(wanted, order)}", "Why it matters")
    yield from _received(wanted, term, order)
    yield Paragraph(_answered_by(term, order), "What answers it")


def served_by(order: Order) -> tuple[Asked, ...]:
    """The questions that the items of a letter serve, in the order asked; the letter numbers them so."""
    served = {asked for wanted in order.agenda.items for asked, _ in wanted.serves}
    return tuple(asked for asked in order.agenda.asked if asked in served)


def _bears_on(wanted: Wanted, order: Order) -> str:
    served = served_by(order)
    numbers = [str(served.index(asked) + 1) for asked, _ in wanted.serves]
    return f"It bears on question{'' if len(numbers) == 1 else 's'} {listed(numbers)}."


def _answered_by(term: Term, order: Order) -> str:
    """The kind of evidence that would show it either way, by where the rulebook says that it is settled."""
    return _ANSWERED_BY[term.lies_in or LiesIn.CIRCUMSTANCE].format(on=day(order.agenda.on))


def _choices(wanted: Wanted, term: Term) -> str:
    if term.type is TermType.YES_NO:
        return "Yes or no"
    if term.type is TermType.ONE_OF:
        return sentence(listed(term.values, "or"))
    told = [words for words, _ in answers(wanted.serves[0][1], term)]
    apart = f"; it matters whether it is {listed(told, 'or')}" if len(told) > 1 else ""
    return sentence(_TYPED[term.type]) + apart


def _received(wanted: Wanted, term: Term, order: Order) -> Iterator[Block]:
    claims = (*wanted.fact.support, *wanted.fact.contrary)
    if not claims:
        yield Paragraph("Nothing.", "Received so far")
        return
    if wanted.fact.grade is Grade.DISPUTED:
        text = "Statements of the same grade that differ:"
    elif wanted.fact.contrary:
        text = "Statements that differ, the best shown first:"
    else:
        text = f"Shown to the grade “{wanted.fact.grade.word}”, and not yet “{order.agenda.standard.word}”:"
    yield Paragraph(text, "Received so far")
    yield Points(tuple(_claim(claim, term, order) for claim in claims))


def _claim(claim: Claim, term: Term, order: Order) -> str:
    exhibit = order.exhibits.get(claim.exhibit)
    page = claim.passage.page if claim.passage else None
    where = (
        exhibit.title if exhibit else claim.exhibit,
        f"page {page}" if page else "",
        f"entry {claim.entry} of the docket" if claim.entry else "",
        f"filed {moment(claim.filed)}",
    )
    parts = [
        f"“{value(term, claim.value)}”, {claim.grade.word} by {claim.said_by} ({', '.join(filter(None, where))})",
        f"for the time {interval(claim.period)}" if claim.period.start or claim.period.end else "",
        f"in the words “{' '.join(claim.passage.exact.split())}”" if claim.passage else "",
        _SEEN.get(claim.confidence, ""),
    ]
    said = f"{'; '.join(filter(None, parts))}."
    return f"{said} {claim.note}" if claim.note else said
