"""Every government of a table over time: whom the law treats alike is put into the law together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from itertools import groupby
from operator import itemgetter, or_
from typing import NamedTuple

from ascertain.findings.columns.planes import Block, Plane, plane_of
from ascertain.findings.columns.questions import Possible, Questions
from ascertain.findings.diagrams.room import enough_room
from ascertain.findings.diagrams.space import Atom
from ascertain.findings.timelines.courses import Asked
from ascertain.findings.timelines.lawful import Lawful, Laws
from ascertain.law.scope import inherited
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program, Scope, ScopeKind
from ascertain.rulebook.model.rules import Outcome

_MANY = 1 << 20
"""As many governments as it is worth looking for an order of the diagrams for."""


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which the answer for some governments becomes another.

    Args:
        day: The first day of the new answer.
        rows: They.
        possible: Of them, the rows in which each outcome is then possible, in the order of ``Outcome``.
    """

    day: date
    rows: Plane
    possible: Possible


@dataclass(frozen=True, slots=True)
class Standing:
    """What a question comes to for every government on one day.

    Args:
        possible: The rows in which each outcome is possible, in the order of ``Outcome``.
        turning: By fact, contested point or doubt, the rows in which the answer turns on it.
    """

    possible: Possible
    turning: Mapping[Atom, Plane]


class _Piece(NamedTuple):
    day: date
    law: int
    rows: Plane


class Country:
    """Governments, and what a rulebook, as known on one day, comes to for each of them.

    Args:
        rulebook: The law.
        known: Only what had been issued by then counts.
        governments: The governments, a row each.
    """

    def __init__(self, rulebook: Rulebook, known: date, governments: Sequence[Government]) -> None:
        self.rulebook = rulebook
        self.rows = len(governments)
        self._laws = Laws(rulebook, known)
        self._alike = _alike(rulebook, governments)

    def timeline(
        self,
        question: str,
        facts: Block,
        *,
        start: date,
        end: date,
        program: Program | None = None,
        readings: Mapping[str, str] | None = None,
    ) -> tuple[Change, ...]:
        """What a question comes to for every government, for every day from ``start`` until before ``end``.

        Args:
            question: The phrase of a concluded yes/no term.
            facts: What is known of facts in each row, the whole period through.
            start: The first day; on it every government has its first answer.
            end: The day after the last.
            program: The grant program, where the question needs one.
            readings: Readings taken for the sake of argument, by point.

        Returns:
            The changes, the earliest first. A government has an answer until its next change.

        Raises:
            ValueError: There are more or fewer rows of facts than governments, or the question hangs on amounts that
                are compared with each other or reckoned with.
            BadInput: The diagrams of the question find no room.
        """
        pieces, questions = self._put(question, facts, start, end, program, readings)
        return tuple(self._changes(pieces, questions.possible(facts)))

    def on(
        self,
        day: date,
        question: str,
        facts: Block,
        *,
        program: Program | None = None,
        readings: Mapping[str, str] | None = None,
    ) -> Standing:
        """What a question comes to for every government on one day, and what it turns on there.

        Arguments and errors as for :meth:`timeline`.
        """
        day = min(day, date.max - timedelta(days=1))
        pieces, questions = self._put(question, facts, day, day + timedelta(days=1), program, readings)
        with enough_room(self.rulebook, question):
            possible, turning = questions.possible(facts), questions.turning(facts)
        whole = next(self._changes(pieces, possible))
        found: dict[Atom, Plane] = {}
        for _, law, rows in pieces:
            for atom, where in turning[law].items():
                found[atom] = found.get(atom, 0) | (where & rows)
        return Standing(whole.possible, {atom: where for atom, where in found.items() if where})

    def _put(
        self,
        question: str,
        facts: Block,
        start: date,
        end: date,
        program: Program | None,
        readings: Mapping[str, str] | None,
    ) -> tuple[list[_Piece], Questions[int]]:
        """Which state of the law is whose from which day on, by its number, and the question under each."""
        if facts.rows != self.rows:
            raise ValueError(f"{facts.rows} rows of facts for {self.rows} governments")
        said = tuple(sorted((readings or {}).items()))
        laws: dict[Lawful, int] = {}
        with enough_room(self.rulebook, question):
            pieces = [
                _Piece(day, laws.setdefault(lawful, len(laws)), rows)
                for government, rows in self._alike
                for day, _, lawful in self._laws.regimes(Asked(question, government, program, said)).within(start, end)
            ]
        asked = {number: lawful.voices for lawful, number in laws.items()}
        return pieces, Questions(self._laws.compiled.space, asked, ordered=self.rows > _MANY)

    def _changes(self, pieces: list[_Piece], possible: Mapping[int, Possible]) -> Iterator[Change]:
        now: Possible = (0,) * len(Outcome)
        for day, coming in groupby(sorted(pieces), key=itemgetter(0)):
            those: dict[int, Plane] = {}
            for _, law, rows in coming:
                those[law] = those.get(law, 0) | rows
            moved = reduce(or_, those.values())
            new = tuple(
                reduce(or_, (possible[law][at] & rows for law, rows in those.items())) for at in range(len(Outcome))
            )
            changed = reduce(or_, ((before ^ after) & moved for before, after in zip(now, new, strict=True)))
            now = tuple(before & ~moved | after for before, after in zip(now, new, strict=True))
            if changed:
                yield Change(day, changed, tuple(after & changed for after in new))


def _alike(rulebook: Rulebook, governments: Sequence[Government]) -> tuple[tuple[Government, Plane], ...]:
    """Governments that no scope and no group can tell apart, by one of them and the rows of all.

    One that the rulebook names anywhere is by itself, and so is one whose state or circuit is not recorded: what is
    asked about where it lies is asked of it alone.
    """
    named = _named(rulebook)
    first: dict[object, Government] = {}
    rows: dict[object, list[int]] = {}
    for at, government in enumerate(governments):
        where = inherited(government, "state", rulebook), inherited(government, "circuit", rulebook)
        apart = not all(where) or not named.isdisjoint((government.id, *government.ids))
        key: object = government.id if apart else where
        first.setdefault(key, government)
        rows.setdefault(key, []).append(at)
    return tuple((first[key], plane_of(places, len(governments))) for key, places in rows.items())


def _named(rulebook: Rulebook) -> set[str]:
    """The ids by which scopes and groups name governments, and groups their programs."""
    whom: list[Scope | None] = [authority.binds for authority in rulebook.authorities.values()]
    whom += [provision.binds for provision in rulebook.provisions.values()]
    whom += [scope for effect in rulebook.effects for scope in (effect.scope, effect.to)]
    items = (item for scope in whom if scope for item in (*scope.items, *scope.excepted))
    members = (member for group in rulebook.groups.values() for member, _ in group.members)
    return {*(item.name for item in items if item.kind is ScopeKind.GOVERNMENT), *members}
