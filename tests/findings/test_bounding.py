"""What a quantity can be, as the conditions under which a rule says it bound it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascertain.findings.answers.spans import amounts
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.find import find
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import QUANTITIES

from . import brute
from .books import DAY, rules, term
from .random_quantities import narrow
from .random_rulebooks import QUESTION

_BATCH = 50


@pytest.mark.parametrize("first", range(0, 300, _BATCH))
def test_whatever_a_quantity_comes_to_lies_within_what_it_is_said_to_be(first: int) -> None:
    bounded = 0
    for seed in range(first, first + _BATCH):
        made, values = narrow(seed)
        if made.rulebook.terms[QUESTION].type not in QUANTITIES:
            continue
        told = amounts(Diagram(made.law, QUESTION).situation(made.known), QUESTION)
        for worth in set(brute.completions(made, values).values()):
            if not isinstance(worth, Outcome):
                ends = ((each.least, each.most) for each in told)
                assert any((low is None or low <= worth) and (high is None or worth <= high) for low, high in ends)
        bounded += sum(each.bounded for each in told)
    assert bounded


def said(folder: Path, text: str, *terms: str) -> list[str]:
    made = rules(folder, text, *terms)
    found = find(made, Record((), "none"), None, "the limit", on=DAY, known=DAY, standard=Grade.FOUND)
    return [each.words for each in found.amounts]


def test_a_share_is_bounded_by_the_range_for_which_it_is_said(tmp_path: Path) -> None:
    text = """
        rule L: the limit
          is $750,000 if the amount <= $25,000,000
          is 3% of the amount if all of
            - the amount >= $30,000,000
            - the amount <= $100,000,000
        """
    terms = (term("the amount", "money") + "  at least: $0\n", term("the limit", "money"))
    assert said(tmp_path, text, *terms) == ["$750,000", "$900,000 to $3,000,000"]


@pytest.mark.parametrize(("op", "told"), [(">", "at least 1"), (">=", "at least 0"), ("<", "at most -1")])
def test_a_difference_is_bounded_by_the_comparison_under_which_it_is_said(op: str, told: str, tmp_path: Path) -> None:
    text = f"""
        rule L: the limit
          is the day it came - the day it was due if the day it came {op} the day it was due
        """
    terms = (term("the day it came", "date"), term("the day it was due", "date"), term("the limit", "number"))
    assert said(tmp_path, text, *terms) == [told]


@pytest.mark.parametrize(
    ("op", "told"), [(">", "at least 1"), (">=", "at least 0"), ("<", "at most -1"), ("<=", "at most 0")]
)
def test_a_difference_of_one_unknown_is_bounded_by_the_comparison_under_which_it_is_said(
    op: str, told: str, tmp_path: Path
) -> None:
    text = f"""
        rule L: the limit
          is (the count + 10) - 100 if the count + 10 {op} 100
        """
    assert said(tmp_path, text, term("the count", "number"), term("the limit", "number")) == [told]


def test_of_what_nothing_is_known_the_words_of_the_rule_are_told(tmp_path: Path) -> None:
    terms = term("the count", "number"), term("the limit", "number")
    assert said(tmp_path, "rule L: the limit\n  is the count in every case", *terms) == ["the count"]
