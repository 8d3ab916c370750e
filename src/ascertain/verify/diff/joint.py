"""Both sides in one space, with the law of each put in: what is left is what could be either way on both at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from oxidd.bdd import BDDFunction

from ascertain.findings.compiled import Compiled, fact_atom, point_atom
from ascertain.findings.diagram import Diagram
from ascertain.findings.reach import Reach
from ascertain.findings.situation import Situation
from ascertain.findings.space import Atom, AtomKind, Setting, Space
from ascertain.findings.voices import Voices
from ascertain.law.force import LawOn
from ascertain.law.model import Branch, ForceState, ForceTree
from ascertain.verify.diff.doubts import Ways, alone, ways_of
from ascertain.verify.diff.side import Side, refuse_clashes
from ascertain.verify.diff.taken import Live, Taken, taken
from ascertain.verify.diff.together import together


@dataclass(frozen=True)
class Asked:
    """A side's question under its law.

    Args:
        side: The side.
        law: Its law.
        diagram: The question in the diagrams of its rulebook.
        situation: What its law settles and leaves open.
    """

    side: Side
    law: LawOn
    diagram: Diagram
    situation: Situation

    @classmethod
    def of(cls, side: Side, compiled: Compiled) -> Asked:
        """Look up the law and make the diagrams."""
        law = compiled.law(side.matter)
        diagram = Diagram(law, side.question, side.readings, compiled)
        return cls(side, law, diagram, diagram.situation({}))

    @property
    def compiled(self) -> Compiled:
        """The diagrams of its rulebook."""
        return self.diagram.compiled

    @property
    def reach(self) -> Reach:
        """What its question can depend on."""
        return self.diagram.reach

    def live(self, doubts: Mapping[str, Ways]) -> dict[str, Live]:
        """What is live of each point within reach; a reading taken for the sake of argument is alone."""
        space, where = self.compiled.space, {name: ways.yes for name, ways in doubts.items()}
        found = {}
        for point in self.reach.points:
            names = tuple(reading.name for reading in self.side.rulebook.points[point].readings)
            assumed = self.side.readings.get(point)
            ways = self.law.live_readings(point).ways if assumed is None else (assumed,)
            found[point] = Live.of(space, names, ways, where)
        return found


@dataclass(frozen=True)
class Half:
    """One side in the common space.

    Args:
        asked: Its question under its law.
        doubts: What resolves each doubt that its law leaves open, by id.
        readings: Where it takes which reading, by point.
        voices: The outcomes of its question over facts, readings and doubts.
    """

    asked: Asked
    doubts: Mapping[str, Ways]
    readings: Mapping[str, Taken]
    voices: Voices

    @classmethod
    def of(cls, asked: Asked, doubts: Mapping[str, Ways], readings: Mapping[str, Taken]) -> Half:
        """Put the law, the doubts and the readings into the diagrams of the question."""
        putting = asked.compiled.space.substitution(_settings(asked, doubts, readings))
        raw = asked.compiled.term(asked.side.question)
        return cls(asked, doubts, readings, raw.mapped(lambda voice: voice.substitute(putting)))


@dataclass(frozen=True)
class Joint:
    """Both sides, and the atoms that could be either way: facts, right readings, doubts, each with its question."""

    first: Half
    second: Half
    asks: Mapping[Atom, str]

    @property
    def space(self) -> Space:
        """Where both sides live."""
        return self.first.asked.compiled.space


def joint(first: Side, second: Side) -> Joint:
    """Put two sides together.

    Raises:
        BadInput: A fact that both can reach is of another type or subject on the one side than on the other.
    """
    both = together(first.rulebook, second.rulebook)
    space = both.space
    one, other = Asked.of(first, both.first), Asked.of(second, both.second)
    refuse_clashes(first.rulebook, second.rulebook, (fact for fact in one.reach.facts if fact in other.reach.facts))
    doubts = _doubts(one, other, second=False), _doubts(other, one, second=True)
    live = one.live(doubts[0]), other.live(doubts[1])
    asks = {fact_atom(fact, each.compiled): _ask(each, fact) for each in (one, other) for fact in each.reach.facts}
    readings: tuple[dict[str, Taken], dict[str, Taken]] = ({}, {})
    for point in dict.fromkeys((*live[0], *live[1])):
        here, there, atoms = taken(space, point, live[0].get(point), live[1].get(point))
        readings[0][point], readings[1][point] = here, there
        asks |= dict.fromkeys(atoms, (first if point in live[0] else second).rulebook.points[point].question)
    for ways in (*doubts[0].values(), *doubts[1].values()):
        asks |= ways.atoms
    return Joint(Half.of(one, doubts[0], readings[0]), Half.of(other, doubts[1], readings[1]), asks)


def _doubts(here: Asked, there: Asked, *, second: bool) -> dict[str, Ways]:
    space, mine, other = here.compiled.space, here.side, there.side
    return {
        name: ways_of(space, doubt, mine, other, second=second)
        if name in there.situation.doubts
        else alone(space, doubt)
        for name, doubt in here.situation.doubts.items()
    }


def _ask(asked: Asked, fact: str) -> str:
    return asked.side.rulebook.terms[fact].ask


def _settings(asked: Asked, doubts: Mapping[str, Ways], readings: Mapping[str, Taken]) -> Iterator[Setting]:
    space, situation = asked.compiled.space, asked.situation
    for atom, at in situation.settled.items():
        if atom.kind is not AtomKind.READING:
            yield from space.limit(atom, (at,))
    for atom, tree in situation.open.items():
        yield space.put(atom, _force(space, tree, doubts, {}))
    for point in asked.reach.points:
        atom = point_atom(point, asked.side.rulebook)
        for variable, name in zip(space.variables(atom), atom.values, strict=False):
            yield variable, readings[point][str(name)]


def _force(
    space: Space, tree: ForceTree, doubts: Mapping[str, Ways], made: dict[Branch[ForceState], BDDFunction]
) -> BDDFunction:
    if not isinstance(tree, Branch):
        return space.true if tree is ForceState.IN_FORCE else space.false
    if tree not in made:
        yes, no = (_force(space, side, doubts, made) for side in (tree.if_yes, tree.if_no))
        made[tree] = doubts[tree.doubt.id].yes.ite(yes, no)
    return made[tree]
