"""Questions that only the record answers: plain facts with their sources, on a day or as intervals of a period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ascertain.cli.days import Days, dated
from ascertain.cli.subject import Subject
from ascertain.findings.answers.receipts import receipt
from ascertain.findings.model import Receipt
from ascertain.publish import answers
from ascertain.publish.outline import Node, fact_outline
from ascertain.publish.sheet import Sheet
from ascertain.publish.words import fact_words, value_words
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.terms import Term

_Spans = Iterator[tuple[date, date, Fact]]


@dataclass(frozen=True, slots=True)
class PlainFacts:
    """A term that no rule concludes, under each standard."""

    term: Term
    program: Program | None
    subject: Subject
    when: Days
    grades: tuple[Grade, ...]

    def sheet(self, whom: Sequence[Government]) -> Sheet:
        """Governments down the side, the value under each standard; over a period, an interval a row."""
        title = answers.title(self.term, self.program)
        names = [government.name for government in whom]
        rulebook = self.subject.rulebook
        if self.when.period is not None:
            intervals = (
                answers.Interval(government, grade, start, end, value_words(fact.under(grade), self.term), (shown,))
                for government in whom
                for grade in self.grades
                for start, end, fact in self._spans(government, self.when.period)
                for shown in [fact_words(fact, rulebook)]
            )
            return answers.timeline_sheet(title, names, ("Shown by",), intervals)
        rows = ((government, self._fact(government, self.when.on)) for government in whom)
        return answers.fact_sheet(title, names, self.grades, rows, rulebook, self.term)

    def objects(self, government: Government) -> Iterator[dict[str, object]]:
        """The value under each standard, with every claim for and against it."""
        from ascertain.publish.jsonout import fact_object

        for grade in self.grades:
            if self.when.period is None:
                fact = self._fact(government, self.when.on)
                yield fact_object(fact, self.term, grade, self._receipt(self.when.on, grade))
            else:
                for start, end, fact in self._spans(government, self.when.period):
                    yield dated(start, end, fact_object(fact, self.term, grade, self._receipt(start, grade)))

    def outline(self, government: Government) -> Iterator[Node]:
        """The value, who says so in which words, and who says otherwise."""
        return fact_outline(self._fact(government, self.when.on), self.term, self.grades[0], self.subject.rulebook)

    def explained(self, government: Government) -> dict[str, object]:
        """The value with its claims; no rule explains a fact."""
        return {**next(self.objects(government)), "explanation": None}

    def _fact(self, government: Government, on: date) -> Fact:
        program = self.program.id if self.program else ""
        return self.subject.record.fact(self.term, government.id, program, on, self.when.known)

    def _spans(self, government: Government, period: tuple[date, date]) -> _Spans:
        """Intervals on which the record shows the same by the same claims, so that a source is never another time's."""
        start, end = period
        program = self.program.id if self.program else ""
        held = self._fact(government, start)
        for day in self.subject.record.boundaries(government.id, program):
            if start < day < end and (then := self._fact(government, day)) != held:
                yield start, day, held
                start, held = day, then
        yield start, end, held

    def _receipt(self, on: date, standard: Grade) -> Receipt:
        """What a plain fact rested on, in the shape of a finding's receipt."""
        return receipt(self.subject.rulebook, self.subject.record, on, self.when.known, standard.word)
