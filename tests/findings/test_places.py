"""What a term and a rule look at, in the order in which a reader meets it, and who looks at them from above."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascertain.findings.diagrams.compiled import Compiled
from ascertain.findings.diagrams.places import lookers, places

from .books import rules, term

TEXT = """
rule R: answer
  holds if any of
    - step
    - one
    - sum > the limit

exception X to R: not so
  does not hold if all of
    - two
    - in force: act

rule LIMIT: the limit
  is the cap in every case

rule SPENT: the rest
  is sum - the cap if two

rule MORE: the rest
  is sum if three

point reach: how far?

reading WIDE of reach: far
  rule WIDE: step
    holds if three

reading CLOSE of reach: near
  rule CLOSE: step
    does not hold in every case
"""


@pytest.fixture(name="law")
def law_fixture(tmp_path: Path) -> Compiled:
    return Compiled(
        rules(tmp_path, TEXT, *(term(each, "money") for each in ("sum", "the cap", "the limit", "the rest")))
    )


def looked_at(by: str, law: Compiled) -> list[str]:
    found = list(places(law.rulebook.rules.get(by, by), law))
    assert {place.by for place in found} == {by}
    assert [place.is_rule for place in found] == [place.of in law.rulebook.rules for place in found]
    return [place.of if isinstance(place.of, str) else f"{place.of.kind} {place.of.id}" for place in found]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("answer", ["act#R"]),
        ("one", ["fact one"]),
        ("step", ["act#WIDE", "act#CLOSE"]),
        ("the rest", ["act#SPENT", "act#MORE", "relation sum > sum - the cap", "relation sum >= sum - the cap"]),
        ("act#R", ["force act", "act#X", "step", "fact one", "the limit", "relation sum > the cap"]),
        ("act#X", ["force act", "fact two"]),
        ("act#LIMIT", ["force act", "fact the cap"]),
        ("act#SPENT", ["force act", "fact two", "fact sum", "fact the cap"]),
        ("act#WIDE", ["force act", "reading act#reach", "fact three"]),
        ("act#CLOSE", ["force act", "reading act#reach"]),
    ],
)
def test_a_term_looks_at_its_rules_and_a_rule_at_its_force_its_exceptions_and_its_conditions(
    by: str, expected: list[str], law: Compiled
) -> None:
    assert looked_at(by, law) == expected


def test_all_that_look_at_a_rule_near_or_far_are_told_with_it(law: Compiled) -> None:
    above = {name: sorted(by) for name, by in lookers("answer", law).items()}
    assert above == {
        "answer": ["answer"],
        "act#R": ["act#R", "answer"],
        "act#X": ["act#R", "act#X", "answer"],
        "step": ["act#R", "answer", "step"],
        "act#WIDE": ["act#R", "act#WIDE", "answer", "step"],
        "act#CLOSE": ["act#CLOSE", "act#R", "answer", "step"],
        "the limit": ["act#R", "answer", "the limit"],
        "act#LIMIT": ["act#LIMIT", "act#R", "answer", "the limit"],
    }
    assert lookers("one", law) == {"one": frozenset({"one"})}
