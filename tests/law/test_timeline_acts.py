"""A period of a force timeline is explained by acts that were there in it."""

from __future__ import annotations

from datetime import date

from ascertain.law.model import Matter
from ascertain.law.regimes import force_timeline
from ascertain.rulebook.bundled import bundled_folder
from ascertain.rulebook.load import load_rulebook


def test_no_period_is_decided_by_an_act_of_a_later_day() -> None:
    rulebook = load_rulebook(bundled_folder("rulebooks") / "section-1373")
    end = date(2018, 1, 1)
    matter = Matter(rulebook.governments["chicago"], None, date(2017, 1, 1), end)
    for start, _, force in force_timeline(rulebook, "eo-13768#sec-9a-grants", matter, date(2017, 2, 1), end):
        assert all(link.date <= start.isoformat() for link in force.chain if link.decisive)
