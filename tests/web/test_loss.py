"""A site killed at random points loses nothing that it acknowledged, and leaves nothing half done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from web.served import another_database, environment

PROGRAM = Path(__file__).with_name("loss.py")
# Each takes about a third of a second; the many are for the night.
FEW, MANY = 12, 500


def kill(folder: Path, kills: int, seed: int) -> str:
    kept = environment() | {"ASCERTAIN_DATABASE": another_database("loss")}
    command = [sys.executable, str(PROGRAM), str(folder), str(kills), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, env=kept, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_site_killed_a_few_times_loses_nothing(tmp_path: Path) -> None:
    assert f"{FEW} kills" in kill(tmp_path / "data", FEW, 1)


@pytest.mark.nightly
def test_a_site_killed_five_hundred_times_loses_nothing(tmp_path: Path) -> None:
    assert f"{MANY} kills" in kill(tmp_path / "data", MANY, 2)
