"""A file is written whole or not at all, and of several writers one alone makes it."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ascertain.publish.files import write_whole

WRITERS = 8


def try_together(path: Path) -> list[str | None]:
    """What each of several writers wrote who begin at one moment, ``None`` for one who was refused."""
    ready = threading.Barrier(WRITERS)

    def attempt(number: int) -> str | None:
        text = f"{number}\n" * 2000
        ready.wait()
        try:
            write_whole(path, [text], replace=False)
        except FileExistsError:
            return None
        return text

    with ThreadPoolExecutor(WRITERS) as pool:
        return list(pool.map(attempt, range(WRITERS)))


def no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


@pytest.mark.parametrize("links", [True, False], ids=["with links", "without links"])
def test_of_several_writers_one_alone_makes_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    for number in range(30):
        path = tmp_path / f"{number}.txt"
        (written,) = (text for text in try_together(path) if text is not None)
        assert path.read_text("utf-8") == written
    assert len(list(tmp_path.iterdir())) == 30


def test_writers_who_may_replace_leave_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(lambda number: write_whole(path, [f"{number}\n"] * 2000, replace=True), range(WRITERS)))
    assert len(set(path.read_text("utf-8").splitlines())) == 1
    assert list(tmp_path.iterdir()) == [path]


def test_a_text_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[str]:
        yield "a beginning\n"
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        write_whole(tmp_path / "one.txt", broken(), replace=False)
    assert not list(tmp_path.iterdir())


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "link", ["text"], replace=False)
    assert not (tmp_path / "target").exists()


def test_the_longest_name_that_the_system_allows_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 255)
    write_whole(path, ["text"], replace=False)
    assert path.read_text("utf-8") == "text"
