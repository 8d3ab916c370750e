"""How rules compose into outcomes on decision diagrams: the algebra of ``meaning``, whoever supplies the parts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from functools import reduce

from oxidd.bdd import BDDFunction

from ascertain.findings.meaning import compares
from ascertain.findings.reach import Index
from ascertain.findings.space import Atom, AtomKind, Space
from ascertain.findings.voices import Voices
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import (
    AllOf,
    AnyOf,
    Clause,
    Compare,
    Condition,
    InForce,
    InGroup,
    IsTrue,
    Not,
    Outcome,
    ProgramIs,
    Rule,
    UnderReading,
)
from ascertain.rulebook.model.terms import Value


def point_atom(point: str, rulebook: Rulebook) -> Atom:
    """The atom of a contested point; its values are all its readings, live or not."""
    return Atom(AtomKind.READING, point, tuple(reading.name for reading in rulebook.points[point].readings))


def force_atom(provision: str) -> Atom:
    """The atom that a provision is in force."""
    return Atom(AtomKind.FORCE, provision)


def matter_atom(condition: InGroup | ProgramIs) -> Atom:
    """The atom that the matter's government or program is what the condition says, named in the rulebook's words."""
    if isinstance(condition, ProgramIs):
        return Atom(AtomKind.MATTER, f"program is {condition.program}")
    return Atom(AtomKind.MATTER, f"{condition.subject} in group {condition.group}")


class Composer(ABC):
    """Composes a rule from what it looks at. ``domains`` are the values of each plain term."""

    rulebook: Rulebook
    index: Index
    domains: Mapping[str, tuple[Value, ...]]
    space: Space

    @abstractmethod
    def rule(self, rule: Rule) -> Voices:
        """The outcomes of a rule together with its exceptions."""

    @abstractmethod
    def has(self, atom: Atom, values: Iterable[int]) -> BDDFunction:
        """That an atom which a rule looks at has one of the values at these positions."""

    @abstractmethod
    def looked_at(self, phrase: str) -> Voices:
        """The outcomes of a term which a rule looks at."""

    def excepting(self, rule: Rule, exception: Rule) -> Voices:
        """The outcomes of an exception to a rule."""
        return self.rule(exception)

    def fold(self, voices: Iterable[Voices]) -> Voices:
        """Several voices as one; silent where there are none."""
        false = self.space.false
        return reduce(Voices.folded, voices, Voices(false, false, false))

    def live(self, rule: Rule) -> BDDFunction:
        """Where the rule's provision is in force and its reading the right one."""
        live = self.has(force_atom(rule.provision), [0])
        return live & self._reading(*rule.reading) if rule.reading else live

    def exceptions(self, rule: Rule) -> Voices:
        """The outcomes of the exceptions to a rule, folded."""
        return self.fold(self.excepting(rule, each) for each in self.index.exceptions.get(rule.id, ()))

    def own(self, rule: Rule) -> Voices:
        """The outcomes of a rule's own clauses, its force and its exceptions apart."""
        said = self.fold(self.clause(clause) for clause in rule.clauses if not clause.otherwise)
        rest = self.fold(self.clause(clause) for clause in rule.clauses if clause.otherwise)
        return said.before(rest)

    def compose(self, rule: Rule) -> Voices:
        """The outcomes of a rule together with its exceptions, from its parts."""
        live, excepted = self.live(rule), self.exceptions(rule)
        return excepted.before(self.own(rule)).where(live)

    def clause(self, clause: Clause) -> Voices:
        """The outcomes of one clause, whatever the others say."""
        met, unmet = self._condition(clause.guard) if clause.guard else (self.space.true, self.space.false)
        conflict = ~(met | unmet)
        if clause.verdict is Outcome.HOLDS:
            return Voices(met, self.space.false, conflict)
        return Voices(self.space.false, met, conflict)

    def _condition(self, condition: Condition) -> tuple[BDDFunction, BDDFunction]:
        """Where the condition is true and where it is false; it is conflicting everywhere else."""
        match condition:
            case Not(of):
                met, unmet = self._condition(of)
                return unmet, met
            case AllOf(parts):
                pairs = [self._condition(part) for part in parts]
                return self.space.all(met for met, _ in pairs), self.space.any(unmet for _, unmet in pairs)
            case AnyOf(parts):
                pairs = [self._condition(part) for part in parts]
                return self.space.any(met for met, _ in pairs), self.space.all(unmet for _, unmet in pairs)
            case IsTrue(term):
                voices = self.looked_at(term)
                return voices.holds, voices.fails | voices.silent
            case Compare(term, op, value):
                domain = self.domains[term]
                fitting = [at for at, known in enumerate(domain) if compares(known, op, value)]
                met = self.has(Atom(AtomKind.FACT, term, domain), fitting)
            case InForce(provision):
                met = self.has(force_atom(provision), [0])
            case UnderReading(point, reading):
                met = self._reading(point, reading)
            case InGroup() | ProgramIs():
                met = self.has(matter_atom(condition), [0])
        return met, ~met

    def _reading(self, point: str, name: str) -> BDDFunction:
        atom = point_atom(point, self.rulebook)
        return self.has(atom, [atom.values.index(name)])
