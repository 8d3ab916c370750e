"""50,000 entities with 2,000,000 award lines through the Single Audit rulebook: time and memory.

The tables are made first, which is not timed; then ``ascertain survey`` runs as a process of its own, with as many
others as it starts, and writes a row for each entity. It asks first what an auditor asks, and then every conclusion
about a government that the rulebook has. The memory is that of the largest of its processes; the seconds of processors
are those of all of them together, and say more than the time where the machine has other work.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from runpy import run_path

QUESTIONS = ("must-audit", "must-single", "exempt", "threshold", "type-a-threshold", "late", "overdue", "deadline")


MAKER = run_path(str(Path(__file__).with_name("clearinghouse.py")))


@dataclass(frozen=True, slots=True)
class Took:
    """How many rows and questions a survey wrote, and what it needed: seconds, seconds of processors, megabytes."""

    rows: int
    questions: int
    seconds: float
    busy: float
    memory: float


def main(entities: int, awards: int) -> None:
    """Make the tables, survey them, and say how long it took and how much memory it needed."""
    root = Path(__file__).parents[1]
    with tempfile.TemporaryDirectory() as folder:
        tables = Path(folder)
        MAKER["write"](tables, MAKER["many"](entities), awards)
        sample = root / "dockets" / "single-audit-sample" / "survey.yaml"
        text = sample.read_text("utf-8").replace(
            "rulebook: single-audit", f"rulebook: {root / 'rulebooks/single-audit'}"
        )
        (tables / "survey.yaml").write_text(text)
        lines = sum(1 for _ in (tables / "federal_awards.csv").open()) - 1
        print(f"{entities:,} entities, {lines:,} award lines, {os.cpu_count()} cores")
        for told, questions in (("what an auditor asks", QUESTIONS), ("the whole rulebook", ())):
            took = survey(tables, questions)
            needed = f"{took.seconds:.1f} s, {took.busy:.1f} s of processors, {took.memory:,.0f} MB in one process"
            print(f"{told}, {took.questions} questions for {took.rows:,} entities: {needed}", flush=True)


def survey(tables: Path, questions: Sequence[str]) -> Took:
    """What a survey that writes a row for each entity needs."""
    asked = [part for question in questions for part in ("--question", question)]
    command = [Path(sys.executable).with_name("ascertain"), "survey", tables, "--on", "2025-12-01", *asked]
    output = ["--format", "csv", "--output", str(tables / "out.csv"), "--force"]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*map(str, command), *output], check=True)
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    with (tables / "out.csv").open(encoding="utf-8") as written:
        columns, rows = next(written).split(","), sum(1 for _ in written)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(rows, sum(column.endswith(".finding") for column in columns), seconds, busy, after.ru_maxrss / 1024)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time a survey of many made-up entities, and tell its memory.")
    parser.add_argument("entities", nargs="?", type=int, default=50_000, help="how many entities (default: 50000)")
    parser.add_argument("awards", nargs="?", type=int, default=50, help="award lines of each report (default: 50)")
    given = parser.parse_args()
    main(given.entities, given.awards)
