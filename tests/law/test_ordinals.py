"""Courts and circuits are numbered as lawyers print them."""

from __future__ import annotations

import pytest

from ascertain.law.naming import ordinal


@pytest.mark.parametrize(
    ("number", "printed"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (9, "9th"), (11, "11th"), (13, "13th"), (21, "21st")]
)
def test_only_the_teens_keep_th_before_every_last_digit(number: int, printed: str) -> None:
    assert ordinal(number) == printed
