"""``find --over`` answers for each row of a table what ``find`` answers for that government alone."""

from __future__ import annotations

import csv
import io
import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ascertain.cli.main import main

Capture = pytest.CaptureFixture[str]
LAW = "section-1373"
DOCKET = "doj-1373-2017"
TABLE = "geoid,name,state,circuit,limits-cooperation\n"


def printed(capsys: Capture, *words: str) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


def rows(capsys: Capture, *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed(capsys, *words, "--format", "csv"))))


def table(folder: Path, text: str) -> str:
    (folder / "table.csv").write_text(text, "utf-8")
    return str(folder / "table.csv")


@pytest.mark.parametrize("day", ["1999-01-01", "2017-03-01", "2017-07-06", "2018-08-10", "2025-03-01"])
def test_each_row_is_answered_as_find_answers_for_it_alone(day: str, capsys: Capture) -> None:
    asked = ["--question", "consistent", "--question", "sanctuary-eo", "--question", "complies", "--on", day]
    over = rows(capsys, "find", LAW, "--over", DOCKET, *asked)
    whom = (word for row in over[: len(over) // 3] for word in ("--who", row["government"]))
    alone = rows(capsys, "find", LAW, "--standard", "asserted", *asked, *whom)
    by_name = {(row["question"], row["government"]): row for row in alone}
    assert len(over) == 3 * len({row["government"] for row in over})
    for row in over:
        other = by_name[row["question"], row["government"]]
        same = ("finding", "possible", "turns_on.law", "turns_on.fact")
        assert {key: row[key] for key in same} == {key: other[key] for key in same}, row


def test_a_timeline_of_a_row_is_that_of_the_government_by_outcome(capsys: Capture) -> None:
    asked = ["--question", "sanctuary-eo", "--from", "2016-01-01", "--to", "2018-12-31"]
    over = [row for row in rows(capsys, "find", LAW, "--over", DOCKET, *asked) if row["government"] == "chicago"]
    alone = rows(capsys, "find", LAW, "--who", "chicago", *asked)
    told = [(row["from"], row["finding"]) for row in alone if row["standard"] == alone[0]["standard"]]
    kept = [here for before, here in zip([("", ""), *told], told, strict=False) if before[1] != here[1]]
    assert [(row["from"], row["finding"]) for row in over] == kept


def test_what_a_column_says_counts_and_an_empty_cell_says_nothing(tmp_path: Path, capsys: Capture) -> None:
    made = table(tmp_path, "id,name,state,circuit,restricts-exchange\na,A,TX,5,yes\nb,B,TX,5,\n")
    said, silent = rows(capsys, "find", LAW, "--over", made, "--question", "complies-b", "--on", "2017-07-06")
    assert said["turns_on.fact"] != silent["turns_on.fact"]
    assert "exchang" in silent["turns_on.fact"]


def test_a_geoid_is_whom_the_law_knows_by_name_and_a_name_alone_is_not(tmp_path: Path, capsys: Capture) -> None:
    made = table(tmp_path, "geoid,name,state,circuit\n1714000,Chicago,IL,7\nx,City of Chicago,IL,7\n")
    shown = printed(capsys, "find", DOCKET, "--over", made, "--question", "complies", "--on", "2017-07-06")
    assert "x is called like chicago, which the law knows" in shown
    assert "1714000 is called" not in shown


@pytest.mark.parametrize("period", [("--on", "2017-07-06"), ("--from", "2017-01-01", "--to", "2017-12-31")])
def test_the_document_is_as_its_schema_says(period: tuple[str, ...], capsys: Capture) -> None:
    schema = json.loads(files("ascertain.publish").joinpath("schemas/table-1.json").read_text("utf-8"))
    asked = ("find", LAW, "--over", DOCKET, "--question", "sanctuary-eo", *period, "--format", "json")
    document = json.loads(printed(capsys, *asked))
    Draft202012Validator(schema).validate(document)
    assert document["findings"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,state\nA,TX\n", "the table has no column id, ocd_id or geoid"),
        ("id,nmae\na,A\n", 'no term heads the column "nmae"'),
        ("id,nmae\na,A\n", 'did you mean "name"?'),
        ("id,complies\na,yes\n", 'the column "complies" is of a term that rules conclude'),
        ("id,certified\na,yes\n", 'the column "certified" is of a term that is not about governments'),
        (TABLE + "1,A,TX,5,perhaps\n", 'this term is answered with yes or no, not "perhaps"'),
        (TABLE + "1,A,TX,five,\n", '"five" in the column "circuit" is no number'),
        (TABLE + "1,A,TX,5,\n1,B,TX,5,\n", 'the government "1" has two rows'),
        (TABLE + ",A,TX,5,\n", "this row has no geoid"),
        (TABLE + "1,A,TX,5\n", "this row has 4 cells where the header has 5"),
        (TABLE + '1,"A,TX,5,\n', "this table is broken"),
        (TABLE + "1714000,A,TX,7,\n", 'the state of "1714000" is TX here, and that of chicago, whose id it has, is IL'),
        ("id,id\na,b\n", "two columns of the table are the same"),
        (TABLE, "has no rows below its columns"),
        ("", "the table has no column id"),
    ],
)
def test_a_table_that_says_nothing_clear_is_one_error(text: str, told: str, tmp_path: Path, capsys: Capture) -> None:
    made = table(tmp_path, text)
    assert main(["find", DOCKET, "--over", made, "--question", "complies", "--on", "2017-07-06"]) == 2
    out, err = capsys.readouterr()
    assert told in err
    assert not out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--over", DOCKET, "--who", "chicago"), "leave out --who"),
        (("--over", DOCKET, "--standard", "asserted"), "leave out --who and --standard"),
        (("--over", DOCKET, "--question", "eo-13768#sec-9a-grants"), "--over answers for terms"),
        (("--over", DOCKET, "--question", "detainers"), "is a fact, which no rule concludes"),
        (("--over", "nowhere.csv"), "nowhere.csv cannot be read: no such file or directory"),
    ],
)
def test_a_question_that_a_table_cannot_answer_is_one_error(words: tuple[str, ...], told: str, capsys: Capture) -> None:
    assert main(["find", LAW, "--on", "2017-07-06", *words]) == 2
    assert told in " ".join(capsys.readouterr().err.split())


def test_a_table_that_is_not_text_is_one_error(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "table.csv").write_bytes(b"\xff\xfe\x00")
    assert main(["find", LAW, "--over", str(tmp_path / "table.csv"), "--on", "2017-07-06"]) == 2
    assert "is not text in UTF-8" in capsys.readouterr().err


def test_a_question_about_amounts_is_sent_to_the_survey(tmp_path: Path, capsys: Capture) -> None:
    made = table(tmp_path, "id,name\na,A\n")
    assert main(["find", "single-audit", "--over", made, "--question", "late", "--on", "2025-12-01"]) == 2
    assert "ask it with ascertain survey" in " ".join(capsys.readouterr().err.split())


def test_twenty_mistakes_of_a_long_table_are_enough(tmp_path: Path, capsys: Capture) -> None:
    text = TABLE + "".join(f"n{at},A,TX,x{at},\n" for at in range(1, 100))
    assert main(["find", DOCKET, "--over", table(tmp_path, text), "--question", "complies", "--on", "2017-07-06"]) == 2
    assert capsys.readouterr().err.count("is no number") == 20
