"""What a check remarks on rules that never count, as questions of satisfiability under one law after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import z3

from ascertain.law.force import LawOn
from ascertain.rulebook.model.rules import Clause, Rule

from .smt import Formula, Voice, satisfiable

Told = Callable[[Formula], z3.BoolRef]
"""What is asked of a formula."""


class Checks:
    """One concluded term under every law in which it can be asked about.

    Args:
        laws: The laws, all of one rulebook.
        term: The phrase of the term.
    """

    def __init__(self, laws: Sequence[LawOn], term: str) -> None:
        self._rulebook = laws[0].rulebook
        self._laws = laws
        self._term = term
        self._formulas = [Formula(law, term) for law in laws]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that conclude the term, their exceptions, theirs and so on."""
        return tuple(rule for rule in self._rulebook.rules.values() if self._chain(rule)[-1].term == self._term)

    def reachable(self, rule: Rule) -> bool:
        """Whether the rule, and all to which it is an exception, are anywhere in force and under the right readings."""
        return self._anywhere(lambda formula: self._alive(formula, rule))

    def idle(self, rule: Rule) -> list[Clause]:
        """The clauses that nowhere come to speak."""

        return [clause for clause in rule.clauses if not self._anywhere(self._speaks(rule, clause))]

    def heard(self, rule: Rule) -> bool:
        """Whether the exceptions to the rule ever leave it a word."""
        return self._anywhere(lambda formula: z3.And(self._alive(formula, rule), _silent(formula.exceptions(rule))))

    def shadowed(self, rule: Rule) -> bool:
        """Whether the rule speaks somewhere, but nowhere changes what the term comes to."""
        if not self._anywhere(lambda each: z3.And(self._alive(each, rule), z3.Not(_silent(each.rule(rule))))):
            return False
        pairs = ((each, Formula(each.law, self._term, without=rule.id)) for each in self._formulas)
        return not any(satisfiable(*one.sense, one.voice.differs(without.voice)) for one, without in pairs)

    def _speaks(self, rule: Rule, clause: Clause) -> Told:
        def told(formula: Formula) -> z3.BoolRef:
            spoken = z3.And(self._alive(formula, rule), z3.Not(_silent(formula.clause(clause))))
            others = formula.clauses(rule, otherwise=False)
            return z3.And(spoken, _silent(others)) if clause.otherwise else spoken

        return told

    def _anywhere(self, told: Told) -> bool:
        return any(satisfiable(*formula.sense, told(formula)) for formula in self._formulas)

    def _alive(self, formula: Formula, rule: Rule) -> z3.BoolRef:
        return z3.And(*(formula.live(each) for each in self._chain(rule)))

    def _chain(self, rule: Rule) -> list[Rule]:
        return [*self._upwards(rule)]

    def _upwards(self, rule: Rule) -> Iterator[Rule]:
        yield rule
        if rule.target:
            yield from self._upwards(self._rulebook.rules[rule.target])


def _silent(voice: Voice) -> z3.BoolRef:
    return z3.Not(z3.Or(voice.yes, voice.no))
