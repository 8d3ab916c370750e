"""How rules compose into outcomes on decision diagrams: the algebra of ``meaning``, whoever supplies the parts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from itertools import product

from oxidd.bdd import BDDFunction

from ascertain.findings.arithmetic.amounts import compares
from ascertain.findings.arithmetic.offsets import constant
from ascertain.findings.arithmetic.relations import Relation, in_order, pushed
from ascertain.findings.diagrams.space import Atom, AtomKind, Space
from ascertain.findings.diagrams.voices import Voices
from ascertain.findings.reaching.expansion import rebuilt
from ascertain.findings.reaching.index import Index
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.expressions import Expression, Greatest, Least, Worth, parts
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
    Relate,
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


def relation_atom(relation: Relation) -> Atom:
    """The atom of a relation between several plain terms."""
    return Atom(AtomKind.RELATION, relation.text)


def matter_atom(condition: InGroup | ProgramIs) -> Atom:
    """The atom that the matter's government or program is what the condition says, named in the rulebook's words."""
    if isinstance(condition, ProgramIs):
        return Atom(AtomKind.MATTER, f"program is {condition.program}")
    return Atom(AtomKind.MATTER, f"{condition.subject} in group {condition.group}")


class Composer(ABC):
    """Composes a rule from what it looks at.

    ``domains`` are the values of each plain term, and ``fitting`` keeps at which of them a relation of one term holds.
    """

    rulebook: Rulebook
    index: Index
    domains: Mapping[str, tuple[Value, ...]]
    fitting: dict[Relation, tuple[int, ...]]
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

    def said(self, worth: Expression) -> Expression:
        """What a clause says that a quantity is, over plain terms."""
        return worth

    def worths(self, expression: Expression) -> Mapping[Expression, BDDFunction]:
        """Where an expression comes to which expression over plain terms."""
        return self._worths(expression)[0]

    def excepting(self, rule: Rule, exception: Rule) -> Voices:
        """The outcomes of an exception to a rule."""
        return self.rule(exception)

    def fold(self, voices: Iterable[Voices]) -> Voices:
        """Several voices as one; silent where there are none."""
        false = self.space.false
        return reduce(lambda one, other: one.folded(other, self._equal), voices, Voices(false, false, false))

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
        if clause.worth is not None:
            worths, unclear = self._worths(clause.worth)
            found = {self.said(worth): where & met for worth, where in worths.items()}
            return Voices(self.space.any(found.values()), self.space.false, conflict | (met & unclear), found)
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
            case Relate(left, op, right):
                return self._relate(left, op, right)
            case InForce(provision):
                met = self.has(force_atom(provision), [0])
            case UnderReading(point, reading):
                met = self._reading(point, reading)
            case InGroup() | ProgramIs():
                met = self.has(matter_atom(condition), [0])
        return met, ~met

    def _worths(self, expression: Expression) -> tuple[dict[Expression, BDDFunction], BDDFunction]:
        """Where the expression comes to which expression over plain terms, and where it is in conflict."""
        if isinstance(expression, Worth):
            if expression.term not in self.index.concluding:
                return {expression: self.space.true}, self.space.false
            voices = self.looked_at(expression.term)
            return dict(voices.worths), voices.conflict
        inner = [self._worths(part) for part in parts(expression)]
        found: dict[Expression, BDDFunction] = {}
        for chosen in product(*(worths.items() for worths, _ in inner)):
            worth = rebuilt(expression, tuple(each for each, _ in chosen))
            where = self.space.all(where for _, where in chosen)
            found[worth] = found[worth] | where if worth in found else where
        return found, self.space.any(conflict for _, conflict in inner)

    def _relate(self, left: Expression, op: str, right: Expression) -> tuple[BDDFunction, BDDFunction]:
        """Where a comparison is met and where it is not; what has no worth meets none."""
        (mine, unclear), (its, obscure) = self._worths(left), self._worths(right)
        conflict = unclear | obscure
        met = self.space.false
        for (one, here), (other, there) in product(mine.items(), its.items()):
            both = here & there
            if both.satisfiable():
                met |= both & self.compared(one, op, other)
        return met & ~conflict, ~met & ~conflict

    def compared(self, left: Expression, op: str, right: Expression) -> BDDFunction:
        """Where one expression over plain terms compares so with another."""
        match op:
            case ">=" | ">":
                return self._more(pushed(left), op == ">", pushed(right))
            case "<=" | "<":
                return ~self._more(pushed(left), op == "<=", pushed(right))
            case _:
                return self.compared(left, ">=", right) & ~self.compared(left, ">", right)

    def _equal(self, left: Expression, right: Expression) -> BDDFunction:
        return self.compared(left, "=", right)

    def _more(self, left: Expression, strict: bool, right: Expression) -> BDDFunction:
        def each(sides: Iterable[Expression], *, of_left: bool) -> Iterator[BDDFunction]:
            return (self._more(one, strict, right) if of_left else self._more(left, strict, one) for one in sides)

        if isinstance(left, Least | Greatest):
            every = isinstance(left, Least)
            return (self.space.all if every else self.space.any)(each(left.of, of_left=True))
        if isinstance(right, Least | Greatest):
            every = isinstance(right, Greatest)
            return (self.space.all if every else self.space.any)(each(right.of, of_left=False))
        relation, so = in_order(left, strict, right)
        found = self.related(relation)
        return found if so else ~found

    def related(self, relation: Relation) -> BDDFunction:
        """Where a relation between plain terms holds."""
        calendars = self.rulebook.calendars
        always = constant(relation) if relation.terms else relation.holds({}, calendars)
        if always is not None:
            return self.space.true if always else self.space.false
        if len(relation.terms) > 1 or not relation.steady:
            return self.has(relation_atom(relation), [0])
        (term,) = relation.terms
        domain = self.domains[term]
        if relation not in self.fitting:
            fits = (at for at, value in enumerate(domain) if relation.holds({term: value}, calendars))
            self.fitting[relation] = tuple(fits)
        return self.has(Atom(AtomKind.FACT, term, domain), self.fitting[relation])

    def _reading(self, point: str, name: str) -> BDDFunction:
        atom = point_atom(point, self.rulebook)
        return self.has(atom, [atom.values.index(name)])
