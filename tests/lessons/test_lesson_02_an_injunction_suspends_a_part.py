"""An injunction suspends a part of an order, for some parties, for an interval. The rest stays in force."""

from __future__ import annotations

from datetime import date

import pytest

from ascertain.law.course import force_timeline

from .asking import TEN, Case
from .small import force, law, small

ORDERS = "executive-orders"


@pytest.mark.parametrize("who", ["", "chicago", "new-orleans", "san-francisco"])
def test_the_enjoined_part_is_suspended_and_every_other_part_is_in_force(who: str) -> None:
    on = law(ORDERS, "2017-07-06", who)
    states = {name: on.force(name).state.value for name in small(ORDERS).provisions if name.startswith("eo-13768")}
    assert states == {
        "eo-13768": "in force",
        "eo-13768#sec-9a": "suspended",
        "eo-13768#sec-9a-grants": "suspended",
        "eo-13768#sec-9a-designation": "in force",
        "eo-13768#sec-9b-reporting": "in force",
        "eo-13768#sec-9c-omb": "in force",
    }


def test_the_suspension_begins_with_the_injunction_and_has_no_gap_when_another_takes_its_place() -> None:
    matter = law(ORDERS, "2018-07-31", "chicago").matter
    periods = force_timeline(small(ORDERS), "eo-13768#sec-9a-grants", matter, date(2017, 1, 1), date(2018, 8, 1))
    assert [(str(start), state.state.value) for start, _, state, *_ in periods] == [
        ("2017-01-01", "not yet"),
        ("2017-01-25", "in force"),
        ("2017-04-25", "suspended"),
        ("2017-11-20", "suspended"),
    ]


def test_an_injunction_for_some_parties_leaves_the_part_in_force_for_others() -> None:
    provision, day = "jag-fy2017-conditions#notice", "2019-06-01"
    assert force("three-remedies", provision, day, "los-angeles").state == "suspended"
    assert force("three-remedies", provision, day, "san-francisco").state == "in force"


@pytest.mark.parametrize("who", TEN)
def test_in_the_worked_case_the_injunction_of_2017_silences_the_grants_part_alone(case: Case, who: str) -> None:
    parts = ("sec-9-policy", "sec-9a-grants", "sec-9a-designation", "sec-9a-enforcement", "sec-9b-reporting")
    assert [case.force(f"eo-13768#{part}", "2017-07-06", who) for part in parts] == [
        "in force",
        "suspended",
        "in force",
        "suspended",
        "in force",
    ]
