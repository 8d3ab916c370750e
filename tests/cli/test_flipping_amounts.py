"""What would change a finding about an amount that is nobody's to change: at which value it turns."""

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


def test_an_amount_tells_below_which_value_the_duty_would_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "entries").mkdir()
    (tmp_path / "docket.md").write_text(_DOCKET)
    (tmp_path / "governments.csv").write_text(_CITY)
    (tmp_path / "entries" / "0001-policy-oak.md").write_text(_ENTRY)
    asked = ["--who", "oak", "--question", "must-audit", "--on", "2024-12-31"]
    assert main(["why", str(tmp_path), *asked, "--flip"]) == 0
    told = capsys.readouterr().out
    assert "federal awards expended in the fiscal year: less than $750,000 (now $800,000)" in told
    assert "not in the government's own hands" in told
