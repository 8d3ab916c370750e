"""Times the whole main job in a fresh process, after installation, with an empty cache.

Run it with ``make bench``. It prints a median; it judges nothing.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5


def main() -> None:
    """Print the median of the demo's wall time."""
    program = str(Path(sys.executable).with_name("ascertain"))
    taken = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            environment = {**os.environ, "ASCERTAIN_CACHE": folder}
            start = time.perf_counter()
            line = [program, "demo", "--out", f"{folder}/report"]
            subprocess.run(line, env=environment, check=True, stdout=subprocess.DEVNULL)
            taken.append(time.perf_counter() - start)
    print(f"demo: {statistics.median(taken):.2f} s")


if __name__ == "__main__":
    main()
