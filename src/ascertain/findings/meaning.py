"""What a rulebook means: the definition that every engine is tested against.

``evaluate`` gives a question's outcome in a *world*, where every fact is known, one reading of each contested point is
right, and every doubt about the force of the law is resolved. ``possible`` is the finding under unknowns: the
outcomes over all worlds that agree with what is known. Nothing here is optimised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import product

from ascertain.findings.domains import domains
from ascertain.findings.reach import reach
from ascertain.law.force import LawOn
from ascertain.law.model import Doubt, ForceState, ForceTree, doubts_in, resolved
from ascertain.law.scope import in_group, part_of_program
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
from ascertain.rulebook.model.terms import Subject, Value


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
    """The outcome of a term in a world.

    Args:
        law: The law for the matter asked about.
        question: The phrase of a concluded term, or of a plain yes/no term, which holds where the fact is yes.
        world: How everything is; it must say everything that the question can reach.
    """
    rules = [rule for rule in law.rulebook.rules.values() if rule.term == question]
    if rules:
        return fold(_rule(law, rule, world) for rule in rules)
    return Outcome.HOLDS if world.facts[question] is True else Outcome.DOES_NOT_HOLD


def fold(outcomes: Iterable[Outcome]) -> Outcome:
    """Several voices as one: the silent do not count, equal ones agree, different ones are a conflict."""
    spoken = set(outcomes) - {Outcome.SILENT}
    if len(spoken) > 1:
        return Outcome.CONFLICT
    return spoken.pop() if spoken else Outcome.SILENT


def _rule(law: LawOn, rule: Rule, world: World) -> Outcome:
    """Exceptions first; where they are silent, the rule's own clauses. A rule without force has nothing to except."""
    is_right = rule.reading is None or world.readings[rule.reading[0]] == rule.reading[1]
    if not is_right or not _binds(law.tree(rule.provision), world):
        return Outcome.SILENT
    exceptions = [other for other in law.rulebook.rules.values() if other.target == rule.id]
    excepted = fold(_rule(law, exception, world) for exception in exceptions)
    return _clauses(law, rule, world) if excepted is Outcome.SILENT else excepted


def _clauses(law: LawOn, rule: Rule, world: World) -> Outcome:
    said = fold(_clause(law, clause, world) for clause in rule.clauses if not clause.otherwise)
    rest = fold(_clause(law, clause, world) for clause in rule.clauses if clause.otherwise)
    return rest if said is Outcome.SILENT else said


def _clause(law: LawOn, clause: Clause, world: World) -> Outcome:
    met = Truth.TRUE if clause.guard is None else _truth(law, clause.guard, world)
    if met is Truth.CONFLICTING:
        return Outcome.CONFLICT
    return clause.verdict if met is Truth.TRUE else Outcome.SILENT


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


def compares(left: Value, op: str, right: Value) -> bool:
    """Whether ``left op right``. Only numbers, amounts and dates have an order."""
    if op == "=":
        return left == right
    assert isinstance(left, int) and isinstance(right, int)
    return {">=": left >= right, "<=": left <= right, ">": left > right, "<": left < right}[op]


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
    law: LawOn, question: str, known: Mapping[str, Value], readings: Mapping[str, str] | None = None
) -> frozenset[Outcome]:
    """The finding: every outcome that some world agreeing with what is known has."""
    return frozenset(evaluate(law, question, world) for world in worlds(law, question, known, readings or {}))


def worlds(law: LawOn, question: str, known: Mapping[str, Value], readings: Mapping[str, str]) -> Iterator[World]:
    """Every completion of the unknown facts, live readings and doubts that the question can reach.

    Args:
        law: The law for the matter asked about.
        question: The phrase of a term.
        known: The facts that are known.
        readings: Readings taken for the sake of argument, for some points.
    """
    reached = reach(law.rulebook, question)
    facts = domains(law.rulebook, reached.facts) | {term: (value,) for term, value in known.items()}
    ways = {point: law.live_readings(point).ways for point in reached.points if point not in readings}
    points = {point: law.live_readings(point).names for point in ways} | {p: (name,) for p, name in readings.items()}
    doubts = {doubt for provision in reached.provisions for doubt in doubts_in(law.tree(provision))}
    doubts |= {doubt for tree in ways.values() for doubt in doubts_in(tree)}
    members = [is_member(law, condition) for condition in reached.memberships]
    doubts |= {member.id for member in members if isinstance(member, Doubt)}
    answers = product((True, False), repeat=len(doubts))
    for fact, name, answer in product(product(*facts.values()), product(*points.values()), answers):
        right, known_doubts = dict(zip(points, name, strict=True)), dict(zip(doubts, answer, strict=True))
        if all(right[point] in resolved(tree, known_doubts) for point, tree in ways.items()):
            yield World(dict(zip(facts, fact, strict=True)), right, known_doubts)
