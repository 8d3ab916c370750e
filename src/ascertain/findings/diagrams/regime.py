"""How the law stands towards everything that a question can reach, and the situation that it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.diagrams.compiled import Compiled, force_atom, matter_atom, point_atom
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom
from ascertain.findings.meaning import is_member, is_program
from ascertain.findings.reaching.reach import Reach
from ascertain.law.force import LawOn
from ascertain.law.history import membership
from ascertain.law.model import Branch, Doubt, ForceState, ForceTree, ReadingTree, doubts_in, leaves


@dataclass(frozen=True, slots=True)
class Regime:
    """What the law says of everything that a question can reach, each in the order of the question's reach.

    Args:
        forces: The force of each provision.
        readings: The live readings of each point.
        members: Each membership, in the shape of force.
        programs: Whether the matter's program is the one that is asked for.
    """

    forces: tuple[ForceTree, ...]
    readings: tuple[ReadingTree, ...]
    members: tuple[ForceTree, ...]
    programs: tuple[bool, ...]


def regime_of(law: LawOn, reach: Reach) -> Regime:
    """What the law for one matter says of everything within reach."""
    return Regime(
        tuple(law.tree(provision) for provision in reach.provisions),
        tuple(law.live_readings(point).ways for point in reach.points),
        tuple(membership(is_member(law, condition)) for condition in reach.memberships),
        tuple(is_program(law, condition.program) for condition in reach.programs),
    )


def situation_of(compiled: Compiled, regime: Regime, reach: Reach, readings: Mapping[str, str]) -> Situation:
    """What the law says of everything within reach, before any fact is known.

    Args:
        compiled: The diagrams of the rulebook.
        regime: The law.
        reach: What the question can depend on.
        readings: Readings taken for the sake of argument; they go before what courts have bound.
    """
    ways: dict[Atom, ReadingTree] = {}
    for point, said in zip(reach.points, regime.readings, strict=True):
        ways[point_atom(point, compiled.rulebook)] = (readings[point],) if point in readings else said
    trees: dict[Atom, ForceTree] = {}
    for program, is_it in zip(reach.programs, regime.programs, strict=True):
        trees[matter_atom(program)] = ForceState.IN_FORCE if is_it else ForceState.OUT_OF_SCOPE
    trees |= {force_atom(name): tree for name, tree in zip(reach.provisions, regime.forces, strict=True)}
    trees |= {matter_atom(name): tree for name, tree in zip(reach.memberships, regime.members, strict=True)}
    return situation_in(compiled, trees, ways, reach.relations, reach.question)


def situation_in(
    compiled: Compiled,
    trees: Mapping[Atom, ForceTree],
    ways: Mapping[Atom, ReadingTree],
    relations: tuple[Relation, ...] = (),
    question: str = "",
) -> Situation:
    """The situation in which atoms of law stand as they are said to.

    Args:
        compiled: The diagrams of the rulebook.
        trees: The force of provisions, and in the same shape what holds of the matter.
        ways: The live readings of points.
        relations: The relations between quantities that are looked at.
        question: The question that is asked, if there is one.
    """
    settled: dict[Atom, int] = {}
    live: dict[Atom, tuple[int, ...]] = {}
    bound: dict[Atom, ReadingTree] = {atom: tree for atom, tree in ways.items() if isinstance(tree, Branch)}
    unsure: dict[Atom, ForceTree] = {}
    for atom, way in ways.items():
        left = {name for names in leaves(way) for name in names}
        places = tuple(at for at, name in enumerate(atom.values) if name in left)
        if len(places) == 1:
            settled[atom] = places[0]
        else:
            live[atom] = places
    doubts: dict[str, Doubt] = {}
    for tree in bound.values():
        doubts |= doubts_in(tree)
    for atom, force in trees.items():
        found = doubts_in(force)
        doubts |= found
        if found:
            unsure[atom] = force
        else:
            settled[atom] = 0 if not isinstance(force, Branch) and force.speaks else 1
    return Situation(compiled, settled, live, bound, unsure, doubts, relations, question)
