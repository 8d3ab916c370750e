"""Lesson 13: facts change: a policy reversed in January 2017; a statute that did not exist in June 2017."""

from __future__ import annotations

from datetime import date

from ascertain.docket.model import Docket
from ascertain.law.force import force_of
from ascertain.law.model import Matter
from ascertain.rulebook.lookup import find_term
from ascertain.rulebook.model.book import Rulebook


def test_miami_dades_answer_to_detainers_changes_with_its_policy(docket: Docket, rulebook: Rulebook) -> None:
    term = find_term(rulebook, "detainers")
    values = [
        docket.record.fact(term, "miami-dade", "", day, date(2017, 12, 31)).value
        for day in (date(2017, 1, 25), date(2017, 1, 26))
    ]
    assert values == ["conditional", "honours"]


def test_a_statute_is_not_law_before_its_day(docket: Docket, rulebook: Rulebook) -> None:
    matter = Matter(docket.governments["california"], None, date(2017, 6, 29), date(2017, 12, 31))
    assert force_of(rulebook, "ca-sb-54", matter).state == "not yet"
