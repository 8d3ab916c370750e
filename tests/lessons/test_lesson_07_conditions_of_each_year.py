"""Lesson 7: FY2016 and FY2017 conditions differ, and the three FY2017 conditions separate."""

from __future__ import annotations

from datetime import date

import pytest

from ascertain.docket.model import Docket
from ascertain.law.force import force_of
from ascertain.law.model import Matter
from ascertain.rulebook.model.book import Rulebook

AUTUMN = date(2017, 10, 1)


@pytest.mark.parametrize(
    ("part", "state"), [("certification", "in force"), ("access", "suspended"), ("notice", "suspended")]
)
def test_the_injunction_of_september_separates_the_three_conditions(
    rulebook: Rulebook, docket: Docket, part: str, state: str
) -> None:
    matter = Matter(docket.governments["chicago"], rulebook.programs["byrne-jag-fy2017"], AUTUMN, AUTUMN)
    assert force_of(rulebook, f"jag-fy2017-conditions#{part}", matter).state == state


def test_the_fy2016_condition_stays_in_force_meanwhile(rulebook: Rulebook, docket: Docket) -> None:
    matter = Matter(docket.governments["chicago"], rulebook.programs["byrne-jag-fy2016"], AUTUMN, AUTUMN)
    assert force_of(rulebook, "jag-fy2016-1373-condition", matter).state == "in force"
