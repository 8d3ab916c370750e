"""Rows of a search say whether it was carried through."""

from __future__ import annotations

import csv

import pytest

from .conftest import Run

ASKED = ("why", "--question", "complies", "--who", "chicago", "--on", "2017-07-06", "--known", "2017-07-06")


@pytest.mark.parametrize("way", ["--flip", "--both-sides"])
def test_every_row_says_whether_the_search_was_carried_through(run: Run, way: str) -> None:
    rows = list(csv.DictReader(run(*ASKED, way, "--format", "csv").out.splitlines()))
    assert rows
    assert {row["complete"] for row in rows} <= {"yes", "no"}
