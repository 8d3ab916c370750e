"""``ascertain check``: what it remarks on, in every format, and what makes it fail."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Run

VOCABULARY = """\
---
id: book
title: Book
covers: {from: 2017-01-01}
---

```terms
term: government complies
  type: yes/no
  about: government
  short: complies
  ask: Does it comply?

term: government reports
  type: yes/no
  about: government
  short: reports
  ask: Does it report?

term: the sum due
  type: number
  about: government
  ask: How much?

term: who leads it
  type: text
  about: government
  ask: Who?
```
"""
ACT = """\
---
id: act
kind: statute
title: Act on reports
citations: [{text: Act 1}]
issuer: Congress
issued: 2017-01-01
in-force: [{from: 2017-01-01}]
binds: everyone
sources: [none]
confidence: memory
---

# Act on reports

```rules
"""
GAP = "rule A: government complies\n  holds if government reports\n"
DEAD = "rule A: government complies\n  holds if all of\n    - government reports\n    - not government reports\n"
NOT_MONOTONE = """\
rule A: government complies
  holds if government reports
  unless the sum due > 1
  holds if all of
    - not government reports
    - the sum due > 2
  does not hold otherwise
"""


@pytest.fixture(name="write")
def write_fixture(tmp_path: Path) -> Path:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "vocabulary.md").write_text(VOCABULARY)
    return tmp_path / "book" / "act.md"


def test_a_note_fails_only_a_strict_check(run: Run, write: Path) -> None:
    write.write_text(f"{ACT}{GAP}```\n")
    ran = run("check", "book")
    assert ran.code == 0
    assert "L102 note" in ran.out
    assert run("check", "book", "--strict").code == 1


def test_a_warning_fails_the_check(run: Run, write: Path) -> None:
    write.write_text(f"{ACT}{DEAD}```\n")
    ran = run("check", "book")
    assert ran.code == 1
    assert "L103 warning" in ran.out


DOCKET = """\
---
id: review
title: Review
reviewer: Department
rulebook: ../book
members: []
confidence: memory
---
"""
MEMBERS = "members: [{government: ely, from: 2017-01-01, basis: Named}]"


def test_a_docket_without_members_is_said_to_have_none(run: Run, write: Path, tmp_path: Path) -> None:
    write.write_text(f"{ACT}{GAP}```\n")
    docket = tmp_path / "docket"
    docket.mkdir()
    (docket / "governments.csv").write_text("id,name,kind,state,geoid,ocd_id,aliases,circuit,parent\nely,Ely,,,,,,,\n")
    (docket / "docket.md").write_text(DOCKET)
    ran = run("check", "docket")
    assert (ran.code, "it has no members" in ran.out.splitlines()[0]) == (0, True)
    assert run("find", "docket", "--on", "2017-07-06").code == 2
    assert run("find", "docket", "--on", "2017-07-06", "--who", "ely").code == 0
    (docket / "docket.md").write_text(DOCKET.replace("members: []", MEMBERS))
    assert "no members" not in run("check", "docket").out
    assert run("find", "docket", "--on", "2017-07-06").code == 0


def test_an_accepted_remark_is_counted_and_listed_for_programs_with_its_reason(run: Run, write: Path) -> None:
    accepts = "```accepted\naccepts: dead act#A\n  because: It is an example.\n```\n"
    write.write_text(f"{ACT}{DEAD}```\n\n{accepts}")
    ran = run("check", "book", "--strict")
    assert ran.code == 0
    assert "L103" not in ran.out
    found = json.loads(run("check", "book", "--format", "json").out)
    assert [(remark["name"], remark["accepted"]) for remark in found["remarks"]] == [
        ("dead act#A", "It is an example.")
    ]
    assert {"what": "remarks accepted", "count": 1} in found["counts"]


def test_the_rows_of_a_check_are_its_remarks(run: Run, write: Path) -> None:
    write.write_text(f"{ACT}{GAP}```\n")
    (row,) = csv.DictReader(io.StringIO(run("check", "book", "--format", "csv").out))
    assert (row["code"], row["about"], row["places"]) == ("L102", "act#A", "act.md:17:6")
    assert row["examples"].endswith("reports = no: silent")
    assert "| L102 note | act.md:17:6 |" in run("check", "book", "--format", "md").out


def test_a_fact_that_helps_some_and_hurts_others_fails_the_check(run: Run, write: Path) -> None:
    write.write_text(f"{ACT}{NOT_MONOTONE}```\n")
    ran = run("check", "book", "--monotone-in", "reports", "--question", "complies")
    assert ran.code == 1
    assert "can come to hold, and can cease to hold" in ran.out
    assert ran.out.count("example:") == 4


def test_a_fact_that_only_helps_passes(run: Run, write: Path) -> None:
    write.write_text(f"{ACT}{GAP}  does not hold otherwise\n```\n")
    ran = run("check", "book", "--monotone-in", "reports")
    assert ran.code == 0
    assert "can come to hold, and never ceases to" in ran.out


SUMS = """\
rule T: the sum due
  is total of paid under the award over awards where the award is closed in every case

rule A: government complies
  holds if the sum due >= 10
  does not hold otherwise
```

```terms
term: paid under the award
  type: number
  about: award
  ask: How much?

term: the award is closed
  type: yes/no
  about: award
  ask: Is it?
```
"""


def test_what_is_added_up_over_awards_rises_as_their_total(run: Run, write: Path) -> None:
    write.write_text(f"{ACT}{SUMS}")
    for summed in ("paid under the award", "the award is closed"):
        ran = run("check", "book", "--monotone-in", summed)
        assert ran.code == 2
        assert "all of them together" in ran.err
    total = "total of paid under the award over awards where the award is closed"
    ran = run("check", "book", "--monotone-in", total, "--question", "complies")
    assert "can come to hold, and never ceases to" in ran.out
    assert run("check", "book", "--monotone-in", total, "--question", "the sum due").code == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--question", "complies"), "--monotone-in"),
        (("--monotone-in", "complies"), "no plain fact that can become true or rise"),
        (("--monotone-in", "reports", "--question", "reports"), "no rule concludes"),
        (("--monotone-in", "who leads it"), "no plain fact that can become true or rise"),
        (("--monotone-in", "nothing known"), "nothing known"),
    ],
)
def test_what_cannot_be_asked_is_one_error(run: Run, write: Path, arguments: tuple[str, ...], says: str) -> None:
    write.write_text(f"{ACT}{GAP}```\n")
    ran = run("check", "book", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert "help: " in ran.err


def test_nothing_in_the_bundled_rulebook_is_surely_wrong(run: Run) -> None:
    found = json.loads(run("check", "section-1373", "--format", "json").out)
    assert [remark["sentence"] for remark in found["remarks"] if remark["severity"] == "warning"] == []


TABLE = """\
```table
rule A: government complies
  hit: first
```

| the sum due | government reports | government complies |
|---|---|---|
| < 10 | - | holds |
| - | yes | holds |
| - | - | does not hold |

```terms
government ely: City of Ely
  kind: city
```
"""


def test_a_table_is_told_with_the_row_by_which_it_speaks(run: Run, write: Path) -> None:
    write.write_text(ACT.removesuffix("```rules\n") + TABLE)
    asked = ("why", "book", "--question", "complies", "--on", "2018-01-01")
    assert "TABLE act#A, row 1 or 2 or 3: holds or does not hold" in run(*asked).out
    assert "table act#A, row 1 or 2 or 3, Act on reports" in run(*asked, "--whole").out
    (explanation,) = json.loads(run(*asked, "--format", "json").out)["findings"]
    assert explanation["proof"]["under"][0]["rows"] == [1, 2, 3]
    assert explanation["explanation"]["rules"][0]["rows"] == [1, 2, 3]
