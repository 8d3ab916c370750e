"""Four outcomes as diagrams, and how rules speak together: the algebra of ``meaning`` on decision diagrams."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from oxidd.bdd import BDDFunction

from ascertain.rulebook.model.expressions import Expression
from ascertain.rulebook.model.rules import Outcome

Equal = Callable[[Expression, Expression], BDDFunction]
"""Where two expressions over plain terms are worth the same."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Where a rule or term holds, does not hold, and is in conflict; it is silent everywhere else.

    Where it is about a quantity it *holds* wherever it says what the quantity is, and ``worths`` tells, for each
    expression over plain terms, where it says that one.
    """

    holds: BDDFunction
    fails: BDDFunction
    conflict: BDDFunction
    worths: Mapping[Expression, BDDFunction] = field(default_factory=dict)

    @property
    def silent(self) -> BDDFunction:
        """Where no rule speaks."""
        return ~(self.holds | self.fails | self.conflict)

    @property
    def all(self) -> tuple[BDDFunction, ...]:
        """Those that tell it all."""
        return self.holds, self.fails, self.conflict, *self.worths.values()

    def at(self, outcome: Outcome) -> BDDFunction:
        """Where the outcome is this one."""
        match outcome:
            case Outcome.HOLDS:
                return self.holds
            case Outcome.DOES_NOT_HOLD:
                return self.fails
            case Outcome.CONFLICT:
                return self.conflict
            case _:
                return self.silent

    def possible(self) -> tuple[Outcome, ...]:
        """The outcomes that are not ruled out, in the order of ``Outcome``."""
        return tuple(outcome for outcome in Outcome if self.at(outcome).satisfiable())

    def said(self) -> tuple[Expression, ...]:
        """What a quantity can be said to be, as expressions over plain terms."""
        return tuple(worth for worth, where in self.worths.items() if where.satisfiable())

    def folded(self, other: Voices, equal: Equal) -> Voices:
        """Both as one: the silent do not count, equal ones agree, different ones are a conflict."""
        conflict = self.conflict | other.conflict | (self.holds & other.fails) | (self.fails & other.holds)
        for mine, here in self.worths.items():
            for its, there in other.worths.items():
                both = here & there
                if mine != its and both.satisfiable():
                    conflict |= both & ~equal(mine, its)
        worths = dict(self.worths)
        for its, there in other.worths.items():
            said = there if its not in worths else worths[its] | there
            # Where both say the same in different words, it is told in the words of the first.
            worths[its] = said & ~(self.holds & ~self.worths[its]) if its in self.worths else said & ~self.holds
        return Voices(
            (self.holds | other.holds) & ~conflict,
            (self.fails | other.fails) & ~conflict,
            conflict,
            {worth: where & ~conflict for worth, where in worths.items()},
        )

    def before(self, other: Voices) -> Voices:
        """This one where it speaks, the other where it is silent."""
        silent = self.silent
        worths = dict(self.worths)
        for worth, where in other.worths.items():
            worths[worth] = worths[worth] | (silent & where) if worth in worths else silent & where
        return Voices(
            self.holds | (silent & other.holds),
            self.fails | (silent & other.fails),
            self.conflict | (silent & other.conflict),
            worths,
        )

    def where(self, condition: BDDFunction) -> Voices:
        """The same where the condition is true, silent elsewhere."""
        return self.mapped(lambda voice: voice & condition)

    def mapped(self, change: Callable[[BDDFunction], BDDFunction]) -> Voices:
        """The same with every diagram changed."""
        worths = {worth: change(where) for worth, where in self.worths.items()}
        return Voices(change(self.holds), change(self.fails), change(self.conflict), worths)
