"""Every kind of mistake in a docket, with the exact words that its writer reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascertain.docket.load import load_docket
from ascertain.docket.mistakes import Code, DocketError
from docket.build import BAD, RULEBOOK, broken

NAMES = sorted(folder.name for folder in BAD.iterdir())


def rendered(name: str, folder: Path) -> str:
    docket = broken(name, folder)
    with pytest.raises(DocketError) as caught:
        load_docket(docket, RULEBOOK)
    return caught.value.render().replace(str(docket), "docket") + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_each_mistake_is_told_in_its_recorded_words(name: str, tmp_path: Path) -> None:
    assert rendered(name, tmp_path) == (BAD / name / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_each_mistake_says_what_to_do(name: str, tmp_path: Path) -> None:
    docket = broken(name, tmp_path)
    with pytest.raises(DocketError) as caught:
        load_docket(docket, RULEBOOK)
    assert all(mistake.help for mistake in caught.value.mistakes)


def test_every_code_that_reading_a_folder_can_give_has_an_example() -> None:
    recorded = "".join((BAD / name / "expected.txt").read_text(encoding="utf-8") for name in NAMES)
    elsewhere = {Code.NOT_EMPTY, Code.CANNOT_WRITE, Code.UNREADABLE}
    assert {code for code in Code if f"{code}:" not in recorded} == elsewhere


def test_a_path_that_is_nothing_or_a_file_is_no_docket(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("text", encoding="utf-8")
    told = {"nothing": "there is no folder", "file.txt": "is a file, not a docket"}
    for name, said in told.items():
        with pytest.raises(DocketError, match=said):
            load_docket(tmp_path / name, RULEBOOK)


def test_a_file_that_is_a_folder_cannot_be_read(tmp_path: Path) -> None:
    docket = broken("gap-in-numbers", tmp_path)
    (docket / "entries" / "0005-response-ogden.md").mkdir()
    with pytest.raises(DocketError, match="cannot be read: is a directory"):
        load_docket(docket, RULEBOOK)
