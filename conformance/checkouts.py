"""Suites whose data are a checkout of another's repository: where it lies and which commit it is."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from conformance.manifest import MissingError

DATA = Path(__file__).with_name("data")


def checkout(suite: str, source: str, variable: str, holds: str) -> Path:
    """Where the data of a suite lie.

    Args:
        suite: Its name, which is its folder's under ``conformance/data``.
        source: The repository to clone.
        variable: The environment variable that can name another place.
        holds: A folder of the suite that a checkout has.

    Raises:
        MissingError: It is not at hand.
    """
    folder = Path(os.environ.get(variable) or DATA / suite)
    if not (folder / holds).is_dir():
        command = f"git clone --depth 1 {source} {(DATA / suite).relative_to(DATA.parents[1])}"
        raise MissingError(f"no checkout of {suite} in {folder}: {command}, or name one by {variable}")
    return folder


def commit(folder: Path) -> str:
    """The commit that is checked out in a folder, or *unknown*."""
    command = ["git", "-C", str(folder), "rev-parse", "HEAD"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return answer.stdout.strip() or "unknown"
