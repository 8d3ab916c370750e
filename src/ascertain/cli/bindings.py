"""Questions that ask for the force of a provision: whether it binds, on a day or as intervals of a period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ascertain.cli.days import Days, dated
from ascertain.cli.spans import spans
from ascertain.cli.subject import Subject
from ascertain.findings.model import Finding
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
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
            (government, self._finding(government, span, self.grades[0]), span)
            for government in whom
            for span in self._spans(government)
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
        from ascertain.publish.forceout import binding_object, endings

        spans = list(self._spans(government))
        for grade in self.grades:
            for span in spans:
                finding, book = self._finding(government, span, grade), self.subject.rulebook
                found = binding_object(finding, span.force, book)
                yield (
                    dated(span.start, span.end, {**found, **endings(span, book)}) if span.start and span.end else found
                )

    def outline(self, government: Government) -> Iterator[Node]:
        """What it turns on, the provision's words, and the acts that decide its force."""
        from ascertain.publish.forceout import binding_outline

        span = next(self._spans(government))
        return binding_outline(self._finding(government, span, self.grades[0]), span.force, self.subject.rulebook)

    def explained(self, government: Government) -> dict[str, object]:
        """The finding with the chain of acts; no rule explains a force."""
        return {**next(self.objects(government)), "explanation": None}

    def _finding(self, government: Government, span: answers.Span, standard: Grade) -> Finding:
        from ascertain.findings.answers.binding import binding

        matter = self._matter(government)
        then = replace(matter, on=span.start) if span.start else matter
        return binding(self.subject.rulebook, self.subject.record, then, span.force, standard)

    def _spans(self, government: Government) -> Iterator[answers.Span]:
        """The force on the day, or on the first day of each interval with that interval."""
        return spans(LawOn(self.subject.rulebook, self._matter(government)), self.provision.id, self.when.period)

    def _matter(self, government: Government) -> Matter:
        return Matter(government, self.program, self.when.on, self.when.known)
