"""50,000 entities with 2,000,000 award lines through the questions of the Single Audit rulebook: time and memory.

    python benchmarks/many_entities.py [entities] [awards of each]

The tables are made first, which is not timed; then ``ascertain survey`` runs as a process of its own and writes a row
for each entity.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from runpy import run_path

QUESTIONS = ("must-audit", "must-single", "exempt", "threshold", "type-a-threshold", "late", "overdue", "deadline")


MAKER = run_path(str(Path(__file__).with_name("clearinghouse.py")))


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
        asked = [part for question in QUESTIONS for part in ("--question", question)]
        command = [Path(sys.executable).with_name("ascertain"), "survey", tables, "--on", "2025-12-01", *asked]
        start = time.perf_counter()
        subprocess.run([*map(str, command), "--format", "csv", "--output", str(tables / "out.csv")], check=True)
        took = time.perf_counter() - start
        rows = sum(1 for _ in (tables / "out.csv").open()) - 1
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{rows:,} entities, {lines:,} award lines, {len(QUESTIONS)} questions: {took:.1f} s, {memory:,.0f} MB at most"
    )


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given if len(given) == 2 else (50_000, 50)))
