"""The report of the bundled docket, made once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from ascertain.docket.load import load_docket
from ascertain.docket.model import Docket
from ascertain.publish.html.asking import Answers
from ascertain.publish.html.assemble import assemble
from ascertain.publish.html.report import render
from ascertain.publish.html.views.page import Report
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook

ROOT = Path(__file__).parents[2]
ON = date(2017, 7, 6)


@dataclass(frozen=True, slots=True)
class Made:
    """A report with what it was made from."""

    docket: Docket
    rulebook: Rulebook
    answers: Answers
    report: Report
    html: str


def made(docket: Docket, rulebook: Rulebook, on: date = ON, known: date = ON) -> Made:
    """The report of a docket on a day."""
    answers = Answers(docket, rulebook, on, known)
    report = assemble(docket, rulebook, answers, on=on, known=known, progress=lambda _: None)
    return Made(docket, rulebook, answers, report, render(report))


@pytest.fixture(scope="session")
def law() -> Rulebook:
    return load_rulebook(ROOT / "rulebooks" / "section-1373")


@pytest.fixture(scope="session")
def bundled(law: Rulebook) -> Made:
    """The report of the review of 2017 as of July 6 of that year."""
    return made(load_docket(ROOT / "dockets" / "doj-1373-2017", law), law)
