"""The docket of the 2016-2017 review, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascertain.docket.basis import rulebook_of
from ascertain.docket.load import load_docket
from ascertain.docket.model import Docket
from ascertain.rulebook.model.book import Rulebook

_FOLDER = Path(__file__).parents[2] / "dockets" / "doj-1373-2017"


@pytest.fixture(scope="session")
def docket() -> Docket:
    return load_docket(_FOLDER)


@pytest.fixture(scope="session")
def rulebook(docket: Docket) -> Rulebook:
    return rulebook_of(docket)
