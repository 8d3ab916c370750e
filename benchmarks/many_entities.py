"""50,000 entities with 2,000,000 award lines through the Single Audit rulebook: time and memory.

    python benchmarks/many_entities.py [entities] [awards of each]

The tables are made first, which is not timed; then ``ascertain survey`` runs as a process of its own, with as many
others as it starts, and writes a row for each entity. It asks first what an auditor asks, and then every conclusion
about a government but those in ``LEFT_OUT``. The memory is that of the largest of its processes.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from runpy import run_path

from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.terms import Subject

QUESTIONS = ("must-audit", "must-single", "exempt", "threshold", "type-a-threshold", "late", "overdue", "deadline")


MAKER = run_path(str(Path(__file__).with_name("clearinghouse.py")))


LEFT_OUT = {
    "days-late": "how late a report may come that has not come is worked out too slowly",
    "covered": "which programs must be major turns on several unknowns at once, for every award",
    "enough-high-risk": "which programs are high-risk turns on several unknowns at once, for every award",
}


def main(entities: int, awards: int) -> None:
    """Make the tables, survey them, and say how long it took and how much memory it needed."""
    root = Path(__file__).parents[1]
    rulebook = load_rulebook(root / "rulebooks/single-audit")
    concluded = {rule.term for rule in rulebook.rules.values()}
    about = (term for term in rulebook.terms.values() if term.about is Subject.GOVERNMENT and term.short)
    every = tuple(term.short for term in about if term.phrase in concluded and term.short not in LEFT_OUT)
    with tempfile.TemporaryDirectory() as folder:
        tables = Path(folder)
        MAKER["write"](tables, MAKER["many"](entities), awards)
        sample = root / "dockets" / "single-audit-sample" / "survey.yaml"
        text = sample.read_text("utf-8").replace(
            "rulebook: single-audit", f"rulebook: {root / 'rulebooks/single-audit'}"
        )
        (tables / "survey.yaml").write_text(text)
        lines = sum(1 for _ in (tables / "federal_awards.csv").open()) - 1
        for questions in (QUESTIONS, every):
            rows, took = survey(tables, questions)
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            asked = f"{len(questions)} questions"
            print(f"{rows:,} entities, {lines:,} award lines, {asked}: {took:.1f} s, {memory:,.0f} MB in one process")
    for question, why in LEFT_OUT.items():
        print(f"not asked: {question}, as {why}")


def survey(tables: Path, questions: Sequence[str]) -> tuple[int, float]:
    """The number of rows that a survey writes, and the seconds that it takes."""
    asked = [part for question in questions for part in ("--question", question)]
    command = [Path(sys.executable).with_name("ascertain"), "survey", tables, "--on", "2025-12-01", *asked]
    start = time.perf_counter()
    output = ["--format", "csv", "--output", str(tables / "out.csv"), "--force"]
    subprocess.run([*map(str, command), *output], check=True)
    took = time.perf_counter() - start
    return sum(1 for _ in (tables / "out.csv").open()) - 1, took


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given if len(given) == 2 else (50_000, 50)))
