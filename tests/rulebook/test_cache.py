"""The cache saves time and changes nothing else."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from ascertain.rulebook import load
from ascertain.rulebook.cache import cached, cached_rulebook, source_version
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.mistakes import RulebookError
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.packing import pack, unpack

from .small import written


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASCERTAIN_CACHE", str(tmp_path / "cache"))
    return written(tmp_path / "rulebook")


def refuse_to_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(files: object) -> Rulebook:
        raise AssertionError("compiled again")

    monkeypatch.setattr(load, "compile_files", refuse)


def cache_files(folder: Path) -> list[Path]:
    return sorted((folder.parent / "cache").iterdir())


def test_a_cached_rulebook_equals_the_loaded_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = load_rulebook(folder)
    assert cached_rulebook(folder) == fresh
    refuse_to_compile(monkeypatch)
    assert cached_rulebook(folder) == fresh


def test_a_changed_file_is_compiled_anew(folder: Path) -> None:
    before = cached_rulebook(folder)
    law = folder / "law.md"
    law.write_text(law.read_text("utf-8").replace("title: The law", "title: The same law"), encoding="utf-8")
    after = cached_rulebook(folder)
    assert after.authorities["law"].title == "The same law"
    assert after.digest != before.digest


@pytest.mark.parametrize("damage", [b"", b"short", None], ids=["empty", "short", "one byte"])
def test_a_damaged_cache_is_rewritten(folder: Path, damage: bytes | None) -> None:
    fresh = cached_rulebook(folder)
    (file,) = cache_files(folder)
    good = file.read_bytes()
    file.write_bytes(good[:-5] + bytes([good[-5] ^ 1]) + good[-4:] if damage is None else damage)
    assert cached_rulebook(folder) == fresh
    assert file.read_bytes() == good


def test_the_cache_is_private_and_leaves_no_drafts(folder: Path) -> None:
    cached_rulebook(folder)
    assert (folder.parent / "cache").stat().st_mode & 0o777 == 0o700
    assert len(cache_files(folder)) == 1


def test_a_cache_that_cannot_be_written_costs_only_time(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("ASCERTAIN_CACHE", str(tmp_path / "file" / "cache"))
    assert cached_rulebook(folder) == load_rulebook(folder)


def test_a_pipe_in_the_cache_is_not_waited_for(folder: Path) -> None:
    cached_rulebook(folder)
    (file,) = cache_files(folder)
    file.unlink()
    os.mkfifo(file)
    script = (
        "import sys; from pathlib import Path; from ascertain.rulebook.cache import cached_rulebook;"
        "cached_rulebook(Path(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", script, str(folder)], check=True, timeout=60)


def test_the_cache_follows_the_users_settings(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ASCERTAIN_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    cached_rulebook(folder)
    assert list((tmp_path / "xdg" / "ascertain").iterdir())
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    cached_rulebook(folder)
    assert list((tmp_path / "home" / ".cache" / "ascertain").iterdir())


def test_a_rulebook_with_mistakes_is_not_kept(folder: Path) -> None:
    (folder / "law.md").write_text("nothing", encoding="utf-8")
    with pytest.raises(RulebookError):
        cached_rulebook(folder)
    assert not (folder.parent / "cache").exists()


def test_a_value_of_another_kind_is_computed_anew(folder: Path) -> None:
    assert cached("key", str, lambda: "one", ()) == "one"
    assert cached("key", str, lambda: "two", ()) == "one"
    assert cached("key", int, lambda: 3, ()) == 3


def test_another_engine_reads_no_old_results(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("one")
    before = source_version(tmp_path)
    (tmp_path / "a.py").write_text("two")
    assert source_version(tmp_path) != before


def test_a_changed_part_of_the_engine_in_a_folder_below_makes_old_values_stale_too(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "terms.py").write_text("one = 1\n")
    before = source_version(tmp_path)
    (tmp_path / "model" / "terms.py").write_text("one = 2\n")
    assert source_version(tmp_path) != before


@pytest.mark.parametrize("value", [load_rulebook, subprocess.Popen, Path("x"), print], ids=repr)
def test_only_our_own_values_are_read_back(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError, match="is not ours"):
        unpack(pickle.dumps(value), ("ascertain.rulebook",))


def test_a_day_is_read_back() -> None:
    assert unpack(pack(date(2017, 7, 6)), ()) == date(2017, 7, 6)


def test_concurrent_runs_agree(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from ascertain.rulebook.cache import cached_rulebook;"
        "print(cached_rulebook(Path(sys.argv[1])).digest)"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = {run.communicate()[0].strip() for run in runs}
    assert said == {load_rulebook(folder).digest}
    assert len(cache_files(folder)) == 1


def test_a_cached_load_imports_no_heavy_library(folder: Path) -> None:
    cached_rulebook(folder)
    script = (
        "import sys; from pathlib import Path; from ascertain.rulebook.cache import cached_rulebook;"
        "cached_rulebook(Path(sys.argv[1])); print({'lark', 'yaml', 'difflib'} & set(sys.modules))"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True
    ).stdout
    assert said.strip() == "set()"


def test_the_digest_covers_every_file(folder: Path) -> None:
    before = load_rulebook(folder).digest
    (folder / "law.md").rename(folder / "renamed.md")
    assert load_rulebook(folder).digest != before


def test_the_cache_stays_small(folder: Path) -> None:
    for number in range(70):
        cached(f"key {number}", int, partial(int, number), ())
    assert len(cache_files(folder)) == 60
    (folder.parent / "cache" / "another's file").write_text("kept")
    cached("one more", int, lambda: 1, ())
    assert (folder.parent / "cache" / "another's file").exists()
