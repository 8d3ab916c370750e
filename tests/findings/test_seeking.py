"""Many unknown quantities that are compared with each other: values are sought, and not every way told."""

from __future__ import annotations

from datetime import date

import pytest

from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.diagrams.linking import Link
from ascertain.law.model import Matter
from ascertain.rulebook.bundled import find_rulebook
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.rules import Outcome

_DATES = {
    "the auditor's reports were received on",
    "the fiscal year ended on",
    "the longer period ends on",
}


@pytest.mark.parametrize("question", ["late", "overdue", "days-late"])
def test_with_nothing_known_of_many_dates_no_way_in_which_they_lie_together_has_to_be_told(
    question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(link: Link, *_: object) -> None:
        raise AssertionError(f"every way told of {link.terms}")

    monkeypatch.setattr(Link, "points", told)
    rulebook = load_rulebook(find_rulebook("single-audit"))
    phrase = next(term.phrase for term in rulebook.terms.values() if term.short == question)
    law = compiled_for(rulebook).law(Matter(None, None, date(2024, 12, 31), date(2026, 1, 1)))
    diagram = Diagram(law, phrase)
    assert {Outcome.HOLDS, Outcome.DOES_NOT_HOLD} & diagram.possible({})
    assert set(diagram.turns_on({}).facts) >= _DATES
