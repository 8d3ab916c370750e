"""An answer and its finding in; the proof in cards out."""

from __future__ import annotations

from ascertain.findings.answers.inquiry import Answer, not_yet_law
from ascertain.findings.model import Finding
from ascertain.findings.proofs.proof import Part, proof
from ascertain.publish.proof.cards import Card, Cards
from ascertain.record.facts import Record


def proof_of(answer: Answer, finding: Finding) -> Part:
    """The proof of a finding."""
    return proof(answer, finding.reason, not_yet_law(answer))


def card_of(answer: Answer, finding: Finding, record: Record, cards: Cards) -> Card:
    """The question with all that its finding rests on.

    Args:
        answer: The answer behind the finding.
        finding: The finding.
        record: The evidence.
        cards: What names the parts of the proof in words.
    """
    term = cards.rulebook.terms[finding.question]
    said = record.said(term, finding.government, finding.program, finding.on, finding.known)
    return cards.question(proof_of(answer, finding), said)
