"""The force of provisions for one matter, such as in force, suspended or open, and why."""

from __future__ import annotations

from dataclasses import replace

from ascertain.law.branching import Split
from ascertain.law.chain import force_tree, issue, steps, weigh
from ascertain.law.index import index_of
from ascertain.law.model import Force, ForceState, ForceTree, Matter
from ascertain.law.proceedings import Proceedings
from ascertain.law.readings import LiveReadings, readings_of
from ascertain.law.sources import When
from ascertain.rulebook.model.book import Rulebook


class LawOn:
    """The law of one rulebook for one matter; each answer is worked out once.

    Args:
        rulebook: A checked rulebook.
        matter: Whom, under which program, on which day and as known when.
    """

    def __init__(self, rulebook: Rulebook, matter: Matter) -> None:
        self.rulebook = rulebook
        self.matter = matter
        self._proceedings = Proceedings(index_of(rulebook), matter.government, matter.program, matter.known)
        self._trees: dict[str, ForceTree] = {}
        self._forces: dict[str, Force] = {}
        self._readings: dict[str, LiveReadings] = {}

    def on(self, matter: Matter) -> LawOn:
        """The law for another matter. Where only the day differs, what was worked out is shared, and equal trees
        are the same object.
        """
        other = LawOn(self.rulebook, matter)
        if matter == replace(self.matter, on=matter.on):
            other._proceedings = self._proceedings
        return other

    def but_for(self, *acts: int) -> LawOn:
        """The law had acts, known by their numbers, not been; equal trees are the same object."""
        other = LawOn(self.rulebook, self.matter)
        other._proceedings = self._proceedings.but_for(frozenset(acts))
        return other

    def tree(self, provision: str) -> ForceTree:
        """The bare force of a provision, without the chain that explains it.

        Raises:
            KeyError: No such provision.
        """
        made = self._trees.get(provision)
        if made is None:
            bare = force_tree(self._proceedings, provision, When(self.matter.on))
            made = self._trees[provision] = self._proceedings.trees.shown(bare)
        return made

    def force(self, provision: str) -> Force:
        """The force of a provision and the chain of orders that says so, oldest first.

        Raises:
            KeyError: No such provision.
        """
        made = self._forces.get(provision)
        if made is None:
            made = self._forces[provision] = self._explain(provision)
        return made

    def live_readings(self, point: str) -> LiveReadings:
        """The readings of a contested point that are live for the matter.

        Raises:
            KeyError: No such point.
        """
        made = self._readings.get(point)
        if made is None:
            made = self._readings[point] = readings_of(self._proceedings, point, When(self.matter.on))
        return made

    def _explain(self, provision: str) -> Force:
        at = When(self.matter.on)
        bare = force_tree(self._proceedings, provision, at)
        found = sorted(steps(self._proceedings, provision, at), key=lambda step: step.day)
        found = weigh(self._proceedings, provision, at, bare, found)
        chain = sorted([*issue(self._proceedings, provision, at), *found], key=lambda step: step.day)
        state = ForceState.OPEN if isinstance(bare, Split) else bare
        return Force(provision, state, self.tree(provision), tuple(step.link for step in chain))


def force_of(rulebook: Rulebook, provision: str, matter: Matter) -> Force:
    """The force of one provision for one matter. For several provisions of one matter, keep a ``LawOn``.

    Raises:
        KeyError: No such provision.
    """
    return LawOn(rulebook, matter).force(provision)
