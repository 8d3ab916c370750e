"""Questions that rules conclude: findings on a day, or as intervals of a period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ascertain.cli.days import Days, dated
from ascertain.cli.subject import Subject
from ascertain.findings.model import Finding
from ascertain.publish import answers
from ascertain.publish.outline import Node, outline
from ascertain.publish.sheet import Sheet
from ascertain.publish.unseenout import timeline_marks
from ascertain.publish.words import brief_words, events_words, turns_words
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.terms import Term

if TYPE_CHECKING:
    from ascertain.findings.timelines.timeline import Span


@dataclass(frozen=True, slots=True)
class Conclusions:
    """A concluded term, under each standard; ``in_rows`` leaves out of a period what a table has no columns for."""

    term: Term
    program: Program | None
    subject: Subject
    when: Days
    grades: tuple[Grade, ...]
    in_rows: bool = False

    def sheet(self, whom: Sequence[Government]) -> Sheet:
        """Governments down the side, the standards beside each other; over a period, an interval a row."""
        title = answers.title(self.term, self.program)
        names = [government.name for government in whom]
        rulebook = self.subject.rulebook
        if self.when.period is not None:
            intervals = (
                _interval(government, grade, span, rulebook)
                for government in whom
                for grade in self.grades
                for span in self._spans(government, grade, self.when.period)
            )
            return answers.timeline_sheet(title, names, ("Turns on", "Ended by"), intervals, self._notes(whom))
        rows = ((government, [self._finding(government, grade) for grade in self.grades]) for government in whom)
        return answers.finding_sheet(title, names, self.grades, rows, rulebook, self.subject.standard)

    def _notes(self, whom: Sequence[Government]) -> tuple[str, ...]:
        """That assertions run on, where the record has some that do and they count."""
        asked = {government.id for government in whom}
        runs_on = Grade.ASSERTED in self.grades and self.subject.record.has_running_on(asked)
        return (answers.RUNNING_ON,) if runs_on else ()

    def objects(self, government: Government) -> Iterator[dict[str, object]]:
        """The findings, with what was said of the question itself where a day was asked about."""
        from ascertain.publish.jsonout import event_object, finding_object
        from ascertain.publish.spanrows import span_object

        rulebook = self.subject.rulebook
        for grade in self.grades:
            if self.when.period is None:
                yield finding_object(self._finding(government, grade), rulebook, self._said(government))
            else:
                for span in self._spans(government, grade, self.when.period):
                    ended = [event_object(event, rulebook) for event in span.ended_by]
                    told = span_object(span) if self.in_rows else finding_object(span.finding, rulebook)
                    yield dated(span.start, span.end, {**told, "ended_by": ended})

    def outline(self, government: Government) -> Iterator[Node]:
        """What it turns on, the reason, and the tree of rules with the facts that each looks at."""
        return outline(self._finding(government, self.grades[0]), self.subject.rulebook, self._said(government))

    def explained(self, government: Government) -> dict[str, object]:
        """The finding with the tree of rules."""
        from ascertain.publish.explained import explanation_object
        from ascertain.publish.jsonout import finding_object

        finding = self._finding(government, self.grades[0])
        found = finding_object(finding, self.subject.rulebook, self._said(government))
        return {**found, "explanation": explanation_object(finding.explanation, self.subject.rulebook)}

    def _finding(self, government: Government, standard: Grade) -> Finding:
        from ascertain.findings.find import find

        return find(
            self.subject.rulebook,
            self.subject.record,
            government,
            self.term.phrase,
            on=self.when.on,
            known=self.when.known,
            standard=standard,
            program=self.program,
        )

    def _spans(self, government: Government, standard: Grade, period: tuple[date, date]) -> tuple[Span, ...]:
        from ascertain.findings.timelines.timeline import timeline

        return timeline(
            self.subject.rulebook,
            self.subject.record,
            government,
            self.term.phrase,
            start=period[0],
            end=period[1],
            known=self.when.known,
            standard=standard,
            program=self.program,
        )

    def _said(self, government: Government) -> tuple[Claim, ...]:
        """What was said of the question itself: statements, which never count as facts."""
        program = self.program.id if self.program else ""
        return self.subject.record.said(self.term, government.id, program, self.when.on, self.when.known)


def _interval(government: Government, grade: Grade, span: Span, rulebook: Rulebook) -> answers.Interval:
    because = turns_words(span.told.turns.law, span.told.turns.facts, rulebook), events_words(span.ended_by, rulebook)
    found, marks = brief_words(span.told.word, span.told.brief), timeline_marks(span, rulebook)
    unproved = span.told.turns.unproved
    return answers.Interval(government, grade, span.start, span.end, found, because, marks, unproved)
