"""What a rulebook means: the definition that every engine is tested against.

``evaluate`` gives a question's outcome in a *world*, where every fact is known, one reading of each contested point is
right, and every doubt about the force of the law is resolved. ``possible`` is the finding under unknowns: the
outcomes over all worlds that agree with what is known. Nothing here is optimised.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import product

from ascertain.findings.arithmetic.amounts import Number, agreed, amount, compares
from ascertain.findings.reaching.reach import reach
from ascertain.findings.reaching.sampling import assignments
from ascertain.law.force import LawOn
from ascertain.law.model import Doubt, ForceState, ForceTree, doubts_in, resolved
from ascertain.law.scope import in_group, part_of_program
from ascertain.rulebook.model.expressions import Expression
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
from ascertain.rulebook.model.terms import Shown, Subject, Value


@dataclass(frozen=True, slots=True)
class World:
    """One way that everything could be.

    Args:
        facts: A value for each plain term, by phrase.
        readings: The reading that is right, for each contested point.
        doubts: How each open question about the force of the law is resolved, by its id.
    """

    facts: Mapping[str, Value]
    readings: Mapping[str, str]
    doubts: Mapping[str, bool]


class Truth(IntEnum):
    """The value of a condition in a world. *All of* takes the least, *any of* the greatest, *not* the mirror image."""

    FALSE = 0
    CONFLICTING = 1
    TRUE = 2


def evaluate(law: LawOn, question: str, world: World) -> Outcome:
    """The outcome of a term in a world; a quantity holds where something says what it is.

    Args:
        law: The law for the matter asked about.
        question: The phrase of a concluded term, or of a plain yes/no term, which holds where the fact is yes.
        world: How everything is; it must say everything that the question can reach.
    """
    said = worth(law, question, world)
    return said if isinstance(said, Outcome) else Outcome.HOLDS


def worth(law: LawOn, term: str, world: World) -> Outcome | Number:
    """What a quantity is in a world, or why nothing is; for a yes/no term its outcome. Arguments as above."""
    rules = [rule for rule in law.rulebook.rules.values() if rule.term == term]
    if rules:
        return agreed(_rule(law, rule, world) for rule in rules)
    value = world.facts[term]
    if isinstance(value, bool):
        return Outcome.HOLDS if value else Outcome.DOES_NOT_HOLD
    assert isinstance(value, int), "choices and texts are asked about by comparing them"
    return value


def _rule(law: LawOn, rule: Rule, world: World) -> Outcome | Number:
    """Exceptions first; where they are silent, the rule's own clauses. A rule without force has nothing to except."""
    is_right = rule.reading is None or world.readings[rule.reading[0]] == rule.reading[1]
    if not is_right or not resolved(law.tree(rule.provision), world.doubts).speaks:
        return Outcome.SILENT
    exceptions = [other for other in law.rulebook.rules.values() if other.target == rule.id]
    excepted = agreed(_rule(law, exception, world) for exception in exceptions)
    return _clauses(law, rule, world) if excepted is Outcome.SILENT else excepted


def _clauses(law: LawOn, rule: Rule, world: World) -> Outcome | Number:
    said = agreed(_clause(law, clause, world) for clause in rule.clauses if not clause.otherwise)
    rest = agreed(_clause(law, clause, world) for clause in rule.clauses if clause.otherwise)
    return rest if said is Outcome.SILENT else said


def _clause(law: LawOn, clause: Clause, world: World) -> Outcome | Number:
    met = Truth.TRUE if clause.guard is None else _truth(law, clause.guard, world)
    if met is Truth.CONFLICTING:
        return Outcome.CONFLICT
    if met is Truth.FALSE:
        return Outcome.SILENT
    return clause.verdict if clause.worth is None else _amount(law, clause.worth, world)


def _amount(law: LawOn, expression: Expression, world: World) -> Outcome | Number:
    return amount(expression, lambda term: worth(law, term, world), law.rulebook.calendars)


def _truth(law: LawOn, condition: Condition, world: World) -> Truth:
    match condition:
        case IsTrue(term):
            return _TRUTH_OF.get(evaluate(law, term, world), Truth.FALSE)
        case Not(of):
            return Truth(Truth.TRUE - _truth(law, of, world))
        case AllOf(parts):
            return min((_truth(law, part, world) for part in parts), default=Truth.TRUE)
        case AnyOf(parts):
            return max((_truth(law, part, world) for part in parts), default=Truth.FALSE)
        case Compare(term, op, value):
            met = compares(world.facts[term], op, value)
        case Relate(left, op, right):
            one, other = _amount(law, left, world), _amount(law, right, world)
            if Outcome.CONFLICT in (one, other):
                return Truth.CONFLICTING
            met = not isinstance(one, Outcome) and not isinstance(other, Outcome) and compares(one, op, other)
        case InGroup():
            member = is_member(law, condition)
            met = world.doubts[member.id] if isinstance(member, Doubt) else member
        case ProgramIs(program):
            met = is_program(law, program)
        case InForce(provision):
            met = _binds(law.tree(provision), world)
        case UnderReading(point, reading):
            met = world.readings[point] == reading
    return Truth.TRUE if met else Truth.FALSE


_TRUTH_OF = {Outcome.HOLDS: Truth.TRUE, Outcome.CONFLICT: Truth.CONFLICTING}


def is_program(law: LawOn, program: str) -> bool:
    """Whether the matter's program is ``program`` or a part of it; a matter without a program is under none."""
    return part_of_program(law.matter.program, program, law.rulebook)


def is_member(law: LawOn, condition: InGroup) -> bool | Doubt:
    """Whether the matter's government or program is in the group on the day, or the doubt that this hangs on."""
    matter = law.matter
    if condition.subject is Subject.PROGRAM:
        return in_group(condition.group, None, matter.program, matter.on, law.rulebook)
    return in_group(condition.group, matter.government, None, matter.on, law.rulebook)


def _binds(tree: ForceTree, world: World) -> bool:
    return resolved(tree, world.doubts) is ForceState.IN_FORCE


def possible(
    law: LawOn, question: str, known: Mapping[str, Shown], readings: Mapping[str, str] | None = None
) -> frozenset[Outcome]:
    """The finding: every outcome that some world agreeing with what is known has."""
    return frozenset(evaluate(law, question, world) for world in worlds(law, question, known, readings or {}))


def worlds(law: LawOn, question: str, known: Mapping[str, Shown], readings: Mapping[str, str]) -> Iterator[World]:
    """Every completion of the unknown facts, live readings and doubts that the question can reach.

    Args:
        law: The law for the matter asked about.
        question: The phrase of a term.
        known: The facts that are known.
        readings: Readings taken for the sake of argument, for some points.
    """
    reached = reach(law.rulebook, question)
    ways = {point: law.live_readings(point).ways for point in reached.points if point not in readings}
    points = {point: law.live_readings(point).names for point in ways} | {p: (name,) for p, name in readings.items()}
    doubts = {doubt for provision in reached.provisions for doubt in doubts_in(law.tree(provision))}
    doubts |= {doubt for tree in ways.values() for doubt in doubts_in(tree)}
    members = [is_member(law, condition) for condition in reached.memberships]
    doubts |= {member.id for member in members if isinstance(member, Doubt)}
    answers = product((True, False), repeat=len(doubts))
    facts = assignments(law.rulebook, reached, known)
    for fact, name, answer in product(facts, product(*points.values()), answers):
        right, known_doubts = dict(zip(points, name, strict=True)), dict(zip(doubts, answer, strict=True))
        if all(right[point] in resolved(tree, known_doubts) for point, tree in ways.items()):
            yield World(fact, right, known_doubts)
