"""The tree of an explanation as JSON objects."""

from __future__ import annotations

from ascertain.findings.model import Step, TermStep, wholly
from ascertain.publish.jsonout import Json, amount_object, chain_objects, claim_object, plain
from ascertain.record.model import Fact
from ascertain.rulebook.confidence import mark_of
from ascertain.rulebook.model.book import Rulebook


def explanation_object(step: TermStep, rulebook: Rulebook) -> Json:
    """A concluded term, what it can be, and the rules that conclude it."""
    return {
        "term": step.term,
        "possible": list(wholly(step.possible, step.amounts)),
        "rules": [_rule(rule, rulebook) for rule in step.rules],
    }


def _rule(step: Step, rulebook: Rulebook) -> Json:
    provision = rulebook.provisions[step.provision]
    return {
        "rule": step.rule,
        "provision": step.provision,
        "title": step.title,
        "quote": provision.quote or None,
        "confidence": mark_of(provision, rulebook).confidence,
        "possible": list(wholly(step.possible, step.amounts)),
        **({"amounts": [amount_object(amount) for amount in step.amounts]} if step.amounts else {}),
        **({"rows": list(step.rows)} if step.rows else {}),
        "speaks": step.speaks,
        "force": None
        if step.force is None
        else {"state": step.force.state.value, "chain": chain_objects(step.force, rulebook)},
        "facts": [_fact(fact, rulebook) for fact in step.facts],
        "exceptions": [_rule(exception, rulebook) for exception in step.exceptions],
        "terms": [explanation_object(term, rulebook) for term in step.terms],
    }


def _fact(fact: Fact, rulebook: Rulebook) -> Json:
    term = rulebook.terms.get(fact.term)
    return {
        "term": fact.term,
        "value": plain(fact.value, term),
        "grade": fact.grade.word,
        "support": [claim_object(claim, term) for claim in fact.support],
        "contrary": [claim_object(claim, term) for claim in fact.contrary],
    }
