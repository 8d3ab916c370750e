"""Times the whole period in a fresh process: questions about every member, under each standard, as timelines.

Two figures: the main questions of the docket, and all conclusions of its rulebook, each under every program that it
needs one. Of each the median of several runs, as the clock shows it and as the processor worked, which hangs less on
what else the machine does. Run it with ``make bench``; it judges nothing.
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


def members_and_conclusions() -> tuple[list[str], list[str]]:
    """The governments under review in the bundled docket, and the phrases that its rulebook concludes."""
    docket, rulebook = open_docket(bundled_folder("dockets") / bundle().docket)
    concluded = dict.fromkeys(rule.term for rule in rulebook.rules.values() if rule.term)
    return [member.government for member in docket.members], list(concluded)


def seconds(arguments: list[str], cache: Path) -> tuple[float, float, int]:
    """The wall time and the processor's time of one process, and how many lines it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["ASCERTAIN_CACHE"] = str(cache)
    line = [str(Path(sys.executable).with_name("ascertain")), "find", *arguments]
    start, before = time.perf_counter(), os.times()
    done = subprocess.run(line, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    took, after = time.perf_counter() - start, os.times()
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    return took, worked, done.stdout.count("\n")


def main() -> None:
    """Print the medians for the whole period that the bundled rulebook covers."""
    governments, conclusions = members_and_conclusions()
    period = ["--from", "1996-08-22", "--to", "2026-01-31", "--format", "md"]
    whom = [part for government in governments for part in ("--who", government)]
    every = [part for phrase in conclusions for part in ("--question", phrase)]
    for name, asked in (("the docket's questions", []), (f"all {len(conclusions)} conclusions", every)):
        with tempfile.TemporaryDirectory() as folder:
            arguments = [*whom, *asked, *period]
            seconds(arguments, Path(folder))
            runs = [seconds(arguments, Path(folder)) for _ in range(RUNS)]
        took, worked = (statistics.median(run[at] for run in runs) for at in (0, 1))
        heading = f"timelines 1996 to 2026 of {len(governments)} governments, {name}"
        print(f"{heading}: {took:.2f} s, {worked:.2f} s of the processor, for {runs[0][2]} lines")


if __name__ == "__main__":
    main()
