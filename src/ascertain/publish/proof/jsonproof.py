"""A proof as JSON objects; docs/reference/json.md describes them."""

from __future__ import annotations

from dataclasses import asdict

from ascertain.findings.model import wholly
from ascertain.findings.proofs.proof import Part, PartKind
from ascertain.law.model import Force
from ascertain.law.readings import LiveReadings
from ascertain.publish.jsonout import Json, amount_object, chain_objects, claim_object, plain
from ascertain.record.model import Claim, Fact
from ascertain.rulebook.confidence import Entry, mark_of
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Term


def proof_object(part: Part, rulebook: Rulebook) -> Json:
    """A part with all that it rests on; what is met again is named and not told again."""
    return _part(part, rulebook, set())


def _part(part: Part, rulebook: Rulebook, told: set[tuple[PartKind, str]]) -> Json:
    again = (part.kind, part.id) in told
    told.add((part.kind, part.id))
    rule = rulebook.rules.get(part.id) if part.kind in (PartKind.RULE, PartKind.EXCEPTION) else None
    return {
        "kind": part.kind.value,
        "id": part.id,
        "possible": list(wholly(part.possible, [each.amount for each in part.reckoned])),
        "value": plain(part.value, rulebook.terms.get(part.id)),
        "open": part.unsettled or None,
        "asks": list(part.asks),
        "provision": rule.provision if rule else None,
        "confidence": _confidence(part, rulebook),
        "reading": {"point": rule.reading[0], "reading": rule.reading[1]} if rule and rule.reading else None,
        **({"rows": list(part.rows)} if part.rows else {}),
        **({} if again else _quantities(part, rulebook)),
        "again": again,
        "source": None if again else _source(part, rulebook),
        "under": [] if again else [_part(below, rulebook, told) for below in part.under],
    }


def _confidence(part: Part, rulebook: Rulebook) -> str | None:
    """How sure the encoding is of the provision that speaks, of the point, or of the term of a fact."""
    match part.kind:
        case PartKind.RULE | PartKind.EXCEPTION:
            entry: Entry = rulebook.provisions[rulebook.rules[part.id].provision]
        case PartKind.FORCE:
            entry = rulebook.provisions[part.id]
        case PartKind.READING:
            entry = rulebook.points[part.id]
        case PartKind.FACT:
            entry = rulebook.terms[part.id]
        case _:
            return None
    return mark_of(entry, rulebook).confidence or None


def _quantities(part: Part, rulebook: Rulebook) -> Json:
    """What a part says of quantities: how they are reckoned, what is compared, and the facts behind a comparison."""
    reckoned = [{**amount_object(each.amount), "steps": list(each.steps)} for each in part.reckoned]
    compared = [
        {
            "left": each.left,
            "op": each.op,
            "right": each.right,
            "left_worths": [amount_object(worth) for worth in each.left_worths],
            "right_worths": [amount_object(worth) for worth in each.right_worths],
        }
        for each in part.compared
    ]
    facts = [{"term": fact.term, **_of_fact(fact, rulebook)} for fact in part.facts]
    told = {"reckoned": reckoned, "compared": compared, "facts": facts}
    return {key: items for key, items in told.items() if items}


def _of_fact(fact: Fact, rulebook: Rulebook) -> Json:
    term = rulebook.terms[fact.term]
    return {
        "value": plain(fact.between if fact.value is None else fact.value, term),
        "grade": fact.grade.word,
        "support": [sourced_claim(claim, term) for claim in fact.support],
        "contrary": [sourced_claim(claim, term) for claim in fact.contrary],
    }


def _source(part: Part, rulebook: Rulebook) -> Json | None:
    match part.source:
        case Fact() as fact:
            term = rulebook.terms[fact.term]
            return {
                "grade": fact.grade.word,
                "support": [sourced_claim(claim, term) for claim in fact.support],
                "contrary": [sourced_claim(claim, term) for claim in fact.contrary],
            }
        case Force() as force:
            states = [state.value for state in force.states]
            return {"state": force.state.value, "possible": states, "chain": chain_objects(force, rulebook)}
        case LiveReadings() as live:
            return {
                "live": [
                    {
                        "reading": reading.name,
                        "text": reading.text,
                        "held_by": list(reading.held_by),
                        "confidence": mark_of(reading, rulebook).confidence,
                    }
                    for reading in rulebook.points[live.point].readings
                    if reading.name in live.names
                ],
                "bound_by": list(live.bound_by),
                "chain": chain_objects(live, rulebook),
            }
        case None:
            return None


def sourced_claim(claim: Claim, term: Term) -> Json:
    """A claim with the selectors that find its passage again in the exhibit."""
    selector = None if claim.passage is None else asdict(claim.passage)
    return {**claim_object(claim, term), "selector": selector}
