"""Force as JSON objects and as the outline of an explanation: whether a provision binds, and which acts say so."""

from __future__ import annotations

from collections.abc import Iterator

from ascertain.findings.model import Finding, Receipt
from ascertain.findings.timelines.events import Event
from ascertain.law.model import Force, Link, Matter, doubts_in
from ascertain.publish.answers import Span
from ascertain.publish.forcewords import behind, state_words
from ascertain.publish.jsonout import Json, chain_objects, event_object, finding_object, receipt_object
from ascertain.publish.lawsources import encoded_words, law_sources
from ascertain.publish.outline import Node, turn_line
from ascertain.publish.words import finding_words
from ascertain.rulebook.confidence import mark_of
from ascertain.rulebook.model.book import Rulebook


def force_object(force: Force, matter: Matter, receipt: Receipt, rulebook: Rulebook) -> Json:
    """Whether a provision binds, with the chain of orders that says so and what both were encoded from."""
    doubts = doubts_in(force.tree)
    return {
        "provision": force.provision,
        "government": matter.government.id if matter.government else None,
        "program": matter.program.id if matter.program else None,
        "on": matter.on.isoformat(),
        "known": matter.known.isoformat(),
        "confidence": mark_of(rulebook.provisions[force.provision], rulebook).confidence,
        "state": force.state.value,
        "possible": [state.value for state in force.states],
        "turns_on": [{"id": doubt.id, "ask": doubt.question} for doubt in doubts.values()],
        "chain": chain_objects(force, rulebook),
        "law_sources": law_sources(behind(force), rulebook),
        "receipt": {
            key: value for key, value in receipt_object(receipt).items() if key not in {"standard", "readings"}
        },
    }


def endings(span: Span, rulebook: Rulebook) -> Json:
    """What ended the interval of a force, in the shape in which a conclusion tells it."""
    ended = Event("law", span.force.provision, span.ended_by)
    return {"ended_by": [event_object(ended, rulebook)] if span.ended_by else []}


def parts_objects(span: Span) -> list[Json]:
    """The parts of the provision that stand otherwise than the whole, over a period with the days of each."""
    days = ("from", "until") if span.start else ()
    return [
        {
            "provision": part.provision,
            "state": part.state.value,
            **{key: day.isoformat() for key, day in zip(days, (part.start, part.end), strict=False) if day},
        }
        for part in span.parts
    ]


def binding_object(finding: Finding, force: Force, rulebook: Rulebook) -> Json:
    """The finding on whether a provision binds, with its force."""
    return {
        **finding_object(finding, rulebook),
        "force": {
            "state": force.state.value,
            "possible": [state.value for state in force.states],
            "chain": chain_objects(force, rulebook),
        },
    }


def binding_outline(finding: Finding, force: Force, rulebook: Rulebook) -> Iterator[Node]:
    """Yield the parts of an explanation of force: what it turns on, the acts that decide it, those that do not.

    Args:
        finding: Whether the provision binds.
        force: The force behind it.
        rulebook: The law.
    """
    provision = rulebook.provisions[force.provision]
    yield Node(f"finding, the same under every standard: {finding_words(finding)}")
    yield Node(f"state: {state_words(force, rulebook)}")
    if finding.law_turns:
        yield Node("turns on, in law", tuple(Node(turn_line(turn, turn.id)) for turn in finding.law_turns))
    quote = (Node(f"“{' '.join(provision.quote.split())}”"),) if provision.quote else ()
    yield Node(f"{provision.id}, {provision.heading}", quote)
    for title, decisive in (("decided by", True), ("also bears on it", False)):
        acts = tuple(Node(_act(link, force)) for link in force.chain if link.decisive is decisive)
        if acts:
            yield Node(title, acts)
    if finding.notes:
        yield Node("note", tuple(map(Node, finding.notes)))
    yield Node("encoded from", tuple(map(Node, encoded_words(behind(force), rulebook))))
    receipt = finding.receipt
    yield Node(
        f"receipt: rulebook {receipt.rulebook[:12]}, record {receipt.record[:12]}, law of {receipt.law}, "
        f"known {receipt.known}, made {receipt.made} by version {receipt.version}"
    )


def _act(link: Link, force: Force) -> str:
    target = f" {link.target}" if link.target and link.target != force.provision else ""
    note = f": {link.note}" if link.note else ""
    return f"{link.date} {link.provision} {link.verb}{target} ({link.whom}){note}"
