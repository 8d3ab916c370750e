"""Four outcomes as diagrams, and how rules speak together: the algebra of ``meaning`` on decision diagrams."""

from __future__ import annotations

from dataclasses import dataclass

from oxidd.bdd import BDDFunction

from ascertain.rulebook.model.rules import Outcome


@dataclass(frozen=True, slots=True)
class Voices:
    """Where a rule or term holds, does not hold, and is in conflict; it is silent everywhere else."""

    holds: BDDFunction
    fails: BDDFunction
    conflict: BDDFunction

    @property
    def silent(self) -> BDDFunction:
        """Where no rule speaks."""
        return ~(self.holds | self.fails | self.conflict)

    @property
    def all(self) -> tuple[BDDFunction, BDDFunction, BDDFunction]:
        """The three that tell it all."""
        return self.holds, self.fails, self.conflict

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

    def folded(self, other: Voices) -> Voices:
        """Both as one: the silent do not count, equal ones agree, different ones are a conflict."""
        clash = (self.holds & other.fails) | (self.fails & other.holds)
        conflict = self.conflict | other.conflict | clash
        return Voices((self.holds | other.holds) & ~conflict, (self.fails | other.fails) & ~conflict, conflict)

    def before(self, other: Voices) -> Voices:
        """This one where it speaks, the other where it is silent."""
        silent = self.silent
        return Voices(*(mine | (silent & theirs) for mine, theirs in zip(self.all, other.all, strict=True)))

    def where(self, condition: BDDFunction) -> Voices:
        """The same where the condition is true, silent elsewhere."""
        return Voices(*(voice & condition for voice in self.all))
