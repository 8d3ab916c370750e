"""Questions that ask for the force of a provision: whether it binds, on a day or as intervals of a period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ascertain.cli.days import Days, dated
from ascertain.cli.subject import Subject
from ascertain.findings.model import Finding
from ascertain.law.model import Force, Matter
from ascertain.publish import answers
from ascertain.publish.outline import Node
from ascertain.publish.sheet import Sheet
from ascertain.record.model import Grade
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.sources import Provision


@dataclass(frozen=True, slots=True)
class Bindings:
    """Whether a provision is in force. No standard changes the answer, so that tables show it once."""

    provision: Provision
    program: Program | None
    subject: Subject
    when: Days
    grades: tuple[Grade, ...]

    def sheet(self, whom: Sequence[Government]) -> Sheet:
        """Governments down the side, with finding, state and what decides it; over a period, an interval a row."""
        rows = (
            (government, start, end, self._finding(matter, force, self.grades[0]), force)
            for government in whom
            for start, end, matter, force in self._spans(government)
        )
        return answers.binding_sheet(
            answers.title(self.provision, self.program),
            [government.name for government in whom],
            rows,
            self.subject.rulebook,
            self.when.period is not None,
        )

    def objects(self, government: Government) -> Iterator[dict[str, object]]:
        """The finding under each standard, so that a program that reads one standard finds it."""
        from ascertain.publish.forceout import binding_object

        spans = list(self._spans(government))
        for grade in self.grades:
            for start, end, matter, force in spans:
                found = binding_object(self._finding(matter, force, grade), force, self.subject.rulebook)
                yield dated(start, end, found) if start and end else found

    def outline(self, government: Government) -> Iterator[Node]:
        """What it turns on, the provision's words, and the acts that decide its force."""
        from ascertain.publish.forceout import binding_outline

        _, _, matter, force = next(self._spans(government))
        return binding_outline(self._finding(matter, force, self.grades[0]), force, self.subject.rulebook)

    def explained(self, government: Government) -> dict[str, object]:
        """The finding with the chain of acts; no rule explains a force."""
        return {**next(self.objects(government)), "explanation": None}

    def _finding(self, matter: Matter, force: Force, standard: Grade) -> Finding:
        from ascertain.findings.answers.binding import binding

        return binding(self.subject.rulebook, self.subject.record, matter, force, standard)

    def _spans(self, government: Government) -> Iterator[tuple[date | None, date | None, Matter, Force]]:
        """The force on the day, or on the first day of each interval with that interval."""
        from ascertain.law.force import force_of
        from ascertain.law.regimes import force_timeline

        matter = Matter(government, self.program, self.when.on, self.when.known)
        if self.when.period is None:
            yield None, None, matter, force_of(self.subject.rulebook, self.provision.id, matter)
            return
        for start, end, force in force_timeline(self.subject.rulebook, self.provision.id, matter, *self.when.period):
            yield start, end, replace(matter, on=start), force
