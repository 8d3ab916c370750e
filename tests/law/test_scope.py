"""Whom scopes reach."""

from __future__ import annotations

import pytest

from ascertain.law.scope import reaches, scope_words
from ascertain.rulebook.model.parties import Government, Program

from .build import CALIFORNIA, CHICAGO, COOK, HOUSING, JAG_2017, SAN_FRANCISCO, group, matter, rulebook, scope

BOOK = rulebook(group("mayors", chicago="2017-06..2018-01-01", jag="2000-01-01.."))
NEIGHBOR = Government("neighbor", "Neighbor")


@pytest.mark.parametrize(
    ("text", "government", "program", "expected"),
    [
        ("everyone", None, None, True),
        ("nobody", CHICAGO, None, False),
        ("chicago", CHICAGO, None, True),
        ("cook-county", CHICAGO, None, False),
        ("state CA", SAN_FRANCISCO, None, True),
        ("state CA", CALIFORNIA, None, True),
        ("state CA", CHICAGO, None, False),
        ("circuit 7", COOK, None, True),
        ("circuit 9", COOK, None, False),
        ("circuit 9", None, None, False),
        ("circuit 9", NEIGHBOR, None, None),
        ("agency doj", CHICAGO, JAG_2017, True),
        ("agency doj", CHICAGO, HOUSING, False),
        ("agency doj", None, None, True),
        ("everyone except chicago", CHICAGO, None, False),
        ("everyone except chicago", None, None, True),
        ("perhaps circuit 7", CHICAGO, None, None),
        ("perhaps circuit 7", SAN_FRANCISCO, None, False),
        ("everyone except perhaps chicago", CHICAGO, None, None),
        ("group mayors", SAN_FRANCISCO, None, False),
        ("group mayors", SAN_FRANCISCO, JAG_2017, True),
    ],
)
def test_a_scope_reaches_whom_its_words_say(
    text: str, government: Government | None, program: Program | None, expected: bool | None
) -> None:
    assert reaches(scope(text), matter("2017-07-06", government, program=program), BOOK) is expected
    assert scope_words(scope(text)) == text


@pytest.mark.parametrize(
    ("on", "expected"), [("2017-05-31", False), ("2017-06-15", None), ("2017-06-30", True), ("2018-01-01", False)]
)
def test_membership_is_asked_of_the_day(on: str, expected: bool | None) -> None:
    assert reaches(scope("group mayors"), matter(on, CHICAGO), BOOK) is expected
