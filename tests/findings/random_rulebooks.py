"""Small random rulebooks with everything in them that can make a finding hard, each with a matter and some facts.

A seed fixes everything. Facts are made known until few enough worlds are left for the definition to walk through.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import prod
from random import Random

from ascertain.findings.reaching.domains import domains
from ascertain.findings.reaching.reach import reach
from ascertain.law.force import LawOn
from ascertain.law.model import Matter, doubts_in
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import EVERYONE, Agency, Government, Group, Program, Scope, ScopeItem, ScopeKind
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
from ascertain.rulebook.model.sources import Authority, Effect, Point, Provision, Reading, Verb
from ascertain.rulebook.model.terms import Place, Subject, Term, TermType, Value

HERE = Place("random.md", 1, 1)
FIRST = date(2017, 1, 1)
DAYS = 40
QUESTION = "question"


@dataclass(frozen=True)
class Sample:
    """A rulebook, the law for one matter, and what is known."""

    rulebook: Rulebook
    law: LawOn
    known: Mapping[str, Value]

    @property
    def worlds(self) -> int:
        """How many worlds are possible."""
        return count_worlds(self.law, self.known)


def sample(seed: int, most_worlds: int = 128) -> Sample:
    """The rulebook, matter and facts of a seed."""
    rng = Random(seed)  # noqa: S311 - no secret is made here
    rulebook = Maker(rng).rulebook()
    law = LawOn(rulebook, matter(rng, rulebook))
    within = reach(rulebook, QUESTION)
    values = domains(rulebook, within.facts)
    unknown = list(within.facts)
    rng.shuffle(unknown)
    known = {term: rng.choice(values[term]) for term in unknown if rng.random() < 0.15}
    for term in unknown:
        if count_worlds(law, known) <= most_worlds:
            break
        known.setdefault(term, rng.choice(values[term]))
    return Sample(rulebook, law, known)


def count_worlds(law: LawOn, known: Mapping[str, Value]) -> int:
    """How many worlds the question can reach where ``known`` is known."""
    within = reach(law.rulebook, QUESTION)
    facts = domains(law.rulebook, (term for term in within.facts if term not in known))
    doubts = {doubt for provision in within.provisions for doubt in doubts_in(law.tree(provision))}
    doubts |= {doubt for point in within.points for doubt in doubts_in(law.live_readings(point).ways)}
    readings = (len(law.live_readings(point).names) for point in within.points)
    return prod(map(len, facts.values())) * prod(readings) * prod(2 for _ in doubts)


def matter(rng: Random, rulebook: Rulebook) -> Matter:
    """Whom and which day the question is about."""
    government = rng.choice([*rulebook.governments.values()])
    program = rng.choice([*rulebook.programs.values(), None])
    on = FIRST + timedelta(rng.randrange(DAYS))
    known = rng.choice([on, FIRST + timedelta(DAYS)])
    return Matter(government if rng.random() < 0.9 else None, program, on, known)


class Maker:
    """Makes one rulebook from random choices.

    How many rules a term has, and how many exceptions a rule, is chosen among ``rules_each`` and ``exceptions_each``.
    """

    rules_each: tuple[int, ...] = (1, 1, 1, 2, 2, 3)
    exceptions_each: tuple[int, ...] = (0, 0, 1, 1, 2)

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.plain = self._plain_terms()
        self.layers: list[str] = [f"term {at}" for at in range(rng.randrange(1, 4))] + [QUESTION]
        self.authorities = {f"a{at}": self._authority(f"a{at}") for at in range(rng.randrange(2, 5))}
        self.provisions = {p.id: p for authority in self.authorities for p in self._provisions(authority)}
        self.points = {f"a0#p{at}": self._point(f"a0#p{at}") for at in range(rng.choice([0, 1, 1, 2]))}
        self.rules: dict[str, Rule] = {}

    def rulebook(self) -> Rulebook:
        for at, term in enumerate(self.layers):
            for _ in range(self.rng.choice(self.rules_each)):
                self._rule(at, term)
        governments = [Government("g0", "G0", "city", "AA", 1, "g1"), Government("g1", "G1", "county", "AA", 1)]
        programs = [Program("p0", "P0", "dept"), Program("p1", "P1", "bureau", parent="p0")]
        return Rulebook(
            id="random",
            title="Random",
            covers=Interval(None, None),
            digest="",
            authorities=self.authorities,
            provisions=self.provisions,
            terms={term.phrase: term for term in [*self.plain, *self._concluded()]},
            governments={government.id: government for government in governments},
            programs={program.id: program for program in programs},
            agencies={"dept": Agency("dept", "Department"), "bureau": Agency("bureau", "Bureau", "dept")},
            groups={
                "cities": Group("cities", "Cities", (("g0", self._interval()),)),
                "grants": Group("grants", "Grants", (("p0", self._interval()),)),
            },
            points=self.points,
            rules=self.rules,
            effects=tuple(self._effect(at) for at in range(self.rng.randrange(1, 10))),
        )

    def _concluded(self) -> list[Term]:
        return [Term(term, TermType.YES_NO, Subject.GOVERNMENT, "?", HERE) for term in self.layers]

    def _plain_terms(self) -> list[Term]:
        def term(phrase: str, kind: TermType, *values: str) -> Term:
            return Term(phrase, kind, Subject.GOVERNMENT, "?", HERE, values)

        yes_no = [term(f"fact {at}", TermType.YES_NO) for at in range(self.rng.randrange(2, 6))]
        others = [
            term("choice", TermType.ONE_OF, "red", "green", "blue"),
            term("amount", TermType.MONEY),
            term("text", TermType.TEXT),
        ]
        return yes_no + [other for other in others if self.rng.random() < 0.5]

    def _day(self) -> Moment:
        day = FIRST + timedelta(self.rng.randrange(-5, DAYS))
        return Moment(day, day + timedelta(20)) if self.rng.random() < 0.1 else Moment.on(day)

    def _interval(self) -> Interval:
        start = self._day()
        ends = Moment.on(start.latest + timedelta(self.rng.randrange(1, DAYS)))
        return Interval(start, ends if self.rng.random() < 0.3 else None)

    def _scope(self) -> Scope:
        items = [
            ScopeItem(ScopeKind.EVERYONE),
            ScopeItem(ScopeKind.EVERYONE),
            ScopeItem(ScopeKind.EVERYONE),
            ScopeItem(ScopeKind.GOVERNMENT, "g0"),
            ScopeItem(ScopeKind.STATE, "AA"),
            ScopeItem(ScopeKind.GROUP, "cities"),
            ScopeItem(ScopeKind.AGENCY, "dept"),
            ScopeItem(ScopeKind.CIRCUIT, "1", perhaps=True),
        ]
        excepted = (ScopeItem(ScopeKind.GOVERNMENT, "g1"),) if self.rng.random() < 0.15 else ()
        return Scope((self.rng.choice(items),), excepted)

    def _authority(self, name: str) -> Authority:
        in_force = (Interval(Moment.on(FIRST), None),) if self.rng.random() < 0.8 else (self._interval(),)
        binds = EVERYONE if self.rng.random() < 0.8 else self._scope()
        return Authority(
            name, "statute", name, (), "Congress", Moment.on(FIRST), in_force, binds, ("made up",), "memory", HERE
        )

    def _provisions(self, authority: str) -> list[Provision]:
        whole = Provision(authority, authority, authority, None, HERE)
        part = Provision(f"{authority}#s", authority, "s", authority, HERE)
        return [whole, part]

    def _point(self, name: str) -> Point:
        names = ["BROAD", "NARROW", "MIDDLE"][: self.rng.choice([2, 2, 3])]
        return Point(name, "?", "a0", tuple(Reading(name, each, "", (), HERE) for each in names), HERE)

    def _reading(self) -> tuple[str, str]:
        point = self.rng.choice([*self.points.values()])
        return point.id, self.rng.choice(point.readings).name

    def _rule(self, layer: int, term: str, target: str = "", depth: int = 0) -> None:
        provision = self.rng.choice([*self.provisions])
        name = f"{self.provisions[provision].authority}#R{len(self.rules)}"
        clauses = [self._clause(layer) for _ in range(self.rng.choice([1, 1, 2]))]
        if self.rng.random() < 0.3:
            clauses.append(replace(self._clause(layer), guard=None, otherwise=True))
        reading = self._reading() if self.points and self.rng.random() < 0.15 else None
        self.rules[name] = Rule(name, provision, name, tuple(clauses), HERE, term, target, reading)
        for _ in range(self.rng.choice(self.exceptions_each) if depth < 3 else 0):
            self._rule(layer, "", name, depth + 1)

    def _clause(self, layer: int) -> Clause:
        verdict = self.rng.choice([Outcome.HOLDS, Outcome.DOES_NOT_HOLD])
        return Clause(verdict, None if self.rng.random() < 0.1 else self._condition(layer, 0), HERE)

    def _condition(self, layer: int, depth: int) -> Condition:
        kind = self.rng.random()
        if depth < 2 and kind < 0.35:
            parts = tuple(self._condition(layer, depth + 1) for _ in range(self.rng.choice([2, 2, 3])))
            return AllOf(parts) if self.rng.random() < 0.5 else AnyOf(parts)
        if kind < 0.5:
            return Not(self._condition(layer, depth + 1))
        if kind < 0.65 and layer:
            return IsTrue(self.rng.choice(self.layers[:layer]))
        if kind < 0.72 and self.points:
            return UnderReading(*self._reading())
        if kind < 0.78:
            return InForce(self.rng.choice([*self.provisions]))
        if kind < 0.81:
            return self.rng.choice([InGroup(Subject.GOVERNMENT, "cities"), InGroup(Subject.PROGRAM, "grants")])
        if kind < 0.83:
            return ProgramIs(self.rng.choice(["p0", "p1"]))
        return self._of_fact()

    def _of_fact(self) -> Condition:
        term = self.rng.choice(self.plain)
        match term.type:
            case TermType.YES_NO:
                return IsTrue(term.phrase)
            case TermType.ONE_OF:
                return Compare(term.phrase, "=", self.rng.choice(term.values))
            case TermType.TEXT:
                return Compare(term.phrase, "=", self.rng.choice(["one", "two"]))
            case _:
                return Compare(term.phrase, self.rng.choice(["=", ">=", "<=", ">", "<"]), self.rng.choice([10, 11, 20]))

    def _effect(self, at: int) -> Effect:
        # Orders act on what is older, so that none suspends itself in a circle, which no rulebook may.
        source = self.rng.choice([p for p in self.provisions if not p.startswith("a0")])
        older = [p for p in self.provisions if p.partition("#")[0] < source.partition("#")[0]]
        target = self.rng.choice(older)
        verbs = [Verb.SUSPENDS, Verb.STAYS, Verb.SUSPENDS, Verb.LIFTS, Verb.ENDS, Verb.REVERSES, Verb.NARROWS]
        verb = self.rng.choice([*verbs, Verb.EXTENDS, Verb.REINSTATES, Verb.AMENDS, Verb.BINDS])
        reading = ""
        if verb is Verb.BINDS:
            if not self.points:
                verb = Verb.SUSPENDS
            else:
                target, reading = self._reading()
        issued = self._day()
        is_open = self.rng.random() < 0.1
        return Effect(
            verb,
            source,
            target,
            issued,
            None if is_open else issued,
            Place("random.md", at + 1, 1),
            not_before=issued if is_open else None,
            scope=self._scope() if self.rng.random() < 0.6 else None,
            to=self._scope() if verb in (Verb.NARROWS, Verb.EXTENDS) else None,
            reading=reading,
        )
