"""What can be asked, and what an answer does with a name or a day that does not fit."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from pathlib import Path

import pytest

from ascertain.cli.parser import build

from .conftest import Run
from .test_commands import checked

ON = ("--on", "2017-07-06", "--known", "2017-07-06")
GRANTS = "eo-13768#sec-9a-grants"


def test_force_can_be_asked_as_a_finding(run: Run) -> None:
    found = checked(run("find", "--question", GRANTS, "--who", "chicago", *ON, "--format", "json").out)["findings"]
    assert {(one["finding"], one["force"]["state"]) for one in found} == {("does not hold", "suspended")}
    assert found[0]["authorities"] == ["ndcal-2017-04-25", GRANTS]
    assert found[0]["receipt"]["rulebook"]


def test_the_force_of_a_provision_is_the_same_under_each_standard(run: Run) -> None:
    found = checked(run("find", "--question", GRANTS, "--who", "chicago", *ON, "--format", "json").out)["findings"]
    assert [one["standard"] for one in found] == ["asserted", "documented", "found"]
    rest = [{key: value for key, value in one.items() if key not in {"standard", "receipt"}} for one in found]
    assert rest == [rest[0]] * 3


def test_a_table_shows_force_once_with_its_state_in_words(run: Run) -> None:
    table = run("find", "--question", GRANTS, "--who", "chicago", *ON).out
    (row,) = [line for line in table.splitlines() if line.startswith("City of Chicago")]
    assert re.match(r"City of Chicago +does not hold +suspended +2017-01-25", row)


def test_a_statute_is_asked_about_by_its_citation(run: Run) -> None:
    by_citation = run("find", "--question", "8 U.S.C. § 1373", "--who", "chicago", *ON)
    assert by_citation.code == 0, by_citation.err
    assert by_citation.out == run("find", "--question", "usc-8-1373", "--who", "chicago", *ON).out


def test_a_timeline_of_force_says_when_it_began_and_was_suspended(run: Run) -> None:
    period = ("--from", "2017-01-01", "--to", "2017-06-30")
    asked = ("find", "--question", GRANTS, "--who", "chicago", *period, "--standard", "found", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(run(*asked).out)))
    assert [(row["from"], row["finding"], row["force.state"]) for row in rows] == [
        ("2017-01-01", "does not hold", "not yet"),
        ("2017-01-25", "holds", "in force"),
        ("2017-04-25", "does not hold", "suspended"),
    ]


def test_why_explains_force_by_the_acts_that_decide_it(run: Run) -> None:
    told = run("why", "--question", GRANTS, "--who", "chicago", *ON).out
    decided = told.partition("decided by")[2].partition("also bears on it")[0]
    assert "2017-04-25 ndcal-2017-04-25 suspends eo-13768#sec-9a (everyone)" in decided
    assert "ag-memo-2017-05-22" not in decided
    assert "ag-memo-2017-05-22 clarifies" in told


def test_the_force_of_a_provision_comes_with_a_receipt(run: Run) -> None:
    forces = checked(run("force", GRANTS, "--who", "chicago", *ON, "--format", "json").out)["forces"]
    finding = checked(run("find", "--question", GRANTS, "--who", "chicago", *ON, "--format", "json").out)["findings"][0]
    receipt = forces[0]["receipt"]
    assert receipt == {key: value for key, value in finding["receipt"].items() if key in receipt}
    assert (receipt["on"], receipt["known"]) == ("2017-07-06", "2017-07-06")


def test_the_law_at_large_is_asked_about_where_nobody_is_under_review(run: Run) -> None:
    """No one was under review in 2010; force is then asked for anyone, and a finding needs someone."""
    forces = checked(run("force", "usc-8-1373", "--on", "2010-01-01", "--format", "json").out)["forces"]
    assert [(one["government"], one["state"]) for one in forces] == [(None, "in force")]
    refused = run("find", "--on", "2010-01-01")
    assert refused.code == 2
    assert "nobody is under review on 2010-01-01" in refused.err


def test_a_named_question_is_asked_of_every_program_headings_first(run: Run) -> None:
    asked = ("find", "--question", "eligible", "--who", "chicago", "--standard", "found", *ON, "--format", "csv")
    programs = [row["program"] for row in csv.DictReader(io.StringIO(run(*asked).out))]
    assert len(set(programs)) == len(programs)
    for heading, part in (
        ("dhs-hsgp", "fema-grants"),
        ("other-federal", "hud-grants"),
        ("byrne-jag", "byrne-jag-fy2016"),
    ):
        assert programs.index(heading) < programs.index(part)


def test_a_program_that_nobody_could_know_of_is_left_out_unless_it_is_named(run: Run) -> None:
    day = ("--on", "2017-07-06")
    asked = ("find", "--question", "eligible", "--who", "chicago", "--standard", "found", *day, "--format", "csv")

    def programs(*more: str) -> set[str]:
        return {row["program"] for row in csv.DictReader(io.StringIO(run(*asked, *more).out))}

    unborn = {"byrne-jag-fy2018", "byrne-jag-fy2019", "byrne-jag-fy2020"}
    assert not unborn & programs("--known", "2017-07-06")
    assert "byrne-jag-fy2017" in programs("--known", "2017-07-06")
    assert unborn <= programs("--known", "2020-07-06")
    assert programs("--known", "2017-07-06", "--program", "byrne-jag-fy2018") == {"byrne-jag-fy2018"}


@pytest.mark.parametrize(
    ("arguments", "says", "help_says"),
    [
        (("find", "--who", "hud"), "that is an agency", "--program hud-grants"),
        (("find", "--who", "byrne-jag"), "that is a program", "--program byrne-jag"),
        (("find", "--question", "byrne-jag"), "that is a program", "--program byrne-jag"),
        (("find", "--question", "info-scope"), "that is a contested point", "ascertain why"),
        (("find", "--program", "chicago"), "that is a government", "--who chicago"),
        (("find", "--program", "complies"), "that is a term", "--question complies"),
        (("find", "--who", GRANTS), "that is a provision", f"ascertain force {GRANTS}"),
        (("find", "--who", "us-conference-of-mayors"), "that is a group", "--who "),
        (("force", "cook-county"), "that is a government", "--who cook-county"),
    ],
)
def test_a_name_given_to_the_wrong_option_is_told_where_it_belongs(
    run: Run, arguments: tuple[str, ...], says: str, help_says: str
) -> None:
    ran = run(*arguments, *ON)
    assert ran.code == 2
    assert says in ran.err
    assert help_says in ran.err.partition("help: ")[2]


@pytest.mark.parametrize(
    ("arguments", "main"),
    [
        (("find", "--who", "zzz"), "chicago"),
        (("find", "--question", "zzz"), "complies"),
        (("find", "--program", "zzz"), "byrne-jag"),
        (("force", "zzz"), "eo-13768"),
    ],
)
def test_where_no_name_is_near_the_main_ones_are_shown_and_where_all_are(
    run: Run, arguments: tuple[str, ...], main: str
) -> None:
    help_line = run(*arguments, *ON).err.partition("help: ")[2]
    assert main in help_line
    assert "ascertain names" in help_line


def test_a_rulebook_that_names_nobody_answers_for_the_law_at_large_and_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "vocabulary.md").write_text(
        "---\nid: book\ntitle: Book\ncovers: {from: 2017-01-01}\n---\n# Words\n"
    )
    (tmp_path / "book" / "act.md").write_text(
        "---\nid: act\nkind: statute\ntitle: Act\ncitations: [{text: Act 1}]\nissuer: Congress\nissued: 2017-01-01\n"
        "in-force: [{from: 2017-01-01}]\nbinds: everyone\nsources: [none]\nconfidence: memory\n---\n# Act\n"
    )
    forces = checked(run("force", "act", "book", "--on", "2017-02-01", "--format", "json").out)["forces"]
    assert [(one["government"], one["state"]) for one in forces] == [(None, "in force")]
    assert "names nobody" in run("find", "book", "--question", "act", "--on", "2017-02-01").err
    assert "there is no government to name" in run("find", "book", "--who", "chicago", "--on", "2017-02-01").err


def test_every_name_listed_is_taken(run: Run) -> None:
    names = checked(run("names", "--format", "json").out)["names"]
    last = {one["takes"]: one["name"] for one in names}
    options = ("--who", last["who"], "--question", last["question"], "--program", last["program"])
    assert run("find", *options, *ON).code == 0
    assert run("force", last["provision"], "--who", "chicago", *ON).code == 0


@pytest.mark.parametrize("command", ["find", "force", "why"])
@pytest.mark.parametrize("name", [("--who", "chicgo"), ("--program", "byrne-jg")])
def test_a_wrong_name_is_said_before_a_wrong_day(run: Run, command: str, name: tuple[str, str]) -> None:
    question = ("--question", "eligible") if command == "why" else ()
    assert "did you mean" in run(command, *name, *question, "--on", "1900-01-01").err


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        (("find", "--who", "chicago", "--question", "complies", "--on", "1900-01-01"), ("--on", "1900-01-01")),
        (("why", "--who", "chicago", "--question", "complies", "--on", "2999-01-01"), ("--on", "2999-01-01")),
        (("force", GRANTS, "--who", "chicago", "--from", "1900-01-01"), ("--from", "1900-01-01")),
        (("force", GRANTS, "--who", "chicago", "--to", "2999-01-01"), ("--to", "2999-01-01")),
    ],
)
def test_a_day_outside_the_coverage_gets_one_that_can_be_copied(
    run: Run, arguments: tuple[str, ...], given: tuple[str, str]
) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    suggested = shlex.split(ran.err.rpartition("such as ")[2])
    assert suggested[0] == given[0]
    assert run(*(suggested[1] if word == given[1] else word for word in arguments)).code == 0


@pytest.mark.parametrize(
    "twice",
    [
        ("--on", "2017-07-06", "--on", "2017-07-07"),
        ("--known", "2017-07-06", "--known", "2017-07-06"),
        ("--program", "scaap", "--program", "byrne-jag"),
        ("--standard", "found", "--standard", "asserted"),
        ("--format", "table", "--format", "json"),
    ],
)
def test_an_option_of_one_value_is_refused_twice(run: Run, twice: tuple[str, ...]) -> None:
    ran = run("find", "--question", "complies", *twice)
    assert ran.code == 2
    assert f"{twice[0]} is given twice" in ran.err


def test_options_that_may_be_repeated_are_taken_twice(run: Run) -> None:
    asked = ("--who", "chicago", "--who", "california", "--question", "detainers", "--question", "complies")
    found = json.loads(run("find", *asked, *ON, "--format", "json").out)["findings"]
    assert {one["government"] for one in found} == {"chicago", "california"}
    assert len({one["question"] for one in found}) == 2


def test_the_record_is_shown_as_of_one_day(run: Run) -> None:
    ran = run("docket", "--on", "2017-05-01", "--known", "2017-07-06")
    assert ran.code == 2
    assert "as it was on one day" in ran.err


SITES = ("serve", "record")
"""What keeps a site, which the tests of the web docket serve and ask; here it would not come to an end."""


def test_every_example_in_the_help_can_be_typed(run: Run, tmp_path: Path) -> None:
    parser = build()
    helps = [parser.format_help(), *(command.format_help() for command in parser.commands.values())]
    examples = [
        line.split("   ")[0] for text in helps for line in re.findall(r"^  ascertain (.+)$", text, re.MULTILINE)
    ]
    assert len(examples) > len(parser.commands)
    for example in examples:
        if shlex.split(example)[0] in SITES:
            assert parser.parse_args(shlex.split(example)).command in SITES
            continue
        ran = run(*shlex.split(example))
        assert ran.code in (0, 1), (example, ran.err)


def test_the_rows_of_a_period_say_what_its_objects_say(run: Run) -> None:
    asked = ("find", "--who", "chicago", "--question", "complies-a", "--from", "2016-01-01", "--to", "2018-12-31")
    rows = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv").out)))
    objects = checked(run(*asked, "--format", "json").out)["findings"]
    assert len(rows) == len(objects) > 1
    for row, told in zip(rows, objects, strict=True):
        turning = ("; ".join(each["id"] for each in told["turns_on"][kind]) for kind in ("law", "fact"))
        assert (row["turns_on.law"], row["turns_on.fact"]) == tuple(turning)
        listed = ("; ".join(told[name]) for name in ("possible", "authorities"))
        assert (row["possible"], row["authorities"]) == tuple(listed)
        same = ("government", "program", "question", "on", "known", "standard", "finding", "from", "until")
        assert [row[name] for name in same] == [told[name] or "" for name in same]
        assert (row["receipt.rulebook"], row["receipt.record"]) == (
            told["receipt"]["rulebook"],
            told["receipt"]["record"],
        )
