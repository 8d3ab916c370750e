"""Random rules over three small numbers, so few that every world can be walked through."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random

from ascertain.findings.meaning import World
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Value
from findings.books import rules, term

MOST = 5
PHRASES = ("first amount", "second amount", "third amount")
LIMIT, ANSWER = "the limit", "answer"


def small(folder: Path, text: str, most: int = MOST) -> Rulebook:
    """A rulebook that concludes a limit from three numbers between 0 and a few."""
    bounds = f"  at least: 0\n  at most: {most}\n"
    return rules(folder, text, *(term(phrase, "number") + bounds for phrase in PHRASES), term(LIMIT, "number"))


def ruled(rng: Random) -> str:
    """Two rules, one of them with an exception perhaps, over plain amounts, and a question that looks at the limit."""
    lines = [f"rule L: {LIMIT}", f"  is {expression(rng)} if {comparison(rng)}"]
    lines += [f"  is {expression(rng)} otherwise"] if rng.random() < 0.6 else []
    if rng.random() < 0.5:
        lines += ["exception E to L: otherwise", f"  is {expression(rng)} if {comparison(rng)}"]
    lines += [f"rule R: {ANSWER}", f"  holds if {rng.choice(PHRASES)} {operator(rng)} {LIMIT}"]
    lines += ["  does not hold otherwise"] if rng.random() < 0.7 else []
    return "\n".join(lines)


def expression(rng: Random) -> str:
    """A constant, an amount, or two of them joined."""
    one, other = rng.sample(PHRASES, 2)
    shapes = (
        f"{rng.randrange(MOST)}",
        one,
        f"2 times {one}",
        f"{one} + {other}",
        f"{one} - {other}",
        f"the smaller of {one} and {other}",
        f"the larger of {one} and {rng.randrange(MOST)}",
        f"50% of {one}",
    )
    return rng.choice(shapes)


def comparison(rng: Random) -> str:
    """An amount against a constant or another amount, or a fact."""
    one, other = rng.sample(PHRASES, 2)
    return rng.choice((f"{one} {operator(rng)} {rng.randrange(MOST)}", f"{one} {operator(rng)} {other}", "one"))


def operator(rng: Random) -> str:
    """How to compare."""
    return rng.choice((">=", ">", "<=", "<", "="))


def every_world(most: int = MOST) -> Iterator[World]:
    """Every world of such a rulebook."""
    for numbers, one in product(product(range(most + 1), repeat=len(PHRASES)), (True, False)):
        facts: dict[str, Value] = {**dict(zip(PHRASES, numbers, strict=True)), "one": one, "two": False, "three": False}
        yield World(facts, {}, {})
