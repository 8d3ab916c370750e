"""What the commands say about money and dates: tables, reasons in every form, rows, objects that keep their schema."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from ascertain.cli.main import main

TESTS = Path(__file__).parents[1]
THEN = ("--on", "2022-01-01", "--known", "2022-01-01")
DUE, LATE = "the reporting deadline", "the report is late"


@pytest.fixture(name="docket")
def docket_fixture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(TESTS / "findings/deadlines", tmp_path / "rulebooks/deadlines")
    shutil.copytree(TESTS / "cli/deadlines-2022", tmp_path / "review")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "110")
    return tmp_path / "review"


def said(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    assert main(tuple(map(str, words))) == 0
    return capsys.readouterr().out


def objects(capsys: pytest.CaptureFixture[str], *words: object) -> list[dict[str, Any]]:
    document = json.loads(said(capsys, *words, "--format", "json"))
    name = document["schema"].removeprefix("ascertain/").replace("/", "-")
    schema = json.loads((files("ascertain.publish") / "schemas" / f"{name}.json").read_text("utf-8"))
    jsonschema.validate(document, schema)
    found: list[dict[str, Any]] = document["findings"]
    return found


def test_a_table_gives_the_day_or_between_which(docket: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, "find", docket, *THEN, "--question", DUE).splitlines()
    assert any(line.split()[:5] == ["City", "of", "Ogden", "2021-09-30", "2021-09-30"] for line in lines)
    assert "open: by" in next(line for line in lines if line.startswith("City of Logan"))


def test_a_row_and_an_object_give_the_same(docket: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("find", docket, *THEN, "--question", DUE, "--standard", "documented")
    rows = list(csv.DictReader(io.StringIO(said(capsys, *asked, "--format", "csv"))))
    found = objects(capsys, *asked)
    assert [row["finding"] for row in rows] == [each["finding"] for each in found]
    assert found[0]["finding"] == "2021-09-30"
    assert found[3]["possible"] == ["2021-12-31", "by 2021-09-30"]
    (amount,) = found[0]["amounts"]
    assert (amount["least"], amount["most"]) == ("2021-09-30", "2021-09-30")


@pytest.mark.parametrize("who", ["ogden", "logan", "moab"])
@pytest.mark.parametrize("question", [DUE, LATE, "days late"])
def test_the_reasons_keep_their_schema(
    docket: Path, capsys: pytest.CaptureFixture[str], question: str, who: str
) -> None:
    (found,) = objects(capsys, "why", docket, *THEN, "--question", question, "--who", who)
    assert found["proof"] is not None


@pytest.mark.parametrize("who", ["ogden", "logan", "moab"])
@pytest.mark.parametrize("question", [LATE, DUE])
@pytest.mark.parametrize("option", ["--both-sides", "--flip"])
def test_both_sides_and_what_would_flip_it_keep_their_schema(
    docket: Path, capsys: pytest.CaptureFixture[str], option: str, question: str, who: str
) -> None:
    assert objects(capsys, "why", docket, *THEN, "--question", question, "--who", who, option)


@pytest.mark.parametrize("form", ["table", "md", "svg", "html"])
def test_every_form_of_the_reasons_shows_both_sides_of_a_comparison(
    docket: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    told = said(capsys, "why", docket, *THEN, "--question", LATE, "--who", "ogden", "--format", form)
    assert "2021-10-04 > 2021-09-30" in told.replace("\\>", ">").replace("&gt;", ">")


def test_a_period_is_told_by_the_day_it_comes_to(docket: Path, capsys: pytest.CaptureFixture[str]) -> None:
    period = ("--from", "2021-09-01", "--to", "2021-12-31", "--known", "2022-01-01", "--standard", "documented")
    found = objects(capsys, "find", docket, *period, "--question", "days late", "--who", "ogden")
    assert [(each["from"], each["finding"]) for each in found] == [("2021-09-01", "open"), ("2021-10-04", "4")]


def test_the_report_shows_the_day_and_between_which_it_may_lie(
    docket: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "publish", docket, *THEN, "--out", "report")
    page = Path("report/index.html").read_text("utf-8")
    assert "2021-09-30</span>" in page
    assert "may be: 2021-12-31, by 2021-09-30" in page


def test_the_whole_law_behind_a_quantity_says_what_each_rule_makes_of_it(
    docket: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, "why", docket, *THEN, "--question", DUE, "--who", "ogden", "--whole")
    assert "rule cfr#DUE, 512: 2021-09-30" in told


# What changes with law, day or version and says nothing about the reasons.
PASSING = ((r"\b[0-9a-f]{12}\b", "…"), (r"made \S+ by\s+version \S+", "made …"))


@pytest.mark.parametrize(("question", "who"), [(LATE, "ogden"), (DUE, "moab")])
def test_the_reasons_read_as_they_are_meant_to(
    docket: Path, capsys: pytest.CaptureFixture[str], question: str, who: str
) -> None:
    told = said(capsys, "why", docket, *THEN, "--question", question, "--who", who)
    for pattern, shown in PASSING:
        told = re.sub(pattern, shown, told)
    kept = TESTS / "cli/quantities" / f"{who}.txt"
    if os.environ.get("RENEW_GOLDEN"):
        kept.write_text(told, encoding="utf-8", newline="\n")
    assert told == kept.read_text("utf-8"), f"{kept.name} reads otherwise; RENEW_GOLDEN=1 writes it anew"


def test_an_open_finding_says_for_programs_at_which_value_it_turns(
    docket: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("find", docket, *THEN, "--question", "government must have an audit", "--standard", "found")
    (moab,) = objects(capsys, *asked, "--who", "moab")
    assert moab["finding"] == "open"
    (began,) = moab["turns_on"]["fact"]
    assert began["options"] == ["before 2014-12-26", "2014-12-26 or later"]


@pytest.mark.parametrize("form", ["table", "md"])
def test_a_day_that_nothing_bounds_is_told_as_such_and_how_it_is_reckoned_left_to_the_reasons(
    docket: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    asked = (docket, *THEN, "--question", DUE, "--who", "moab", "--standard", "found")
    row = said(capsys, "find", *asked, "--format", form)
    assert "open: any day" in row
    assert "(no bound)" in row
    assert "months" not in row
    assert "9 months rounded to month end" in " ".join(said(capsys, "why", *asked, "--format", form).split())


def test_what_is_known_between_two_values_is_not_said_to_fall_short_of_the_standard(
    docket: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = docket / "entries/0001-list-submissions.md"
    told = entry.read_text("utf-8").replace(
        '{government: moab, term: government spends federal awards, value: "$600,000", grade: found}',
        '{government: moab, term: government spends federal awards, value: "$600,000 to $900,000", grade: found}',
    )
    entry.write_text(told, "utf-8")
    asked = ("find", docket, *THEN, "--question", "government must have an audit", "--standard", "found")
    (moab,) = objects(capsys, *asked, "--who", "moab")
    assert "known only as $600,000 to $900,000: government spends federal awards" in moab["notes"]
    assert not [note for note in moab["notes"] if "below the standard" in note]
    spends = next(turn for turn in moab["turns_on"]["fact"] if turn["id"] == "government spends federal awards")
    assert spends["options"] == ["$600,000 to less than $750,000", "$750,000 to $900,000"]
