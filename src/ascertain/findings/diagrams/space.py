"""Atoms, the things an answer can depend on, as Boolean variables of one decision diagram manager.

An atom with n values takes n - 1 variables, a *ladder*: value k is told by the first k variables being false and the
next one true, the last value by all being false. Every assignment of the variables is then some value, so that a
diagram depends on a variable of the ladder exactly where the answer depends on the atom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import and_, or_

from oxidd.bdd import BDDFunction, BDDManager, BDDSubstitution

from ascertain.rulebook.model.terms import Value

NODES = 1 << 20
"""As many nodes as the diagrams of a rulebook may take together."""
_CACHE = 1 << 18

YES_NO: tuple[Value, ...] = (True, False)


class AtomKind(StrEnum):
    """What an atom is: a fact, a contested point, the force of a provision, who is asked about, a doubt about force.

    A *relation* is whether one quantity is more than another, for terms that are plain; *together* is how several
    unknown quantities that are compared with each other lie together.
    """

    FACT = "fact"
    RELATION = "relation"
    TOGETHER = "together"
    READING = "reading"
    FORCE = "force"
    MATTER = "matter"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Atom:
    """Something with finitely many values. ``id`` is a phrase, a point's or provision's id, or a condition's text."""

    kind: AtomKind
    id: str
    values: tuple[Value, ...] = YES_NO


_OPEN = frozenset({AtomKind.FACT, AtomKind.TOGETHER, AtomKind.READING, AtomKind.DOUBT})
"""What can be unknown."""


def another(atom: Atom) -> Atom:
    """Something just like an unknown, with a value of its own."""
    return Atom(atom.kind, f"any: {atom.id}", atom.values)


Setting = tuple[int, BDDFunction]
"""A variable and what to put in its place."""


class Space:
    """The atoms met so far, in the order of the diagram's variables."""

    def __init__(self) -> None:
        self._manager = BDDManager(NODES, _CACHE, 1)
        self._variables: dict[Atom, range] = {}
        self._owner: list[Atom] = []
        self.true = self._manager.true()
        self.false = self._manager.false()

    def variables(self, atom: Atom) -> range:
        """The atom's ladder; it is added below all others when the atom is new.

        Next to an unknown stands another like it, so that what is made of the others has as good an order.
        """
        if atom not in self._variables:
            for new in (atom, another(atom)) if atom.kind in _OPEN else (atom,):
                self._variables[new] = self._manager.add_vars(len(new.values[1:]))
                self._owner += [new] * len(new.values[1:])
        return self._variables[atom]

    def owner(self, variable: int) -> Atom:
        """The atom whose ladder the variable belongs to."""
        return self._owner[variable]

    def level(self, variable: int) -> int:
        """How far down a variable stands in the order of the diagrams."""
        return self._manager.var_to_level(variable)

    def has(self, atom: Atom, values: Iterable[int]) -> BDDFunction:
        """That the atom has one of the values at these positions."""
        wanted, ladder = set(values), self.variables(atom)
        found = self.true if len(ladder) in wanted else self.false
        for at in reversed(range(len(ladder))):
            found = self._manager.var(ladder[at]).ite(self.true if at in wanted else self.false, found)
        return found

    def all(self, parts: Iterable[BDDFunction]) -> BDDFunction:
        """Their conjunction."""
        return reduce(and_, parts, self.true)

    def any(self, parts: Iterable[BDDFunction]) -> BDDFunction:
        """Their disjunction."""
        return reduce(or_, parts, self.false)

    def limit(self, atom: Atom, values: Iterable[int]) -> Iterator[Setting]:
        """Settings that leave the atom only the values at these positions, each still told by the ladder."""
        left = set(values)
        for at, variable in enumerate(self.variables(atom)):
            if at not in left:
                yield variable, self.false
            elif at == max(left):
                yield variable, self.true

    def settle(self, function: BDDFunction, atom: Atom, value: int) -> BDDFunction:
        """``function`` where the atom has the value at this position."""
        return function.substitute(self.substitution(self.limit(atom, (value,))))

    def put(self, atom: Atom, function: BDDFunction) -> Setting:
        """The setting that lets a yes/no atom be ``function``."""
        (variable,) = self.variables(atom)
        return variable, function

    def instead(self, atom: Atom, other: Atom) -> Iterator[Setting]:
        """Settings that let another atom with as many values stand for this one."""
        for mine, its in zip(self.variables(atom), self.variables(other), strict=True):
            yield mine, self._manager.var(its)

    def substitution(self, settings: Iterable[Setting]) -> BDDSubstitution:
        """All settings as one substitution, made in parallel."""
        return BDDFunction.make_substitution(settings)

    def for_all(self, function: BDDFunction, atoms: Iterable[Atom]) -> BDDFunction:
        """Where ``function`` is true whatever the values of ``atoms``."""
        ladder = self.all(self._manager.var(variable) for atom in atoms for variable in self.variables(atom))
        return function.forall(ladder)

    def exists(self, function: BDDFunction, atoms: Iterable[Atom]) -> BDDFunction:
        """Where ``function`` is true for some values of ``atoms``."""
        return ~self.for_all(~function, atoms)

    def support(self, functions: Iterable[BDDFunction]) -> set[Atom]:
        """The atoms that at least one function depends on."""
        found: set[Atom] = set()
        seen: set[BDDFunction] = set()
        waiting = list(functions)
        while waiting:
            node = waiting.pop()
            if node in seen:
                continue
            seen.add(node)
            variable, below = node.node_var(), node.cofactors()
            if variable is not None and below is not None:
                found.add(self._owner[variable])
                waiting += below
        return found
