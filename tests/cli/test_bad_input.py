"""Bad input gets one clear error with a remedy, exit code 2, and loses nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ascertain.rulebook.bundled import bundled_folder

from .conftest import Run

ON = ("--on", "2017-07-06")


@pytest.mark.parametrize(
    ("arguments", "says", "help_says"),
    [
        (("find", "--on", "2017-02-30"), "there is no such day", "--help"),
        (("find", "--on", "2017-+7-06"), "there is no such day", "--help"),
        (("find", "--output", "a" * 300, *ON), "a" * 300, "name a file"),
        (("find", "--on", ""), "there is no such day", "--help"),
        (("find", "--who", "", *ON), "it is empty", "--help"),
        (("find", "--who", "chicgo", *ON), "chicgo", "did you mean"),
        (("find", "--question", "complys", *ON), "complys", "did you mean"),
        (("find", "--program", "byrne-jg", "--question", "eligible", *ON), "byrne-jg", "did you mean"),
        (("find", "--standard", "proven", *ON), "proven", "--help"),
        (("find", "--on", "2031-01-01"), "1996-08-22 through 2026-01-31", "name a day inside"),
        (("find", "--from", "2017-07-01", "--to", "2017-01-01"), "before it starts", "in that order"),
        (("force", "eo-13768#sec-9z", *ON), "eo-13768#sec-9z", "did you mean"),
        (("fnd",), "fnd", "did you mean"),
        (("find", "--stanard", "found"), "--stanard", "did you mean"),
        (("check", "no-such-docket"), "no-such-docket", "one of"),
        (("publish", "section-1373", "--out", "x", *ON), "is a rulebook", "name a docket"),
    ],
)
def test_a_mistake_on_the_command_line_is_one_error_with_a_remedy(
    run: Run, arguments: tuple[str, ...], says: str, help_says: str
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert help_says in ran.err.partition("help: ")[2]


@pytest.mark.parametrize(
    ("arguments", "says", "help_line"),
    [
        (("find", "-o", "x"), "does not take: -o", "options are written out: --on or --over or --output"),
        (("publish", "-o", "x"), "does not take: -o", "options are written out: --on or --out"),
        (("publish", "--output", "x"), "does not take: --output", 'did you mean "--out"?'),
        (("find", "--out", "x"), "does not take: --out", 'did you mean "--output"?'),
        (("why", "--from", "2017-01-01"), "does not take: --from", "ascertain find and force take it"),
        (("publish", "--from", "2017-01-01"), "does not take: --from", "ascertain find and force take it"),
        (("docket", "--who", "chicago"), "does not take: --who", "ascertain find, force, why, diff and ask take it"),
        (("find", "--flip"), "does not take: --flip", "ascertain why takes it"),
        (("find", "--stanard", "found"), "does not take: --stanard", 'did you mean "--standard"?'),
        (("find", "--as", "found"), "does not take: --as", "ascertain record takes it"),
        (("find", "--zz", "found"), "does not take: --zz", "ascertain find --help"),
        (("publish",), "needs a folder", "add --out DIR"),
        (("survey",), "needs the map", "survey.yaml"),
        (("--on", "2017-07-06", "find"), "--on stands before the command", "ascertain find --on"),
        (("diff",), "both sides are the same", "--against DAY"),
        (("diff", "section-1373", "single-audit"), "does not take: single-audit", '--against-rulebook "single-audit"'),
        (("find", "--who", "atlantis"), 'no government "atlantis"', "name a government, such as"),
        (("force", "--who", "City of Atlantis"), "City of Atlantis", "name a government, such as"),
        (("find", "complies"), "that is a term", "--question complies"),
        (("why", "complies"), "that is a term", "--question complies"),
        (("names", "chicago"), "that is a government", "--who chicago"),
        (("why", "--who", "chicago"), "why needs a question", "--question complies"),
    ],
)
def test_help_with_a_slip_never_leads_astray(run: Run, arguments: tuple[str, ...], says: str, help_line: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert help_line in ran.err.partition("help: ")[2]
    assert ran.err.count("help: ") == 1


def test_a_folder_that_is_no_docket_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("check", "empty")
    assert ran.code == 2
    assert "neither a docket nor a rulebook" in ran.err


@pytest.fixture(name="docket")
def docket_fixture(tmp_path: Path) -> Path:
    """A copy of the bundled docket, beside a copy of its rulebook."""
    shutil.copytree(bundled_folder("rulebooks"), tmp_path / "rulebooks")
    shutil.copytree(bundled_folder("dockets") / "doj-1373-2017", tmp_path / "dockets" / "doj-1373-2017")
    return tmp_path / "dockets" / "doj-1373-2017"


def test_an_exhibit_whose_hash_changed_is_named_with_both_hashes(run: Run, docket: Path) -> None:
    exhibit = docket / "exhibits" / "usc-8-1373.txt"
    exhibit.write_text(exhibit.read_text() + "one word more\n")
    ran = run("check", str(docket))
    assert ran.code == 2
    assert "usc-8-1373" in ran.err
    assert "help:" in ran.err


def test_a_table_with_a_wrong_column_names_the_column(run: Run, docket: Path) -> None:
    awards = docket / "awards.csv"
    awards.write_text(awards.read_text().replace("amount_usd", "ammount", 1))
    ran = run("find", str(docket), *ON)
    assert ran.code == 2
    assert "ammount" in ran.err


def test_text_that_is_not_utf_8_names_the_file(run: Run, docket: Path) -> None:
    (docket / "docket.md").write_bytes(b"---\nid: \xff\n---\n")
    ran = run("docket", str(docket))
    assert ran.code == 2
    assert "docket.md" in ran.err


def test_broken_front_matter_names_its_line(run: Run, docket: Path) -> None:
    authority = docket.parents[1] / "rulebooks" / "section-1373" / "authorities" / "eo-13768.md"
    authority.write_text(authority.read_text().replace("kind: executive order", "kind: [executive", 1))
    ran = run("find", str(docket), *ON)
    assert ran.code == 2
    assert "eo-13768.md:" in ran.err


def test_an_existing_file_is_never_replaced_unasked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kept.json").write_text("mine")
    arguments = ("force", "eo-13768#sec-9a", "--who", "chicago", *ON, "--format", "json", "--output", "kept.json")
    refused = run(*arguments)
    assert refused.code == 2
    assert (tmp_path / "kept.json").read_text() == "mine"
    assert run(*arguments, "--force").code == 0
    assert (tmp_path / "kept.json").read_text().startswith("{")


def test_what_is_no_plain_file_is_never_replaced_even_when_asked(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    ran = run("force", "eo-13768#sec-9a", "--who", "chicago", *ON, "--output", "pipe", "--force")
    assert ran.code == 2
    assert (tmp_path / "pipe").is_fifo()
    assert "not a file that can be replaced" in ran.err


def test_an_existing_report_is_never_replaced_unasked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "index.html").write_text("mine")
    ran = run("publish", "--out", "out", *ON)
    assert ran.code == 2
    assert (tmp_path / "out" / "index.html").read_text() == "mine"


def test_control_characters_in_what_was_typed_are_not_passed_on(run: Run) -> None:
    ran = run("find", "--who", "\x1b[31mred", *ON)
    assert ran.code == 2
    assert "\x1b" not in ran.err


@pytest.mark.parametrize("width", ["9" * 30, "9" * 5000, "0" * 5000, "0", "1", "-5", "wide", "\N{SUPERSCRIPT TWO}", ""])
def test_an_absurd_width_is_no_error(run: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert run("find", "--who", "chicago", "--question", "complies", *ON).code == 0
