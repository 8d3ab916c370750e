"""What ``ascertain diff`` says of the bundled case and of two versions of a rulebook, and what it refuses."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest

from ascertain.rulebook.bundled import bundled_folder

from .conftest import Run
from .test_commands import checked

KNOWN = ("--known", "2026-01-01")
OF_CALIFORNIA = ("diff", "--question", "complies", "--who", "california", *KNOWN)
BOUND = (*OF_CALIFORNIA, "--on", "2017-07-06", "--against", "2019-06-01")
DEFINITIONS = ("diff", "--question", "sanctuary-eo", "--on", "2017-03-01", "--against-question", "sanctuary-memo")
WORDS = (*DEFINITIONS, "--against", "2017-07-06", *KNOWN)


@pytest.fixture(name="version")
def version_fixture(tmp_path: Path) -> Path:
    """A copy of the bundled rulebook, to be changed."""
    return shutil.copytree(bundled_folder("rulebooks") / "section-1373", tmp_path / "version")


def change(version: Path, file: str, old: str, new: str) -> None:
    path = version / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_court_that_bound_a_reading_is_named_beneath_the_change(run: Run) -> None:
    ran = run(*BOUND, "--format", "json")
    assert ran.code == 1
    (one,) = checked(ran.out)["differences"]
    (government,) = one["governments"]
    (reading,) = [cause for cause in government["because"] if cause["kind"] == "reading"]
    assert reading["id"] == "usc-8-1373#info-scope"
    assert (reading["first"], reading["second"]) == ("BROAD or NARROW", "NARROW")
    assert "ca9-2019-04-18" in reading["by"]


def test_the_memorandum_is_narrower_than_the_order(run: Run) -> None:
    (one,) = checked(run(*WORDS, "--format", "json").out)["differences"]
    (proof,) = one["proofs"]
    assert len(proof["for"]) == 10
    assert (proof["first_within_second"], proof["second_within_first"]) == (False, True)
    witness = proof["witness"]
    assert witness["smallest"]
    assert [witness[side]["outcome"] for side in ("first", "second")] == ["holds", "does not hold"]
    proofs = [witness[side]["proof"] for side in ("first", "second")]
    assert [part["possible"] for part in proofs] == [["holds"], ["does not hold"]]
    assert all("proof" not in other for other in proof["only_first"].values() if isinstance(other, dict))


def test_law_that_comes_between_the_days_is_a_ground_on_both_sides(run: Run) -> None:
    """Elsewhere that there is no such law yet needs no ground; here the days differ in nothing else."""
    text = run(*BOUND).out
    first, second = (
        [line[at] for line in (line.split(" | ") for line in text.splitlines()) if len(line) == 2] for at in (0, 1)
    )
    assert any("FORCE ndcal-2018-10-05#compliance: not yet" in line for line in first)
    assert any("FORCE ndcal-2018-10-05#compliance: in force" in line for line in second)


def test_both_trees_stand_beside_each_other_where_there_is_room(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    wide = run(*WORDS).out
    monkeypatch.setenv("COLUMNS", "80")
    narrow = run(*WORDS).out
    assert any("eo-13768#LABEL" in line and "ag-memo-2017-05-22#LABEL" in line for line in wide.splitlines())
    assert not any("eo-13768#LABEL" in line and "ag-memo-2017-05-22#LABEL" in line for line in narrow.splitlines())


def test_a_rulebook_in_another_folder_is_equivalent_to_itself(run: Run, version: Path) -> None:
    ran = run("diff", "section-1373", "--against-rulebook", str(version), "--on", "2017-07-06", "--format", "json")
    assert ran.code == 0, ran.out
    found = checked(ran.out)
    assert len(found["differences"]) > 50
    assert all(proof["equivalent"] for one in found["differences"] for proof in one["proofs"])


def test_a_version_is_told_from_another_by_the_question_that_changed(run: Run, version: Path) -> None:
    change(
        version,
        "authorities/usc-8-1373.md",
        "does not hold if government's practice restricts sending status information",
        "holds if government's practice restricts sending status information",
    )
    ran = run("diff", "--against-rulebook", str(version), "--on", "2017-07-06", *KNOWN, "--format", "json")
    assert ran.code == 1
    differing = {
        one["question"]
        for one in checked(ran.out)["differences"]
        if not all(proof["equivalent"] for proof in one["proofs"])
    }
    assert "government's practice complies with § 1373(a)" in differing
    assert "government's written policy complies with § 1373(a)" not in differing
    table = run("diff", "--against-rulebook", str(version), "--on", "2017-07-06", *KNOWN).out
    assert "government's practice restricts" in table
    assert "equivalent, proved over all facts" in table
    assert "name a question with --question for a world in which it differs" in " ".join(table.split())
    assert "which governments change" in table
    assert "Milwaukee County" in table


def test_of_a_definition_that_has_ended_it_is_said_that_nothing_speaks_and_what_to_do(run: Run) -> None:
    asked = ("diff", "--question", "sanctuary-eo", "--against-question", "sanctuary-14159")
    shown = " ".join(run(*asked, "--on", "2026-01-01", *KNOWN).out.split())
    assert "on the first side nothing that concludes it speaks on 2026-01-01: eo-13768#sec-9a-grants is ended" in shown
    assert "ask on a day on which it is in force" in shown
    assert "on the second side nothing" not in shown


def test_a_term_that_changed_its_type_leaves_its_questions_uncompared(run: Run, version: Path) -> None:
    change(version, "vocabulary.md", "type: one of honours, conditional, declines", "type: text")
    phrase = "the government's response to detainers"
    ran = run("diff", "--against-rulebook", str(version), "--on", "2017-07-06", "--format", "json")
    found = checked(ran.out)
    assert ran.code == 1
    assert found["only_in_one"]["facts"] == {
        "only_first": [f"{phrase} (one of, about government)"],
        "only_second": [f"{phrase} (text, about government)"],
    }


def test_csv_has_a_row_for_each_government(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run(*WORDS, "--format", "csv").out)))
    assert len(rows) == 10
    assert {row["change"] for row in rows} == {"turns on something else"}


def test_csv_names_what_either_finding_rests_on_that_was_not_wholly_seen_in_a_source(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run(*WORDS, "--format", "csv").out)))
    (one,) = checked(run(*WORDS, "--format", "json").out)["differences"]
    told = {each["government"]: each for each in one["governments"]}
    for row in rows:
        for side in ("first", "second"):
            marks = told[row["government"]][side]["unseen"]
            assert row[f"{side}_unseen.of"] == "; ".join(mark["of"] for mark in marks)
            assert row[f"{side}_unseen.confidence"] == "; ".join(mark["confidence"] for mark in marks)
    assert any(row["first_unseen.of"] or row["second_unseen.of"] for row in rows)


def test_markdown_shows_both_proofs_as_lists(run: Run) -> None:
    lines = run(*WORDS, "--format", "md").out.splitlines()
    assert [line for line in lines if line.startswith("#### ")] == [
        "#### First, on 2017-03-01",
        "#### Second, on 2017-07-06",
    ]
    assert [line.partition(":")[0] for line in lines if line.startswith("- **question**")] == [
        "- **question** government is a sanctuary jurisdiction under E.O. 13768",
        "- **question** government is a sanctuary jurisdiction under the memorandum of 22 May 2017",
    ]


def test_a_reading_can_be_lifted_on_the_second_side(run: Run) -> None:
    taken = ("diff", "--question", "complies", "--on", "2017-07-06", "--reading", "info-scope=BROAD")
    (one,) = checked(run(*taken, "--against-reading", "info-scope=open", "--format", "json").out)["differences"]
    assert (len(one["first"]["readings"]), len(one["second"]["readings"])) == (1, 0)


def test_nothing_but_the_order_of_days_changes_what_holds_only_on_one(run: Run) -> None:
    back = (*OF_CALIFORNIA, "--on", "2019-06-01", "--against", "2017-07-06")
    (there,) = checked(run(*BOUND, "--format", "json").out)["differences"]
    (here,) = checked(run(*back, "--format", "json").out)["differences"]
    assert there["proofs"][0]["only_second"]["given"] == here["proofs"][0]["only_first"]["given"]


@pytest.mark.parametrize(
    ("arguments", "says", "help_says"),
    [
        (("--question", "complies"), "A983: both sides are the same", "--against DAY"),
        (
            ("--question", "complies", "--against", "2031-01-01"),
            "A959: --against is 2031",
            "--against 2026-01-31",
        ),
        (("--question", "complies", "--reading", "nfo-scope=X"), "A980:", 'did you mean "info-scope"?'),
        (("--question", "complies", "--reading", "info-scope=NAROW"), "A981:", 'did you mean "NARROW"?'),
        (
            ("--question", "complies", "--reading", "info-scope"),
            'A986: "info-scope"',
            "info-scope=NARROW",
        ),
        (("--against-question", "complies"), "A984:", "give --question once"),
        (("--question", "eo-13768#sec-9a", "--against", "2017-08-01"), "A985:", "ascertain force eo-13768#sec-9a"),
        (("--question", "complies", "--against-rulebook", "section-137"), "A956:", 'did you mean "section-1373"?'),
    ],
)
def test_bad_input_is_one_error_with_a_remedy(run: Run, arguments: tuple[str, ...], says: str, help_says: str) -> None:
    ran = run("diff", "--on", "2017-07-06", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert help_says in ran.err.partition("help: ")[2]


@pytest.mark.parametrize("form", ["table", "md"])
def test_where_no_government_changes_no_empty_table_is_shown(run: Run, form: str) -> None:
    asked = ("diff", "--question", "complies", "--who", "chicago", "--who", "cook-county", "--format", form)
    out = run(*asked, "--on", "2017-07-06", "--against", "2017-07-05", "--known", "2017-07-06").out
    assert "No government changes, as documented (City of Chicago" in out
    assert "What changes" not in out
    assert "both governments" in out
    assert "all 2" not in out
