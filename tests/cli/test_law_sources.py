"""What the law behind an answer was encoded from is said wherever the answer is shown."""

from __future__ import annotations

import csv
import json

import pytest

from .conftest import Run

THEN = ("--on", "2017-07-06", "--known", "2017-07-06", "--who", "chicago")
WHY = ("why", "--question", "complies", *THEN)
FORCE = ("force", "eo-13768#sec-9a-grants", *THEN)
FORMS = ("table", "md", "html", "svg")
BOUND = ("why", "--question", "eo-13768#sec-9a-grants", *THEN)


@pytest.fixture(autouse=True)
def wide_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "900")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("asked", [WHY, (*WHY, "--whole"), FORCE, BOUND])
def test_each_authority_of_an_answer_is_told_with_its_sources_and_confidence(
    run: Run, asked: tuple[str, ...], form: str
) -> None:
    if form in ("html", "svg") and asked != WHY:
        pytest.skip("only a proof is drawn")
    told = " ".join(run(*asked, "--format", form).out.replace("&#39;", "'").split())
    found = json.loads(run(*asked[: len(asked) - ("--whole" in asked)], "--format", "json").out)
    (answer,) = found["findings" if asked[0] == "why" else "forces"]
    assert answer["law_sources"]
    for one in answer["law_sources"]:
        assert one["authority"] in told
        if form != "svg":  # a drawing breaks its lines
            assert one["confidence"] in told
            plain = told.replace("\\", "")
            assert all(" ".join(source.split()) in plain for source in one["sources"])


def test_the_sources_of_an_authority_are_told_once(run: Run) -> None:
    lines = run(*WHY).out.splitlines()
    assert sum("instalawyer.io" in line for line in lines) == 1


def test_a_force_over_a_period_tells_the_sources_of_all_that_decides_it(run: Run) -> None:
    asked = ("force", "eo-13768#sec-9a-grants", "--from", "2017-01-01", "--to", "2017-12-31")
    out = run(*asked).out
    assert "ndcal-2017-04-25" in out.partition("Encoded from")[2]


def test_a_list_of_names_in_rows_has_the_sources_of_the_law(run: Run) -> None:
    rows = {row["name"]: row for row in csv.DictReader(run("names", "--format", "csv").out.splitlines())}
    assert "instalawyer.io" in rows["usc-8-1373#a"]["sources"]
    assert rows["usc-8-1373#a"]["confidence"] == "verified"
    terms = [row for row in rows.values() if row["takes"] == "question"]
    assert any(row["confidence"] for row in terms)
