"""A request for evidence from what there is to ask: plain, even to both sides, and no more than law and record show."""

from __future__ import annotations

from collections.abc import Iterator

from ascertain.docket.model import Entry
from ascertain.findings.asking.agenda import Asked
from ascertain.findings.model import Turn
from ascertain.publish.html.words import day, listed, moment, sentence
from ascertain.publish.letter.basis import basis, seen
from ascertain.publish.letter.evidence import item, served_by
from ascertain.publish.letter.model import Block, Heading, Letter, Paragraph, Points, Quote, printable
from ascertain.publish.letter.order import Order
from ascertain.publish.questions.words import possible_words
from ascertain.record.model import Grade
from ascertain.rulebook.confidence import mark_of
from ascertain.rulebook.model.sources import Reading

_GRADES = {
    Grade.ASSERTED: "somebody with standing to say so said it",
    Grade.DOCUMENTED: "a document shows it, such as the text of a law or policy, a record or a filing",
    Grade.FOUND: "a court or a reviewing body found it, having looked",
}
_HOW = (
    "Answer each item by its number, with the answer and the evidence for it.",
    "For each document give its title, its date, the page or section, and from when until when it applied.",
    "If the answer differs among your offices, say which office each answer is about.",
    "If you cannot answer an item, or hold that it cannot be answered as it is put, say so and why.",
    "Do not send information about private persons. Take it out of documents before you send them.",
)


def compose(order: Order) -> Letter:
    """The letter that an order comes to.

    Args:
        order: An order with something to ask.
    """
    who, count = order.agenda.government.name, len(order.agenda.items)
    facts = f"{count} fact{'' if count == 1 else 's'}"
    head = (
        ("From", order.sender),
        *(("To" if at == 0 else "", line) for at, line in enumerate(order.addressee)),
        ("Date", day(order.day)),
        ("Answer by", day(order.due)),
        *((("Docket", f"{order.review} ({order.docket})"),) if order.review else ()),
        ("Subject", f"Evidence on {facts}"),
    )
    return Letter(
        title="Request for evidence",
        day=order.day,
        sender=printable(order.sender),
        addressee=tuple(map(printable, order.addressee)),
        head=tuple((label, printable(text)) for label, text in head),
        blocks=tuple(map(_clean, _blocks(order, facts))),
        footer=printable(f"Request for evidence to {who}, {day(order.day)}"),
    )


def _blocks(order: Order, facts: str) -> Iterator[Block]:
    agenda = order.agenda
    who, on = agenda.government.name, day(agenda.on)
    served = served_by(order)
    open_ones = "question is" if len(served) == 1 else "questions are"
    yield Heading(1, "What this letter is")
    yield Paragraph(
        f"We ask you for evidence on {facts} about {who}. The following {open_ones} about {on}. On the record of this "
        f"review, as it stood on {day(agenda.known)}, more than one answer is still possible, and which is right turns "
        "on what we ask for here."
    )
    yield Points(tuple(f"Question {at}. {_open(asked, order)}" for at, asked in enumerate(served, 1)))
    yield Paragraph(
        "This request is not a finding. It does not say that you meet or do not meet any condition, and no item "
        "suggests an answer. A fact that is not shown counts as unknown: not as a yes, and not as a no."
    )
    yield Paragraph(f"Please send your answer by {day(order.due)}.")
    yield Heading(1, "Legal basis")
    yield Paragraph(
        f"These provisions look at the facts that we ask for. They are cited as they stood for {who} on {on}."
    )
    yield from basis(order)
    yield Heading(1, "What we ask")
    yield Paragraph(
        f"Each question is about {on}. The items that could settle most come first. In this review a fact counts when "
        f"it is at least “{agenda.standard.word}”: {_GRADES[agenda.standard]}."
    )
    for number, wanted in enumerate(agenda.items, 1):
        yield from item(number, wanted, order)
    yield from _correspondence(order)
    yield from _law(order)
    yield Heading(1, "How to answer")
    yield Points((*_HOW, f"Send the answer to {order.sender} by {day(order.due)}."))
    yield Heading(1, "What this request rests on")
    yield Points(tuple(_rests_on(order)))
    yield Paragraph("_" * 40, f"Signed for {order.sender}")


def _open(asked: Asked, order: Order) -> str:
    program = order.rulebook.programs.get(asked.program)
    under = f", under {program.name}" if program else ""
    if not asked.possible:
        return f"“{sentence(asked.question)}”{under}: its value is unknown."
    left = listed([f"“{words}”" for words in possible_words(asked, order.rulebook)], "or")
    return f"“{sentence(asked.question)}”{under}: the answer can still be {left}."


def _correspondence(order: Order) -> Iterator[Block]:
    """What was sent to and received from the government before, as the docket holds it."""
    if order.state is None:
        return
    government = order.agenda.government
    sent, received = order.state.sent(government.id), order.state.responses(government.id)
    yield Heading(1, "Earlier letters in this review")
    if sent:
        yield Paragraph("", "Sent to you")
        yield Points(tuple(map(_entry, sent)))
    else:
        yield Paragraph("The docket holds no earlier request.", "Sent to you")
    if received:
        yield Paragraph("", "Received from you")
        yield Points(tuple(map(_entry, received)))
    else:
        yield Paragraph("The docket holds no answer.", "Received from you")
    yield Paragraph("What you have sent before need not be sent again: name the document and the page or section.")


def _entry(entry: Entry) -> str:
    return f"{entry.title}, {moment(entry.date)} (entry {entry.number})."


def _law(order: Order) -> Iterator[Block]:
    """The questions of law, each with its readings side by side."""
    served = set(served_by(order))
    turns = [turn for turn, ones in order.agenda.law if served.intersection(ones)]
    if not turns:
        return
    yield Heading(1, "Questions of law")
    yield Paragraph(
        "The answer turns on these questions of law too. No evidence settles them, and we do not ask for any. If you "
        "hold a view on one, you may state it with the authority for it."
    )
    for turn in turns:
        yield Paragraph(turn.ask)
        if readings := _readings(turn, order):
            yield Points(readings)


def _readings(turn: Turn, order: Order) -> tuple[str, ...]:
    point = order.rulebook.points.get(turn.id)
    live = [reading for reading in point.readings if reading.name in turn.options] if point else []
    return tuple(_reading(reading, order) for reading in live)


def _reading(reading: Reading, order: Order) -> str:
    text = f"One reading: {sentence(reading.text)}"
    known = seen(mark_of(reading, order.rulebook).confidence)
    return f"{text}. {known}" if known else text


def _rests_on(order: Order) -> Iterator[str]:
    agenda, rulebook = order.agenda, order.rulebook
    yield f"Facts and law of {day(agenda.on)}, as issued and filed by {day(agenda.known)}."
    yield f"Law: rulebook {rulebook.id}, SHA-256 {rulebook.digest}."
    if order.docket:
        yield f"Record: docket {order.docket}, SHA-256 {order.record}."
    yield f"Standard: {agenda.standard.word}."


def _clean(block: Block) -> Block:
    match block:
        case Heading(level, text):
            return Heading(level, printable(text))
        case Paragraph(text, label):
            return Paragraph(printable(text), printable(label))
        case Quote(text):
            return Quote(printable(text))
        case Points(items):
            return Points(tuple(map(printable, items)))
