"""Force, live readings and memberships over time, each worked out once for all whom it is the same for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Any, TypeVar

from ascertain.law.chain import force_tree
from ascertain.law.index import index_of
from ascertain.law.model import Branch, Doubt, ForceState, ForceTree, Matter, ReadingTree
from ascertain.law.proceedings import Proceedings
from ascertain.law.readings import live_ways
from ascertain.law.regimes import memberships, turning_days
from ascertain.law.scope import how_treated, in_group
from ascertain.law.sources import When
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program, ScopeItem, ScopeKind
from ascertain.rulebook.model.rules import InGroup
from ascertain.rulebook.model.terms import Subject

L = TypeVar("L")

Course = tuple[tuple[date, L], ...]
"""What is so from each day on, until the next; the first day is the first of all."""


class History:
    """The law of one rulebook as known on one day, over time.

    What no scope distinguishes governments or programs for is worked out for all of them at once. Equal answers are
    the same object, so that they can be told apart by identity.

    Args:
        rulebook: The law.
        known: Only what had been issued by this day counts.
    """

    def __init__(self, rulebook: Rulebook, known: date) -> None:
        self._index = index_of(rulebook)
        self._known = known
        # Governments and programs by all that is known of them: those that are merely described have no ids.
        self._sides: dict[tuple[tuple[str, ...], Government | None, Program | None], int] = {}
        self._kinds: dict[Hashable, int] = {}
        self._proceedings: dict[tuple[Government | None, Program | None], Proceedings] = {}
        self._courses: dict[tuple[str, Hashable], Course[Any]] = {}
        self._same: dict[Any, Any] = {}

    def treatment(self, names: tuple[str, ...], government: Government | None, program: Program | None) -> Hashable:
        """What tells a government, under a program, from others as far as some provisions and points go.

        Those of equal treatment share the courses of all of them, and who comes into or leaves a group is the same.

        Raises:
            KeyError: No such provision or point.
        """
        return self._side(names, government, None), self._side(names, None, program)

    def force(self, provision: str, government: Government | None, program: Program | None) -> Course[ForceTree]:
        """How a provision's force for a government, under a program, changes over time.

        Raises:
            KeyError: No such provision.
        """
        return self._course(provision, force_tree, government, program)

    def readings(self, point: str, government: Government | None, program: Program | None) -> Course[ReadingTree]:
        """How the live readings of a point for a government, under a program, change over time.

        Raises:
            KeyError: No such point.
        """
        return self._course(point, live_ways, government, program)

    def member(self, condition: InGroup, government: Government | None, program: Program | None) -> Course[ForceTree]:
        """How membership changes, in the shape of force: in force is a member, out of scope is none."""
        who, under = (None, program) if condition.subject is Subject.PROGRAM else (government, None)
        rulebook, group = self._index.rulebook, ScopeItem(ScopeKind.GROUP, condition.group)
        key = (f"{condition.subject} in {condition.group}", how_treated(who, under, group, rulebook))
        if key not in self._courses:
            days = sorted(memberships(rulebook, (condition.group,), Matter(who, under, date.min, self._known)))

            def is_member(day: date) -> ForceTree:
                return membership(in_group(condition.group, who, under, day, rulebook))

            self._courses[key] = self._of(days, is_member)
        return self._courses[key]

    def _course(
        self,
        name: str,
        told: Callable[[Proceedings, str, When], Any],
        government: Government | None,
        program: Program | None,
    ) -> Course[Any]:
        key = (name, self.treatment((name,), government, program))
        if key not in self._courses:
            self._courses[key] = self._told(name, told, government, program)
        return self._courses[key]

    def _side(self, names: tuple[str, ...], government: Government | None, program: Program | None) -> int:
        """How a government without any program, or a program without any government, is treated, by a number."""
        key = (names, government, program)
        if key not in self._sides:
            items = dict.fromkeys(item for name in names for item in self._index.concern(name).items)
            said = tuple(how_treated(government, program, item, self._index.rulebook) for item in items)
            self._sides[key] = self._kinds.setdefault(said, len(self._kinds))
        return self._sides[key]

    def _told(
        self,
        name: str,
        told: Callable[[Proceedings, str, When], Any],
        government: Government | None,
        program: Program | None,
    ) -> Course[Any]:
        matter = Matter(government, program, date.min, self._known)
        proceedings = self._proceedings_for(government, program)

        def on(day: date) -> Any:
            return proceedings.trees.shown(told(proceedings, name, When(day)))

        return self._of(turning_days(self._index, self._index.concern(name), matter), on)

    def _proceedings_for(self, government: Government | None, program: Program | None) -> Proceedings:
        key = (government, program)
        if key not in self._proceedings:
            self._proceedings[key] = Proceedings(self._index, government, program, self._known)
        return self._proceedings[key]

    def _of(self, days: Iterable[date], on: Callable[[date], L]) -> Course[L]:
        covers = self._index.rulebook.covers
        first = covers.start.earliest if covers.start else date.min
        last = covers.end.latest if covers.end else date.max
        course: list[tuple[date, L]] = []
        for day in (first, *(day for day in days if first < day < last)):
            now = on(day)
            now = self._same.setdefault(now, now)
            if not course:
                # What the rulebook does not cover is not asked about; so the first answer may stand for all before.
                course.append((date.min, now))
            elif course[-1][1] is not now:
                course.append((day, now))
        return tuple(course)


def membership(member: bool | Doubt) -> ForceTree:
    """Membership in the shape of force, as both can hang on doubts: in force is a member, out of scope is none."""
    if isinstance(member, Doubt):
        return Branch(member, ForceState.IN_FORCE, ForceState.OUT_OF_SCOPE)
    return ForceState.IN_FORCE if member else ForceState.OUT_OF_SCOPE
