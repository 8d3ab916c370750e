"""A docket of one city that is nobody's member: what an amount turns on, and whom there is to name."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascertain.cli.main import main

_DOCKET = """---
id: one-city
title: One city
reviewer: an auditor
rulebook: single-audit
standard: documented
confidence: memory
sources: ["made up"]
---

One city.
"""
_CITY = "id,name,kind,state,geoid,ocd_id,aliases,circuit,parent\noak,City of Oak,city,CA,,,,9,\n"
_ENTRY = """---
number: 1
kind: policy
title: "Oak: the year 2023"
date: 2024-12-01
by: City of Oak
about: [oak]
claims:
  - {government: oak, term: "the auditee's kind", value: local government, from: 2023-07-01, grade: documented}
  - {government: oak, term: the fiscal year began on, value: 2022-07-01, from: 2023-07-01, grade: documented}
  - {government: oak, term: the fiscal year ended on, value: 2023-06-30, from: 2023-07-01, grade: documented}
  - government: oak
    term: federal awards expended in the fiscal year
    value: $800000
    from: 2023-07-01
    grade: documented
sources: [made up]
confidence: memory
---

The year.
"""


@pytest.fixture(name="docket")
def docket_fixture(tmp_path: Path) -> Path:
    (tmp_path / "entries").mkdir()
    (tmp_path / "docket.md").write_text(_DOCKET)
    (tmp_path / "governments.csv").write_text(_CITY)
    (tmp_path / "entries" / "0001-policy-oak.md").write_text(_ENTRY)
    return tmp_path


def test_an_amount_tells_below_which_value_the_duty_would_end(docket: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--who", "oak", "--question", "must-audit", "--on", "2024-12-31"]
    assert main(["why", str(docket), *asked, "--flip"]) == 0
    told = capsys.readouterr().out
    assert "federal awards expended in the fiscal year: less than $750,000 (now $800,000)" in told
    assert "not in the government's own hands" in told


def test_a_docket_without_members_names_its_governments_where_one_is_mistaken(
    docket: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["find", str(docket), "--who", "nobody", "--on", "2024-12-31"]) == 2
    assert "name a government, such as oak" in capsys.readouterr().err
