"""The force of provisions, for several governments: told once for all who share it, one by one for programs."""

from __future__ import annotations

import csv
import json

import pytest

from .conftest import Run

NOTICE, GRANTS = "jag-fy2017-conditions#notice", "eo-13768#sec-9a-grants"
PERIOD = ("--from", "2017-01-01", "--to", "2019-12-31", "--known", "2026-01-01")
ON = ("--on", "2017-07-06", "--known", "2017-07-06")


@pytest.fixture(autouse=True)
def wide_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")


@pytest.mark.parametrize(("form", "head"), [("table", ""), ("md", "### ")])
def test_governments_that_share_a_timeline_are_told_of_together(run: Run, form: str, head: str) -> None:
    lines = run("force", NOTICE, *PERIOD, "--format", form).out.splitlines()
    titles = [line for line in lines if line.startswith(f"{head}{NOTICE} for ")]
    assert f"{head}{NOTICE} for Cook County, Milwaukee County, Clark County" in titles
    assert sum(title.count(", ") + 1 for title in titles) == 10
    assert sum("2017-09-14" in line for line in lines) == len(titles)


def test_a_timeline_that_all_share_is_told_once(run: Run) -> None:
    out = run("force", GRANTS, "--from", "2017-01-01", "--to", "2017-12-31").out
    assert f"{GRANTS} for all 10: State of Connecticut," in out
    assert out.count("2017-04-24") == 1


def test_governments_for_whom_it_is_the_same_on_a_day_share_a_row(run: Run) -> None:
    on = ("--on", "2018-09-15", "--known", "2026-01-01")
    lines = run("force", NOTICE, *on, "--format", "md").out.splitlines()
    (row,) = [line for line in lines if line.startswith("| State of Connecticut")]
    assert row.startswith("| State of Connecticut, Cook County, Milwaukee County, Clark County | in force |")


def test_the_groups_that_acts_go_by_are_told_with_who_is_in_them(run: Run) -> None:
    asked = ("--who", "chicago", "--who", "clark-county", "--who", "new-york-city")
    lines = run("force", NOTICE, *asked, *PERIOD, "--format", "md").out.splitlines()
    assert f"### Who is meant by the acts on {NOTICE}" in lines
    (group,) = [line for line in lines if line.startswith("| Governments with a mayor")]
    _, mine, others = group.removesuffix(" |").split(" | ")
    assert mine == "City of Chicago, City of New York"
    assert "City of Evanston" in others
    assert "City of Philadelphia" in others


def test_where_no_act_goes_by_a_group_none_is_told_of(run: Run) -> None:
    assert "Who is meant" not in run("force", GRANTS, *ON).out


def test_an_open_force_says_what_it_turns_on(run: Run) -> None:
    out = run("force", NOTICE, "--who", "california", "--on", "2018-09-15", "--known", "2026-01-01").out
    assert "turns on whether bja-special-notice-ca had taken effect (known only as 2018)" in out


def test_all_provisions_for_one_government_are_one_table(run: Run) -> None:
    lines = run("force", "--who", "chicago", *ON).out.splitlines()
    assert [line for line in lines if line.startswith("Provision")] != []
    assert lines.count("City of Chicago") == 1


def test_every_provision_is_told_once_for_all_who_share_it(run: Run) -> None:
    out = run("force", "--who", "chicago", "--who", "cook-county", *ON).out
    assert f"{GRANTS} for all 2: City of Chicago, Cook County\n" in out


def test_programs_read_each_government_by_itself(run: Run) -> None:
    forces = json.loads(run("force", GRANTS, *PERIOD, "--format", "json").out)["forces"]
    spans = {(one["government"], one["from"], one["until"], one["state"]) for one in forces}
    assert len(spans) == len(forces)
    assert len({government for government, *_ in spans}) == 10


@pytest.mark.parametrize("ask", [("force", NOTICE), ("find", "--question", NOTICE, "--standard", "found")])
def test_every_interval_but_the_last_says_what_ended_it(run: Run, ask: tuple[str, ...]) -> None:
    period = ("--from", "2018-07-27", "--to", "2018-10-30", "--known", "2026-01-01")
    document = json.loads(run(*ask, "--who", "miami-dade", *period, "--format", "json").out)
    *spans, last = document.get("forces") or document["findings"]
    assert [bool(span["ended_by"]) for span in spans] == [True] * 4
    assert last["ended_by"] == []
    assert spans[1]["ended_by"][0]["acts"] == ["ca7-2018-08-10 ends ca7-2018-06-26"]
    shown = run(*ask, "--who", "miami-dade", *period).out
    assert "ca7-2018-08-10 ends ca7-2018-06-26 (still in force, as other acts decide it)" in shown


def test_a_table_names_the_acts_it_rests_on_that_were_not_wholly_seen(run: Run) -> None:
    """The declaration of a circuit's law was encoded from memory; the act that it suspends was seen."""
    for form, bullet in (("table", "note: "), ("md", "- ")):
        out = run("force", NOTICE, "--who", "chicago", "--on", "2018-01-01", "--format", form).out.replace("\\", "")
        assert f"{bullet}encoded from sources seen in part: {NOTICE}" in out
    assert "note: encoded from" not in run("force", GRANTS, "--on", "2017-03-01").out


def test_the_marks_of_all_provisions_stand_below_their_table(run: Run) -> None:
    (note,) = [
        line
        for line in run("force", "--who", "clark-county", "--on", "2016-01-01", "--known", "2016-01-01").out.split("\n")
        if line.startswith("note: encoded from sources seen in part: ")
    ]
    assert "byrne-jag-statute" in note
    assert "usc-8-1373," not in note


def test_spreadsheets_tell_the_confidence_of_each_act_and_what_ended_an_interval(run: Run) -> None:
    rows = list(csv.DictReader(run("force", NOTICE, "--who", "chicago", *PERIOD, "--format", "csv").out.splitlines()))
    assert {row["confidence"] for row in rows} == {"verified-in-part"}
    assert all(row["chain"].count(";") == row["chain.confidence"].count(";") for row in rows)
    assert "ndill-2017-09-15 suspends" in next(row["ended_by.acts"] for row in rows if row["until"] == "2017-09-15")
    found = run(
        "find",
        "--question",
        "fy2017-notice",
        "--program",
        "byrne-jag-fy2017",
        "--who",
        "chicago",
        *PERIOD,
        "--format",
        "csv",
    )
    rows = list(csv.DictReader(found.out.splitlines()))
    assert any("ndill-2017-09-15 suspends" in row["ended_by.acts"] for row in rows)


def test_objects_tell_the_confidence_of_each_act(run: Run) -> None:
    (one,) = json.loads(run("force", NOTICE, "--who", "chicago", "--on", "2018-01-01", "--format", "json").out)[
        "forces"
    ]
    marks = {link["provision"]: link["confidence"] for link in one["chain"]}
    assert (one["confidence"], marks[NOTICE], marks["ndill-2017-09-15"]) == (
        "verified-in-part",
        "verified-in-part",
        "verified",
    )


def test_of_an_order_in_force_the_part_that_is_suspended_is_told(run: Run) -> None:
    asked = ("force", "eo-13768", "--who", "chicago")
    assert "parts that stand otherwise: #sec-9a suspended" in run(*asked, *ON).out
    assert "parts that stand otherwise" not in run(*asked, "--on", "2017-04-24").out
    over = run(*asked, "--from", "2017-01-01", "--to", "2017-12-31").out
    assert "#sec-9a suspended from 2017-04-25 through 2017-12-31" in over
    (one,) = json.loads(run(*asked, *ON, "--format", "json").out)["forces"]
    assert one["parts"] == [{"provision": "eo-13768#sec-9a", "state": "suspended"}]
    found = run("find", "--question", "eo-13768", "--who", "chicago", *ON)
    assert "parts that stand otherwise: #sec-9a suspended" in found.out


def test_what_binds_nobody_is_not_said_to_be_out_of_this_governments_scope(run: Run) -> None:
    remarks = run("force", "ag-remarks-2017-03-27", "--who", "chicago", "--on", "2018-01-01").out
    assert "binds no one" in remarks and "out of scope" not in remarks
    assert "out of scope" in run("force", "ca9-2019-04-18", "--who", "chicago", "--on", "2020-01-01").out


def test_whom_a_perhaps_reaches_is_asked_of_the_government_asked_about(run: Run) -> None:
    asked = ("force", "ag-memo-2025-02-05#funds", "--who", "miami-dade", "--on", "2025-10-15")
    assert "whether ndcal-2025-08-22 reaches the government asked about" in run(*asked).out


def test_of_an_order_for_many_those_are_named_that_may_take_the_government_in(run: Run) -> None:
    out = run("force", "dhs-conditions-2025", "--who", "milwaukee-county", "--on", "2025-10-15").out
    assert "suspends (perhaps State of Wisconsin and its subdivisions, and 27 others)" in out
