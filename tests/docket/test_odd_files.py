"""What stands in a docket and cannot be read is a mistake, never as if it were not there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ascertain.docket.files import digest_of
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


def test_a_held_exhibit_that_is_a_pipe_is_a_mistake(docket: Path) -> None:
    exhibit = docket / "exhibits" / "usc-8-1373.txt"
    exhibit.unlink()
    os.mkfifo(exhibit)
    with pytest.raises(DocketError, match=r"exhibits/usc-8-1373\.txt:1:1"):
        load_docket(docket)


def test_a_held_exhibit_that_is_a_folder_is_a_mistake(docket: Path) -> None:
    exhibit = docket / "exhibits" / "usc-8-1373.txt"
    exhibit.unlink()
    exhibit.mkdir()
    with pytest.raises(DocketError, match=r"exhibits/usc-8-1373\.txt:1:1"):
        load_docket(docket)


def test_a_pipe_that_the_docket_does_not_name_is_left_alone(docket: Path) -> None:
    os.mkfifo(docket / "exhibits" / "pipe")
    load_docket(docket)


def test_a_folder_that_links_to_itself_is_a_mistake(docket: Path) -> None:
    (docket / "exhibits" / "again").symlink_to(docket)
    with pytest.raises(DocketError, match="exhibits/again:1:1"):
        load_docket(docket)


def test_what_lies_behind_a_link_belongs_to_the_docket_s_digest(docket: Path, tmp_path: Path) -> None:
    (docket / "entries").rename(tmp_path / "elsewhere")
    (docket / "entries").symlink_to(tmp_path / "elsewhere")
    before = digest_of(docket)
    entry = tmp_path / "elsewhere" / "0040-response-miami-dade.md"
    entry.write_text(entry.read_text(encoding="utf-8") + "more\n", encoding="utf-8")
    assert digest_of(docket) != before
