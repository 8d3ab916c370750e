"""A survey answers for each entity of tables what ``find`` would answer for it alone."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path
from runpy import run_path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ascertain.cli.main import main
from ascertain.docket.mistakes import DocketError
from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.findings.find import find
from ascertain.law.model import Matter
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.bundled import bundled_folder, find_rulebook
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.terms import Between, Shown
from ascertain.survey.mapping import read_map
from ascertain.survey.store import stored
from ascertain.survey.surveyor import Surveyor
from ascertain.survey.tables import Row, rows

FOLDER = Path(__file__).parents[1] / "findings" / "deadlines"
QUESTIONS = ("government must have an audit", "the reporting deadline", "the report is late", "days late")
DAY = date(2022, 1, 1)
SAMPLE = bundled_folder("dockets") / "single-audit-sample"


@pytest.fixture(name="rulebook", scope="module")
def rulebook_fixture() -> Rulebook:
    return load_rulebook(FOLDER)


days = st.dates(date(2014, 1, 1), date(2022, 1, 1)).map(date.toordinal)
shown = st.fixed_dictionaries(
    {},
    optional={
        "government spends federal awards": st.integers(40_000_000, 110_000_000),
        "the fiscal year began on": days,
        "the fiscal year ended on": st.one_of(days, days.map(lambda day: Between(day, day + 20))),
        "the auditor's reports were received on": days,
        "the report was submitted on": days,
        "government is of Guam": st.booleans(),
    },
)


@settings(max_examples=60)
@given(shown, st.sampled_from(QUESTIONS))
def test_a_surveyor_finds_what_find_finds(rulebook: Rulebook, known: Mapping[str, Shown], question: str) -> None:
    law = compiled_for(rulebook).law(Matter(None, None, DAY, DAY))
    found = Surveyor(law, question).find(known)
    always, filed = Interval(None, None), Moment.parse("2000-01-01")
    claims = [Claim(term, "ely", "", term, value, always, "Ely", filed, Grade.FOUND) for term, value in known.items()]
    ely = Government("ely", "Ely")
    alone = find(rulebook, Record(tuple(claims), ""), ely, question, on=DAY, known=DAY, standard=Grade.FOUND)
    assert (found.word, set(found.possible)) == (alone.word, set(alone.possible))
    if found.word == "open":
        assert found.turns == tuple(turn.id for turn in (*alone.fact_turns, *alone.law_turns))


@settings(max_examples=20)
@given(st.lists(shown, min_size=2, max_size=6), st.sampled_from(QUESTIONS))
def test_what_was_answered_before_changes_no_answer(
    rulebook: Rulebook, many: list[Mapping[str, Shown]], question: str
) -> None:
    law = compiled_for(rulebook).law(Matter(None, None, DAY, DAY))
    together = Surveyor(law, question)
    assert [together.find(known) for known in many] == [Surveyor(law, question).find(known) for known in many]


MAP = """\
title: Towns
rulebook: deadlines
unknown: [n/a]
tables:
  - file: towns.csv
    key: id
    name: town
    columns:
      began: the fiscal year began on
      ended: the fiscal year ended on
      spent: government spends federal awards
      guam:
        term: government is of Guam
        values: {Y: "yes", N: "no"}
  - file: reports.csv
    key: town_id
    first: accepted
    columns:
      accepted: the report was submitted on
"""
TOWNS = """\
id,town,began,ended,spent,guam
2,Reno,2019-07-01,2020-06-30,749999.99,N
1,Ely,2019-07-01,2020-06-30,750000,N
3,"Elko, a town",2019-07-01,n/a,,Y
"""
REPORTS = """\
town_id,accepted
1,2021-05-01
1,2021-04-01
2,2021-03-31
9,2021-03-31
"""


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    (tmp_path / "map.yaml").write_text(MAP.replace("rulebook: deadlines", f"rulebook: {FOLDER}"))
    (tmp_path / "towns.csv").write_text(TOWNS)
    (tmp_path / "reports.csv").write_text(REPORTS)
    return tmp_path


@pytest.fixture(name="sample")
def sample_fixture(tmp_path: Path) -> Path:
    for file in SAMPLE.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


@pytest.fixture(name="single_audit", scope="module")
def single_audit_fixture() -> Rulebook:
    return load_rulebook(find_rulebook("single-audit", SAMPLE))


def read(folder: Path, rulebook: Rulebook) -> list[Row]:
    with stored(read_map(folder / "map.yaml", rulebook)) as tables:
        return list(rows(tables))


def test_rows_of_several_tables_are_one_entity_in_the_order_of_keys(folder: Path, rulebook: Rulebook) -> None:
    found = read(folder, rulebook)
    assert [(row.key, row.name) for row in found] == [(("1",), "Ely"), (("2",), "Reno"), (("3",), "Elko, a town")]
    submitted = "the report was submitted on"
    assert [row.facts.get(submitted) for row in found] == [
        date(2021, 4, 1).toordinal(),
        date(2021, 3, 31).toordinal(),
        None,
    ]
    assert found[2].facts == {
        "the fiscal year began on": date(2019, 7, 1).toordinal(),
        "government is of Guam": True,
    }


def test_parts_of_the_entities_are_all_of_them_once(folder: Path, rulebook: Rulebook) -> None:
    with stored(read_map(folder / "map.yaml", rulebook)) as tables:
        parts = [list(rows(tables, part, 2)) for part in (0, 1)]
    assert sorted(row.key for part in parts for row in part) == [("1",), ("2",), ("3",)]


def survey(folder: Path, *options: str) -> str:
    output = folder / "out"
    arguments = ["survey", str(folder / "map.yaml"), "--on", "2022-01-01", "--output", str(output), "--force"]
    assert main([*arguments, "--question", QUESTIONS[0], "--question", QUESTIONS[2], *options]) == 0
    return output.read_text("utf-8")


def test_the_command_tells_each_entity(folder: Path) -> None:
    table = list(csv.DictReader(survey(folder, "--format", "csv").splitlines()))
    assert [row["name"] for row in table] == ["Ely", "Reno", "Elko, a town"]
    assert [row[f"{QUESTIONS[0]}.finding"] for row in table] == ["holds", "does not hold", "open"]
    assert [row[f"{QUESTIONS[2]}.finding"] for row in table] == ["holds", "open", "open"]
    assert table[1][f"{QUESTIONS[2]}.turns_on"] == "the auditor's reports were received on"
    told = json.loads(survey(folder, "--format", "json"))
    schema = json.loads(files("ascertain.publish").joinpath("schemas/survey-1.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(told)
    assert [each["name"] for each in told["entities"]] == [row["name"] for row in table]


def test_the_command_counts_findings(folder: Path) -> None:
    assert [line.split()[-1] for line in survey(folder).splitlines() if line.startswith("the report is late")] == [
        "2",
        "1",
    ]


@pytest.mark.parametrize(
    ("file", "before", "after", "says"),
    [
        ("towns.csv", "id,town", "no,town", "towns.csv has no column id"),
        ("towns.csv", "2,Reno", "1,Reno", "towns.csv has several rows for id 1"),
        ("towns.csv", "749999.99", "much", 'towns.csv, id 2: "much" in spent is no value of'),
        ("towns.csv", "749999.99", "-5", 'towns.csv, id 2: "-5" in spent is no value of'),
        ("towns.csv", "2020-06-30,749", "2020-06-31,749", '"2020-06-31" in ended is no value of'),
        ("towns.csv", TOWNS.partition("\n")[2], "", "towns.csv has no rows"),
        ("map.yaml", "    first: accepted\n", "", "reports.csv has several rows for town_id 1"),
        ("map.yaml", "file: reports.csv", "file: report.csv", "there is no file"),
        ("map.yaml", "ended: the fiscal year ended on", "ended: the year ended", 'no term "the year ended"'),
        ("map.yaml", "ended: the fiscal year ended on", "ended: days late", "is concluded by rules"),
        ("map.yaml", 'Y: "yes"', 'Y: "perhaps"', '"perhaps" is no value of'),
        ("map.yaml", "key: town_id", "key: [town_id, accepted]", "different numbers of columns"),
        ("map.yaml", "tables:", "table:", 'no key "table"'),
        ("map.yaml", "title: Towns", "title: [Towns", "this YAML is broken"),
    ],
)
def test_what_is_wrong_with_a_table_or_a_map_is_told_with_its_place(
    folder: Path, rulebook: Rulebook, file: str, before: str, after: str, says: str
) -> None:
    text = (folder / file).read_text()
    assert before in text
    (folder / file).write_text(text.replace(before, after, 1))
    with pytest.raises(DocketError) as caught:
        read(folder, rulebook)
    assert says in caught.value.render()
    assert all(mistake.help for mistake in caught.value.mistakes)


def test_rows_of_several_periods_never_pass_as_those_of_one(folder: Path, rulebook: Rulebook) -> None:
    text = (folder / "map.yaml").read_text()
    (folder / "map.yaml").write_text(text.replace("    first: accepted\n", "    first: accepted\n    period: year\n"))
    reports = "town_id,accepted,year\n1,2021-05-01,2020\n1,2021-04-01,{}\n9,2021-03-31,2020\n9,2021-03-31,2019\n"
    (folder / "reports.csv").write_text(reports.format(2020))
    assert len(read(folder, rulebook)) == 3
    for year, told in (("2021", "2020 and 2021"), ("", "2020 and none")):
        (folder / "reports.csv").write_text(reports.format(year))
        with pytest.raises(DocketError, match=f"several year for town_id 1: {told}"):
            read(folder, rulebook)


@pytest.mark.parametrize("key", ["", "  "])
def test_an_entity_without_a_key_is_refused(folder: Path, rulebook: Rulebook, key: str) -> None:
    (folder / "towns.csv").write_text(TOWNS.replace("2,Reno", f"{key},Reno"))
    with pytest.raises(DocketError, match=r"towns\.csv has 1 row without id"):
        read(folder, rulebook)


def test_rows_of_entities_that_the_first_table_lacks_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    strangers = "".join(f"{number},2021-03-31\n" for number in (8, 7, 6, 5, 4)) + ",2021-03-31\n"
    (folder / "reports.csv").write_text(REPORTS + strangers + "8,2021-03-30\n")
    told = (
        "reports.csv: 1 row without town_id left out",
        "reports.csv: 7 rows of 6 entities not in towns.csv left out: "
        "town_id 4; town_id 5; town_id 6; town_id 7; town_id 8, among others",
    )
    assert json.loads(survey(folder, "--format", "json"))["notes"] == list(told)
    assert all(note in " ".join(survey(folder).split()) for note in told)
    assert not capsys.readouterr().err
    survey(folder, "--format", "csv")
    assert capsys.readouterr().err.splitlines() == list(told)


def test_the_report_of_a_single_stranger_is_told(folder: Path) -> None:
    assert json.loads(survey(folder, "--format", "json"))["notes"] == [
        "reports.csv: 1 row of 1 entity that is not in towns.csv left out: town_id 9"
    ]


@pytest.mark.parametrize(
    ("times", "told"),
    [
        (1, []),
        (2, ["federal_awards.csv: 1 row repeats another in every column and is added up all the same: {}"]),
        (3, ["federal_awards.csv: 2 rows repeat others in every column and are added up all the same: {}"]),
    ],
)
def test_award_lines_that_repeat_each_other_are_added_up_and_told(
    sample: Path, single_audit: Rulebook, times: int, told: Sequence[str]
) -> None:
    with (sample / "federal_awards.csv").open("a", newline="") as awards:
        awards.write("2016-06-SAMPLE-0000000109,SAMPLE000109,2016,99,999,1.50,N\n" * times)
    with stored(read_map(sample / "survey.yaml", single_audit)) as tables:
        assert list(tables.notes) == [note.format("auditee_uei SAMPLE000109") for note in told]
        found = next(row.awards for row in rows(tables) if row.key == ("SAMPLE000109",))
    (alike,) = found
    assert (alike.term, alike.number) == ("the program's expenditures in the fiscal year", len(alike.amounts))
    assert 150 * times in alike.amounts


def test_the_awards_of_a_report_that_was_submitted_again_are_never_added_up_twice(
    sample: Path, single_audit: Rulebook
) -> None:
    with (sample / "federal_awards.csv").open("a", newline="") as awards:
        awards.write("2016-06-SAMPLE-0000000999,SAMPLE000109,2016,99,999,1.50,N\n")
    told = r"several report_id for auditee_uei SAMPLE000109: 2016-06-SAMPLE-0000000109 and 2016-06-SAMPLE-0000000999"
    with (
        pytest.raises(DocketError, match=told),
        stored(read_map(sample / "survey.yaml", single_audit)),
    ):
        pass


def test_an_empty_table_of_awards_is_refused_and_one_without_lines_adds_nothing(
    sample: Path, single_audit: Rulebook
) -> None:
    awards = sample / "federal_awards.csv"
    awards.write_text(awards.read_text().partition("\n")[0] + "\n")
    with stored(read_map(sample / "survey.yaml", single_audit)) as tables:
        assert not any(row.awards for row in rows(tables))
    awards.write_text("")
    with (
        pytest.raises(DocketError, match="is empty"),
        stored(read_map(sample / "survey.yaml", single_audit)),
    ):
        pass


@pytest.mark.parametrize(("day", "ends"), [("9999-12-31", 2), ("0001-01-01", 0)])
def test_a_date_that_cannot_be_moved_is_told_with_its_entity(
    folder: Path, capsys: pytest.CaptureFixture[str], day: str, ends: int
) -> None:
    (folder / "towns.csv").write_text(TOWNS.replace("2019-07-01,2020-06-30,750000", f"{day},{day},750000"))
    arguments = ["survey", str(folder / "map.yaml"), "--on", "2022-01-01", "--question", QUESTIONS[1]]
    assert main(arguments) == ends
    assert ("A904: 1: the fiscal year" in capsys.readouterr().err) == (ends == 2)


def test_a_map_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["survey", str(tmp_path / "map.yaml"), "--on", "2022-01-01"]) == 2
    assert "is no file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "says"), [(b"", "is empty"), (b"id,town\n\xff\xfe,x\n", "cannot be read"), (b"id,town\n", "no column")]
)
def test_an_empty_or_broken_table_is_refused(folder: Path, rulebook: Rulebook, content: bytes, says: str) -> None:
    (folder / "towns.csv").write_bytes(content)
    with pytest.raises(DocketError, match=says):
        read(folder, rulebook)


def test_a_table_without_rows_adds_nothing(folder: Path, rulebook: Rulebook) -> None:
    (folder / "reports.csv").write_text("town_id,accepted\n")
    assert all("the report was submitted on" not in row.facts for row in read(folder, rulebook))


def test_the_sample_is_what_its_maker_makes(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    maker = run_path(str(root / "benchmarks" / "clearinghouse.py"))
    maker["write"](tmp_path, maker["at_boundaries"](), awards=3)
    for file in tmp_path.iterdir():
        assert file.read_text("utf-8") == (root / "dockets" / "single-audit-sample" / file.name).read_text("utf-8")
