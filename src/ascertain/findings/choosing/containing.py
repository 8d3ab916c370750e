"""The cheapest way that makes a function true and needs one thing among others."""

from __future__ import annotations

from collections.abc import Callable, Set
from heapq import heappop, heappush
from itertools import count

from oxidd.bdd import BDDFunction

from ascertain.findings.choosing.cheapest import Cheapest, Choice, TooLongError
from ascertain.findings.diagrams.space import Atom, Space

Taken = tuple[Atom, int]

_MOST = 60
"""As many sets of things to do without as are tried."""


def cheapest_with(
    wanted: Taken, function: BDDFunction, space: Space, without: Callable[[Set[Taken]], Cheapest]
) -> Choice | None:
    """The cheapest choice that needs one thing; ``None`` where every choice does without it.

    The cheapest choice needs all that is in it, as all has its price. One that lacks what is wanted is passed over by
    doing without one of its things after the other, the cheapest first.

    Args:
        wanted: An atom and the position of its value.
        function: What the choice makes true.
        space: Where the function lives.
        without: The search in which some things may not be chosen.

    Raises:
        TooLongError: The search is too long.
    """
    atom, at = wanted
    # What never makes true what would not be true without it is needed by nothing, however long one looks.
    if (space.settle(function, atom, at) & ~space.for_all(function, [atom])).satisfiable() is False:
        return None
    number = count()
    waiting: list[tuple[int, int, frozenset[Taken], Choice]] = []
    seen: set[frozenset[Taken]] = set()

    def look(left_out: frozenset[Taken]) -> None:
        if left_out in seen:
            return
        seen.add(left_out)
        if len(seen) > _MOST:
            raise TooLongError
        search = without(left_out)
        cost, choice = search.cost(function), search.first(function)
        if cost is not None and choice is not None:
            heappush(waiting, (cost, next(number), left_out, choice))

    look(frozenset())
    while waiting:
        _, _, left_out, choice = heappop(waiting)
        if wanted in choice:
            return choice
        for each in choice:
            look(left_out | {each})
    return None
