"""Whom scopes reach, by name."""

from __future__ import annotations

import pytest

from ascertain.law.naming import asked_named, ordinal, scope_named
from ascertain.rulebook.model.parties import ScopeItem, ScopeKind

from .build import CALIFORNIA, CHICAGO, EVANSTON, group, rulebook, scope

BOOK = rulebook(group("mayors", chicago=".."))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("everyone", "everyone"),
        ("nobody", "nobody"),
        ("chicago, evanston", f"{CHICAGO.name}, {EVANSTON.name}"),
        ("state CA", f"{CALIFORNIA.name} and its subdivisions"),
        ("state ZZ", "the State of ZZ and its subdivisions"),
        ("state HI", "State of Hawaii and its subdivisions"),
        ("state MA", "Commonwealth of Massachusetts and its subdivisions"),
        ("state DC", "the District of Columbia and its subdivisions"),
        ("circuit 7", "the 7th Circuit"),
        ("perhaps group mayors except evanston", f"perhaps {BOOK.groups['mayors'].name} except {EVANSTON.name}"),
        ("agency doj", BOOK.agencies["doj"].name),
        ("agency of-old", "of-old"),
    ],
)
def test_a_scope_names_whom_it_reaches(text: str, named: str) -> None:
    assert scope_named(scope(text), BOOK) == named


MANY = "chicago, evanston, california, state HI, state OR, circuit 7"


def test_of_many_parties_those_near_are_named_and_the_rest_counted() -> None:
    def near(item: ScopeItem) -> bool:
        return item.name in ("chicago", "7")

    assert scope_named(scope(MANY), BOOK, near) == f"{CHICAGO.name}, the 7th Circuit, and 4 others"
    assert scope_named(scope(f"everyone except {MANY}"), BOOK, near).endswith(", and 4 others")
    few = "chicago, evanston, california"
    assert scope_named(scope(few), BOOK, near) == scope_named(scope(few), BOOK)


def test_of_many_parties_none_of_which_is_near_the_first_are_named() -> None:
    named = scope_named(scope(MANY), BOOK, lambda _: False)
    assert named.startswith(f"{CHICAGO.name}, {EVANSTON.name}") and named.endswith(", and 1 other")


@pytest.mark.parametrize(("at_large", "named"), [(False, "the government asked about"), (True, "everyone")])
def test_that_everyone_is_reached_is_asked_of_the_government_asked_about(at_large: bool, named: str) -> None:
    item = ScopeItem(ScopeKind.EVERYONE, perhaps=True)
    assert asked_named(item, BOOK, at_large=at_large) == named
    assert asked_named(ScopeItem(ScopeKind.CIRCUIT, "7"), BOOK, at_large=at_large) == "the 7th Circuit"


@pytest.mark.parametrize(
    ("number", "printed"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (9, "9th"), (11, "11th"), (13, "13th"), (21, "21st")]
)
def test_circuits_are_numbered_as_lawyers_do(number: int, printed: str) -> None:
    assert ordinal(number) == printed
