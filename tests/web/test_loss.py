"""A site killed at random points loses nothing that it acknowledged, and leaves nothing half done."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("loss.py")
# Each takes about a third of a second; the many are for the night.
FEW, MANY = 12, 500


def kill(folder: Path, kills: int, seed: int) -> str:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("ASCERTAIN_", "DJANGO_"))}
    if os.environ.get("ASCERTAIN_TEST_DATABASE") == "postgres":
        kept["ASCERTAIN_DATABASE"] = another_database()
    command = [sys.executable, str(PROGRAM), str(folder), str(kills), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, env=kept, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def another_database() -> str:
    """A new database on the server of these tests."""
    import psycopg

    url = os.environ["ASCERTAIN_DATABASE"]
    name = f"loss_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name}")
        server.execute(f"CREATE DATABASE {name}")
    return re.sub(r"/[^/?]*(\?|$)", rf"/{name}\1", url, count=1) if url.count("/") > 2 else url


def test_a_site_killed_a_few_times_loses_nothing(tmp_path: Path) -> None:
    assert f"{FEW} kills" in kill(tmp_path / "data", FEW, 1)


@pytest.mark.nightly
def test_a_site_killed_five_hundred_times_loses_nothing(tmp_path: Path) -> None:
    assert f"{MANY} kills" in kill(tmp_path / "data", MANY, 2)
