"""A decision table is a rule whose rows are its clauses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from ascertain.findings.answers.spans import amounts
from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.law.model import Matter
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Value

from .small import FILES

VOCABULARY = """\
---
id: small
title: Small
covers: {from: 2000-01-01, until: 2030-01-01}
---

```terms
term: money spent
  type: money
  about: government
  ask: How much?

term: kind
  type: one of city, county, tribe
  about: government
  ask: Which?

term: exempt
  type: yes/no
  about: government
  ask: Is it?

term: the threshold
  type: money
  about: government
  ask: What is it?

term: audited
  type: yes/no
  about: government
  ask: Is it?
```
"""

FRONT = FILES["law.md"].partition("\n# ")[0].replace("id: law", "id: law", 1)


def rulebook(tmp_path: Path, body: str) -> Rulebook:
    (tmp_path / "vocabulary.md").write_text(VOCABULARY)
    (tmp_path / "law.md").write_text(f"{FRONT}\n# The law\n\n{body}")
    return load_rulebook(tmp_path)


def said(book: Rulebook, question: str, known: Mapping[str, Value]) -> set[str]:
    day = date(2015, 1, 1)
    law = compiled_for(book).law(Matter(None, None, day, day))
    diagram = Diagram(law, question)
    worths = {amount.words for amount in amounts(diagram.situation(known), question)}
    return worths or {outcome.value for outcome in diagram.possible(known)}


UNIQUE = """\
```table
rule T: the threshold
```

| money spent | kind | the threshold |
|:---|---|---:|
| <= $100 | - | $10 |
| > $100 and <= $200 | city or county | 10% of money spent |
| > $100 | tribe | the smaller of money spent and $150 |
"""


@pytest.mark.parametrize(
    ("spent", "kind", "threshold"),
    [
        (10_000, "city", "$10"),
        (10_000, "tribe", "$10"),
        (15_000, "county", "$15"),
        (15_000, "tribe", "$150"),
        (12_000, "tribe", "$120"),
        (20_001, "city", "silent"),
    ],
)
def test_a_row_speaks_where_all_its_cells_fit(tmp_path: Path, spent: int, kind: str, threshold: str) -> None:
    book = rulebook(tmp_path, UNIQUE)
    assert said(book, "the threshold", {"money spent": spent, "kind": kind}) == {threshold}


FIRST = """\
```table
rule A: audited
  hit: first
  if: not exempt
```

| money spent | kind | audited |
|---|---|---|
| < $100 | not tribe | does not hold |
| - | tribe | holds |
| >= $100 | - | holds |
"""


def test_in_a_first_table_a_row_speaks_where_no_row_above_it_does(tmp_path: Path) -> None:
    book = rulebook(tmp_path, FIRST)
    assert said(book, "audited", {"money spent": 5_000, "kind": "city", "exempt": False}) == {"does not hold"}
    assert said(book, "audited", {"money spent": 5_000, "kind": "tribe", "exempt": False}) == {"holds"}
    assert said(book, "audited", {"money spent": 10_000, "exempt": False}) == {"holds"}


def test_the_condition_of_a_table_is_one_of_every_row(tmp_path: Path) -> None:
    assert said(rulebook(tmp_path, FIRST), "audited", {"exempt": True}) == {"silent"}


def test_rows_of_a_unique_table_that_both_fit_and_differ_are_a_conflict(tmp_path: Path) -> None:
    book = rulebook(tmp_path, FIRST.replace("  hit: first\n", "").replace("| - | tribe", "| >= $100 | tribe"))
    assert said(book, "audited", {"money spent": 20_000, "kind": "tribe", "exempt": False}) == {"holds"}
    clash = rulebook(tmp_path, UNIQUE.replace("| > $100 | tribe", "| >= $100 | tribe"))
    assert said(clash, "the threshold", {"money spent": 10_000, "kind": "tribe"}) == {"conflict"}


def test_a_row_stands_where_it_stands_in_the_file(tmp_path: Path) -> None:
    book = rulebook(tmp_path, UNIQUE)
    lines = (tmp_path / "law.md").read_text().splitlines()
    rows = [lines[clause.place.line - 1][clause.place.column - 1 :] for clause in book.rules["law#T"].clauses]
    assert [row.split(" |")[0] for row in rows] == ["$10", "10% of money spent", "the smaller of money spent and $150"]
