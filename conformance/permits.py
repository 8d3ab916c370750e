"""Permit and forbid policies for Cedar, and the same as a rule with exceptions, made at random.

Cedar allows what some *permit* permits and no *forbid* forbids. That is a rule with a clause for each permit, which
does not hold otherwise, and an exception for each forbid.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Any

import cedarpy

from ascertain.law.force import LawOn
from ascertain.rulebook.model.rules import AllOf, AnyOf, Compare, Condition, IsTrue, Not, Outcome
from ascertain.rulebook.model.terms import TermType, Value
from conformance import books

QUESTION = "request is allowed"
_FLAGS = ("a", "b", "c", "d")
_NUMBERS: Mapping[str, tuple[Value, ...]] = {"n": (9, 10, 11, 12, 13)}
_VALUES: Mapping[str, tuple[Value, ...]] = {**dict.fromkeys(_FLAGS, (True, False)), **_NUMBERS}
_REQUEST = {"principal": 'U::"u"', "action": 'A::"a"', "resource": 'R::"r"'}
_OUTCOMES = {cedarpy.Decision.Allow: Outcome.HOLDS, cedarpy.Decision.Deny: Outcome.DOES_NOT_HOLD}


@dataclass(frozen=True)
class Permits:
    """Policies in both forms, and what is known of the request's context."""

    policies: str
    law: LawOn
    known: Mapping[str, Value]

    def previewed(self) -> Outcome | None:
        """What Cedar can decide without the unknowns, if anything."""
        context = {name: self.known.get(name, _unknown(name)) for name in _VALUES}
        answer = cedarpy.is_authorized_partial({**_REQUEST, "context": context}, self.policies, [])
        return _OUTCOMES.get(answer.decision)

    def decided(self) -> frozenset[Outcome]:
        """What Cedar decides over all completions of the unknowns."""
        requests = [{**_REQUEST, "context": context} for context in self._contexts()]
        answers = cedarpy.is_authorized_batch(requests, self.policies, [])
        assert not any(answer.diagnostics.errors for answer in answers)
        return frozenset(_OUTCOMES[answer.decision] for answer in answers)

    def _contexts(self) -> Iterator[Mapping[str, Value]]:
        values = {**_VALUES, **{name: (value,) for name, value in self.known.items()}}
        for chosen in product(*values.values()):
            yield dict(zip(values, chosen, strict=True))


def permits(seed: int) -> Permits:
    """The policies and the request of a seed."""
    rng = Random(seed)  # noqa: S311 - no secret is made here
    permitted = [_condition(rng, 0) for _ in range(rng.randrange(1, 4))]
    forbidden = [_condition(rng, 0) for _ in range(rng.randrange(4))]
    clauses = [books.clause(True, condition) for condition in permitted]
    rule = books.rule("ALLOWED", QUESTION, *clauses, books.clause(False, None, otherwise=True))
    limits = [books.exception(f"F{at}", rule, books.clause(False, each)) for at, each in enumerate(forbidden)]
    terms = [*map(books.term, (QUESTION, *_FLAGS)), *(books.term(name, TermType.NUMBER) for name in _NUMBERS)]
    kinds = [("permit", each) for each in permitted] + [("forbid", each) for each in forbidden]
    policies = "\n".join(f"{kind}(principal, action, resource) when {{ {_cedar(each)} }};" for kind, each in kinds)
    known = {name: rng.choice(choices) for name, choices in _VALUES.items() if rng.random() < 0.4}
    return Permits(policies, books.law(terms, [rule, *limits]), known)


def _condition(rng: Random, depth: int) -> Condition:
    kind = rng.random()
    if depth < 2 and kind < 0.5:
        parts = tuple(_condition(rng, depth + 1) for _ in range(2))
        return AllOf(parts) if kind < 0.25 else AnyOf(parts)
    if kind < 0.65:
        return Not(_condition(rng, depth + 1))
    if kind < 0.8:
        return Compare("n", rng.choice([">=", "<=", ">", "<"]), rng.choice([10, 12]))
    return IsTrue(rng.choice(_FLAGS))


def _cedar(condition: Condition) -> str:
    match condition:
        case AllOf(parts):
            return "(" + " && ".join(map(_cedar, parts)) + ")"
        case AnyOf(parts):
            return "(" + " || ".join(map(_cedar, parts)) + ")"
        case Not(inner):
            return f"!({_cedar(inner)})"
        case Compare(name, op, value):
            return f"(context.{name} {op} {value})"
        case IsTrue(name):
            return f"context.{name}"
    raise ValueError(f"Cedar has no such condition: {condition}")


def _unknown(name: str) -> dict[str, Any]:
    return {"__extn": {"fn": "unknown", "arg": name}}
