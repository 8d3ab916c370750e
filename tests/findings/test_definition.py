"""The definition by itself, asked without the engine."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ascertain.findings.meaning import possible
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome

from .books import rules

HOLDS, FAILS, SILENT = Outcome.HOLDS, Outcome.DOES_NOT_HOLD, Outcome.SILENT


def law(rulebook: Rulebook, who: str = "chicago", program: str = "", on: str = "2017-07-06") -> LawOn:
    """The law for a matter, as known at the end of the year."""
    matter = Matter(
        rulebook.governments[who], rulebook.programs.get(program), date.fromisoformat(on), date(2017, 12, 31)
    )
    return LawOn(rulebook, matter)


@pytest.mark.parametrize(
    ("on", "expected"), [("2017-06-30", {FAILS}), ("2017-07-06", {HOLDS, FAILS}), ("2017-08-01", {HOLDS})]
)
def test_a_membership_known_to_the_month_is_open_inside_it(tmp_path: Path, on: str, expected: set[Outcome]) -> None:
    book = rules(tmp_path, "rule R: answer\n  holds if government in group mayors\n  does not hold otherwise")
    assert possible(law(book, "reno", on=on), "answer", {}) == expected


@pytest.mark.parametrize(("program", "expected"), [("jag-2017", HOLDS), ("jag", HOLDS), ("", SILENT)])
def test_a_condition_on_the_program_is_met_under_it_and_its_parts(
    tmp_path: Path, program: str, expected: Outcome
) -> None:
    book = rules(tmp_path, "rule R: answer\n  holds if program is jag")
    assert possible(law(book, program=program), "answer", {}) == {expected}
    parts = rules(tmp_path / "parts", "rule R: answer\n  holds if program is jag-2017")
    assert possible(law(parts, program="jag"), "answer", {}) == {SILENT}


def test_what_is_known_and_what_is_taken_for_argument_narrows_the_worlds(tmp_path: Path) -> None:
    text = "point p: Which?\n\nreading A of p: a\n  rule A1: step\n    holds if one\n\nreading B of p: b\n"
    text += (
        "  rule B1: step\n    does not hold in every case\n\nrule R: answer\n  holds if step\n  does not hold otherwise"
    )
    of = law(rules(tmp_path, text))
    assert possible(of, "answer", {}) == {HOLDS, FAILS}
    assert possible(of, "answer", {"one": False}) == {FAILS}
    assert possible(of, "answer", {"one": True}, {"act#p": "A"}) == {HOLDS}
    assert possible(of, "step", {}, {"act#p": "A"}) == {HOLDS, SILENT}
