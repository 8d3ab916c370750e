"""What stands in a docket and cannot be read is a mistake, never as if it were not there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ascertain.docket.load import load_docket
from ascertain.docket.mistakes import DocketError
from ascertain.rulebook.bundled import bundled_folder


@pytest.fixture(name="docket")
def docket_fixture(tmp_path: Path) -> Path:
    shutil.copytree(bundled_folder("rulebooks"), tmp_path / "rulebooks")
    shutil.copytree(bundled_folder("dockets"), tmp_path / "dockets")
    return tmp_path / "dockets" / "doj-1373-2017"


def test_an_entry_that_links_to_itself_is_a_mistake(docket: Path) -> None:
    entry = docket / "entries" / "0040-response-miami-dade.md"
    entry.unlink()
    entry.symlink_to(entry)
    with pytest.raises(DocketError, match="0040-response-miami-dade"):
        load_docket(docket)


def test_a_table_that_is_a_pipe_is_a_mistake(docket: Path) -> None:
    (docket / "governments.csv").unlink()
    os.mkfifo(docket / "governments.csv")
    with pytest.raises(DocketError, match=r"governments\.csv"):
        load_docket(docket)


def test_entries_that_are_a_file_are_a_mistake(docket: Path) -> None:
    shutil.rmtree(docket / "entries")
    (docket / "entries").write_text("x")
    with pytest.raises(DocketError, match="should be a folder"):
        load_docket(docket)
