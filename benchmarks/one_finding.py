"""Times one finding with its explanation in a fresh process: the first time, and with the compiled rulebook cached.

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

RUNS = 9
QUESTION = ("--who", "chicago", "--question", "complies", "--on", "2017-07-06", "--standard", "documented")


def seconds(command: str, cache: Path) -> float:
    """The wall time of one process."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["ASCERTAIN_CACHE"] = str(cache)
    line = [str(Path(sys.executable).with_name("ascertain")), command, *QUESTION]
    start = time.perf_counter()
    subprocess.run(line, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Print the medians for ``find`` and ``why``."""
    for command in ("find", "why"):
        with tempfile.TemporaryDirectory() as folder:
            seconds(command, Path(folder))
            first = [seconds(command, Path(folder) / str(run)) for run in range(RUNS)]
            cached = [seconds(command, Path(folder)) for _ in range(RUNS)]
        print(f"{command}: first time {statistics.median(first):.3f} s, cached {statistics.median(cached):.3f} s")


if __name__ == "__main__":
    main()
