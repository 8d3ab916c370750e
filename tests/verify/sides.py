"""Pairs of sides on random rulebooks, and their difference straight from the definition: walk every pair of worlds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from math import prod
from random import Random

from ascertain.findings.meaning import World, evaluate, worlds
from ascertain.findings.reaching.domains import common_domains
from ascertain.findings.reaching.reach import reach
from ascertain.law.force import LawOn
from ascertain.law.model import Matter, resolved
from ascertain.rulebook.dates import Moment
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Clause, Compare, Outcome, Rule
from ascertain.rulebook.model.sources import Effect, Verb
from ascertain.rulebook.model.terms import Value
from ascertain.verify.diff.side import Side
from findings.random_rulebooks import DAYS, FIRST, HERE, QUESTION, sample

Literal = tuple[str, str, Value]
"""Something that is so in a world: its kind, its id and its value."""


@dataclass(frozen=True)
class Both:
    """Two worlds that can be one, each as its side sees it, and the outcome on either."""

    facts: Mapping[str, Value]
    worlds: tuple[World, World]
    outcomes: tuple[Outcome, Outcome]


def sides(seed: int, most_worlds: int = 3_000) -> tuple[Side, Side] | None:
    """Two sides that differ in one thing or several: rulebook, day, question or reading.

    Returns:
        The sides, ``None`` where there are too many worlds to walk through.
    """
    rng = Random(seed)  # noqa: S311 - no secret is made here
    made = sample(rng.randrange(1_000_000))
    first = Side(_unsettled(made.rulebook, rng), QUESTION, made.law.matter)
    second = first
    for change in rng.sample(["rules", "courts", "day", "known", "question", "reading"], rng.choice([1, 1, 1, 2, 3])):
        match change:
            case "rules":
                second = replace(second, rulebook=changed(second.rulebook, rng))
            case "day":
                second = replace(second, matter=replace(second.matter, on=_day(rng)))
            case "known":
                second = replace(second, matter=replace(second.matter, known=_day(rng)))
            case "courts":
                second = replace(second, rulebook=_with_courts(second.rulebook, rng))
            case "question":
                second = replace(second, question=rng.choice([t for t in made.rulebook.terms if t.startswith("term")]))
            case "reading" if made.rulebook.points:
                point = rng.choice([*made.rulebook.points.values()])
                second = replace(second, readings={point.id: rng.choice(point.readings).name})
    if rng.random() < 0.5:
        first, second = second, first
    return (first, second) if size(first, second) <= most_worlds else None


def _unsettled(rulebook: Rulebook, rng: Random) -> Rulebook:
    """Half the time with courts, and with some acts whose day is open, so that sides come to hang on doubts."""
    if rng.random() < 0.5:
        return rulebook
    rulebook = _with_courts(rulebook, rng)
    opened = (
        replace(effect, effective=None, not_before=effect.issued) if rng.random() < 0.3 else effect
        for effect in rulebook.effects
    )
    return replace(rulebook, effects=tuple(opened))


def _with_courts(rulebook: Rulebook, rng: Random) -> Rulebook:
    """The rulebook with a court or two that bind one reading each, so that sides come to have different ones live."""
    acts = []
    for point in rulebook.points.values():
        for reading in rng.sample(point.readings, rng.choice([0, 1, 2])):
            issued = Moment.on(_day(rng))
            source = rng.choice([p for p in rulebook.provisions if not p.startswith("a0")])
            acts.append(Effect(Verb.BINDS, source, point.id, issued, issued, HERE, reading=reading.name))
    return replace(rulebook, effects=(*rulebook.effects, *acts))


def changed(rulebook: Rulebook, rng: Random) -> Rulebook:
    """The rulebook with a rule or two changed, or merely written in another order."""
    rules = [*rulebook.rules.values()]
    rng.shuffle(rules)
    for at in rng.sample(range(len(rules)), min(len(rules), rng.choice([0, 1, 1, 2]))):
        rules[at] = _changed(rules[at], rng)
    return replace(rulebook, rules={rule.id: rule for rule in rules})


def _changed(rule: Rule, rng: Random) -> Rule:
    at = rng.randrange(len(rule.clauses))
    clause = rule.clauses[at]
    if isinstance(clause.guard, Compare) and isinstance(clause.guard.value, int) and rng.random() < 0.7:
        other = replace(clause, guard=replace(clause.guard, value=rng.choice([5, 12, 21])))
    else:
        verdict = Outcome.HOLDS if clause.verdict is Outcome.DOES_NOT_HOLD else Outcome.DOES_NOT_HOLD
        other = replace(clause, verdict=verdict)
    clauses: list[Clause] = [*rule.clauses]
    clauses[at] = other
    return replace(rule, clauses=tuple(clauses))


def _day(rng: Random) -> date:
    return FIRST + timedelta(rng.randrange(DAYS))


def size(first: Side, second: Side) -> int:
    """How many pairs of worlds there are to walk through, at most."""
    facts = common_facts(first, second)
    each = [
        sum(1 for _ in _worlds(side, {fact: values[0] for fact, values in facts.items()})) for side in (first, second)
    ]
    return prod(map(len, facts.values())) * each[0] * each[1]


def common_facts(first: Side, second: Side) -> dict[str, tuple[Value, ...]]:
    """The values of each fact that either side can reach."""
    reached = {fact for side in (first, second) for fact in reach(side.rulebook, side.question).facts}
    return common_domains((first.rulebook, second.rulebook), sorted(reached))


def _worlds(side: Side, facts: Mapping[str, Value]) -> Iterator[World]:
    within = reach(side.rulebook, side.question).facts
    law = LawOn(side.rulebook, side.matter)
    return worlds(law, side.question, {fact: facts[fact] for fact in within}, side.readings)


def walk(first: Side, second: Side) -> Iterator[Both]:
    """Every two worlds that can be one."""
    laws = LawOn(first.rulebook, first.matter), LawOn(second.rulebook, second.matter)
    facts = common_facts(first, second)
    for values in product(*facts.values()):
        known = dict(zip(facts, values, strict=True))
        here, there = [*_worlds(first, known)], [*_worlds(second, known)]
        outcomes = (
            [(world, evaluate(law, side.question, world)) for world in each]
            for law, side, each in zip(laws, (first, second), (here, there), strict=True)
        )
        for (one, said), (other, answered) in product(*outcomes):
            if _doubts_agree(first.matter, second.matter, one, other) and _readings_agree(
                first, second, laws, one, other
            ):
                yield Both(known, (one, other), (said, answered))


def _doubts_agree(first: Matter, second: Matter, one: World, other: World) -> bool:
    return all(
        _agree(name, one.doubts[name], other.doubts[name], first, second) for name in one.doubts.keys() & other.doubts
    )


def _agree(name: str, one: bool, other: bool, first: Matter, second: Matter) -> bool:
    """The same question has the same answer; what has come to pass by one day has by every later one.

    Of a random membership only the beginning is ever open.
    """
    kind = name.partition(":")[0]
    days = (first.known, second.known) if kind == "issued" else (first.on, second.on)
    if ":by:" in name or days[0] == days[1] or kind in {"reach", "state", "circuit"}:
        return one == other
    if kind == "circular":
        return True
    earlier, later = (one, other) if days[0] < days[1] else (other, one)
    return later or not earlier


def _readings_agree(first: Side, second: Side, laws: tuple[LawOn, LawOn], one: World, other: World) -> bool:
    """The same reading is right, unless that of one side cannot be right on the other."""
    return all(
        one.readings[point] == other.readings[point]
        or one.readings[point] not in _live(second, laws[1], other, point)
        or other.readings[point] not in _live(first, laws[0], one, point)
        for point in one.readings.keys() & other.readings
    )


def _live(side: Side, law: LawOn, world: World, point: str) -> tuple[str, ...]:
    assumed = side.readings.get(point)
    return resolved(law.live_readings(point).ways, world.doubts) if assumed is None else (assumed,)
