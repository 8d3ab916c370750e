"""``ascertain ask``: what to ask, what the answers do, and the letter that asks."""

from __future__ import annotations

import csv
import io
import re
import sys
from pathlib import Path

import pytest

from .conftest import Run
from .test_commands import checked

ON = ("--on", "2017-07-06", "--known", "2017-07-06")
CLARK = ("--who", "clark-county", "--question", "complies")
LETTER = ("ask", *CLARK, *ON, "--due", "2017-07-20", "--letter")


@pytest.mark.parametrize(
    "arguments",
    [
        (*CLARK, *ON),
        ("--who", "chicago", *ON),
        ("--question", "complies", *ON),
        ("--who", "chicago", "--question", "detainers", "--standard", "found", *ON),
        ("--who", "chicago", "--question", "eo-13768#sec-9a-grants", *ON),
        ("--who", "chicago", "--question", "withhold", "--program", "byrne-jag-fy2016", *ON),
    ],
)
def test_json_keeps_to_its_schema(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("ask", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    assert checked(ran.out)["questions"]


def test_every_format_names_every_item(run: Run) -> None:
    (asked,) = checked(run("ask", *CLARK, *ON, "--format", "json").out)["questions"]
    table = " ".join(run("ask", *CLARK, *ON).out.split())
    rows = list(csv.DictReader(io.StringIO(run("ask", *CLARK, *ON, "--format", "csv").out)))
    markdown = run("ask", *CLARK, *ON, "--format", "md").out
    assert [row["term"] for row in rows] == [item["term"] for item in asked["items"]]
    for item in asked["items"]:
        assert item["ask"] in table
        assert item["ask"] in markdown


def test_an_answer_is_said_to_do_what_the_finding_then_says(run: Run) -> None:
    (asked,) = checked(run("ask", *CLARK, *ON, "--format", "json").out)["questions"]
    (yes, no) = asked["items"][0]["serves"][0]["answers"]
    assert (yes["answer"], yes["possible"], yes["left"]) == ("yes", ["does not hold"], [])
    assert no["possible"] == ["holds", "does not hold"]
    assert set(no["left"]) == {item["term"] for item in asked["items"][1:]}
    assert "if yes: does not hold; nothing else need be asked" in run("ask", *CLARK, *ON).out


def test_what_is_on_record_below_the_standard_is_shown_with_its_source(run: Run) -> None:
    assert "on record: no (asserted: Clark County, County attorney," in run("ask", *CLARK, *ON).out
    (asked,) = checked(run("ask", *CLARK, *ON, "--format", "json").out)["questions"]
    assert {item["grade"] for item in asked["items"]} == {"asserted"}
    assert all(item["support"] for item in asked["items"])


def test_a_settled_finding_is_said_to_be_settled(run: Run) -> None:
    out = run("ask", *CLARK, *ON, "--standard", "asserted").out
    assert "complies: holds; settled, there is nothing to ask" in out
    assert "1. " not in out


def test_a_finding_that_turns_on_law_alone_is_said_to_be_beyond_evidence(run: Run) -> None:
    out = run("ask", "--who", "chicago", "--question", "includes-release-dates", *ON).out
    assert "it turns on law alone, so that no evidence settles it" in out
    assert "info-scope" in out.partition("questions of law")[2]


@pytest.mark.parametrize(
    ("arguments", "code", "says", "help_says"),
    [
        ((*LETTER, "letter.txt"), "A980", "letter.txt", "request.pdf"),
        ((*LETTER, "letter"), "A980", "letter", "request.pdf"),
        (("ask", *ON, "--due", "2017-07-20", "--letter", "x.md"), "A981", "none is named", "--who"),
        ((*LETTER, "x.md", "--who", "chicago"), "A981", "2 are named", "--who"),
        (("ask", *CLARK, *ON, "--letter", "x.md"), "A982", "by when", "--due"),
        (("ask", *CLARK, *ON, "--letter", "x.md", "--due", "2017-07-06"), "A982", "2017-07-06", "later"),
        ((*LETTER, "x.md", "--standard", "asserted"), "A983", "Clark County", "without --letter"),
        (("ask", *CLARK, *ON, "--due", "2017-07-20"), "A985", "none is asked for", "--letter"),
        (("ask", *CLARK, *ON, "--sender", "x"), "A985", "none is asked for", "--letter"),
        ((*LETTER, "x.md", "--format", "json"), "A986", "alone", "--format"),
        ((*LETTER, "x.md", "--output", "y"), "A986", "alone", "--output"),
        ((*LETTER, "x.md", "section-1373"), "A987", "names nobody", "--sender"),
        ((*LETTER, "missing/x.md"), "A954", "missing/x.md", "can write"),
    ],
)
def test_a_letter_that_cannot_be_is_one_error_with_a_remedy(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: str, says: str, help_says: str
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(code)
    assert says in ran.err
    assert help_says in ran.err.partition("help: ")[2]
    assert [path.name for path in tmp_path.iterdir() if path.name != "cache"] == []


@pytest.mark.parametrize("ending", ["md", "docx", "pdf", "PDF"])
def test_a_letter_is_never_written_over_a_file_unless_forced(run: Run, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"letter.{ending}"
    path.write_text("mine")
    ran = run(*LETTER, path.name)
    assert ran.code == 2
    assert ran.err.startswith("A953")
    assert path.read_text() == "mine"
    assert run(*LETTER, path.name, "--force").code == 0
    assert path.read_bytes() != b"mine"


@pytest.mark.parametrize(("ending", "module"), [("docx", "docx"), ("pdf", "reportlab")])
def test_without_the_library_of_a_format_the_remedy_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, module: str
) -> None:
    for name in list(sys.modules):
        if name.partition(".")[0] == module or name.startswith("ascertain.publish.letter"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    ran = run(*LETTER, f"x.{ending}")
    assert ran.code == 2
    assert ran.err.startswith("A984")
    assert "make letters" in ran.err
    assert not (tmp_path / f"x.{ending}").exists()


def test_asking_without_a_letter_loads_nothing_that_writes_one(run: Run) -> None:
    kept = {name for name in sys.modules if name.partition(".")[0] in {"docx", "reportlab"}}
    assert run("ask", *CLARK, *ON).code == 0
    assert {name for name in sys.modules if name.partition(".")[0] in {"docx", "reportlab"}} == kept


def test_a_letter_is_from_whom_to_whom_and_due_when_it_is_told(run: Run, tmp_path: Path) -> None:
    ran = run(*LETTER, "x.md", "--to", "The Mayor\nCity Hall", "--sender", "The Office")
    assert ran.code == 0, ran.err
    text = (tmp_path / "x.md").read_text("utf-8")
    assert "**From:** The Office" in text
    assert "**To:** The Mayor  \nCity Hall  " in text
    assert "**Date:** July 6, 2017" in text
    assert "**Answer by:** July 20, 2017" in text


def test_a_letter_on_a_bare_rulebook_names_a_sender_and_no_record(run: Run, tmp_path: Path) -> None:
    ran = run(*LETTER, "x.md", "section-1373", "--sender", "The Office")
    assert ran.code == 0, ran.err
    text = (tmp_path / "x.md").read_text("utf-8")
    assert "Received so far:** Nothing." in text
    assert "docket" not in text


def test_a_letter_about_money_asks_only_about_awards_that_the_government_has(run: Run, tmp_path: Path) -> None:
    """Clark County has an award of fiscal year 2016; none of 2017, of SCAAP or of the COPS Office is on record."""
    path = tmp_path / "request.md"
    money = ("--question", "withhold", "--letter", str(path), "--due", "2017-07-20", *ON)
    assert run("ask", "--who", "clark-county", *money).code == 0
    programs = set(re.findall(r"\*\*Program:\*\* (.*)\.$", path.read_text("utf-8"), re.MULTILINE))
    assert programs == {"Byrne JAG, fiscal year 2016 awards"}
    assert run("ask", "--who", "clark-county", *money, "--program", "scaap", "--force").code == 0
    programs = set(re.findall(r"\*\*Program:\*\* (.*)\.$", path.read_text("utf-8"), re.MULTILINE))
    assert programs == {"State Criminal Alien Assistance Program"}


def test_a_letter_about_money_to_whom_no_award_is_on_record_names_the_remedy(run: Run, tmp_path: Path) -> None:
    money = ("--question", "withhold", "--letter", str(tmp_path / "x.md"), "--due", "2017-07-20", *ON)
    refused = run("ask", "--who", "evanston", *money)
    assert (refused.code, "A983" in refused.err, "--program" in refused.err) == (2, True, True)


@pytest.mark.parametrize("program", ["scaap", "cops-chp"])
def test_what_a_statute_allows_is_no_item_of_evidence(run: Run, tmp_path: Path, program: str) -> None:
    """The law of another program is no basis of it either."""
    path = tmp_path / "request.md"
    asked = ("--question", "memo-reaches", "--program", program, "--letter", str(path), "--due", "2017-07-20", *ON)
    assert run("ask", "--who", "milwaukee-county", *asked, "--standard", "found").code == 0
    evidence, law = path.read_text("utf-8").split("## Questions of law")
    assert not re.search(r"^### Item .*statute", evidence, re.MULTILINE)
    assert "Byrne JAG" not in evidence.replace("Byrne JAG of fiscal", "")
    assert "let the Department require the § 1373 certification for" in law
