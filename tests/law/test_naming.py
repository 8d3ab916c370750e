"""Whom scopes reach, by name."""

from __future__ import annotations

import pytest

from ascertain.law.naming import ordinal, scope_named

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
        ("circuit 7", "the 7th Circuit"),
        ("perhaps group mayors except evanston", f"perhaps {BOOK.groups['mayors'].name} except {EVANSTON.name}"),
        ("agency doj", BOOK.agencies["doj"].name),
        ("agency of-old", "of-old"),
    ],
)
def test_a_scope_names_whom_it_reaches(text: str, named: str) -> None:
    assert scope_named(scope(text), BOOK) == named


@pytest.mark.parametrize(
    ("number", "printed"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (9, "9th"), (11, "11th"), (13, "13th"), (21, "21st")]
)
def test_circuits_are_numbered_as_lawyers_do(number: int, printed: str) -> None:
    assert ordinal(number) == printed
