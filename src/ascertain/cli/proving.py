"""The proofs of findings as text, Markdown, one web page, or one drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ascertain.cli.misuse import Misuse
from ascertain.cli.reasoning import Reasoned
from ascertain.cli.subject import Subject
from ascertain.publish.markdown import escape
from ascertain.publish.parties import Parties
from ascertain.publish.proof.cards import Cards
from ascertain.publish.proof.proving import card_of
from ascertain.publish.proof.sheet import ProofSheet, proof_sheet
from ascertain.publish.proof.text import as_markdown, as_text
from ascertain.publish.table import Screen, wrap


def cards_of(one: Reasoned, subject: Subject) -> Cards:
    """What names the parts of a finding in words."""
    parties = Parties(subject.rulebook, subject.governments, one.finding.known)
    exhibits = subject.docket.exhibits if subject.docket else {}
    return Cards(parties, exhibits, one.answer.law.matter.on, one.finding.standard)


def sheet_of(one: Reasoned, subject: Subject, heading: str) -> ProofSheet:
    """The proof in words, ready to be shown."""
    finding = one.finding
    card = card_of(one.answer, finding, subject.record, cards_of(one, subject))
    return proof_sheet(one.title, heading, finding, card, subject.rulebook)


def text(sheet: ProofSheet, screen: Screen) -> Iterator[str]:
    """The proof for a terminal."""
    for line in wrap(sheet.title, screen.width):
        yield screen.strong(line)
    yield from wrap(sheet.heading, screen.width)
    yield from wrap(f"finding, {sheet.finding}", screen.width, hang=2)
    if sheet.turns_on:
        yield from wrap(f"turns on {sheet.turns_on}", screen.width, hang=2)
    yield ""
    yield from as_text(sheet.card, screen)
    yield ""
    for note in sheet.notes:
        yield from wrap(f"note: {note}", screen.width, hang=2)
    for source in sheet.sources:
        yield from wrap(f"encoded from: {source}", screen.width, hang=2)
    yield from wrap(f"receipt: {sheet.receipt}", screen.width, hang=2)


def markdown(sheet: ProofSheet) -> Iterator[str]:
    """The proof as a section with a nested list."""
    yield f"### {escape(sheet.title)}"
    yield ""
    yield escape(sheet.heading)
    yield ""
    yield f"Finding, {escape(sheet.finding)}"
    yield ""
    if sheet.turns_on:
        yield f"Turns on {escape(sheet.turns_on)}"
        yield ""
    yield from as_markdown(sheet.card)
    yield ""
    yield from (f"- note: {escape(note)}" for note in sheet.notes)
    yield from (f"- encoded from: {escape(source)}" for source in sheet.sources)
    yield f"- receipt: {escape(sheet.receipt)}"
    yield ""


def drawn(sheets: Sequence[ProofSheet], form: str) -> Iterator[str]:
    """All proofs as one web page, or one proof as a drawing.

    Raises:
        Misuse: Several proofs were asked for as one drawing.
    """
    if form == "html":
        from ascertain.publish.proof.page import as_page

        yield as_page(sheets)
        return
    from ascertain.publish.proof.svg import as_svg

    if len(sheets) != 1:
        raise Misuse(
            f"a drawing shows one finding, and this asks for {len(sheets)}",
            "name one government with --who, and one program with --program, or use --format html",
            "A967",
        )
    yield from as_svg(sheets[0])
