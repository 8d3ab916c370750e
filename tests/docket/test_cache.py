"""A docket from the cache is the docket of the folder, whatever happened to either in between."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from ascertain.docket.cache import cached_docket, open_docket
from ascertain.docket.load import load_docket
from ascertain.docket.mistakes import DocketError
from docket.build import GOOD, PUBLISHES, copy_of_good


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASCERTAIN_CACHE", str(tmp_path / "cache"))


def test_a_cached_docket_equals_a_read_one_and_answers_the_same(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    read, first, again = load_docket(docket), cached_docket(docket), cached_docket(docket)
    assert read == first == again
    assert read.record == first.record == again.record
    assert again.path == docket
    day = read.entries[-1].date.latest
    facts = {repr(one.record.fact(PUBLISHES, "springfield", "", day, day)) for one in (read, first, again)}
    assert len(facts) == 1


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    cached_docket(docket)
    head = docket / "docket.md"
    head.write_text(head.read_text(encoding="utf-8").replace("three audits", "audits"), encoding="utf-8")
    assert cached_docket(docket).title == "Review of audits"


def test_a_changed_exhibit_is_noticed_though_the_docket_was_cached(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    cached_docket(docket)
    (docket / "exhibits" / "code-5.txt").write_text("changed", encoding="utf-8")
    with pytest.raises(DocketError, match="has changed"):
        cached_docket(docket)


def test_a_changed_rulebook_checks_the_docket_anew(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    cached_docket(docket)
    vocabulary = tmp_path / "rulebooks" / "audits" / "vocabulary.md"
    text = vocabulary.read_text(encoding="utf-8").replace("term: the auditor\n", "term: the auditing office\n")
    vocabulary.write_text(text, encoding="utf-8")
    with pytest.raises(DocketError, match="the auditor"):
        cached_docket(docket)


def test_two_folders_that_say_the_same_keep_their_own_paths(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    other = Path(copytree(docket, tmp_path / "other"))
    assert cached_docket(docket).path == docket
    assert cached_docket(other).path == other


def test_a_damaged_cache_costs_only_time(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    whole = cached_docket(docket)
    for file in (tmp_path / "cache").iterdir():
        file.write_bytes(b"damaged")
    assert cached_docket(docket) == whole


def test_a_docket_with_mistakes_is_never_cached(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    (docket / "awards.csv").write_text("nothing\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(DocketError, match="D401"):
            cached_docket(docket)


def test_a_docket_comes_with_the_rulebook_that_it_was_checked_against() -> None:
    docket, rulebook = open_docket(GOOD)
    assert rulebook.id == docket.rulebook


def test_a_cached_docket_imports_no_parser() -> None:
    script = (
        "import sys; from pathlib import Path; from ascertain.docket.cache import open_docket\n"
        "open_docket(Path(sys.argv[1]))\n"
        "print(sorted({'yaml', 'lark', 'csv', 'jinja2', 'jsonschema'} & set(sys.modules)))"
    )
    open_docket(GOOD)
    done = subprocess.run([sys.executable, "-c", script, str(GOOD)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _pipe(at: Path) -> None:
    os.mkfifo(at)


def _folder(at: Path) -> None:
    at.mkdir()


def _link_to_nothing(at: Path) -> None:
    at.symlink_to("nowhere")


@pytest.mark.parametrize("put", [_pipe, _folder, _link_to_nothing])
def test_an_entry_that_cannot_be_read_is_noticed_though_the_docket_was_cached(
    tmp_path: Path, put: Callable[[Path], None]
) -> None:
    docket = copy_of_good(tmp_path)
    cached_docket(docket)
    put(docket / "entries" / "0010-statement-odd.md")
    with pytest.raises(DocketError, match="cannot be read"):
        cached_docket(docket)
