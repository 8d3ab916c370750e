"""A world of a comparison explained on either side: the tree of rules, each with what it comes to in that world."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.findings.compiled import point_atom
from ascertain.findings.explain import Explainer
from ascertain.findings.meaning import World
from ascertain.findings.model import TermStep
from ascertain.findings.space import AtomKind
from ascertain.law.model import ForceState, resolved
from ascertain.record.model import Fact, Grade
from ascertain.verify.diff.joint import Asked
from ascertain.verify.diff.side import Side
from ascertain.verify.diff.together import together
from ascertain.verify.diff.witness import Witness


@dataclass(frozen=True, slots=True)
class Explained:
    """One side of a witness.

    Args:
        step: The tree of rules in the world that was filled in.
        loose: The same tree where only the facts are known that have to be so: what is settled in it hangs on them and
            the law alone.
    """

    step: TermStep
    loose: TermStep


def explained(first: Side, second: Side, witness: Witness) -> tuple[Explained, Explained]:
    """The explanation of a witness on the first side and on the second."""
    both = together(first.rulebook, second.rulebook)
    one, other = Asked.of(first, both.first), Asked.of(second, both.second)
    given = {each.id for each in witness.given if each.kind is AtomKind.FACT}
    return _explained(one, witness.worlds[0], given), _explained(other, witness.worlds[1], given)


def _explained(asked: Asked, world: World, given: set[str]) -> Explained:
    side, matter = asked.side, asked.side.matter
    situation = asked.situation
    for atom, tree in asked.situation.open.items():
        situation = situation.with_value(atom, 0 if resolved(tree, world.doubts) is ForceState.IN_FORCE else 1)
    for point, name in world.readings.items():
        atom = point_atom(point, side.rulebook)
        situation = situation.with_value(atom, atom.values.index(name))
    government = matter.government.id if matter.government else ""
    program = matter.program.id if matter.program else ""
    # Nothing shows these facts; they are supposed.
    facts = {term: Fact(term, government, program, value, Grade.NONE) for term, value in world.facts.items()}
    known = {term: value for term, value in world.facts.items() if term in given}
    step, loose = (
        Explainer(situation.with_facts(supposed), asked.law, facts).term(side.question)
        for supposed in (world.facts, known)
    )
    return Explained(step, loose)
