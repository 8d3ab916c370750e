"""Lesson 6: what the statute's "information" covers is contested, open in 2017, and decides where nothing else does."""

from __future__ import annotations

from datetime import date

import pytest

from .asking import Case

POINT = "usc-8-1373#info-scope"


def test_in_2017_the_point_is_open_and_decides_by_itself_for_cook_county(case: Case) -> None:
    found = case.ask("text-a", "cook-county")
    assert [turn.id for turn in (*found.law_turns, *found.fact_turns)] == [POINT]
    assert case.ask("text-a", "cook-county", readings={POINT: "NARROW"}).word == "holds"
    assert case.ask("text-a", "cook-county", readings={POINT: "BROAD"}).word == "does not hold"


@pytest.mark.parametrize(
    ("who", "on", "word"),
    [
        ("clark-county", date(2019, 3, 24), "open"),
        ("clark-county", date(2019, 4, 18), "does not hold"),
        ("california", date(2019, 4, 18), "does not hold"),
        ("cook-county", date(2019, 4, 18), "open"),
    ],
)
def test_the_ninth_circuit_settles_it_in_2019_for_its_own_governments_alone(
    case: Case, who: str, on: date, word: str
) -> None:
    assert case.ask("includes-release-dates", who, on=on).word == word
