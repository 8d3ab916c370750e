"""Times comparisons: one question in a fresh process, and the whole bundled rulebook against itself in another order.

Run it with ``make bench``. It prints times; it judges nothing.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.load import load_rulebook
from ascertain.verify.diff.books import asks_for_a_program, shared_questions
from ascertain.verify.diff.comparing import Asked, Comparer, Frame

ROOT = Path(__file__).resolve().parents[1]
DAY = date(2017, 7, 6)
RUNS = 5
LINES = (
    "diff --question complies --who california --on 2017-07-06 --against 2019-06-01",
    "diff --question withhold --on 2017-07-06 --against 2017-11-20",
)


def main() -> None:
    """Print the median wall time of each command, and the time of the whole rulebook."""
    program = str(Path(sys.executable).with_name("ascertain"))
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "ASCERTAIN_CACHE": folder}
        for line in LINES:
            taken = [_timed([program, *line.split()], environment) for _ in range(RUNS + 1)]
            print(f"{line}: {statistics.median(taken[1:]):.2f} s")
    _whole()


def _timed(line: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(line, env=environment, stdout=subprocess.DEVNULL, check=False)
    assert done.returncode in (0, 1)
    return time.perf_counter() - start


def _whole() -> None:
    rulebook = load_rulebook(ROOT / "rulebooks" / "section-1373")
    other = replace(rulebook, rules=dict(reversed([*rulebook.rules.items()])))
    first, second = (Frame(one, Record((), ""), DAY, DAY, {}) for one in (rulebook, other))
    start = time.perf_counter()
    comparer = Comparer(first, second, (None,), Grade.DOCUMENTED)
    programs = tuple((one, one) for one in rulebook.programs.values())
    proofs = 0
    for question in shared_questions(rulebook, other):
        under = programs if asks_for_a_program(rulebook, question, other, question) else ((None, None),)
        found = comparer.compare(Asked(question, question, under))
        assert not found.differs
        proofs += len(under)
    print(f"whole rulebook against itself: {time.perf_counter() - start:.2f} s for {proofs} proofs")


if __name__ == "__main__":
    main()
