"""A world of a comparison proved on either side: why the question comes to what it does there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from oxidd.bdd import BDDFunction

from ascertain.findings.answers.inquiry import Answer, ground, not_yet_law
from ascertain.findings.answers.reasons import smallest_reason
from ascertain.findings.answers.spans import amounts
from ascertain.findings.diagrams.compiled import point_atom
from ascertain.findings.diagrams.diagram import turns
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import AtomKind
from ascertain.findings.meaning import World
from ascertain.findings.proofs.proof import Part, proof
from ascertain.law.model import ForceState, doubts_in, resolved
from ascertain.record.model import Fact, Grade
from ascertain.verify.diff.half import Asked, Half
from ascertain.verify.diff.joint import Joint, joint
from ascertain.verify.diff.side import Side
from ascertain.verify.diff.witness import Witness


@dataclass(frozen=True, slots=True)
class Told:
    """What has to be so: facts by phrase, and whether something that hangs on readings and doubts is settled by it."""

    facts: frozenset[str]
    law: Callable[[BDDFunction], bool]


@dataclass(frozen=True, slots=True)
class Proved:
    """One side of a witness.

    Args:
        part: Why the question comes to its outcome in the world.
        spare: The leaves that need not be so for the sides to differ, by kind and id.
    """

    part: Part
    spare: frozenset[tuple[AtomKind, str]]


def proofs(first: Side, second: Side, witness: Witness) -> tuple[Proved, Proved]:
    """The proof of a witness's outcome on the first side, and on the second.

    Each rests on what has to be so and on the law, where these are enough for the outcome; else on the whole world.
    That a provision is not law yet is no ground, unless it is law on the other side.
    """
    both = joint(first, second)
    told = _told(both, witness)
    halves = tuple(zip((both.first, both.second), witness.worlds, strict=True))
    sure = tuple(_put(half, world, told) for half, world in halves)
    one, other = (
        _answer(half.asked, world, situation if _settled(half, situation) else _put(half, world, None))
        for (half, world), situation in zip(halves, sure, strict=True)
    )
    return _proved(one, other, sure[0]), _proved(other, one, sure[1])


def _told(both: Joint, witness: Witness) -> Told:
    """The readings and doubts that are settled by what has to be so, and the facts among that."""
    atoms = {(atom.kind, atom.id): atom for atom in both.asks}
    facts = frozenset(each.id for each in witness.given if each.kind is AtomKind.FACT)
    given = [(atoms[each.kind, each.id], each.value) for each in witness.given if each.id not in facts]

    def law(function: BDDFunction) -> bool:
        for atom, value in given:
            function = both.space.settle(function, atom, atom.values.index(value))
        return function.valid() or not function.satisfiable()

    return Told(facts, law)


def _settled(half: Half, situation: Situation) -> bool:
    """Whether it is known what the question comes to, and of a quantity what it is worth.

    Where unknown quantities can lie together in too many ways to tell them it is taken not to be.
    """
    if situation.crowded:
        return False
    question = half.asked.side.question
    worths = amounts(situation, question)
    return len(situation.term(question).possible()) == 1 and len(worths) < 2 and all(each.settled for each in worths)


def _answer(asked: Asked, world: World, situation: Situation) -> Answer:
    side, question = asked.side, asked.side.question
    government = side.matter.government.id if side.matter.government else ""
    program = side.matter.program.id if side.matter.program else ""
    # Nothing shows these facts; they are supposed.
    facts = {term: Fact(term, government, program, value, Grade.NONE) for term, value in world.facts.items()}
    possible = situation.term(question).possible()
    return Answer(asked.law, side.on, asked.diagram, facts, situation, possible, turns(situation, question))


def _put(half: Half, world: World, told: Told | None) -> Situation:
    """What the law says and as much of the world as is told; all of it where nothing is said about that."""
    asked = half.asked
    situation = asked.situation
    for atom, tree in asked.situation.open.items():
        if told is None or all(told.law(half.doubts[doubt].yes) for doubt in doubts_in(tree)):
            at = 0 if resolved(tree, world.doubts).speaks else 1
            situation = situation.with_value(atom, at)
    for point, name in world.readings.items():
        if told is None or told.law(half.readings[point][name]):
            atom = point_atom(point, asked.side.rulebook)
            situation = situation.with_value(atom, atom.values.index(name))
    facts = {fact: value for fact, value in world.facts.items() if told is None or fact in told.facts}
    return situation.with_facts(facts)


def _proved(answer: Answer, other: Answer, sure: Situation) -> Proved:
    question = answer.diagram.question
    taken = frozenset(atom for atom in not_yet_law(answer) if _not_yet_law_in(other, atom.id))
    reason = smallest_reason(answer.situation, question, answer.possible[0], taken=taken)
    part = proof(answer, tuple(ground(atom, answer) for atom in reason.atoms), taken)
    spare = frozenset((atom.kind, atom.id) for atom in reason.atoms if atom not in sure.settled)
    return Proved(part, spare)


def _not_yet_law_in(answer: Answer, provision: str) -> bool:
    law = answer.law
    return provision not in law.rulebook.provisions or law.tree(provision) is ForceState.NOT_YET
