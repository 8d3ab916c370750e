"""Questions put to the findings stage, each once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol

from ascertain.docket.model import Docket
from ascertain.findings.model import Finding
from ascertain.record.model import Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program

if TYPE_CHECKING:
    from ascertain.findings.timelines.telling import Told
    from ascertain.findings.timelines.timeline import Span


class Asks(Protocol):
    """Whatever answers a question for one government: in full or in a word on the day asked about, or over a period."""

    def finding(self, who: Government, question: str, program: Program | None, standard: Grade) -> Finding: ...

    def told(self, who: Government, question: str, program: Program | None, standard: Grade) -> Told: ...

    def over(
        self, who: Government, question: str, program: Program | None, start: date, end: date
    ) -> tuple[Span, ...]: ...


@dataclass(slots=True)
class Answers:
    """The findings of a docket under its rulebook on one day, kept so that none is computed twice.

    Args:
        docket: The record and the standard for timelines.
        rulebook: The law.
        on: The day asked about.
        known: Only what had been issued and filed by then counts.
    """

    docket: Docket
    rulebook: Rulebook
    on: date
    known: date
    _held: dict[tuple[str, str, str, Grade], Finding] = field(default_factory=dict)

    def finding(self, who: Government, question: str, program: Program | None, standard: Grade) -> Finding:
        from ascertain.findings.find import find

        key = (who.id, question, program.id if program else "", standard)
        if key not in self._held:
            self._held[key] = find(
                self.rulebook,
                self.docket.record,
                who,
                question,
                on=self.on,
                known=self.known,
                standard=standard,
                program=program,
            )
        return self._held[key]

    def told(self, who: Government, question: str, program: Program | None, standard: Grade) -> Told:
        from ascertain.findings.timelines.chronicle import chronicle_of
        from ascertain.findings.timelines.courses import Asked

        chronicle = chronicle_of(self.rulebook, self.docket.record, self.known)
        return chronicle.on(Asked(question, who, program), standard, self.on)

    def over(self, who: Government, question: str, program: Program | None, start: date, end: date) -> tuple[Span, ...]:
        from ascertain.findings.timelines.timeline import timeline

        return timeline(
            self.rulebook,
            self.docket.record,
            who,
            question,
            start=start,
            end=end,
            known=self.known,
            standard=self.docket.standard,
            program=program,
        )
