"""A question on two sides, for all whom it is asked about: the verdicts over all facts, and what the record shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ascertain.findings.diagrams.room import enough_room
from ascertain.law.model import Matter
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.mistakes import BadInput, Mistake
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.verify.diff.difference import Difference, difference
from ascertain.verify.diff.governments import Change, Compared, compared
from ascertain.verify.diff.side import Side
from ascertain.verify.diff.witness import Witness

Programs = tuple[Program | None, Program | None]
"""The program on the first side and on the second, where the question needs one."""

Whom = tuple[Government | None, Programs]
"""A government, or ``None`` for the law at large, and the programs."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A side but for its question and whom it is about.

    Args:
        rulebook: The law.
        record: The record as it speaks to that rulebook.
        on: The day of facts and law.
        known: What counts as known.
        readings: Readings taken for the sake of argument, by point.
    """

    rulebook: Rulebook
    record: Record
    on: date
    known: date
    readings: Mapping[str, str]

    def side(self, question: str, government: Government | None, program: Program | None) -> Side:
        """The side for one question and government."""
        return Side(self.rulebook, question, Matter(government, program, self.on, self.known), self.readings)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked on either side, and under which programs; one pair of none where the question needs none."""

    first: str
    second: str
    programs: tuple[Programs, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A verdict over all facts, and all for whom it is the same."""

    whom: tuple[Whom, ...]
    difference: Difference


@dataclass(frozen=True, slots=True)
class Comparison:
    """One question on both sides.

    Args:
        asked: The question.
        groups: The verdicts over all facts, those that can differ first.
        changes: The governments under both sides, by the record.
        apart: Why the two cannot be compared, empty where they can.
    """

    asked: Asked
    groups: tuple[Group, ...]
    changes: tuple[tuple[Government, Compared], ...]
    apart: str = ""

    @property
    def differs(self) -> bool:
        """Whether there is a difference, in what can be or in what the record shows."""
        can = any(not group.difference.equivalent for group in self.groups)
        return can or bool(self.apart) or any(one.change is not Change.NONE for _, one in self.changes)


@dataclass(frozen=True, slots=True)
class Comparer:
    """Two frames, ready to be asked one question after another.

    Args:
        first: The first side.
        second: The second side.
        whom: For whom the verdict over all facts is asked, and whose findings are compared; ``None`` is the law at
            large, of which no record speaks.
        standard: The lowest grade of a fact that counts.
    """

    first: Frame
    second: Frame
    whom: tuple[Government | None, ...]
    standard: Grade

    def compare(self, asked: Asked) -> Comparison:
        """Compare one question.

        Raises:
            BadInput: The sides mean different things by one of its facts, have no program in common, or their diagrams
                find no room.
        """
        if not asked.programs:
            message = "the question needs a program, and the rulebooks have none in common"
            raise BadInput(
                (
                    Mistake(
                        "A987", message, (), (), "name one on either side: --program PROGRAM --against-program PROGRAM"
                    ),
                )
            )
        alike: dict[object, list[Whom]] = {}
        verdicts: dict[object, Difference] = {}
        changes: list[tuple[Government, Compared]] = []
        same_facts = self._by_the_same_facts
        for government, programs, first, second in self._sides(asked):
            with enough_room(first.rulebook, first.question):
                made = difference(first, second)
            key = None if made.equivalent else (made.pairs, made.proof, *map(_given, made.witnesses))
            verdicts.setdefault(key, made)
            alike.setdefault(key, []).append((government, programs))
            # What is equivalent whatever the facts is the same by the same facts.
            if government is not None and not (made.equivalent and same_facts):
                records = self.first.record, self.second.record
                changes.append((government, compared(first, second, records, self.standard)))
        groups = [Group(tuple(whom), verdicts[key]) for key, whom in alike.items()]
        groups.sort(key=lambda group: group.difference.equivalent)
        return Comparison(asked, tuple(groups), tuple(changes))

    def compare_if_possible(self, asked: Asked) -> Comparison:
        """Compare one of many questions; where that cannot be done, say why."""
        try:
            return self.compare(asked)
        except BadInput as problem:
            return Comparison(asked, (), (), "; ".join(mistake.message for mistake in problem.mistakes))

    @property
    def _by_the_same_facts(self) -> bool:
        one, other = self.first, self.second
        same_days = (one.on, one.known) == (other.on, other.known)
        return same_days and one.record == other.record

    def _sides(self, asked: Asked) -> Iterator[tuple[Government | None, Programs, Side, Side]]:
        for government in self.whom:
            for programs in asked.programs:
                first = self.first.side(asked.first, government, programs[0])
                yield government, programs, first, self.second.side(asked.second, government, programs[1])


def _given(witness: Witness | None) -> object:
    return None if witness is None else (witness.given, witness.outcomes)
