"""What many rows come to, sorted out: by the outcomes that are possible, and in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import combinations
from operator import or_

from ascertain.findings.columns.planes import Plane
from ascertain.findings.columns.questions import Possible
from ascertain.findings.model import OPEN, word_of
from ascertain.rulebook.model.rules import Outcome

WORDS = (*(outcome.value for outcome in Outcome), OPEN)
"""The words that a yes/no question can come to."""


def alike(possible: Possible) -> Iterator[tuple[tuple[Outcome, ...], Plane]]:
    """The rows of each set of outcomes that some come to."""
    every = reduce(or_, possible)
    for size in range(1, len(Outcome) + 1):
        for outcomes in combinations(Outcome, size):
            rows = every
            for outcome, where in zip(Outcome, possible, strict=True):
                rows &= where if outcome in outcomes else ~where
            if rows:
                yield outcomes, rows


def counted(possible: Possible) -> dict[str, int]:
    """How many rows come to each word."""
    counts = dict.fromkeys(WORDS, 0)
    for outcomes, rows in alike(possible):
        counts[word_of(outcomes, ())] += rows.bit_count()
    return counts
