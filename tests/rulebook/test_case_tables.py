"""A table of cases is a case a row, and, where it asks several things, one for each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.mistakes import RulebookError
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Between
from ascertain.verify.cases import run_cases

from .small import FILES
from .test_tables import VOCABULARY

FRONT = FILES["law.md"].partition("\n# ")[0]
RULES = """\
```rules
rule LIMIT: the threshold
  is $100 if kind = city
  is $200 otherwise

rule AUDIT: audited
  holds if money spent >= the threshold
  unless exempt
  does not hold otherwise
```
"""
TABLE = """\
```table
cases: at the threshold
  on: 2015-01-01
  given: not exempt
```

| case | kind | money spent | the threshold | audited |
|---|---|---|---|---|
| a city at its threshold | city | $100 | $100 | holds |
| one cent below | city | $99.99 | - | does not hold |
| nothing known of a tribe | tribe | - | $200 | holds or does not hold |
"""


def rulebook(tmp_path: Path, body: str) -> Rulebook:
    (tmp_path / "vocabulary.md").write_text(VOCABULARY)
    (tmp_path / "law.md").write_text(f"{FRONT}\n# The law\n\n{RULES}\n{body}")
    return load_rulebook(tmp_path)


def test_each_row_is_a_case_for_each_thing_it_expects(tmp_path: Path) -> None:
    book = rulebook(tmp_path, TABLE)
    assert [(case.name, case.question) for case in book.cases] == [
        ("a city at its threshold: the threshold", "the threshold"),
        ("a city at its threshold: audited", "audited"),
        ("one cent below: audited", "audited"),
        ("nothing known of a tribe: the threshold", "the threshold"),
        ("nothing known of a tribe: audited", "audited"),
    ]
    assert all(result.passed for result in run_cases(book))


def test_what_stands_above_the_table_is_given_in_every_row(tmp_path: Path) -> None:
    first, *_, last = rulebook(tmp_path, TABLE).cases
    assert dict(first.facts) == {"exempt": False, "kind": "city", "money spent": 10_000}
    assert dict(last.facts) == {"exempt": False, "kind": "tribe"}


def test_a_row_that_does_not_come_out_is_found_by_its_line(tmp_path: Path) -> None:
    book = rulebook(tmp_path, TABLE.replace("| $99.99 | - | does not", "| $100 | - | does not"))
    (failed,) = [result for result in run_cases(book) if not result.passed]
    line = (tmp_path / "law.md").read_text().splitlines()[failed.case.place.line - 1]
    assert line.startswith("| one cent below")
    assert (failed.expected, failed.found) == ("does not hold", "holds")


def test_a_row_without_a_name_is_named_by_its_number(tmp_path: Path) -> None:
    table = (
        "```table\ncases: thresholds\n  on: 2015-01-01\n```\n\n"
        "| kind | the threshold |\n|---|---|\n| city | $100 |\n| county | $200 |\n"
    )
    assert [case.name for case in rulebook(tmp_path, table).cases] == ["thresholds, row 1", "thresholds, row 2"]


def test_a_column_may_hold_the_day_the_force_and_what_the_finding_turns_on(tmp_path: Path) -> None:
    table = (
        "```table\ncases: days\n```\n\n"
        "| on | exempt | money spent | force: law | audited | turns on |\n|---|---|---|---|---|---|\n"
        "| 2015-01-01 | no | $1 to $2 | - | does not hold | - |\n"
        "| 2016-01-01 | yes | $100 | in force | - | - |\n"
        "| 2016-01-01 | - | $100 | - | holds or does not hold | exempt |\n"
    )
    book = rulebook(tmp_path, table)
    assert [case.on.latest.year for case in book.cases] == [2015, 2016, 2016]
    assert [case.expect.force for case in book.cases] == ["", "in force", ""]
    assert dict(book.cases[0].facts) == {"exempt": False, "money spent": Between(100, 200)}
    assert all(result.passed for result in run_cases(book))


@pytest.mark.parametrize("expected", ["$100 or $200", "open"])
def test_a_cell_expects_all_that_a_quantity_may_be_or_only_that_it_is_open(tmp_path: Path, expected: str) -> None:
    table = f"```table\ncases: open\n  on: 2015-01-01\n```\n\n| the threshold |\n|---|\n| {expected} |\n"
    (result,) = run_cases(rulebook(tmp_path, table))
    assert result.passed


def test_a_mistake_in_a_cell_is_shown_at_the_cell(tmp_path: Path) -> None:
    with pytest.raises(RulebookError) as caught:
        rulebook(tmp_path, TABLE.replace("| $100 | $100 |", "| a lot | 100 dollars |"))
    shown = [(m.code, m.lines[0][m.places[0].column - 1 :].split(" |")[0]) for m in caught.value.mistakes]
    assert shown == [("A512", "a lot"), ("A512", "100 dollars")]
