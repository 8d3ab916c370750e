"""A rulebook as decision diagrams: the symbolic twin of ``meaning``, one diagram for each outcome of each rule.

The diagrams hold for every matter: whether a provision is in force, who is asked about, and which reading is right are
atoms like the facts. What is settled for one matter is put in later, by a ``Situation``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import reduce

from oxidd.bdd import BDDFunction

from ascertain.findings.domains import domains
from ascertain.findings.meaning import compares
from ascertain.findings.reach import Index, Reach, reach
from ascertain.findings.space import Atom, AtomKind, Space
from ascertain.findings.voices import Voices
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
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


def fact_atom(phrase: str, compiled: Compiled) -> Atom:
    """The atom of a plain term."""
    return Atom(AtomKind.FACT, phrase, compiled.domains[phrase])


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


_KEPT = 4
_KEPT_LAWS = 256


class Compiled:
    """The diagrams of one rulebook, made when first asked for.

    Args:
        rulebook: The law.
        space: Where the diagrams live, if together with those of another rulebook.
        shared: The domains of terms that both rulebooks speak of, where each alone would tell fewer values apart.
    """

    def __init__(
        self, rulebook: Rulebook, space: Space | None = None, shared: Mapping[str, tuple[Value, ...]] | None = None
    ) -> None:
        self.rulebook = rulebook
        self.index = Index.of(rulebook)
        plain = [term for term in rulebook.terms if term not in self.index.concluding]
        own = domains(rulebook, plain)
        self.domains = own if shared is None else {term: shared.get(term, values) for term, values in own.items()}
        self.space = space or Space()
        self._laws: dict[Matter, LawOn] = {}
        self._reach: dict[str, Reach] = {}
        self._terms: dict[str, Voices] = {}
        self._rules: dict[str, Voices] = {}

    def law(self, matter: Matter) -> LawOn:
        """The law for a matter, kept for the last few hundred matters; days of one matter share their work."""
        if matter not in self._laws:
            while len(self._laws) >= _KEPT_LAWS:
                del self._laws[next(iter(self._laws))]
            any_day = replace(matter, on=date.min)
            kin = self._laws.get(any_day)
            if kin is None:
                kin = self._laws[any_day] = LawOn(self.rulebook, any_day)
            self._laws[matter] = kin.on(matter)
        return self._laws[matter]

    def reach(self, question: str) -> Reach:
        """What the question can depend on."""
        if question not in self._reach:
            self._reach[question] = reach(self.rulebook, question, self.index)
        return self._reach[question]

    def term(self, phrase: str) -> Voices:
        """The outcomes of a term: of its rules, folded; a plain yes/no term holds where the fact is yes."""
        if phrase not in self._terms:
            rules = self.index.concluding.get(phrase)
            self._terms[phrase] = self.fold(map(self.rule, rules)) if rules else self._fact(phrase)
        return self._terms[phrase]

    def rule(self, rule: Rule) -> Voices:
        """The outcomes of a rule together with its exceptions."""
        if rule.id not in self._rules:
            self._rules[rule.id] = self._rule(rule)
        return self._rules[rule.id]

    def _fact(self, phrase: str) -> Voices:
        yes = self.space.has(fact_atom(phrase, self), [0])
        return Voices(yes, ~yes, self.space.false)

    def fold(self, voices: Iterable[Voices]) -> Voices:
        """Several voices as one; silent where there are none."""
        false = self.space.false
        return reduce(Voices.folded, voices, Voices(false, false, false))

    def live(self, rule: Rule) -> BDDFunction:
        """Where the rule's provision is in force and its reading the right one."""
        live = self.space.has(force_atom(rule.provision), [0])
        return live & self._reading(*rule.reading) if rule.reading else live

    def exceptions(self, rule: Rule) -> Voices:
        """The outcomes of the exceptions to a rule, folded."""
        return self.fold(map(self.rule, self.index.exceptions.get(rule.id, ())))

    def own(self, rule: Rule) -> Voices:
        """The outcomes of a rule's own clauses, its force and its exceptions apart."""
        said = self.fold(self.clause(clause) for clause in rule.clauses if not clause.otherwise)
        rest = self.fold(self.clause(clause) for clause in rule.clauses if clause.otherwise)
        return said.before(rest)

    def _rule(self, rule: Rule) -> Voices:
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
                voices = self.term(term)
                return voices.holds, voices.fails | voices.silent
            case Compare(term, op, value):
                domain = self.domains[term]
                fitting = [at for at, known in enumerate(domain) if compares(known, op, value)]
                met = self.space.has(fact_atom(term, self), fitting)
            case InForce(provision):
                met = self.space.has(force_atom(provision), [0])
            case UnderReading(point, reading):
                met = self._reading(point, reading)
            case InGroup() | ProgramIs():
                met = self.space.has(matter_atom(condition), [0])
        return met, ~met

    def _reading(self, point: str, name: str) -> BDDFunction:
        atom = point_atom(point, self.rulebook)
        return self.space.has(atom, [atom.values.index(name)])


_recent: dict[int, Compiled] = {}


def compiled_for(rulebook: Rulebook) -> Compiled:
    """The compiled form of this very rulebook object, kept for the last few rulebooks asked about."""
    held = _recent.get(id(rulebook))
    if held is None:
        while len(_recent) >= _KEPT:
            del _recent[next(iter(_recent))]
        # Holding the rulebook, the entry keeps its id from being used again.
        held = _recent[id(rulebook)] = Compiled(rulebook)
    return held
