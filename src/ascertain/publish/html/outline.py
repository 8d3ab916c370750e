"""The explanation of a finding as an outline: what decided, and what stands under it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ascertain.findings.model import OPEN, Step, TermStep, wholly, word_of
from ascertain.law.model import Force
from ascertain.publish.html import words
from ascertain.publish.html.names import Names
from ascertain.publish.html.views.findings import Node
from ascertain.publish.words import row_words
from ascertain.record.model import Fact, Grade


@dataclass(slots=True)
class Outline:
    """Tells one explanation; a term met again is not told again."""

    names: Names
    _told: set[str] = field(default_factory=set)

    def term(self, step: TermStep) -> Node:
        """A term and the rules that conclude it."""
        again = step.term in self._told and bool(step.rules)
        self._told.add(step.term)
        below = () if again else tuple(self._step(each, "rule") for each in step.rules)
        notes = ("told above",) if again else ()
        return Node("term", words.sentence(step.term), *_outcomes(step), None, False, notes, below)

    def _step(self, step: Step, kind: str) -> Node:
        below = (
            *(self._step(each, "exception") for each in step.exceptions),
            *(self.term(each) for each in step.terms),
            *(self._fact(each) for each in step.facts),
            *(self._force(each) for each in step.forces),
        )
        silent = () if step.force is None else (f"this provision is {step.force.state.value} here",)
        by_row = (f"by{row_words(step.rows).removeprefix(',')} of its table",) if step.rows else ()
        notes = (*silent, *by_row)
        link = self.names.provision(step.provision)
        return Node(kind, words.sentence(step.title), *_outcomes(step), link, step.speaks, notes, below)

    def _fact(self, fact: Fact) -> Node:
        shown = words.value(self.names.rulebook.terms.get(fact.term), fact.under(self.names.docket.standard))
        grade = "nothing on record" if fact.grade is Grade.NONE else fact.grade.word
        return Node("fact", words.sentence(fact.term), "", f"{shown} ({grade})", None, False, (), ())

    def _force(self, force: Force) -> Node:
        link = self.names.provision(force.provision)
        shape = words.FORCE_SHAPES[force.state]
        return Node("force", link.text, shape, force.state.value, None, False, (), ())


def _outcomes(step: Step | TermStep) -> tuple[str, str]:
    word = word_of(step.possible, step.amounts)
    told = words.listed(wholly(step.possible, step.amounts), "or")
    return words.shape(word), f"{OPEN}: {told}" if word == OPEN else word
