"""How size and time grow with the rulebook: reading it, compiling its diagrams, and a finding, from 10 to 1,000 rules.

Run it with ``make bench``. It prints a table and, where a file is named, draws it; it judges nothing. Each rulebook is
measured in a process of its own, which is given up after two minutes.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from ascertain.findings.answers.inquiry import Inquiry, not_yet_law
from ascertain.findings.diagrams.compiled import Compiled, compiled_for
from ascertain.findings.proofs.proof import proof
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.load import load_rulebook
from growing import SHAPES, write

SIZES = (10, 30, 100, 300, 1_000)
HEADS = ("shape", "rules", "nodes", "reading", "compiling", "a finding", "the slowest", "the slowest proof")
PATIENCE = 120
QUESTIONS = 20
SHARES = (0, 2, 4)
"""How many quarters of the facts are on record."""
DAY = date(2017, 7, 6)


@dataclass(frozen=True, slots=True)
class Grown:
    """What was measured of one rulebook.

    Args:
        reading: Seconds to read the Markdown.
        compiling: Seconds to make the diagrams of everything that it concludes.
        nodes: Their nodes, each counted once.
        finding: Seconds for one finding with its reason and explanation: the median of some questions.
        slowest: The same for the slowest of them.
        proving: Seconds for the slowest proof.
    """

    reading: float
    compiling: float
    nodes: int
    finding: float
    slowest: float
    proving: float


def measured(shape: str, size: int) -> Grown:
    """Make a rulebook and measure it, with none, half and all of its facts on record."""
    with tempfile.TemporaryDirectory() as folder:
        questions, facts = write(shape, size, Path(folder) / "book")
        start = time.perf_counter()
        rulebook = load_rulebook(Path(folder) / "book")
        reading = time.perf_counter() - start
    assert len(rulebook.rules) == size
    start = time.perf_counter()
    compiled = compiled_for(rulebook)
    for question in questions:
        compiled.term(question)
    compiling = time.perf_counter() - start
    asked = [*questions[:: max(len(questions) // QUESTIONS, 1)], questions[-1]]
    taken, proving = [], []
    for share in SHARES:
        record = Record(tuple(_claim(fact) for at, fact in enumerate(facts) if at % 4 < share), "")
        for question in asked:
            inquiry = Inquiry(rulebook, record, rulebook.governments["somewhere"], None, question, DAY, Grade.FOUND, {})
            start = time.perf_counter()
            answer = inquiry.answer(DAY)
            finding = inquiry.finding(answer)
            found = time.perf_counter()
            proof(answer, finding.reason, not_yet_law(answer))
            taken.append(found - start)
            proving.append(time.perf_counter() - found)
    nodes = _nodes(compiled, questions)
    return Grown(reading, compiling, nodes, statistics.median(taken), max(taken), max(proving))


def _claim(fact: str) -> Claim:
    filed, value = Moment.on(date(2016, 1, 1)), not fact.startswith("waiver")
    return Claim(fact, "somewhere", "", fact, value, Interval(None, None), "someone", filed, Grade.FOUND)


def _nodes(compiled: Compiled, questions: list[str]) -> int:
    waiting = [voice for question in questions for voice in compiled.term(question).all]
    seen = set(waiting)
    while waiting:
        for below in waiting.pop().cofactors() or ():
            if below not in seen:
                seen.add(below)
                waiting.append(below)
    return len(seen)


def _apart(shape: str, size: int) -> Grown | str:
    """The same in a process of its own; if it fails, why."""
    line = [sys.executable, __file__, "--one", shape, str(size)]
    try:
        done = subprocess.run(line, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return f"more than {PATIENCE} s"
    if done.returncode:
        return (done.stderr.strip().splitlines() or [f"ended by signal {-done.returncode}"])[-1]
    return Grown(**json.loads(done.stdout))


def main() -> None:
    """Print a table of all shapes and sizes; draw it into the file named, if one is."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(asdict(measured(sys.argv[2], int(sys.argv[3])))))
        return
    print(f"| {' | '.join(HEADS)} |")
    print("|---" + "|--:" * (len(HEADS) - 1) + "|")
    found: dict[str, dict[int, Grown]] = {shape: {} for shape in SHAPES}
    for shape in SHAPES:
        for size in SIZES:
            grown = _apart(shape, size)
            if isinstance(grown, str):
                print(f"| {shape} | {size:,} | {grown} | | | | | |", flush=True)
                break
            found[shape][size] = grown
            times = " | ".join(
                map(_told, (grown.reading, grown.compiling, grown.finding, grown.slowest, grown.proving))
            )
            print(f"| {shape} | {size:,} | {grown.nodes:,} | {times} |", flush=True)
    for file in sys.argv[1:]:
        from drawing import draw

        drawn = {shape: {size: _drawn(grown) for size, grown in sizes.items()} for shape, sizes in found.items()}
        draw(drawn, Path(file))


def _drawn(grown: Grown) -> dict[str, float]:
    return {
        "nodes of all diagrams": grown.nodes,
        "reading, in seconds": grown.reading,
        "compiling, in seconds": grown.compiling,
        "the slowest finding with its proof, in seconds": grown.slowest + grown.proving,
    }


def _told(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    main()
