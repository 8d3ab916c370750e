"""One side in a common space: its question under its law, with the doubts and the readings of both sides put in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from oxidd.bdd import BDDFunction

from ascertain.findings.diagrams.compiled import Compiled, point_atom
from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import AtomKind, Setting, Space
from ascertain.findings.diagrams.voices import Voices
from ascertain.findings.reaching.reach import Reach
from ascertain.law.force import LawOn
from ascertain.law.model import Branch, ForceState, ForceTree
from ascertain.verify.diff.doubts import Ways
from ascertain.verify.diff.side import Side
from ascertain.verify.diff.taken import Live, Taken


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

    def mapped(self, change: Callable[[BDDFunction], BDDFunction]) -> Half:
        """The same with every diagram of its question changed."""
        return replace(self, voices=self.voices.mapped(change))

    @classmethod
    def of(cls, asked: Asked, doubts: Mapping[str, Ways], readings: Mapping[str, Taken]) -> Half:
        """Put the law, the doubts and the readings into the diagrams of the question."""
        putting = asked.compiled.space.substitution(_settings(asked, doubts, readings))
        raw = asked.compiled.term(asked.side.question)
        return cls(asked, doubts, readings, raw.mapped(lambda voice: voice.substitute(putting)))


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
        return space.true if tree.speaks else space.false
    if tree not in made:
        yes, no = (_force(space, side, doubts, made) for side in (tree.if_yes, tree.if_no))
        made[tree] = doubts[tree.doubt.id].yes.ite(yes, no)
    return made[tree]
