"""A proof as JSON objects; docs/reference/json.md describes them."""

from __future__ import annotations

from dataclasses import asdict

from ascertain.findings.proof import Part, PartKind
from ascertain.law.model import Force
from ascertain.law.readings import LiveReadings
from ascertain.publish.jsonout import Json, chain_objects, claim_object, plain
from ascertain.record.model import Claim, Fact
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
        "possible": [outcome.value for outcome in part.possible],
        "value": plain(part.value, rulebook.terms.get(part.id)),
        "open": part.unsettled or None,
        "asks": list(part.asks),
        "provision": rule.provision if rule else None,
        "reading": {"point": rule.reading[0], "reading": rule.reading[1]} if rule and rule.reading else None,
        "again": again,
        "source": None if again else _source(part, rulebook),
        "under": [] if again else [_part(below, rulebook, told) for below in part.under],
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
            return {"state": force.state.value, "possible": states, "chain": chain_objects(force)}
        case LiveReadings() as live:
            return {
                "live": [
                    {"reading": reading.name, "text": reading.text, "held_by": list(reading.held_by)}
                    for reading in rulebook.points[live.point].readings
                    if reading.name in live.names
                ],
                "bound_by": list(live.bound_by),
                "chain": chain_objects(live),
            }
        case None:
            return None


def sourced_claim(claim: Claim, term: Term) -> Json:
    """A claim with the selectors that find its passage again in the exhibit."""
    selector = None if claim.passage is None else asdict(claim.passage)
    return {**claim_object(claim, term), "selector": selector}
