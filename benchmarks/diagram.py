"""Times the engine inside one process: every question of the bundled rulebook for every government of its docket.

Run it with ``make bench``. It prints times; it judges nothing.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from ascertain.docket.load import load_docket
from ascertain.findings.find import find, needs_program
from ascertain.findings.meaning import possible
from ascertain.findings.timelines.timeline import timeline
from ascertain.record.model import STANDARDS, Grade
from ascertain.rulebook.load import load_rulebook

ROOT = Path(__file__).resolve().parents[1]
DAY = date(2017, 7, 6)
FIRST, LAST = date(2017, 1, 1), date(2018, 1, 1)
RANDOM = 500


def main() -> None:
    """Print the time of a finding, of a timeline, and of the definition beside the engine."""
    rulebook = load_rulebook(ROOT / "rulebooks" / "section-1373")
    docket = load_docket(ROOT / "dockets" / "doj-1373-2017")
    governments = docket.governments.values()
    questions = dict.fromkeys(rule.term for rule in rulebook.rules.values() if rule.term)
    asked = [
        (question, program)
        for question in questions
        for program in (rulebook.programs.values() if needs_program(rulebook, question) else [None])
    ]
    words: Counter[str] = Counter()
    start = time.perf_counter()
    for question, program in asked:
        for government in governments:
            for standard in STANDARDS:
                found = find(
                    rulebook,
                    docket.record,
                    government,
                    question,
                    on=DAY,
                    known=DAY,
                    standard=standard,
                    program=program,
                )
                words[found.word] += 1
    _told("finding", start, words.total(), f" ({words['open']} of {words.total()} open)")
    start = time.perf_counter()
    for question, program in asked:
        for government in governments:
            timeline(
                rulebook,
                docket.record,
                government,
                question,
                start=FIRST,
                end=LAST,
                known=LAST,
                standard=Grade.DOCUMENTED,
                program=program,
            )
    _told("timeline of a year", start, len(asked) * len(governments))
    _beside_the_definition()


def _beside_the_definition() -> None:
    sys.path.insert(0, str(ROOT))
    rulebooks = importlib.import_module("tests.findings.random_rulebooks")

    from ascertain.findings.diagrams.diagram import Diagram

    samples = [rulebooks.sample(seed) for seed in range(RANDOM)]
    start = time.perf_counter()
    for made in samples:
        possible(made.law, rulebooks.QUESTION, made.known)
    _told("definition, random rulebook", start, RANDOM)
    start = time.perf_counter()
    for made in samples:
        Diagram(made.law, rulebooks.QUESTION).possible(made.known)
    _told("engine, random rulebook, compiling included", start, RANDOM)


def _told(what: str, start: float, times: int, more: str = "") -> None:
    print(f"{what}: {(time.perf_counter() - start) / times * 1000:.2f} ms each, {times} times{more}")


if __name__ == "__main__":
    main()
