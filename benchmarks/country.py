"""Times thirty years of law for every government of a made-up country, all questions of the bundled docket.

The governments, 90,000 unless told otherwise, and what is known of them, are drawn by chance from a seed and are about
nobody: each lies in a State, and its facts are like those of others around it, a fifth of them unknown.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Iterator
from datetime import date
from random import Random

from ascertain.cli.bundle import bundle
from ascertain.docket.cache import open_docket
from ascertain.findings.columns.country import Country
from ascertain.findings.columns.planes import Block, Plane
from ascertain.findings.diagrams.compiled import Compiled, compiled_for
from ascertain.findings.find import needs_program
from ascertain.rulebook.bundled import bundled_folder
from ascertain.rulebook.lookup import find_term
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program

START, END = date(1996, 8, 22), date(2026, 1, 31)
SEED = 1996
CIRCUITS = {
    1: "ME MA NH RI PR",
    2: "CT NY VT",
    3: "DE NJ PA VI",
    4: "MD NC SC VA WV",
    5: "LA MS TX",
    6: "KY MI OH TN",
    7: "IL IN WI",
    8: "AR IA MN MO NE ND SD",
    9: "AK AZ CA GU HI ID MT NV OR WA",
    10: "CO KS NM OK UT WY",
    11: "AL FL GA",
}


def governments(count: int, rng: Random) -> Iterator[Government]:
    """Made-up governments, spread over the States."""
    states = [(state, circuit) for circuit, states in CIRCUITS.items() for state in states.split()]
    for number in range(count):
        state, circuit = rng.choice(states)
        yield Government(f"made-up-{number}", f"Made-up government {number}", "city", state, circuit)


def facts(count: int, compiled: Compiled, rng: Random) -> Block:
    """What is known of them: runs of neighbours are alike, but for some."""

    def chance(share: float) -> Plane:
        kept = 0
        for _ in range(10):
            share *= 2
            bit, share = (1, share - 1) if share >= 1 else (0, share)
            mask = rng.getrandbits(count)
            kept = kept | mask if bit else kept & mask
        return kept

    every = (1 << count) - 1
    can = {}
    for term, values in compiled.domains.items():
        unknown = chance(0.2)
        left, planes = every, []
        for _ in values[1:]:
            here = left & chance(1 / len(values))
            planes.append(here | unknown)
            left &= ~here
        can[term] = (*planes, left | unknown)
    return Block(count, can)


def asked(rulebook: Rulebook, phrases: list[str]) -> Iterator[tuple[str, Program | None]]:
    """Every question, under each program that it needs one for."""
    for phrase in phrases:
        programs = rulebook.programs.values() if needs_program(rulebook, phrase) else [None]
        yield from ((phrase, program) for program in programs)


def main() -> None:
    """Print how long it takes in this process, rulebook and answers apart."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=90_000, help="how many governments")
    count = parser.parse_args().rows
    rng = Random(SEED)  # noqa: S311 - no secret is made here
    begun = time.perf_counter()
    docket, rulebook = open_docket(bundled_folder("dockets") / bundle().docket)
    compiled = compiled_for(rulebook)
    phrases = [find_term(rulebook, name).phrase for name in docket.questions]
    opened = time.perf_counter()
    who, known = list(governments(count, rng)), facts(count, compiled, rng)
    made, worked = time.perf_counter(), time.process_time()
    country, changes, spans = Country(rulebook, END, who), 0, 0
    questions = list(asked(rulebook, phrases))
    for phrase, program in questions:
        for change in country.timeline(phrase, known, start=START, end=END, program=program):
            changes, spans = changes + 1, spans + change.rows.bit_count()
    done, used = time.perf_counter(), time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:,} made-up governments, {len(questions)} questions, {START} to {END}")
    print(f"opening the rulebook {opened - begun:.2f} s; making the country {made - opened:.2f} s (not counted)")
    print(f"timelines {done - made:.2f} s, {used:.2f} s of the processor; {spans:,} spans by {changes:,} changes")
    print(f"peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
