"""A domain has a value for everything that the rulebook can tell apart, and no two for the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.findings.arithmetic.amounts import compares
from ascertain.findings.reaching.domains import ANYTHING_ELSE, domains, representative, within
from ascertain.rulebook.dates import Interval
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Clause, Compare, Outcome, Rule
from ascertain.rulebook.model.terms import Between, Place, Subject, Term, TermType, Value

from .books import rules, term

HERE = Place("x.md", 1, 1)
OPERATORS = ("=", ">=", "<=", ">", "<")


def domain_of(kind: TermType, constants: list[Value]) -> tuple[Value, ...]:
    clauses = tuple(Clause(Outcome.HOLDS, Compare("t", "=", constant), HERE) for constant in constants)
    rulebook = Rulebook(
        "x",
        "x",
        Interval(None, None),
        "",
        terms={"t": Term("t", kind, Subject.GOVERNMENT, "?", HERE)},
        rules={"r": Rule("r", "p", "r", clauses, HERE, term="answer")},
    )
    return domains(rulebook, ["t"])["t"]


@given(st.lists(st.integers(-50, 50), max_size=6), st.integers(-60, 60))
def test_every_number_compares_like_its_representative(constants: list[int], number: int) -> None:
    domain = domain_of(TermType.NUMBER, [*constants])
    chosen = domain[representative(domain, number)]
    for constant in constants:
        for op in OPERATORS:
            assert compares(number, op, constant) == compares(chosen, op, constant)


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=6))
def test_no_two_values_of_a_number_compare_alike(constants: list[int]) -> None:
    domain = domain_of(TermType.NUMBER, [*constants])
    told = [tuple(compares(value, op, c) for c in constants for op in OPERATORS) for value in domain]
    assert len(set(told)) == len(domain)


def test_a_number_that_nothing_is_compared_with_has_one_value(tmp_path: Path) -> None:
    rulebook = rules(tmp_path, "rule R: answer\n  holds if one", term("count", "number"))
    assert len(domains(rulebook, ["count"])["count"]) == 1


def test_a_text_that_is_never_named_is_anything_else() -> None:
    domain = domain_of(TermType.TEXT, ["mayor", "sheriff"])
    assert domain == ("mayor", "sheriff", ANYTHING_ELSE)
    assert domain[representative(domain, "clerk")] == ANYTHING_ELSE


@pytest.mark.parametrize(
    ("domain", "value"),
    [((True, False), "yes"), ((True, False), 1), ((1, 2), True), (("red", "blue"), "green"), ((1, 2), "one")],
)
def test_a_value_of_another_type_has_no_representative(domain: tuple[Value, ...], value: Value) -> None:
    with pytest.raises(ValueError, match="not a possible value"):
        representative(domain, value)


@pytest.mark.parametrize(
    ("span", "places"),
    [
        (Between(None, None), (0, 1, 2)),
        (Between(5, 12), (0, 1)),
        (Between(10, 19), (1,)),
        (Between(None, 9), (0,)),
        (Between(15, None), (1, 2)),
    ],
)
def test_what_lies_between_bounds_is_told_apart_by_the_values_that_are_within_reach(
    span: Between, places: tuple[int, ...]
) -> None:
    """Of three values the first stands for all below the second, and so on."""
    assert within((0, 10, 20), span) == places
