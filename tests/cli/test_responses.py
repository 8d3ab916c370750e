"""``ascertain docket --responses``: the same comparison in every format."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import Any

import pytest

from .conftest import Run

VIEW = ("docket", "--responses", "--known", "2017-07-06")


def as_json(run: Run) -> Any:
    return json.loads(run(*VIEW, "--format", "json").out)


def test_every_format_counts_the_same_cells(run: Run) -> None:
    cells = [
        (line["argument"], cell["government"], cell["saying"])
        for line in as_json(run)["arguments"]
        for cell in line["cells"]
    ]
    rows = csv.DictReader(io.StringIO(run(*VIEW, "--format", "csv").out))
    assert [(row["argument"], row["government"], row["saying"]) for row in rows if row["government"]] == cells
    matrix = [line for line in run(*VIEW, "--format", "md").out.splitlines() if line.startswith("| r-")]
    shown = Counter(cell.split(" (")[0].strip() for line in matrix for cell in line.split("|")[2:12])
    assert {word: shown[word] for word in ("made", "not made", "not shown")} == Counter(say for _, _, say in cells)


def test_a_cell_leads_to_the_response_that_makes_the_argument(run: Run) -> None:
    compared = as_json(run)
    responses = {one["government"]: {each["entry"] for each in one["responses"]} for one in compared["respondents"]}
    made = [cell for line in compared["arguments"] for cell in line["cells"] if cell["saying"] == "made"]
    assert made
    for cell in made:
        assert {source["entry"] for source in cell["sources"]} <= responses[cell["government"]]
        assert all(source["exhibit"] for source in cell["sources"])


def test_both_sides_stand_in_every_format(run: Run) -> None:
    ids = [line["argument"] for line in as_json(run)["arguments"]]
    assert {one[0] for one in ids} == {"r", "v", "t"}
    for form in ("table", "csv", "md"):
        printed = run(*VIEW, "--format", form).out
        assert [one for one in ids if one not in printed] == []


def test_a_decision_says_how_much_of_it_was_seen(run: Run) -> None:
    compared = json.loads(run("docket", "--responses", "--known", "2020-12-31", "--format", "json").out)
    rulings = [one for line in compared["arguments"] for one in (*line["courts_for"], *line["courts_against"])]
    marks = {one["court"]: one["confidence"] for one in rulings}
    assert (marks["ca3-2014-galarza"], marks["ca9-2019-04-18"]) == ("memory", "verified")
    rows = csv.DictReader(run("docket", "--responses", "--known", "2020-12-31", "--format", "csv").out.splitlines())
    row = next(row for row in rows if row["argument"] == "r-detainers-voluntary")
    assert (row["courts_for"], row["confidence_for"]) == ("ca3-2014-galarza", "memory")


def test_the_words_under_the_table_are_those_of_the_json(run: Run) -> None:
    words = " ".join(run(*VIEW).out.split())
    for part in as_json(run)["text"]:
        assert part["title"] in words
        assert all(" ".join(sentence.split()) in words for sentence in part["sentences"])


@pytest.mark.parametrize("known", ["2016-01-01", "2017-06-15"])
def test_before_the_responses_no_argument_is_made(run: Run, known: str) -> None:
    compared = json.loads(run("docket", "--responses", "--known", known, "--format", "json").out)
    june = {
        cell["saying"]
        for line in compared["arguments"]
        for cell in line["cells"]
        if cell["government"] != "clark-county"
    }
    assert june <= {"no response"}


def test_a_rulebook_has_no_responses(run: Run) -> None:
    ran = run("docket", "section-1373", "--responses")
    assert ran.code == 2
    assert ran.err.startswith("A961")
