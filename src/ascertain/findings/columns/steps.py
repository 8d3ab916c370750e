"""Diagrams as a straight line of steps, each node of all of them once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from oxidd.bdd import BDDFunction

NEVER, ALWAYS = -1, -2
"""The leaves, in the place of a line's number."""


class Line(NamedTuple):
    """A node.

    Args:
        variable: What it looks at.
        high: The line, or leaf, that it comes to where that is true.
        low: The same where it is false.
        high_anyway: Whether what is true by the high one is so by the low one, too.
        low_anyway: Whether what is true by the low one is so by the high one, too.
    """

    variable: int
    high: int
    low: int
    high_anyway: bool
    low_anyway: bool

    @property
    def below(self) -> tuple[int, int]:
        """The lines, or leaves, that it comes to."""
        return self.high, self.low


@dataclass(frozen=True, slots=True)
class Steps:
    """Several diagrams, node by node.

    Args:
        lines: The nodes, each after those that it comes to.
        roots: For each diagram its line, or leaf.
    """

    lines: tuple[Line, ...]
    roots: tuple[int, ...]

    @property
    def variables(self) -> tuple[int, ...]:
        """The variables that the diagrams look at."""
        return tuple(dict.fromkeys(line.variable for line in self.lines))

    @property
    def last_read(self) -> dict[int, int]:
        """The last line that reads each line; those that are roots are needed to the end, and have none."""
        read = {below: at for at, line in enumerate(self.lines) for below in line.below if below >= 0}
        return {line: at for line, at in read.items() if line not in set(self.roots)}


def steps_of(diagrams: Iterable[BDDFunction]) -> Steps:
    """The steps by which diagrams are worked out.

    Args:
        diagrams: Some diagrams of one space; what they share is one line.
    """
    numbers: dict[BDDFunction, int] = {}
    lines: list[Line] = []
    roots = []
    for root in diagrams:
        waiting = [root]
        while waiting:
            node = waiting[-1]
            below = node.cofactors()
            if node in numbers or below is None:
                numbers.setdefault(node, ALWAYS if node.valid() else NEVER)
                waiting.pop()
                continue
            left = [each for each in below if each not in numbers]
            if left:
                waiting += left
                continue
            variable = node.node_var()
            assert variable is not None
            numbers[node] = len(lines)
            high, low = below
            ways = not (high & ~low).satisfiable(), not (low & ~high).satisfiable()
            lines.append(Line(variable, numbers[high], numbers[low], *ways))
            waiting.pop()
        roots.append(numbers[root])
    return Steps(tuple(lines), tuple(roots))
