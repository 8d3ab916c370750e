"""The worked case, read once: the rulebook on § 1373 and the docket of the 2016-2017 review."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascertain.docket.basis import rulebook_of
from ascertain.docket.load import load_docket
from ascertain.docket.model import Docket
from ascertain.rulebook.model.book import Rulebook

from .asking import Case

_FOLDER = Path(__file__).parents[2] / "dockets" / "doj-1373-2017"


@pytest.fixture(scope="session")
def docket() -> Docket:
    return load_docket(_FOLDER)


@pytest.fixture(scope="session")
def rulebook(docket: Docket) -> Rulebook:
    return rulebook_of(docket)


@pytest.fixture(scope="session")
def case(rulebook: Rulebook, docket: Docket) -> Case:
    return Case(rulebook, docket)
