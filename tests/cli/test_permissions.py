"""What may not be read or written is one clear error, and a cache that may not be written is none at all.

Permissions bind everybody but root; where root runs the tests, the commands run without the two capabilities that make
the difference.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ascertain.rulebook.bundled import bundled_folder

CALL = (sys.executable, "-c", "import sys; from ascertain.cli.main import main; sys.exit(main())")
ON = ("--on", "2017-07-06")
FIND = ("find", "docket", "--who", "chicago", "--question", "complies", *ON)
# From <linux/prctl.h> and <linux/capability.h>.
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


def give_up_roots_rights() -> None:
    libc = ctypes.CDLL(None)
    for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def bound(folder: Path, *call: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a process does whom the permissions of files bind."""
    return subprocess.run(
        call,
        cwd=folder,
        env={**os.environ, "HOME": str(folder), "ASCERTAIN_CACHE": "", "XDG_CACHE_HOME": "", **environment},
        preexec_fn=give_up_roots_rights if os.geteuid() == 0 else None,
        capture_output=True,
        text=True,
        check=False,
    )


def as_anyone(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the command does for somebody without root's rights."""
    return bound(folder, *CALL, *arguments, **environment)


@pytest.fixture(name="place", scope="module")
def place_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the bundled docket and rulebook."""
    place = tmp_path_factory.mktemp("place")
    (place / "secret").touch(mode=0)
    if bound(place, "cat", "secret").returncode == 0:
        pytest.skip("here root cannot be bound by the permissions of files")
    shutil.copytree(bundled_folder("rulebooks"), place / "rulebooks")
    shutil.copytree(bundled_folder("dockets") / "doj-1373-2017", place / "docket")
    return place


@pytest.fixture(name="forbid")
def forbid_fixture() -> Iterator[Callable[[Path, int], None]]:
    """Take permissions away, until the test ends."""
    before: list[tuple[Path, int]] = []

    def forbid(path: Path, mode: int) -> None:
        before.append((path, path.stat().st_mode))
        path.chmod(mode)

    yield forbid
    for path, mode in before:
        path.chmod(mode)


UNREADABLE = [
    ("docket/entries/0040-response-miami-dade.md", 0, "entries/0040-response-miami-dade.md:1:1"),
    ("docket/docket.md", 0, "docket.md:1:1"),
    ("docket/governments.csv", 0, "governments.csv:1:1"),
    ("docket/exhibits/usc-8-1373.txt", 0, "exhibits/usc-8-1373.txt:1:1"),
    ("docket/entries", 0, "entries:1:1"),
    ("docket/entries", 0o444, "entries/"),
    ("docket/exhibits", 0, "exhibits"),
    ("docket/exhibits", 0o111, "exhibits"),
    ("docket", 0, "docket"),
    ("rulebooks/section-1373/authorities/eo-13768.md", 0, "eo-13768.md"),
    ("rulebooks/section-1373/authorities", 0, "rulebooks/section-1373/authorities"),
    ("rulebooks/section-1373/vocabulary.md", 0, "vocabulary.md"),
]


@pytest.mark.parametrize(("name", "mode", "says"), UNREADABLE)
def test_what_may_not_be_read_is_named(
    place: Path, forbid: Callable[[Path, int], None], name: str, mode: int, says: str
) -> None:
    as_anyone(place, *FIND)  # so that nothing is passed over that the cache could answer for
    forbid(place / name, mode)
    assert_denied(as_anyone(place, *FIND), says)


@pytest.mark.parametrize("name", ["entries/0040-response-miami-dade.md", "entries", "exhibits", "governments.csv"])
def test_a_check_names_what_may_not_be_read(place: Path, forbid: Callable[[Path, int], None], name: str) -> None:
    forbid(place / "docket" / name, 0)
    assert_denied(as_anyone(place, "check", "docket"), name)


def assert_denied(ran: subprocess.CompletedProcess[str], says: str) -> None:
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr
    assert "permission denied" in ran.stderr.lower()
    assert "help: " in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_read_only_cache_costs_only_time(place: Path, forbid: Callable[[Path, int], None]) -> None:
    cache = place / "locked"
    cache.mkdir()
    forbid(cache, 0o555)
    ran = as_anyone(place, *FIND, ASCERTAIN_CACHE=str(cache))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == as_anyone(place, *FIND).stdout
    assert not list(cache.iterdir())


def test_a_cache_that_may_not_be_entered_costs_only_time(place: Path, forbid: Callable[[Path, int], None]) -> None:
    cache = place / "closed"
    as_anyone(place, *FIND, ASCERTAIN_CACHE=str(cache))
    forbid(cache, 0)
    ran = as_anyone(place, *FIND, ASCERTAIN_CACHE=str(cache))
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_cached_file_that_may_not_be_read_costs_only_time(place: Path, forbid: Callable[[Path, int], None]) -> None:
    cache = place / "unreadable"
    as_anyone(place, *FIND, ASCERTAIN_CACHE=str(cache))
    for file in cache.iterdir():
        forbid(file, 0)
    ran = as_anyone(place, *FIND, ASCERTAIN_CACHE=str(cache))
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_home_that_may_not_be_written_costs_only_time(place: Path, forbid: Callable[[Path, int], None]) -> None:
    (place / "home").mkdir()
    forbid(place / "home", 0o555)
    ran = as_anyone(place, *FIND, HOME=str(place / "home"))
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("command", [("publish", "docket", *ON, "--out", "shut"), ("demo", "--out", "shut")])
def test_a_report_into_a_read_only_folder_is_refused(
    place: Path, forbid: Callable[[Path, int], None], command: tuple[str, ...]
) -> None:
    (place / "shut").mkdir(exist_ok=True)
    forbid(place / "shut", 0o555)
    ran = as_anyone(place, *command)
    assert ran.returncode == 2
    assert ran.stderr.startswith("A954: cannot write in shut: Permission denied\n  help: ")
    assert not list((place / "shut").iterdir())


def test_an_output_into_a_read_only_folder_is_refused(place: Path, forbid: Callable[[Path, int], None]) -> None:
    (place / "shut").mkdir(exist_ok=True)
    forbid(place / "shut", 0o555)
    ran = as_anyone(place, *FIND, "--output", "shut/found.txt")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("A954: cannot write shut/found.txt: Permission denied\n  help: ")


def test_a_file_may_be_replaced_only_in_a_folder_that_may_be_written(
    place: Path, forbid: Callable[[Path, int], None]
) -> None:
    (place / "kept").mkdir(exist_ok=True)
    kept = place / "kept" / "found.txt"
    kept.write_text("mine", encoding="utf-8")
    forbid(place / "kept", 0o555)
    ran = as_anyone(place, *FIND, "--output", "kept/found.txt", "--force")
    assert ran.returncode == 2
    assert kept.read_text(encoding="utf-8") == "mine"
