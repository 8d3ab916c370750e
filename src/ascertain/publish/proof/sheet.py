"""What is shown of one proof: its question, the days and standard, the finding, the cards, and what it rested on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ascertain.findings.model import OPEN, Finding
from ascertain.publish.lawsources import encoded_words
from ascertain.publish.proof.cards import Card
from ascertain.publish.words import finding_words, turns_words
from ascertain.rulebook.model.book import Rulebook


@dataclass(frozen=True, slots=True)
class ProofSheet:
    """One proof to be shown.

    Args:
        title: Whom and what it is about.
        heading: The days, and the law and record.
        finding: What was found, and under which standard.
        turns_on: What an open finding turns on, law apart from fact; empty for a settled one.
        card: The question with all that the finding rests on.
        notes: What a reader should know besides.
        sources: What the law behind it was encoded from, a line an authority.
        receipt: Digests, dates and version, for whoever wants to find the same again.
    """

    title: str
    heading: str
    finding: str
    turns_on: str
    card: Card
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    receipt: str


def proof_sheet(title: str, heading: str, finding: Finding, card: Card, rulebook: Rulebook) -> ProofSheet:
    """The sheet of a finding's proof.

    Args:
        title: Whom and what it is about.
        heading: The days, and the law and record.
        finding: The finding.
        card: Its proof in cards.
        rulebook: The law, for the short names of terms and for its sources.
    """
    found = f"as {finding.standard.word}: {finding_words(finding)}"
    turns = turns_words([turn.id for turn in finding.law_turns], [turn.id for turn in finding.fact_turns], rulebook)
    notes = (*_also(finding), *finding.notes)
    sources = tuple(encoded_words(finding.authorities, rulebook))
    return ProofSheet(title, heading, found, turns, card, notes, sources, receipt_words(finding))


def _also(finding: Finding) -> Iterator[str]:
    if finding.same_under_every_reading:
        yield "points that are still contested were met, and none of them matters"
    if finding.word != OPEN and not finding.reason:
        yield "nothing that could be otherwise matters to it"


def receipt_words(finding: Finding) -> str:
    """The receipt in a line."""
    receipt = finding.receipt
    return (
        f"rulebook {receipt.rulebook[:12]}, record {receipt.record[:12]}, law of {receipt.law}, "
        f"known {receipt.known}, made {receipt.made} by version {receipt.version}"
    )
