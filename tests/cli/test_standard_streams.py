"""A closed, full or deaf output is one clear error, and never a traceback or a success that nobody can read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CALL = (sys.executable, "-c", "import sys; from ascertain.cli.main import main; sys.exit(main())")
FIND = ("find", "--who", "chicago", "--question", "complies", "--on", "2017-07-06")
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")


def shell(redirected: str, *arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the command says and returns, run by a shell with its streams redirected."""
    return subprocess.run(
        ["sh", "-c", f'"$@" {redirected}', "sh", *CALL, *arguments],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "ASCERTAIN_CACHE": str(folder / "cache"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("arguments", [FIND, ("--help",), ("--version",), ("find", "--help"), ("check",), ()])
def test_a_closed_output_is_one_error(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = shell(">&-", *arguments, folder=tmp_path)
    assert ran.returncode == 2
    assert ran.stderr.startswith("A970: ")
    assert ran.stderr.count("\n  help: ") == 1
    assert len(ran.stderr.splitlines()) == 2


@needs_full
@pytest.mark.parametrize("arguments", [FIND, ("--help",), ("--version",), ("find", "--help"), ("check",), ()])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_output_is_one_error(tmp_path: Path, arguments: tuple[str, ...], unbuffered: str) -> None:
    ran = shell(f">{FULL}", *arguments, folder=tmp_path, PYTHONUNBUFFERED=unbuffered)
    assert ran.returncode == 2
    assert ran.stderr.startswith("A970: the output cannot be written: no space left on device\n  help: ")
    assert len(ran.stderr.splitlines()) == 2


@pytest.mark.parametrize("redirected", ["2>&-", pytest.param(f"2>{FULL}", marks=needs_full)])
def test_without_anywhere_to_complain_the_exit_code_still_says_it(tmp_path: Path, redirected: str) -> None:
    assert shell(redirected, "fnd", folder=tmp_path).returncode == 2
    ran = shell(redirected, "demo", folder=tmp_path)
    assert ran.returncode == 0
    assert (tmp_path / "report" / "index.html").exists()


def test_a_reader_who_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    ran = shell("| head -n 1", *FIND, folder=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("on 2017-07-06")


def test_a_closed_input_is_not_missed(tmp_path: Path) -> None:
    assert shell("<&-", *FIND, folder=tmp_path).returncode == 0
