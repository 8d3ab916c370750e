"""Findings and facts as JSON objects.

docs/reference/json.md describes them, and ``schemas/`` holds their schemas.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction

from ascertain.findings.answers.unseen import unseen_meaning, unseen_terms
from ascertain.findings.arithmetic.amounts import Number
from ascertain.findings.model import Amount, Finding, Receipt, Turn, wholly
from ascertain.findings.timelines.events import Event
from ascertain.law.model import Force
from ascertain.law.readings import LiveReadings
from ascertain.publish.words import UNKNOWN, value_words
from ascertain.record.model import Claim, Fact, Grade
from ascertain.rulebook.confidence import Mark, mark_of
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Between, Shown, Term, TermType

Json = dict[str, object]


def document(schema: str, about: Mapping[str, object], listed: str, items: Iterable[Json]) -> Iterator[str]:
    """Yield the lines of a document as its items become known.

    Args:
        schema: The name and version of the document's schema, such as ``ascertain/finding/1``.
        about: What the whole document is about: rulebook, docket and so on.
        listed: The key under which the items are listed.
        items: One object each.
    """
    yield "{"
    for key, value in {"schema": schema, **about}.items():
        yield f"  {_text(key)}: {_text(value)},"
    yield f"  {_text(listed)}: ["
    waiting = ""
    for item in items:
        if waiting:
            yield f"    {waiting},"
        waiting = _text(item)
    if waiting:
        yield f"    {waiting}"
    yield "  ]"
    yield "}"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def plain(value: Shown | None, term: Term | None) -> object:
    """A value for programs: true or false, a number, a text; money as dollars in a text, a date in ISO form.

    What is only known to lie between two values is an object of ``least`` and ``most``, null where without bound.
    """
    if isinstance(value, Between):
        return {"least": plain(value.least, term), "most": plain(value.most, term)}
    return quantity(value, term.type) if isinstance(value, int) and not isinstance(value, bool) and term else value


def quantity(value: int, kind: TermType) -> object:
    """A number, cents as dollars in a text, or the ordinal of a day in ISO form."""
    match kind:
        case TermType.MONEY:
            return f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02}"
        case TermType.DATE:
            return date.fromordinal(value).isoformat()
        case _:
            return value


def range_object(within: Between | None, term: Term | None) -> Json:
    """For a quantity all values that would do."""
    return {} if within is None else {"range": plain(within, term)}


def receipt_object(receipt: Receipt) -> Json:
    """The receipt, dates in ISO form."""
    return {
        "rulebook": receipt.rulebook,
        "record": receipt.record,
        "on": receipt.on.isoformat(),
        "law": receipt.law.isoformat(),
        "known": receipt.known.isoformat(),
        "made": receipt.made.isoformat(),
        "standard": receipt.standard,
        "readings": [{"point": point, "reading": reading} for point, reading in receipt.readings],
        "version": receipt.version,
    }


def event_object(event: Event, rulebook: Rulebook) -> Json:
    """Something that ended a period."""
    return {
        "kind": event.kind,
        "id": event.id,
        "acts": list(event.acts),
        "value": plain(event.value, rulebook.terms.get(event.id)),
        "entries": list(event.entries),
        "endings": [{"on": str(each.on), "entry": each.entry, "note": each.note or None} for each in event.endings],
    }


def amount_object(amount: Amount) -> Json:
    """One thing that a quantity can be: how it is reckoned, and the least and the most that this can be worth."""
    ends = (amount.least, amount.most)
    least, most = (None if end is None else _number(end, amount.kind) for end in ends)
    return {"is": amount.text, "least": least, "most": most}


def _number(number: Number, kind: TermType) -> object:
    """A quantity as :func:`plain` gives it; a share of cents or of a whole number in decimals, cut after the sixth."""
    if not isinstance(number, Fraction):
        return quantity(number, kind)
    scaled = number / 100 if kind is TermType.MONEY else number
    text = f"{float(scaled):.6f}"
    return text if kind is TermType.MONEY else float(text)


def turn_object(turn: Turn) -> Json:
    """Something that an open finding turns on."""
    return {"kind": turn.kind, "id": turn.id, "ask": turn.ask, "options": list(turn.options)}


def claim_object(claim: Claim, term: Term | None) -> Json:
    """A claim with its source."""
    return {
        "id": claim.id,
        "value": plain(claim.value, term),
        "said_by": claim.said_by,
        "grade": claim.grade.word,
        "filed": str(claim.filed),
        "period": {
            "from": None if claim.period.start is None else str(claim.period.start),
            "until": None if claim.period.end is None else str(claim.period.end),
        },
        "ended": None if claim.ending is None else {"on": str(claim.ending.on), "entry": claim.ending.entry},
        "entry": claim.entry or None,
        "exhibit": claim.exhibit or None,
        "passage": None if claim.passage is None else claim.passage.exact,
        "note": claim.note or None,
        "confidence": claim.confidence or None,
        "sources": list(claim.sources),
    }


def finding_head(finding: Finding, rulebook: Rulebook) -> Json:
    """Whom and what a finding is about, and what was found."""
    term = rulebook.terms.get(finding.question)
    return {
        "government": finding.government,
        "program": finding.program or None,
        "question": finding.question,
        "short": (term.short or None) if term else None,
        "on": finding.on.isoformat(),
        "law": finding.receipt.law.isoformat(),
        "known": finding.known.isoformat(),
        "standard": finding.standard.word,
        "finding": finding.word,
        "possible": list(wholly(finding.possible, finding.amounts)),
    }


def finding_object(finding: Finding, rulebook: Rulebook, said: Iterable[Claim] = ()) -> Json:
    """A finding on a term that rules conclude.

    Args:
        finding: The finding.
        rulebook: The law it is under, for the types of terms.
        said: What was said of the question itself: statements, which never count as facts.
    """
    term = rulebook.terms.get(finding.question)
    return {
        **finding_head(finding, rulebook),
        "turns_on": {
            "fact": [turn_object(turn) for turn in finding.fact_turns],
            "law": [turn_object(turn) for turn in finding.law_turns],
        },
        "authorities": list(finding.authorities),
        "reason": [
            {
                "kind": ground.kind,
                "id": ground.id,
                "value": plain(ground.value, rulebook.terms.get(ground.id)),
                "by": list(ground.by),
            }
            for ground in finding.reason
        ],
        **({"amounts": [amount_object(amount) for amount in finding.amounts]} if finding.amounts else {}),
        "same_under_every_reading": finding.same_under_every_reading,
        "notes": list(finding.notes),
        "unseen": marks_object(finding.unseen),
        "said": [claim_object(claim, term) for claim in said],
        "receipt": receipt_object(finding.receipt),
    }


def marks_object(marks: Iterable[Mark]) -> list[Json]:
    """What was not wholly seen in a source: what bears the mark, and whether that is an entry of the record."""
    return [{"of": mark.of, "confidence": mark.confidence, "recorded": mark.recorded} for mark in marks]


def fact_object(fact: Fact, term: Term, standard: Grade, receipt: Receipt) -> Json:
    """A plain fact as a finding: its value under the standard, or ``unknown`` with what it could be."""
    value = fact.under(standard)
    choices = ["yes", "no"] if term.type is TermType.YES_NO else list(term.values)
    known = value is not None
    ask = Turn("fact", term.phrase, term.ask, tuple(choices))
    return {
        "government": fact.government or None,
        "program": fact.program or None,
        "question": term.phrase,
        "short": term.short or None,
        "on": receipt.on.isoformat(),
        "law": receipt.law.isoformat(),
        "known": receipt.known.isoformat(),
        "standard": standard.word,
        "finding": value_words(value, term) if known else UNKNOWN,
        "possible": [value_words(value, term)] if known else choices,
        "turns_on": {"fact": [] if known else [turn_object(ask)], "law": []},
        "authorities": [],
        "reason": [{"kind": "fact", "id": term.phrase, "value": plain(value, term), "by": []}] if known else [],
        "same_under_every_reading": True,
        "notes": list(unseen_meaning(term)),
        "unseen": marks_object(unseen_terms((term,))),
        "grade": fact.grade.word,
        "value": plain(value, term),
        "said": [claim_object(claim, term) for claim in (*fact.support, *fact.contrary)],
        "receipt": receipt_object(receipt),
    }


def chain_objects(force: Force | LiveReadings, rulebook: Rulebook) -> list[Json]:
    """The acts that explain a force, or which readings are live, oldest first, each with its own mark."""
    return [
        {
            "provision": link.provision,
            "verb": link.verb,
            "date": link.date,
            "scope": link.scope,
            "note": link.note or None,
            "decisive": link.decisive,
            "confidence": mark_of(rulebook.provisions[link.provision], rulebook).confidence,
        }
        for link in force.chain
    ]
