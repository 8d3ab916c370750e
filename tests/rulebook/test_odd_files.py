"""What stands in a rulebook's folder is read, or refused by its name; it is never waited for and never passed over."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.mistakes import RulebookError

from .small import written

LOAD = (
    "import sys; from pathlib import Path; from ascertain.rulebook.load import load_rulebook;"
    "load_rulebook(Path(sys.argv[1]))"
)


def load_or_give_up(folder: Path) -> str:
    """What loading says, in a process of its own, which a load that waits for ever does not outlive."""
    ran = subprocess.run([sys.executable, "-c", LOAD, str(folder)], capture_output=True, text=True, timeout=60)
    return ran.stderr


def test_a_pipe_among_the_files_is_refused(tmp_path: Path) -> None:
    os.mkfifo(written(tmp_path) / "orders" / "pipe.md")
    assert "pipe.md: it is no ordinary file" in load_or_give_up(tmp_path)


def test_a_device_among_the_files_is_refused(tmp_path: Path) -> None:
    (written(tmp_path) / "zero.md").symlink_to("/dev/zero")
    assert "zero.md: it is no ordinary file" in load_or_give_up(tmp_path)


def test_a_socket_among_the_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(written(tmp_path))  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as held:
        held.bind("socket.md")
    with pytest.raises(RulebookError, match=r"socket\.md: it is no ordinary file"):
        load_rulebook(tmp_path)


def test_a_pipe_that_is_no_markdown_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(written(tmp_path) / "pipe")
    load_rulebook(tmp_path)


def test_a_link_to_a_folder_is_read_like_the_folder(tmp_path: Path) -> None:
    book = written(tmp_path / "book")
    plain = load_rulebook(book)
    (book / "orders").rename(tmp_path / "elsewhere")
    (book / "orders").symlink_to(tmp_path / "elsewhere")
    assert load_rulebook(book) == plain


def test_a_link_to_the_folder_it_lies_in_is_refused(tmp_path: Path) -> None:
    (written(tmp_path) / "orders" / "again").symlink_to(tmp_path)
    with pytest.raises(RulebookError, match="again: a link leads to this folder a second time"):
        load_rulebook(tmp_path)


def test_a_file_that_links_to_itself_is_refused(tmp_path: Path) -> None:
    (written(tmp_path) / "loop.md").symlink_to("loop.md")
    with pytest.raises(RulebookError, match=r"loop\.md: too many levels of symbolic links"):
        load_rulebook(tmp_path)


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    (written(tmp_path) / "gone.md").symlink_to("nowhere.md")
    with pytest.raises(RulebookError, match=r"gone\.md: no such file"):
        load_rulebook(tmp_path)


def test_a_folder_named_as_a_file_is_a_folder(tmp_path: Path) -> None:
    book = written(tmp_path)
    (book / "orders").rename(book / "orders.md")
    assert "order" in load_rulebook(book).authorities
