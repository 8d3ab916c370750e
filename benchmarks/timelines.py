"""Times the whole period in a fresh process: every main question of every member, under each standard, as timelines.

Run it with ``make bench``. It prints medians; it judges nothing.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ascertain.cli.bundle import bundle
from ascertain.docket.cache import open_docket
from ascertain.rulebook.bundled import bundled_folder

RUNS = 5


def members() -> list[str]:
    """The governments under review in the bundled docket, as options."""
    docket, _ = open_docket(bundled_folder("dockets") / bundle().docket)
    return [part for member in docket.members for part in ("--who", member.government)]


def seconds(arguments: list[str], cache: Path) -> tuple[float, int]:
    """The wall time of one process, and how many lines it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["ASCERTAIN_CACHE"] = str(cache)
    line = [str(Path(sys.executable).with_name("ascertain")), "find", *arguments]
    start = time.perf_counter()
    done = subprocess.run(line, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return time.perf_counter() - start, done.stdout.count("\n")


def main() -> None:
    """Print the median for the whole period that the bundled rulebook covers."""
    arguments = [*members(), "--from", "1996-08-22", "--to", "2026-01-31", "--format", "md"]
    with tempfile.TemporaryDirectory() as folder:
        seconds(arguments, Path(folder))
        runs = [seconds(arguments, Path(folder)) for _ in range(RUNS)]
    took = statistics.median(run for run, _ in runs)
    print(f"timelines 1996 to 2026 of {len(members()) // 2} governments: {took:.2f} s for {runs[0][1]} lines")


if __name__ == "__main__":
    main()
