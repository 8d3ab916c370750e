"""Whole numbers are read from forms in one place, which nothing that a form can send upsets."""

from __future__ import annotations

import pytest

from ascertain.web.asking.numbers import number_in


@pytest.mark.parametrize(
    ("sent", "number"),
    [
        ("12", 12),
        (" 7 ", 7),
        ("0", 0),
        (None, -1),
        ("", -1),
        ("-3", -1),
        ("1.5", -1),
        ("²", -1),
        ("٣", -1),
        ("9" * 10, -1),
    ],
)
def test_a_number_is_read_and_anything_else_names_nothing(sent: object, number: int) -> None:
    assert number_in(sent) == number


def test_what_is_no_number_is_what_the_page_takes_instead() -> None:
    assert number_in("x", 4) == 4
