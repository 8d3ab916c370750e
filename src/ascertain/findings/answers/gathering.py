"""What the record shows of each fact that a question can reach, totals and counts over awards included."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ascertain.findings.answers.awards import Seen, seen, total
from ascertain.findings.answers.spans import amounts, around
from ascertain.findings.diagrams.situation import Situation
from ascertain.record.facts import Record
from ascertain.record.model import Fact, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.terms import Between, Shown, Subject

AskAward = Callable[[str, Program], Situation]
"""How a concluded term stands for one award of the government: its phrase and the program."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """Who gathers the facts of one question.

    Args:
        rulebook: The law.
        record: The evidence.
        government: Whom it is about, or ``None`` for the law at large.
        program: The grant program, if any.
        on: The day of the facts.
        known: Only what had been filed by then counts.
        standard: The lowest grade of a fact that counts; totals over awards are made under it.
        ask: How a concluded term stands for one award.
    """

    rulebook: Rulebook
    record: Record
    government: Government | None
    program: Program | None
    on: date
    known: date
    standard: Grade
    ask: AskAward

    def shown(self, facts: Mapping[str, Fact]) -> dict[str, Shown]:
        """What facts show under the standard: a value, or between what a quantity lies; what is unknown is left out."""
        known = ((phrase, fact.known_under(self.standard)) for phrase, fact in facts.items())
        return {phrase: value for phrase, value in known if value is not None}

    def fact(self, phrase: str) -> Fact:
        """What the record shows of a plain term, or of a total or count over awards."""
        if phrase in self.rulebook.aggregates:
            return self._over_awards(phrase)
        term = self.rulebook.terms[phrase]
        government = self.government.id if self.government else ""
        program = self.program.id if self.program else ""
        wanting = (term.about is not Subject.PROGRAM and not government) or (
            term.about is not Subject.GOVERNMENT and not program
        )
        if wanting:
            return Fact(phrase, government, program, None, Grade.NONE)
        return self.record.fact(term, government, program, self.on, self.known)

    def _over_awards(self, phrase: str) -> Fact:
        rulebook = self.rulebook
        government = self.government.id if self.government else ""
        aggregate = rulebook.aggregates[phrase]
        of_awards = [term.phrase for term in rulebook.terms.values() if term.about is Subject.AWARD]
        programs = self.record.awarded(government, of_awards, self.on, self.known) if government else ()
        awards = [replace(self, program=rulebook.programs[each])._seen for each in programs]
        all_known = bool(rulebook.completing) and self.fact(rulebook.completing).under(self.standard) is True
        least = rulebook.terms[aggregate.term].least if aggregate.term else 0
        found = total(aggregate, awards, complete=all_known, can_fall=least is None or least < 0)
        value, between = (None, found) if isinstance(found, Between) else (found, None)
        grade = Grade.NONE if found is None else self.standard
        return Fact(phrase, government, "", value, grade, between=between)

    def _seen(self, phrase: str) -> Seen:
        """What is so of a term for the award that is asked about."""
        if any(rule.term == phrase for rule in self.rulebook.rules.values()):
            assert self.program is not None, "an award is under a program"
            situation = self.ask(phrase, self.program)
            spans = [(each.least, each.most) for each in amounts(situation, phrase)]
            return Seen(frozenset(situation.term(phrase).possible()), around(spans))
        return seen(self.rulebook.terms[phrase], self.fact(phrase).known_under(self.standard))
