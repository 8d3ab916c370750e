"""What would flip a question of deadlines that are moved to working days."""

from __future__ import annotations

from pathlib import Path

import pytest
from oxidd.bdd import BDDFunction

from ascertain.cli.main import main
from ascertain.findings.choosing.picking import Picks
from ascertain.findings.diagrams.space import Atom

HEAD = """---
id: moved
title: A report in time
reviewer: An auditor
rulebook: single-audit
standard: documented
members: [{government: city, from: 2010-01-01, basis: Chosen}]
---
"""
FACTS = {
    "the auditee's kind": "local government",
    "the fiscal year began on": "2024-10-01",
    "the fiscal year ended on": "2025-09-30",
    "federal awards expended in the fiscal year": '"$1,500,000"',
    "government has submitted the reporting package": "yes",
    "the reporting package was submitted on": "2026-05-20",
    "government has received the auditor's reports": "yes",
    "the auditor's reports were received on": "2026-04-15",
    "government's cognizant or oversight agency agreed to a longer period": "no",
}


@pytest.fixture
def docket(tmp_path: Path) -> Path:
    folder = tmp_path / "moved"
    (folder / "entries").mkdir(parents=True)
    (folder / "docket.md").write_text(HEAD)
    (folder / "governments.csv").write_text(
        "id,name,kind,state,circuit,parent,ocd_id,geoid,aliases\ncity,City of Example,city,,,,,,\n"
    )
    claims = "".join(
        f'  - {{government: city, term: "{term}", value: {value}, from: 2010-01-01, grade: documented}}\n'
        for term, value in FACTS.items()
    )
    head = "number: 1\nkind: report\ntitle: Facts\ndate: 2026-06-01\nby: Clerk\nabout: [city]\n"
    text = f"---\n{head}claims:\n{claims}---\nx\n"
    (folder / "entries/0001-report-facts.md").write_text(text)
    return folder


def test_a_day_between_a_date_and_the_working_day_it_is_moved_to_is_no_fault(
    docket: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("why", str(docket), "--who", "city", "--question", "overdue", "--on", "2026-06-15", "--flip")) == 0
    told = capsys.readouterr().out
    assert "government has submitted the reporting package = no" in told
    assert "the day asked about" in told


def test_what_stays_as_it_is_is_put_in_once_and_not_for_every_value_that_may_do_as_well(
    docket: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settle, asked = Picks.settle, 0

    def counted(picks: Picks, function: BDDFunction, atom: Atom, at: int) -> BDDFunction:
        nonlocal asked
        asked += 1
        return settle(picks, function, atom, at)

    monkeypatch.setattr(Picks, "settle", counted)
    assert main(("why", str(docket), "--who", "city", "--question", "late", "--on", "2026-06-15", "--flip")) == 0
    told = capsys.readouterr().out
    assert "the reporting package was submitted on: before 2026-05-16 (now 2026-05-20)" in told
    assert asked < 20_000
