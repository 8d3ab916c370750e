"""Dates that rules would move out of the years that dates are of are refused by name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ascertain.rulebook.mistakes import BadInput
from ascertain.rulebook.model.book import Rulebook
from ascertain.verify.cases import run_cases
from findings.books import ask, authority, book, claim, fence, term

NEVER = date.max.toordinal()
RULES = """\
rule D: the deadline
  is the report came in on + 30 days in every case

rule R: answer
  holds if the year ended on > the deadline
  does not hold otherwise
"""
CASE = """\
case: a report that never came
  on: 2017-07-06
  given: the report came in on = 9999-12-31
  ask: the deadline
  expect: silent
"""


def made(folder: Path, *more: str) -> Rulebook:
    terms = [term("answer"), *(term(each, "date") for each in ("the report came in on", "the year ended on"))]
    body = fence("rules", RULES) + "".join(more)
    return book(folder, [*terms, term("the deadline", "date")], authority("act", body))


@pytest.mark.parametrize("question", ["answer", "the deadline"])
def test_a_date_that_stands_for_never_is_named_with_what_to_do(question: str, tmp_path: Path) -> None:
    known = claim("the report came in on", NEVER), claim("the year ended on", date(2017, 6, 30).toordinal())
    with pytest.raises(BadInput, match=r"A904: the report came in on = 9999-12-31: .*30 days is no date") as refused:
        ask(made(tmp_path), *known, question=question)
    assert "leave the fact out" in refused.value.mistakes[0].help


def test_a_case_that_gives_such_a_date_is_refused_at_its_place(tmp_path: Path) -> None:
    rulebook = made(tmp_path, fence("cases", CASE))
    with pytest.raises(BadInput, match="A904") as refused:
        run_cases(rulebook)
    assert refused.value.mistakes[0].places == (rulebook.cases[0].place,)


def test_the_last_date_that_can_be_moved_is_not_refused(tmp_path: Path) -> None:
    found = ask(made(tmp_path), claim("the report came in on", NEVER - 30), question="the deadline")
    assert found.word == "9999-12-31"
