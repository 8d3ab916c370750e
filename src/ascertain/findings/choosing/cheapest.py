"""The cheapest choices that make a diagram true: the one search behind reasons, changes and questions to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from oxidd.bdd import BDDFunction

from ascertain.findings.diagrams.space import Atom, Space

Offers = Callable[[Atom], Mapping[int, int]]
"""The values of an atom, by position, that may be chosen, each with its price: 0 for leaving it as it is."""

Choice = tuple[tuple[Atom, int], ...]
"""Atoms, each with the position of the value chosen for it, in the order in which the law meets them."""

Settle = Callable[[BDDFunction, Atom, int], BDDFunction]

MOST = 20_000
"""How many different functions a search may look at before it gives up."""


class TooLongError(Exception):
    """The search has taken its steps."""


class Cheapest:
    """Cheapest ways to make a function true, each function solved once.

    At the topmost atom of a function there are the values offered for it, and the way of doing without: the function
    then has to be true for each of its values. A choice is kept apart from every other, and none is found twice.

    Args:
        space: Where the functions live.
        offers: What may be chosen, and at what price. A price of 0 leaves nothing to gain by doing without.
        most: How many functions may be looked at.
        least: The least that a function can cost which is not simply true; 1 where nothing is offered for nothing.
        settle: What becomes of a function by a choice, where that is not that an atom has the value at a position.
    """

    def __init__(
        self, space: Space, offers: Offers, most: int = MOST, least: int = 0, settle: Settle | None = None
    ) -> None:
        self._space = space
        self._settle = settle or space.settle
        self._offers = offers
        self._left = most
        self._least = least
        self._costs: dict[BDDFunction, int | None] = {}

    def cost(self, function: BDDFunction) -> int | None:
        """The least that a choice costs which makes the function true, or ``None`` where none does.

        Raises:
            TooLongError: The search is too long.
        """
        if function not in self._costs:
            self._left -= 1
            if self._left < 0:
                raise TooLongError
            self._costs[function] = self._cost(function)
        return self._costs[function]

    def ways(self, function: BDDFunction) -> Iterator[Choice]:
        """Yield every cheapest choice, what costs nothing left out; those that rest on what the law meets first, first.

        Raises:
            TooLongError: The search is too long.
        """
        least = self.cost(function)
        top = function.node_var()
        if least is None:
            return
        if top is None:
            yield ()
            return
        atom = self._space.owner(top)
        for at, price in self._offers(atom).items():
            rest = self._settle(function, atom, at)
            if self.cost(rest) == least - price:
                chosen = ((atom, at),) if price else ()
                yield from ((*chosen, *more) for more in self.ways(rest))
        if self._may_do_without(atom):
            rest = self._space.for_all(function, [atom])
            if self.cost(rest) == least:
                yield from self.ways(rest)

    def first(self, function: BDDFunction) -> Choice | None:
        """The first of the cheapest choices, or ``None`` where there is none.

        Raises:
            TooLongError: The search is too long.
        """
        return next(self.ways(function), None)

    def _may_do_without(self, atom: Atom) -> bool:
        return 0 not in self._offers(atom).values()

    def _cost(self, function: BDDFunction) -> int | None:
        top = function.node_var()
        if top is None:
            return 0 if function.valid() else None
        atom = self._space.owner(top)
        found: list[int] = []
        for at, price in self._offers(atom).items():
            rest = self.cost(self._settle(function, atom, at))
            if rest is not None:
                found.append(rest + price)
            if rest == 0 and price <= self._least:
                return price
        if self._may_do_without(atom):
            rest = self.cost(self._space.for_all(function, [atom]))
            if rest is not None:
                found.append(rest)
        return min(found, default=None)
