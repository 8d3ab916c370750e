"""A proof shows what its finding's reason needs, all of it and nothing else; checked by walking every way out of it.

The walk evaluates a question place by place, straight from the definition: a ground has its value where the proof
looks at it, and whatever value everywhere else.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

import pytest

from ascertain.findings.answers.inquiry import Answer, ground, not_yet_law
from ascertain.findings.answers.reasons import smallest_reason
from ascertain.findings.arithmetic.amounts import agreed, compares
from ascertain.findings.diagrams.compiled import force_atom, matter_atom, point_atom
from ascertain.findings.diagrams.space import Atom, AtomKind
from ascertain.findings.meaning import Truth
from ascertain.findings.proofs.proof import Part, PartKind, leaves, proof
from ascertain.law.model import doubts_in
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

from .answers import answer_of
from .random_rulebooks import QUESTION, sample

_SEEDS = 600
_BATCH = 150
_MOST = 1_000
_TRIES = 200

Place = tuple[str, str]
"""What looks, a term or a rule, and what it looks at: a term, a rule, or an atom by kind and id."""


@dataclass(frozen=True)
class Walk:
    """One way that everything could be where the proof does not look at it.

    Args:
        answer: The question.
        kept: The places that the proof looks at.
        grounds: The values of the grounds there.
        world: The value of every atom everywhere else.
    """

    answer: Answer
    kept: frozenset[Place]
    grounds: Mapping[Atom, int]
    world: Mapping[Atom, int]

    def outcome(self, phrase: str, *, shown: bool = True) -> Outcome:
        concluding = self.answer.diagram.compiled.index.concluding[phrase]
        return agreed(self._rule(rule, shown=shown and (phrase, rule.id) in self.kept) for rule in concluding)

    def _rule(self, rule: Rule, *, shown: bool) -> Outcome:
        live = self._has(rule, force_atom(rule.provision), shown=shown) == 0
        if live and rule.reading:
            atom = point_atom(rule.reading[0], self.answer.law.rulebook)
            live = atom.values[self._has(rule, atom, shown=shown)] == rule.reading[1]
        if not live:
            return Outcome.SILENT
        exceptions = self.answer.diagram.compiled.index.exceptions.get(rule.id, ())
        excepted = agreed(self._rule(each, shown=shown and (rule.id, each.id) in self.kept) for each in exceptions)
        if excepted is not Outcome.SILENT:
            return excepted
        said = agreed(self._clause(rule, clause, shown=shown) for clause in rule.clauses if not clause.otherwise)
        rest = (self._clause(rule, clause, shown=shown) for clause in rule.clauses if clause.otherwise)
        return agreed(rest) if said is Outcome.SILENT else said

    def _clause(self, rule: Rule, clause: Clause, *, shown: bool) -> Outcome:
        met = Truth.TRUE if clause.guard is None else self._truth(rule, clause.guard, shown=shown)
        if met is Truth.CONFLICTING:
            return Outcome.CONFLICT
        return clause.verdict if met is Truth.TRUE else Outcome.SILENT

    def _truth(self, rule: Rule, condition: Condition, *, shown: bool) -> Truth:
        compiled = self.answer.diagram.compiled
        match condition:
            case Not(of):
                return Truth(Truth.TRUE - self._truth(rule, of, shown=shown))
            case AllOf(parts):
                return min((self._truth(rule, part, shown=shown) for part in parts), default=Truth.TRUE)
            case AnyOf(parts):
                return max((self._truth(rule, part, shown=shown) for part in parts), default=Truth.FALSE)
            case IsTrue(term) if term in compiled.index.concluding:
                outcome = self.outcome(term, shown=shown and (rule.id, term) in self.kept)
                return {Outcome.HOLDS: Truth.TRUE, Outcome.CONFLICT: Truth.CONFLICTING}.get(outcome, Truth.FALSE)
            case IsTrue(term):
                met = self._has(rule, Atom(AtomKind.FACT, term, compiled.domains[term]), shown=shown) == 0
            case Compare(term, op, value):
                atom = Atom(AtomKind.FACT, term, compiled.domains[term])
                met = compares(atom.values[self._has(rule, atom, shown=shown)], op, value)
            case InForce(provision):
                met = self._has(rule, force_atom(provision), shown=shown) == 0
            case UnderReading(point, reading):
                atom = point_atom(point, compiled.rulebook)
                met = atom.values[self._has(rule, atom, shown=shown)] == reading
            case InGroup() | ProgramIs():
                met = self._has(rule, matter_atom(condition), shown=shown) == 0
        return Truth.TRUE if met else Truth.FALSE

    def _has(self, rule: Rule, atom: Atom, *, shown: bool) -> int:
        looks = shown and atom in self.grounds and (rule.id, f"{atom.kind}:{atom.id}") in self.kept
        return self.grounds[atom] if looks else self.world[atom]


@dataclass(frozen=True)
class Proved:
    """A settled answer without doubts about force, its proof, and the values of its grounds and of what is taken."""

    answer: Answer
    part: Part
    grounds: Mapping[Atom, int]
    taken: Mapping[Atom, int]


def proved(first: int) -> Iterator[Proved]:
    """Proofs in which nothing is taken for granted, and in which it is that a provision is not law yet."""
    for seed in range(first, first + _BATCH):
        made = sample(seed)
        if made.law.matter.government is None:
            continue
        answer = answer_of(made)
        if len(answer.possible) > 1 or answer.situation.open or answer.situation.bound:
            continue
        for taken in dict.fromkeys((frozenset[Atom](), not_yet_law(answer))):
            reason = smallest_reason(answer.situation, QUESTION, answer.possible[0], taken=taken).atoms
            settled = answer.situation.settled
            yield Proved(
                answer,
                proof(answer, tuple(ground(atom, answer) for atom in reason), taken),
                {atom: settled[atom] for atom in reason},
                {atom: settled[atom] for atom in taken},
            )


def places(part: Part) -> Iterator[Place]:
    for below in part.under:
        named = below.id if below.kind in (PartKind.TERM, PartKind.RULE, PartKind.EXCEPTION) else ""
        yield part.id, named or f"{below.kind}:{below.id}"
        yield from places(below)


def ways_out(one: Proved) -> Iterator[Mapping[Atom, int]]:
    """Ways that everything could be that is not taken, settled or not: all of them where they are few, else some."""
    answer = one.answer
    within, compiled = answer.diagram.reach, answer.diagram.compiled
    atoms = [Atom(AtomKind.FACT, fact, compiled.domains[fact]) for fact in within.facts]
    atoms += [force_atom(provision) for provision in within.provisions]
    atoms += [point_atom(point, compiled.rulebook) for point in within.points]
    atoms += [*map(matter_atom, within.memberships), *map(matter_atom, within.programs)]
    options = [
        [one.taken[atom]] if atom in one.taken else list(answer.situation.live.get(atom, range(len(atom.values))))
        for atom in atoms
    ]
    if prod(map(len, options)) <= _MOST:
        yield from (dict(zip(atoms, chosen, strict=True)) for chosen in product(*options))
        return
    rng = random.Random(len(atoms))  # noqa: S311 - no secret is made here
    for _ in range(_TRIES):
        yield {atom: rng.choice(option) for atom, option in zip(atoms, options, strict=True)}


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_a_proof_comes_to_the_finding(first: int) -> None:
    seen = 0
    for one in proved(first):
        assert one.part.possible == one.answer.possible
        seen += bool(one.taken)
    assert seen >= 5


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_every_ground_is_a_leaf_and_every_leaf_a_ground(first: int) -> None:
    for one in proved(first):
        shown = {(leaf.kind.value, leaf.id) for leaf in leaves(one.part)} if one.part.under else set()
        assert shown == {(atom.kind.value, atom.id) for atom in one.grounds}


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_what_is_shown_is_enough_whatever_stands_elsewhere(first: int) -> None:
    seen = 0
    for one in proved(first):
        kept = frozenset(places(one.part))
        for world in ways_out(one):
            assert Walk(one.answer, kept, one.grounds, world).outcome(QUESTION) is one.answer.possible[0]
        seen += bool(one.grounds)
    assert seen >= 20


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_no_place_that_is_shown_can_be_spared(first: int) -> None:
    checked = 0
    for one in proved(first):
        every = list(ways_out(one))
        if len(every) == _TRIES:
            continue
        kept = frozenset(places(one.part))
        for place in kept:
            walks = (Walk(one.answer, kept - {place}, one.grounds, world) for world in every)
            assert any(walk.outcome(QUESTION) is not one.answer.possible[0] for walk in walks), place
            checked += 1
    assert checked >= 20


@pytest.mark.parametrize("first", range(0, _SEEDS, _BATCH))
def test_the_leaves_of_an_open_finding_are_what_it_turns_on(first: int) -> None:
    seen: Counter[str] = Counter()
    for seed in range(first, first + _BATCH):
        made = sample(seed)
        answer = answer_of(made) if made.law.matter.government is not None else None
        if answer is None or len(answer.possible) == 1:
            continue
        shown = list(leaves(proof(answer, (), frozenset())))
        trees = [answer.law.tree(leaf.id) for leaf in shown if leaf.kind is PartKind.FORCE]
        ways = [answer.law.live_readings(leaf.id).ways for leaf in shown if leaf.kind is PartKind.READING]
        lists = [tree for atom, tree in answer.situation.open.items() if atom.kind is AtomKind.MATTER]
        doubted = {name for tree in (*trees, *lists) for name in doubts_in(tree)}
        doubted |= {name for tree in ways for name in doubts_in(tree)}
        facts = {leaf.id for leaf in shown if leaf.kind is PartKind.FACT}
        assert facts == set(answer.turns.facts)
        assert set(answer.turns.readings) <= {leaf.id for leaf in shown if leaf.kind is PartKind.READING}
        assert all(leaf.unsettled == ("fact" if leaf.kind is PartKind.FACT else "law") for leaf in shown)
        assert all(leaf.asks for leaf in shown)
        assert doubted >= set(answer.turns.doubts)
        seen.update(leaf.kind for leaf in shown)
    assert seen[PartKind.FACT] >= 20
