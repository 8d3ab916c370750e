"""``why`` as a proof, as both sides' best case, and as what would change it, in every format."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import pytest

from .conftest import Run
from .test_commands import checked

ON = ("--on", "2017-07-06", "--known", "2017-07-06")
CHICAGO = ("why", "--who", "chicago", *ON)
SUSPENDED = (*CHICAGO, "--question", "9a-enforceable")
OPEN = (*CHICAGO, "--question", "complies")


@pytest.mark.parametrize("asked", [SUSPENDED, OPEN, (*CHICAGO, "--question", "withhold")])
@pytest.mark.parametrize("option", ["--both-sides", "--flip", ""])
def test_json_keeps_to_its_schema(run: Run, asked: tuple[str, ...], option: str) -> None:
    ran = run(*asked, *filter(None, [option]), "--format", "json")
    assert ran.code == 0, ran.err
    assert checked(ran.out)["findings"]


def test_the_proof_of_a_suspension_ends_in_the_order_and_nothing_else(run: Run) -> None:
    (found,) = checked(run(*SUSPENDED, "--format", "json").out)["findings"]
    (rule,) = found["proof"]["under"]
    assert {(leaf["id"], leaf["value"]) for leaf in rule["under"]} == {
        ("eo-13768#sec-9-policy", "in force"),
        ("eo-13768#sec-9a-grants", "suspended"),
    }
    (order,) = [leaf for leaf in rule["under"] if leaf["value"] == "suspended"]
    decisive = [link["provision"] for link in order["source"]["chain"] if link["decisive"]]
    assert "ndcal-2017-04-25" in decisive


def test_each_part_of_a_proof_has_the_mark_of_what_it_says(run: Run) -> None:
    (found,) = checked(run(*OPEN, "--format", "json").out)["findings"]
    parts = list(_parts(found["proof"]))
    marks = {part["id"]: part["confidence"] for part in parts}
    assert marks["usc-8-1373#TEXT-A"] == "verified"
    assert marks["usc-8-1373#info-scope"] == "verified-in-part"
    assert marks["usc-8-1373#text-or-practice"] == "verified"
    assert marks["government complies with § 1373"] is None
    live = [
        each
        for part in parts
        if part["id"] == "usc-8-1373#info-scope" and part["source"]
        for each in part["source"]["live"]
    ]
    assert {each["confidence"] for each in live} == {"verified-in-part"}


def test_a_need_and_a_plain_fact_say_how_much_of_their_meaning_was_seen(run: Run) -> None:
    (found,) = checked(run(*OPEN, "--both-sides", "--format", "json").out)["findings"]
    readings = {
        need["id"]: need["confidence"] for case in found["cases"] for need in case["needs"] if need["kind"] == "reading"
    }
    assert readings["usc-8-1373#info-scope"] == "verified-in-part"
    assert readings["usc-8-1373#text-or-practice"] == "verified"
    fact = (*CHICAGO, "--question", "willful")
    assert "note\n  encoded from sources seen in part: the meaning of the term" in run(*fact).out
    (told,) = checked(run(*fact, "--format", "json", "--standard", "found").out)["findings"]
    assert told["notes"] == ["encoded from sources seen in part: the meaning of the term"]


def test_the_courts_of_an_argument_say_how_much_of_the_decision_was_seen(run: Run) -> None:
    """Of two decisions for the narrow reading one is recalled; the better known ones say nothing."""
    asked = ("why", "--who", "california", "--question", "complies", "--on", "2017-07-06", "--both-sides")
    (found,) = checked(run(*asked, "--format", "json").out)["findings"]
    marks = {
        one["court"]: one["confidence"]
        for case in found["cases"]
        for need in case["needs"]
        for argument in need.get("arguments", ())
        for one in argument["confidence_of_courts"]
    }
    assert marks["ca9-2019-03-25-steinle"] == "memory"
    assert marks["ca9-2019-04-18"] == "verified"
    told = " ".join(run(*asked).out.split())
    assert "(ca9-2019-03-25-steinle) [encoded from memory, not seen in a source]" in told
    assert "(ca9-2019-04-18);" in told or "(ca9-2019-04-18) " in told


def _parts(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield part
    for below in part["under"]:
        yield from _parts(below)


def test_a_proof_fits_a_narrow_screen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    for question in ("complies", "eligible"):
        ran = run(*CHICAGO, "--question", question)
        assert max(map(len, ran.out.splitlines())) <= 40


def test_the_whole_law_is_shown_where_it_is_asked_for(run: Run) -> None:
    told = run(*OPEN, "--whole").out
    assert "ca9-2020-07-13#NO-CONFLICT-A" in told
    assert "ca9-2020-07-13#NO-CONFLICT-A" not in run(*OPEN).out


def test_a_drawing_is_one_well_formed_image_with_its_text_beside_it(run: Run) -> None:
    root = ET.fromstring(run(*OPEN, "--format", "svg").out)  # noqa: S314 - our own output
    assert root.get("role") == "img"
    names = (root.get("aria-labelledby") or "").split()
    texts = {child.get("id"): child.text or "" for child in root}
    assert "City of Chicago" in texts[names[0]]
    assert "OPEN QUESTION OF LAW usc-8-1373#info-scope" in texts[names[1]]


def test_a_drawing_and_a_page_can_be_written_to_a_file(run: Run) -> None:
    for form in ("svg", "html"):
        assert run(*OPEN, "--format", form, "--output", f"proof.{form}").code == 0
        refused = run(*OPEN, "--format", form, "--output", f"proof.{form}")
        assert (refused.code, refused.err.partition(":")[0]) == (2, "A953")


def test_each_side_is_told_in_the_same_parts(run: Run) -> None:
    for asked in (OPEN, SUSPENDED):
        told = run(*asked, "--both-sides").out.splitlines()
        parts = [line.partition(":")[0] for line in told if line.startswith("  ") and line[2] != " "]
        parts = [part.removesuffix(" is settled") for part in parts]
        starts = [at for at, part in enumerate(parts) if part == parts[0]]
        assert len(starts) == 2
        # A side can have the ways of several readings that somebody holds; those stand under the same heading.
        one, other = (list(dict.fromkeys(side)) for side in (parts[: starts[1]], parts[starts[1] :]))
        assert one == other


def test_a_court_that_had_not_yet_spoken_is_not_named(run: Run) -> None:
    early = run("why", "--who", "chicago", "--question", "complies", *ON, "--both-sides").out
    assert "doj-letters-2017-10-11" not in early
    late = run(
        *("why", "--who", "chicago", "--question", "complies", "--on", "2017-12-30", "--known", "2017-12-30"),
        *("--both-sides", "--format", "json"),
    )
    assert "doj-letters-2017-10-11" in late.out


def test_what_was_bound_elsewhere_or_later_is_not_said_to_bind_here(run: Run) -> None:
    asked = ("why", "--who", "chicago", "--question", "complies", "--on", "2017-07-06", "--known", "2026-01-31")
    told = " ".join(run(*asked, "--both-sides").out.split())
    assert set(re.findall(r"bound here on the day by: (.*?) bound elsewhere", told)) == {"none on record"}
    # Where the act says no parties of its own, those of its source are told.
    assert "(edpa-2018-06-06), City of Philadelphia, 2018-06-06" in told
    (found,) = checked(run(*asked, "--both-sides", "--format", "json").out)["findings"]
    bound = [each for case in found["cases"] for need in case["needs"] for each in need.get("bound_by", ())]
    assert {(each["provision"], each["scope"], each["here"]) for each in bound} >= {
        ("edpa-2018-06-06", "philadelphia", "no"),
        ("ca9-2019-04-18", "circuit 9", "no"),
    }


def test_changes_are_rows_that_say_in_whose_hands_they_are(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run(*OPEN, "--flip", "--format", "csv").out)))
    assert {row["outcome"] for row in rows} >= {"holds", "does not hold"}
    assert {row["in_own_hands"] for row in rows} == {"yes", "in part", "no"}
    best = list(csv.DictReader(io.StringIO(run(*OPEN, "--both-sides", "--format", "csv").out)))
    assert {row["outcome"] for row in best} == {"holds", "does not hold"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((*CHICAGO, "--question", "detainers", "--flip"), "A966", "no rule concludes"),
        ((*CHICAGO, "--question", "eo-13768", "--both-sides"), "A966", "no rule concludes eo-13768"),
        ((*CHICAGO, "--question", "detainers", "--format", "svg"), "A966", "no rule concludes"),
        (("why", "--question", "complies", *ON, "--format", "svg"), "A967", "a drawing shows one finding"),
        ((*OPEN, "--whole", "--format", "html"), "A968", "only a proof is shown as html"),
        ((*OPEN, "--flip", "--format", "html"), "A968", "only a proof is shown as html"),
        ((*OPEN, "--flip", "--whole"), "A950", "not allowed with"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_what_can(
    run: Run, arguments: tuple[str, ...], code: str, said: str
) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.err.startswith(f"{code}: ")
    assert said in ran.err
    assert "\n  help: " in ran.err
    assert ran.out == ""


def test_what_two_orders_in_a_row_keep_silent_is_not_said_to_be_beyond_change(run: Run) -> None:
    asked = ("--who", "philadelphia", "--question", "fy2017-certification", "--program", "byrne-jag-fy2017")
    (found,) = checked(run("why", "--flip", *asked, "--on", "2018-07-01", "--format", "json").out)["findings"]
    orders = [{each["id"] for each in way["changes"] if each["kind"] == "order"} for way in found["flips"]]
    assert {"edpa-2017-11-15", "edpa-2018-06-06"} in orders


def test_a_search_that_was_cut_is_not_said_to_have_found_that_nothing_would_change_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ascertain.findings.changing.lifting._MOST_TOGETHER", 0)
    asked = ("--who", "philadelphia", "--question", "fy2017-certification", "--program", "byrne-jag-fy2017")
    told = " ".join(run("why", "--flip", *asked, "--on", "2018-07-01").out.split())
    assert "the search was stopped before its end" in told
    assert "no change of fact, reading, order, force or list would change it" not in told
