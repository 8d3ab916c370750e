"""Diagrams of their own for a few questions, with the order of variables in which they are small."""

from __future__ import annotations

from collections.abc import Sequence

from oxidd.bdd import BDDFunction, BDDManager

from ascertain.findings.columns.steps import ALWAYS, NEVER, steps_of
from ascertain.findings.diagrams.space import Space

_WORK = 1 << 21
"""As much as is spent on the order, in nodes times orders tried."""
_CACHE = 1 << 14


def reordered(space: Space, diagrams: Sequence[BDDFunction]) -> tuple[list[BDDFunction], tuple[int, ...]]:
    """The same diagrams in a space of their own, in the best order found by moving one atom at a time.

    The space of a rulebook has the order that suits all of its questions before anything is put in. The ladder of an
    atom is moved as a whole, so that each rung stays below those that it is looked at after.

    Args:
        space: Where the diagrams live.
        diagrams: They.

    Returns:
        The diagrams, and for each of their variables, by number, the variable of ``space`` that it stands for.
    """
    steps = steps_of(diagrams)
    ladders = {atom: space.variables(atom) for atom in map(space.owner, steps.variables)}
    ordered = sorted(ladders.values(), key=lambda ladder: space.level(ladder[0]))
    theirs = tuple(variable for ladder in ordered for variable in ladder)
    manager = BDDManager(max(2 * len(steps.lines), 1 << 10) + (1 << 12), _CACHE, 1)
    manager.add_vars(len(theirs))
    mine = {variable: at for at, variable in enumerate(theirs)}
    made = {NEVER: manager.false(), ALWAYS: manager.true()}
    for at, line in enumerate(steps.lines):
        made[at] = manager.var(mine[line.variable]).ite(made[line.high], made[line.low])
    roots = [made[root] for root in steps.roots]
    del made
    _improve(manager, [[mine[variable] for variable in ladder] for ladder in ordered])
    return roots, theirs


def _improve(manager: BDDManager, order: list[list[int]]) -> None:
    left, least, before = _WORK, _size(manager), 0
    while least != before:
        before = least
        for ladder in list(order):
            others = [each for each in order if each is not ladder]
            best = order
            for place in range(len(order)):
                tried = [*others[:place], ladder, *others[place:]]
                _set(manager, tried)
                size = _size(manager)
                left -= size
                if size < least:
                    least, best = size, tried
            order = best
            _set(manager, order)
            if left < 0:
                return


def _set(manager: BDDManager, order: list[list[int]]) -> None:
    manager.set_var_order([variable for ladder in order for variable in ladder])


def _size(manager: BDDManager) -> int:
    manager.gc()
    return manager.num_inner_nodes()
