"""What the commands print: for people, and for programs by the published schemas."""

from __future__ import annotations

import csv
import io
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from .conftest import Run

ON = ("--on", "2017-07-06", "--known", "2017-07-06")


def checked(text: str) -> Any:
    """A JSON document, after holding it against the schema that it names."""
    document = json.loads(text)
    _, name, version = document["schema"].split("/")
    schema = json.loads(files("ascertain.publish").joinpath(f"schemas/{name}-{version}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(document)
    return document


@pytest.mark.parametrize(
    "arguments",
    [
        ("find", "--question", "complies", *ON),
        ("find", "--question", "detainers", *ON),
        ("find", "--question", "complies", "--who", "chicago", "--from", "2017-01-01", "--to", "2017-12-31"),
        ("find", "--question", "withhold", "--who", "chicago", *ON),
        ("force", "eo-13768#sec-9a-grants", *ON),
        ("force", "--who", "chicago", *ON),
        ("force", "eo-13768#sec-9a", "--who", "chicago", "--from", "2017-01-01", "--to", "2017-12-31"),
        ("find", "--question", "eo-13768#sec-9a-grants", "--who", "chicago", "--who", "california", *ON),
        ("find", "--question", "usc-8-1373", "--who", "chicago", "--from", "2017-01-01", "--to", "2017-12-31"),
        ("why", "--question", "text-a", "--who", "cook-county", *ON),
        ("why", "--question", "detainers", "--who", "chicago", *ON),
        ("why", "--question", "eo-13768#sec-9a-grants", "--who", "chicago", *ON),
        ("docket", "--known", "2017-07-06"),
        ("docket", "--responses", "--known", "2017-07-06"),
        ("docket", "--responses", "--known", "2017-06-28"),
        ("names",),
        ("check",),
        ("test",),
    ],
)
def test_json_keeps_to_its_schema(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, "--format", "json")
    assert ran.code == 0, ran.err
    assert checked(ran.out)


def test_an_interval_of_a_plain_fact_names_only_the_sources_that_speak_of_it(run: Run) -> None:
    asked = ("--who", "miami-dade", "--question", "detainers", "--from", "2016-06-01", "--to", "2017-12-31")
    ran = run("find", *asked, "--standard", "found", "--format", "json")
    found = json.loads(ran.out)["findings"]
    assert len(found) > 1
    for one in found:
        for claim in one["said"]:
            begins, ends = claim["period"]["from"], claim["period"]["until"]
            assert begins is None or begins <= one["from"]
            assert ends is None or ends >= one["until"]


def test_the_three_standards_stand_side_by_side(run: Run) -> None:
    found = checked(run("find", "--question", "complies", "--who", "clark-county", *ON, "--format", "json").out)
    assert {one["standard"]: one["finding"] for one in found["findings"]} == {
        "asserted": "holds",
        "documented": "open",
        "found": "open",
    }


def test_a_government_is_known_by_all_its_names(run: Run) -> None:
    names = ("chicago", "1714000", "ocd-division/country:us/state:il/place:chicago", "City of Chicago")
    answers = {run("force", "eo-13768#sec-9a", "--who", name, *ON, "--format", "csv").out for name in names}
    assert len(answers) == 1


def test_csv_has_a_row_for_each_finding(run: Run) -> None:
    ran = run("find", "--question", "complies", *ON, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert len(rows) == 30
    assert {row["standard"] for row in rows} == {"asserted", "documented", "found"}


@pytest.mark.parametrize("question", ["complies", "withhold", "detainers"])
def test_csv_and_json_name_alike_what_was_not_wholly_seen_in_a_source(run: Run, question: str) -> None:
    asked = ("find", "--question", question, "--who", "chicago", *ON, "--format")
    found = checked(run(*asked, "json").out)["findings"]
    rows = list(csv.DictReader(io.StringIO(run(*asked, "csv").out)))
    for one, row in zip(found, rows, strict=True):
        assert row["unseen.of"] == "; ".join(mark["of"] for mark in one["unseen"])
        assert row["unseen.confidence"] == "; ".join(mark["confidence"] for mark in one["unseen"])
        said = [note for note in one["notes"] if "not seen in a source" in note or "seen in part" in note]
        assert all(any(mark["of"] in note for note in said) for mark in one["unseen"])
    assert question == "detainers" or any(row["unseen.of"] for row in rows)


def test_csv_over_a_period_names_what_was_not_wholly_seen_as_the_table_does(run: Run) -> None:
    asked = ("find", "--question", "withhold", "--who", "chicago", "--from", "2017-01-01", "--to", "2017-12-31")
    rows = csv.DictReader(io.StringIO(run(*asked, "--format", "csv").out))
    named = {of for row in rows for of in row["unseen.of"].split("; ") if of}
    below = " ".join(line for line in run(*asked, "--format", "md").out.splitlines() if "encoded from" in line)
    assert named
    assert all(of.replace("#", "\\#") in below or of in below for of in named)


def test_markdown_is_a_table(run: Run) -> None:
    ran = run("find", "--question", "9a-enforceable", *ON, "--format", "md")
    assert sum(line.startswith("|") for line in ran.out.splitlines()) == 12


def test_the_same_question_gets_the_same_answer_from_the_cache(run: Run) -> None:
    arguments = ("why", "--question", "complies", "--who", "chicago", *ON)
    assert run(*arguments).out == run(*arguments).out


def test_the_demo_says_where_the_report_lies(run: Run, tmp_path: Path) -> None:
    ran = run("demo")
    assert ran.code == 0, ran.err
    assert "the report lies in report/index.html" in ran.out.replace(str(tmp_path) + "/", "")
    assert (tmp_path / "report" / "index.html").stat().st_size > 100_000


def test_a_case_that_does_not_come_out_is_exit_code_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "vocabulary.md").write_text(
        "---\nid: book\ntitle: Book\ncovers: {from: 2017-01-01}\n---\n# Words\n\n```terms\n"
        "term: it is so\n  type: yes/no\n  about: government\n  ask: Is it so?\n```\n"
    )
    (tmp_path / "book" / "act.md").write_text(
        "---\nid: act\nkind: statute\ntitle: Act\ncitations: [{text: Act 1}]\nissuer: Congress\nissued: 2017-01-01\n"
        "in-force: [{from: 2017-01-01}]\nbinds: everyone\nsources: [none]\nconfidence: memory\n---\n# Act\n\n```rules\n"
        "rule SO: it is so\n  holds in every case\n```\n\n```cases\n"
        "case: it is not so\n  on: 2017-02-01\n  ask: it is so\n  expect: does not hold\n```\n"
    )
    ran = run("test", "book")
    assert ran.code == 1
    assert "it is not so" in ran.out
    assert "act.md:" in ran.out
    assert run("check", "book").code == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_names_the_commands(run: Run, shell: str) -> None:
    assert "force" in run("completion", shell).out


def test_a_timeline_names_the_entry_that_ended_what_had_been_shown(run: Run) -> None:
    over = ("--from", "2018-08-01", "--to", "2018-09-30", "--standard", "documented")
    ran = run("find", "--question", "sanctuary-memo", "--who", "milwaukee-county", *over, "--format", "json")
    ended = {event["id"]: event for found in checked(ran.out)["findings"] for event in found["ended_by"]}
    practice = ended["government's practice restricts sending status information"]
    assert (practice["value"], practice["entries"]) == (None, [])
    assert [(each["on"], each["entry"]) for each in practice["endings"]] == [("2018-08-21", "75")]


@pytest.mark.parametrize(
    ("arguments", "listed", "expected"),
    [
        (("force", "eo-13768#sec-9a-grants", "--who", "chicago"), "forces", {"eo-13768", "ndcal-2017-04-25"}),
        (("why", "--question", "9a-enforceable", "--who", "chicago"), "findings", {"eo-13768", "ndcal-2017-04-25"}),
        (("why", "--question", "eo-13768#sec-9a-grants", "--who", "chicago"), "findings", {"ndcal-2017-04-25"}),
        (("why", "--question", "detainers", "--who", "chicago"), "findings", set()),
    ],
)
def test_programs_read_what_the_law_was_encoded_from_and_how_surely(
    run: Run, arguments: tuple[str, ...], listed: str, expected: set[str]
) -> None:
    (found,) = checked(run(*arguments, *ON, "--format", "json").out)[listed]
    told = {one["authority"]: one for one in found["law_sources"]}
    assert expected <= told.keys()
    assert len(told) == len(found["law_sources"])
    for one in expected:
        assert told[one]["sources"]
    if expected:
        assert told["ndcal-2017-04-25"]["confidence"] == "verified-in-part"


@pytest.mark.parametrize(("part", "own"), [("notice", "verified-in-part"), ("access", None)])
def test_programs_read_the_mark_of_a_part_beside_that_of_its_authority(run: Run, part: str, own: str | None) -> None:
    provision = f"jag-fy2017-conditions#{part}"
    asked = ("force", provision, "--who", "chicago", "--program", "byrne-jag-fy2017")
    (found,) = checked(run(*asked, "--on", "2017-08-01", "--known", "2017-08-01", "--format", "json").out)["forces"]
    told = {one["authority"]: one for one in found["law_sources"]}["jag-fy2017-conditions"]
    assert told["confidence"] == "verified"
    assert told["parts"] == ([{"provision": provision, "confidence": own}] if own else [])


def test_a_timeline_says_that_assertions_run_on_where_they_count(run: Run) -> None:
    asked = ("find", "--who", "clark-county", "--from", "2017-05-01", "--to", "2017-12-31", "--question")
    said = "has no end on record is taken to hold on"
    assert said in run(*asked, "complies-b", "--standard", "asserted").out.replace("\n", " ")
    assert said not in run(*asked, "complies-b", "--standard", "documented").out
    assert "filed 2017-05-30, no end on record" in " ".join(run(*asked, "restricts-exchange").out.split())


def test_a_program_is_named_with_what_it_was_encoded_from(run: Run) -> None:
    rows = csv.DictReader(run("names", "--format", "csv").out.splitlines())
    programs = {row["name"]: row for row in rows if row["takes"] == "program"}
    assert all(row["sources"] and row["confidence"] for row in programs.values())
    assert "scribd.com/doc/300834674" in programs["scaap"]["sources"]
    asked = ("--question", "contains-certification", "--program", "scaap", "--who", "chicago", *ON, "--format", "json")
    (found,) = checked(run("why", *asked).out)["findings"]
    assert found["program_source"]["sources"] == programs["scaap"]["sources"].split("; ")
    assert found["program_source"]["confidence"] == "verified-in-part"
    (found, *_) = checked(run("find", *asked).out)["findings"]
    assert found["government"] is None, "the fact is one of the program alone"
