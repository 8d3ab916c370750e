"""The two proofs of a difference in words: which day each is of, and what need not be so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ascertain.law.model import Matter
from ascertain.publish.diff.trees import below, beside, world_cards
from ascertain.publish.table import Screen
from ascertain.verify.diff.difference import difference
from ascertain.verify.diff.side import Side
from findings.books import rules

MARK = "were it otherwise, the sides would differ, too"
IF_ONE = "rule R: answer\n  holds if one\n  does not hold otherwise"


def shown(folder: Path, first: str, second: str, width: int = 80) -> list[str]:
    made = [
        Side(book, "answer", Matter(book.governments["chicago"], None, date(2017, 7, day), date(2017, 12, 31)))
        for day, book in enumerate((rules(folder / "a", first), rules(folder / "b", second)), 6)
    ]
    left, right = world_cards(difference(*made), {})
    return list(beside(left, right, Screen(width)) if width else below(left, right))


def test_a_fact_that_makes_them_differ_either_way_is_marked(tmp_path: Path) -> None:
    lines = shown(tmp_path, IF_ONE, "rule R: answer\n  does not hold if one\n  holds otherwise")
    assert sum("FACT one: yes" in line for line in lines) == 2
    assert sum(MARK in line for line in lines) == 2


def test_a_fact_that_has_to_be_so_is_not(tmp_path: Path) -> None:
    lines = shown(tmp_path, IF_ONE, "rule R: answer\n  does not hold in every case")
    assert any("FACT one: yes" in line for line in lines)
    assert not any(MARK in line for line in lines)


def test_each_proof_is_under_its_day(tmp_path: Path) -> None:
    never = "rule R: answer\n  does not hold in every case"
    wide, narrow, lists = (shown(tmp_path / str(at), IF_ONE, never, width) for at, width in enumerate((100, 80, 0)))
    assert wide[0].split(" | ")[0].strip() == "First, on 2017-07-06"
    assert wide[0].split(" | ")[1] == "Second, on 2017-07-07"
    assert [line for line in narrow if line.startswith(("First", "Second"))] == [
        "First, on 2017-07-06",
        "Second, on 2017-07-07",
    ]
    assert [line for line in lists if line.startswith("#")] == [
        "#### First, on 2017-07-06",
        "#### Second, on 2017-07-07",
    ]
