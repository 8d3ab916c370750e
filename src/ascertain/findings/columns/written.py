"""Steps as one Python function, which looks at no step and no row by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ascertain.findings.columns.planes import Plane
from ascertain.findings.columns.steps import ALWAYS, NEVER, Line, Steps

Run = Callable[[Plane, Sequence[Plane]], tuple[Plane, ...]]
"""All rows, and for each variable where it can be true and where it can be false; out come the roots' planes."""


def written(steps: Steps) -> Run:
    """The function that works out, for each diagram, the rows in which it can come out true.

    A variable is looked at no more than once on any way through a diagram. So each way can be gone exactly where each
    of its turns can be taken, and no world is missed or made up: the answer is exact, however much is unknown.

    Args:
        steps: The diagrams.
    """
    space: dict[str, Run] = {}
    exec(compile(source(steps), "<diagrams>", "exec"), space)  # noqa: S102 - written here from numbers alone
    return space["run"]


def source(steps: Steps) -> str:
    """The text of that function: what a line was is dropped as soon as no other reads it."""
    variables = {variable: at for at, variable in enumerate(steps.variables)}
    names = ", ".join(f"t{at}, f{at}" for at in variables.values())
    body = [*([f"{names}, = planes"] if names else []), *_body(steps, variables)]
    return "\n    ".join(["def run(every, planes):", *body]) + "\n"


def _body(steps: Steps, variables: dict[int, int]) -> Iterator[str]:
    places: dict[int, str] = {NEVER: "0", ALWAYS: "every"}
    free: list[str] = []
    last = steps.last_read
    for at, line in enumerate(steps.lines):
        said = _said(line, f"t{variables[line.variable]}", f"f{variables[line.variable]}", places)
        free += [places[below] for below in dict.fromkeys(line.below) if last.get(below) == at]
        places[at] = free.pop() if free else f"n{at}"
        yield f"{places[at]} = {said}"
    yield f"return ({''.join(f'{places[root]}, ' for root in steps.roots)})"


def _said(line: Line, true: str, false: str, places: dict[int, str]) -> str:
    """The rows of a node, by those of the two below it.

    What is so anyway need not ask for the turn: where that cannot be taken the other can, and leads to the same.
    """
    parts = []
    for turn, below, anyway in ((true, line.high, line.high_anyway), (false, line.low, line.low_anyway)):
        if below == ALWAYS:
            parts.append(turn)
        elif below != NEVER:
            parts.append(places[below] if anyway else f"{turn} & {places[below]}")
    return " | ".join(parts)
