"""A table speaks by a row, which the explanation and the proof name by its number."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascertain.findings.model import Finding
from ascertain.record.model import Claim
from ascertain.rulebook.model.book import Rulebook

from .books import ask, authority, book, claim, fence, term

TABLE = """
| spent | city | answer |
|---|---|---|
| < $100 | - | does not hold |
| >= $100 | yes | holds |
| >= $200 | no | holds |
| >= $100 and < $200 | no | does not hold |
"""
EXCEPTION = fence("rules", "exception E to T: waived\n  does not hold if waived")


@pytest.fixture(name="rulebook")
def rulebook_fixture(tmp_path: Path) -> Rulebook:
    terms = [term("answer"), term("spent", "money"), term("city"), term("waived")]
    return book(tmp_path, terms, authority("act", fence("table", "rule T: answer") + TABLE + EXCEPTION))


def rows(finding: Finding) -> tuple[int, ...]:
    assert finding.explanation is not None
    (rule,) = finding.explanation.rules
    return rule.rows


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ((claim("spent", 5_000),), (1,)),
        ((claim("spent", 15_000), claim("city", True)), (2,)),
        ((claim("spent", 15_000),), (2, 4)),
        ((claim("city", False),), (1, 3, 4)),
        ((claim("spent", 25_000), claim("city", False)), (3,)),
    ],
)
def test_a_table_can_speak_by_just_the_rows_that_can_fit(
    rulebook: Rulebook, shown: tuple[Claim, ...], expected: tuple[int, ...]
) -> None:
    assert rows(ask(rulebook, *shown, claim("waived", False))) == expected


def test_a_table_that_an_exception_wins_over_speaks_by_no_row(rulebook: Rulebook) -> None:
    assert rows(ask(rulebook, claim("spent", 15_000), claim("city", True), claim("waived", True))) == ()


def test_a_rule_has_no_rows(rulebook: Rulebook) -> None:
    finding = ask(rulebook, claim("spent", 5_000))
    assert finding.explanation is not None
    (table,) = finding.explanation.rules
    assert [each.rows for each in table.exceptions] == [()]
