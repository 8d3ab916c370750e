"""What a finding turns on and rests on, straight from the definition: walk every world and compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import cast

from ascertain.findings import meaning
from ascertain.findings.arithmetic.amounts import Number
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.meaning import World, evaluate, worlds, worth
from ascertain.findings.reaching.domains import domains
from ascertain.findings.reaching.reach import reach
from ascertain.law.force import LawOn
from ascertain.law.model import Doubt, ForceState, ForceTree, Matter, doubts_in, resolved
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import InGroup, Outcome
from ascertain.rulebook.model.terms import Value

from .random_rulebooks import QUESTION, Sample

Table = Mapping[frozenset[tuple[str, str, Value]], Outcome | Number]


def outcomes(sample: Sample) -> Mapping[frozenset[tuple[str, str, Value]], Outcome]:
    """The outcome of every world, by what holds in it."""
    every = worlds(sample.law, QUESTION, sample.known, {})
    return {_signature(world): evaluate(sample.law, QUESTION, world) for world in every}


def completions(sample: Sample, values: Mapping[str, tuple[Value, ...]] | None = None) -> Table:
    """The outcome of every combination of facts, readings and doubts, possible or not; for a quantity, what it is.

    ``values`` are those to walk through for each fact, where not those of its domain. A reading that doubts rule out
    stands for the first that they do not: were a court found to have bound another, that other would be right.
    """
    law = sample.law
    within = reach(law.rulebook, QUESTION)
    ways = {point: law.live_readings(point).ways for point in within.points}
    known = {term: (value,) for term, value in sample.known.items()}
    every_value = values or domains(law.rulebook, within.facts)
    facts = {term: every_value[term] for term in within.facts} | {
        term: known[term] for term in within.facts if term in known
    }
    names = {point: law.live_readings(point).names for point in within.points}
    doubts = {doubt for provision in within.provisions for doubt in doubts_in(law.tree(provision))}
    doubts |= {doubt for tree in ways.values() for doubt in doubts_in(tree)}
    members = (meaning.is_member(law, condition) for condition in within.memberships)
    doubts |= {member.id for member in members if isinstance(member, Doubt)}
    table = {}
    every = product(product(*facts.values()), product(*names.values()), product((True, False), repeat=len(doubts)))
    for fact, chosen, answers in every:
        known_doubts = dict(zip(doubts, answers, strict=True))
        said = dict(zip(names, chosen, strict=True))
        left = {point: resolved(tree, known_doubts) for point, tree in ways.items()}
        right = {point: name if name in left[point] else left[point][0] for point, name in said.items()}
        given = dict(zip(facts, fact, strict=True))
        table[_signature(World(given, said, known_doubts))] = worth(law, QUESTION, World(given, right, known_doubts))
    return table


def _signature(world: World) -> frozenset[tuple[str, str, Value]]:
    parts = {"fact": world.facts, "reading": world.readings, "doubt": world.doubts}
    return frozenset((kind, name, value) for kind, values in parts.items() for name, value in values.items())


def turns(table: Table) -> set[tuple[str, str]]:
    """What matters: two combinations that differ in nothing else have different outcomes."""
    grouped: dict[tuple[str, str, frozenset[tuple[str, str, Value]]], set[Outcome | Number]] = {}
    for world, outcome in table.items():
        for part in world:
            grouped.setdefault((part[0], part[1], world - {part}), set()).add(outcome)
    return {(kind, name) for (kind, name, _), found in grouped.items() if len(found) > 1}


@dataclass(frozen=True)
class AnyLaw:
    """Law that says of each provision, group and program whatever it is told to, for the sake of comparison."""

    rulebook: Rulebook
    matter: Matter
    says: Mapping[str, bool]

    def tree(self, provision: str) -> ForceTree:
        return ForceState.IN_FORCE if self.says[provision] else ForceState.ENDED


def always_enough(sample: Sample, situation: Situation, most: int) -> Sequence[frozenset[Atom]] | None:
    """For each combination of values under which the outcome is another, the settled atoms that it leaves as they are.

    A set of settled atoms suffices for the outcome exactly if it is part of none of these. ``None`` where there are
    more than ``most`` combinations to walk.
    """
    atoms = [*situation.settled, *situation.live, *_doubts(situation)]
    options = [_options(atom, situation) for atom in atoms]
    rows = 1
    for option in options:
        rows *= len(option)
    if rows > most:
        return None
    (outcome,) = situation.term(QUESTION).possible()
    return [
        frozenset(atom for atom, at in zip(atoms, places, strict=True) if situation.settled.get(atom) == at)
        for places in product(*options)
        if _outcome(sample, situation, dict(zip(atoms, places, strict=True))) is not outcome
    ]


def smallest_size(atoms: Sequence[Atom], left: Sequence[frozenset[Atom]]) -> int:
    """The least number of settled atoms that is enough."""
    sizes = range(len(atoms) + 1)
    return next(size for size in sizes if any(enough(set(chosen), left) for chosen in combinations(atoms, size)))


def enough(chosen: set[Atom], left: Sequence[frozenset[Atom]]) -> bool:
    """Whether no combination with another outcome leaves all of ``chosen`` as they are."""
    return not any(chosen <= same for same in left)


def _options(atom: Atom, situation: Situation) -> Sequence[int]:
    return situation.live.get(atom, range(len(atom.values)))


def _doubts(situation: Situation) -> Iterator[Atom]:
    """Unknown facts and doubts: atoms that are neither settled nor narrowed."""
    compiled = situation.compiled
    for fact in compiled.reach(QUESTION).facts:
        atom = Atom(AtomKind.FACT, fact, compiled.domains[fact])
        if atom not in situation.settled:
            yield atom
    for doubt in situation.doubts:
        yield Atom(AtomKind.DOUBT, doubt)


def _outcome(sample: Sample, situation: Situation, places: Mapping[Atom, int]) -> Outcome:
    chosen = {(atom.kind, atom.id): atom.values[at] for atom, at in places.items()}

    def those(kind: AtomKind) -> dict[str, Value]:
        return {name: value for (known, name), value in chosen.items() if known is kind}

    doubts = cast("dict[str, bool]", those(AtomKind.DOUBT))
    says = cast("dict[str, bool]", those(AtomKind.FORCE) | those(AtomKind.MATTER))
    for atom, tree in situation.open.items():
        says[atom.id] = meaning._binds(tree, World({}, {}, doubts))
    right = cast("dict[str, str]", those(AtomKind.READING))
    for atom, ways in situation.bound.items():
        left = resolved(ways, doubts)
        right[atom.id] = right[atom.id] if right[atom.id] in left else left[0]
    world = World(those(AtomKind.FACT), right, doubts)
    law = cast("LawOn", AnyLaw(sample.rulebook, sample.law.matter, says))
    return evaluate(law, QUESTION, world)


def told_member(law: LawOn, condition: InGroup) -> bool | Doubt:
    """Stands in for ``meaning.is_member`` under ``AnyLaw``."""
    return cast("AnyLaw", law).says[f"{condition.subject} in group {condition.group}"]


def told_program(law: LawOn, program: str) -> bool:
    """Stands in for ``meaning.is_program`` under ``AnyLaw``."""
    return cast("AnyLaw", law).says[f"program is {program}"]
