"""Which readings of a contested point are live: all of them, unless a court has bound one for the matter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from ascertain.law.branching import Tree
from ascertain.law.chain import steps
from ascertain.law.index import Act
from ascertain.law.model import Link, ReadingTree, leaves
from ascertain.law.proceedings import Proceedings
from ascertain.law.sources import When
from ascertain.rulebook.model.sources import Effect, Verb


class Binding(NamedTuple):
    """A court's binding of a reading that acts on a matter, surely or perhaps."""

    effect: Effect
    surely: bool


@dataclass(frozen=True, slots=True)
class LiveReadings:
    """The readings of a point that may still be right for a matter.

    Args:
        point: The contested point.
        names: The readings that may be live, in the rulebook's order; one is settled, several are a question of law.
        ways: The live readings as they depend on doubts, such as whether the mandate of a binding court has issued.
        bindings: What acts, or may act, on the matter, oldest first.
        chain: What was done about the point, oldest first; a binding in force is decisive.
    """

    point: str
    names: tuple[str, ...]
    ways: ReadingTree
    bindings: tuple[Binding, ...]
    chain: tuple[Link, ...]

    @property
    def bound_by(self) -> tuple[str, ...]:
        """The provisions whose binding acts, or may act."""
        return tuple(dict.fromkeys(each.effect.source for each in self.bindings))


def readings_of(proceedings: Proceedings, point: str, at: When) -> LiveReadings:
    """The readings of ``point`` that are live for the government and program of the proceedings.

    A precedent binds where its ``for`` says, while its source is in force. Two courts that bind different readings
    leave both live. Where it is open whether a binding acts, what it would exclude is live as long as that is.

    Raises:
        KeyError: No such point.
    """
    bare, acting = _ways(proceedings, point, at)
    ways = proceedings.trees.shown(bare)
    possible = {name for names in leaves(ways) for name in names}
    names = tuple(reading.name for reading in proceedings.index.rulebook.points[point].readings)
    binding = {act.number for act, _ in acting}
    bindings = tuple(Binding(act.effect, done is True) for act, done in acting)
    chain = sorted(steps(proceedings, point, at), key=lambda step: step.day)
    links = tuple(replace(step.link, decisive=True) if step.cause in binding else step.link for step in chain)
    live = tuple(name for name in names if name in possible)
    return LiveReadings(point, live, ways, bindings, links)


def live_ways(proceedings: Proceedings, point: str, at: When) -> Tree[tuple[str, ...]]:
    """The bare live readings of a point as they depend on doubts, without the chain that explains them.

    Raises:
        KeyError: No such point.
    """
    return _ways(proceedings, point, at)[0]


def _ways(proceedings: Proceedings, point: str, at: When) -> tuple[Tree[tuple[str, ...]], list[tuple[Act, Tree[bool]]]]:
    """The live readings, and the binding acts that act or may act."""
    every = tuple(reading.name for reading in proceedings.index.rulebook.points[point].readings)
    bindings = [act for act in proceedings.index.on(point) if act.effect.verb is Verb.BINDS]
    acting: list[tuple[Act, Tree[bool]]] = [
        (act, done) for act in bindings if (done := proceedings.done(act, at)) is not False
    ]

    def live(*acts: bool) -> tuple[str, ...]:
        bound = {act.effect.reading for (act, _), does in zip(acting, acts, strict=True) if does}
        return tuple(name for name in every if not bound or name in bound)

    return proceedings.trees.join(live, *(done for _, done in acting)), acting
