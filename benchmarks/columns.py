"""Times decisions about many rows at once, beside engines that others use, all on the same rows in one run.

Each engine answers five questions under four states of law for every entity of ``workload.py``, in a process of its
own on one core, with its input in memory, and keeps all answers. Of the others, which give the answers of Kleene's
logic, the checksum is looked at; ours are exact, and held against the definition for some entities.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ascertain.findings import meaning
from ascertain.findings.columns.planes import ROWS, Block, yes_no
from ascertain.findings.columns.questions import Questions
from ascertain.findings.timelines.courses import Asked, at
from ascertain.findings.timelines.lawful import Laws
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.rules import Outcome
from peers import (
    CELLS,
    Codes,
    Ready,
    duckdb_table,
    numpy_codes,
    openfisca_simulation,
    polars_table,
)
from workload import (
    DAYS,
    FACTS,
    QUESTIONS,
    STATES_FACTS,
    UNTIL,
    Entities,
    Numbers,
    checksum,
    entities,
    kleene,
    write_rulebook,
)

KLEENE = {100_000: "b6215b3905ff5bc6", 1_000_000: "fd1bfee15665e76a", 10_000_000: "e7cc67b8d0b539b0"}
SAMPLE = 40
SOMEBODY = Government("somebody", "Somebody")


def _columns(made: Entities) -> Ready:
    with tempfile.TemporaryDirectory() as folder:
        write_rulebook(Path(folder) / "workload")
        laws = Laws(load_rulebook(Path(folder) / "workload"), UNTIL)
    courses = {name: laws.regimes(Asked(name, SOMEBODY, None)).course for name in QUESTIONS}
    voices = {(regime, name): at(courses[name], DAYS[regime]).lawful.voices for regime, name in CELLS}
    questions, blocks = Questions(laws.compiled.space, voices, ordered=True), list(_blocks(made))
    questions.possible(blocks[0])

    def codes(found: list[dict[tuple[int, str], tuple[int, ...]]]) -> Codes:
        def of(regime: int, name: str) -> Numbers:
            def bits(outcome: Outcome) -> Numbers:
                planes = (each[regime, name][tuple(Outcome).index(outcome)] for each in found)
                parts = [
                    np.unpackbits(
                        np.frombuffer(plane.to_bytes(-(-block.rows // 8), "little"), dtype=np.uint8),
                        bitorder="little",
                        count=block.rows,
                    )
                    for plane, block in zip(planes, blocks, strict=True)
                ]
                return np.concatenate(parts)

            holds, fails = bits(Outcome.HOLDS), bits(Outcome.DOES_NOT_HOLD)
            return np.where(holds & fails, 1, np.where(holds, 2, 0))

        return of

    return lambda: [questions.possible(block) for block in blocks], codes


def _blocks(made: Entities) -> Sequence[Block]:
    packed = {
        name: tuple(np.packbits(mask, bitorder="little").tobytes() for mask in (codes == 2, codes != 1))
        for name, codes in made.codes.items()
    }
    found = []
    for first in range(0, made.rows, ROWS):
        rows, part = min(ROWS, made.rows - first), slice(first // 8, (first + ROWS) // 8)
        found.append(
            Block(rows, {name: yes_no(says[part], known[part], rows) for name, (says, known) in packed.items()})
        )
    return found


ENGINES = {
    "columns": _columns,
    "NumPy, least and greatest": numpy_codes,
    "Polars": polars_table,
    "DuckDB SQL": duckdb_table,
    "OpenFisca": openfisca_simulation,
}


def measured(engine: str, rows: int, runs: int) -> dict[str, Any]:
    """What one engine takes, in this process."""
    made = entities(rows)
    answer, codes = ENGINES[engine](made)
    found = answer()
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        found = answer()
        seconds.append(time.process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"seconds": statistics.median(seconds), "peak": peak} | _checked(engine, made, codes(found))


def _checked(engine: str, made: Entities, codes: Codes) -> dict[str, Any]:
    if engine != "columns":
        return {"right": checksum(codes, made.rows) == KLEENE[made.rows]}
    loose = [kleene(made.codes, QUESTIONS, regime) for regime in range(len(DAYS))]
    pairs = [(codes(regime, name), loose[regime][name]) for regime, name in CELLS]
    was_open = sum(int((theirs == 1).sum()) for _, theirs in pairs)
    settled = sum(int(((theirs == 1) & (ours != 1)).sum()) for ours, theirs in pairs)
    kept = all(bool((ours[theirs != 1] == theirs[theirs != 1]).all()) for ours, theirs in pairs)
    return {"right": kept and _as_defined(made, codes), "settled": settled, "open": was_open}


def _as_defined(made: Entities, codes: Codes) -> bool:
    """Whether the first entities are answered as the definition answers them, over every world."""
    with tempfile.TemporaryDirectory() as folder:
        write_rulebook(Path(folder) / "workload")
        rulebook = load_rulebook(Path(folder) / "workload")
    laws = [LawOn(rulebook, Matter(SOMEBODY, None, day, UNTIL)) for day in DAYS]
    for row in range(SAMPLE):
        codes_here = {name: int(made.codes[name][row]) for name in (*FACTS, *STATES_FACTS)}
        known = {name: code == 2 for name, code in codes_here.items() if code != 1}
        for regime, name in CELLS:
            found = meaning.possible(laws[regime], name, known)
            expected = 1 if len(found) > 1 else 2 if Outcome.HOLDS in found else 0
            if int(codes(regime, name)[row]) != expected:
                return False
    return True


def main() -> None:
    """Print a table of all engines, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000, choices=sorted(KLEENE), help="how many entities")
    parser.add_argument("--runs", type=int, default=5, help="the median of how many runs")
    parser.add_argument("--engine", choices=list(ENGINES), help="measure this one alone, and print it as JSON")
    given = parser.parse_args()
    if given.engine:
        print(json.dumps(measured(given.engine, given.rows, given.runs)))
        return
    decisions = given.rows * len(CELLS)
    print(
        f"{given.rows:,} entities, {decisions:,} decisions; the processor's time on one core, medians of {given.runs}"
    )
    print(f"{'engine':28}{'seconds':>10}{'decisions/s':>14}{'peak MB':>9}  answers")
    for engine in ENGINES:
        told = _alone(engine, given.rows, given.runs)
        said = "as they should be" if told["right"] else "WRONG"
        if "open" in told:
            said += f", exact: settles {told['settled']:,} of {told['open']:,} that Kleene's logic leaves open"
        rate = decisions / told["seconds"]
        print(f"{engine:28}{told['seconds']:>10.4f}{rate:>14.3g}{told['peak'] / 1e6:>9.0f}  {said}", flush=True)


def _alone(engine: str, rows: int, runs: int) -> dict[str, Any]:
    line = [sys.executable, __file__, "--engine", engine, "--rows", str(rows), "--runs", str(runs)]
    one = {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(line, check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, **one})
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
