"""Times a check of the whole bundled rulebook in a fresh process, with an empty cache: what a run on save costs.

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

from ascertain.rulebook.load import load_rulebook
from ascertain.verify.cases import run_cases
from ascertain.verify.lints.run import remarks_on

RULEBOOK = Path(__file__).resolve().parents[1] / "rulebooks" / "section-1373"
RUNS = 5


def main() -> None:
    """Print the median wall time of the command, and how it divides inside one process."""
    taken = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            environment = {**os.environ, "ASCERTAIN_CACHE": folder}
            program = str(Path(sys.executable).with_name("ascertain"))
            start = time.perf_counter()
            subprocess.run([program, "check", str(RULEBOOK)], env=environment, check=True, stdout=subprocess.DEVNULL)
            taken.append(time.perf_counter() - start)
    print(f"check, fresh process: {statistics.median(taken):.2f} s")
    start = time.perf_counter()
    rulebook = load_rulebook(RULEBOOK)
    loaded = time.perf_counter()
    remarks_on(rulebook)
    looked_through = time.perf_counter()
    run_cases(rulebook)
    ran = time.perf_counter()
    parts = {"reading": loaded - start, "lints": looked_through - loaded, "cases": ran - looked_through}
    print("of it " + ", ".join(f"{part} {seconds:.2f} s" for part, seconds in parts.items()))


if __name__ == "__main__":
    main()
