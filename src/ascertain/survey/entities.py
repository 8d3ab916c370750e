"""The questions of a survey for one entity after another, totals over its awards included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ascertain.findings.answers.awards import Seen, seen, total
from ascertain.law.force import LawOn
from ascertain.rulebook.model.terms import Between, Shown
from ascertain.survey.surveyor import Found, Surveyor
from ascertain.survey.tables import Facts, Key, Row


@dataclass(frozen=True, slots=True)
class Answered:
    """An entity, by its key and name, and the finding of each question in the order asked."""

    key: Key
    name: str
    found: tuple[Found, ...]


class Survey:
    """Answers questions under the law of one day for the rows of tables.

    Args:
        law: The law of the day, for whomever no order names.
        questions: The phrases of concluded terms.
    """

    def __init__(self, law: LawOn, questions: Sequence[str]) -> None:
        self._law = law
        self._rulebook = law.rulebook
        self._concluded = {rule.term for rule in law.rulebook.rules.values() if rule.term}
        self._questions = questions
        self._surveyors: dict[str, Surveyor] = {}
        self._over: dict[str, tuple[str, ...]] = {}

    def answers(self, rows: Iterable[Row]) -> Iterator[Answered]:
        """Yield each entity with its findings."""
        for row in rows:
            facts = dict(row.facts)
            yield Answered(row.key, row.name, tuple(self._find(question, facts, row) for question in self._questions))

    def _find(self, question: str, facts: Facts, row: Row, award: Mapping[str, Shown] | None = None) -> Found:
        surveyor = self._surveyor(question)
        for aggregate in self._over[question]:
            if aggregate not in facts:
                found = self._total(aggregate, facts, row)
                if found is not None:
                    facts[aggregate] = found
        return surveyor.find(facts if award is None else {**facts, **award})

    def _surveyor(self, question: str) -> Surveyor:
        if question not in self._surveyors:
            surveyor = self._surveyors[question] = Surveyor(self._law, question)
            self._over[question] = tuple(fact for fact in surveyor.facts if fact in self._rulebook.aggregates)
        return self._surveyors[question]

    def _total(self, phrase: str, facts: Facts, row: Row) -> int | Between | None:
        aggregate, terms = self._rulebook.aggregates[phrase], self._rulebook.terms
        complete = facts.get(self._rulebook.completing) is True
        least = terms[aggregate.term].least if aggregate.term else 0

        def see(award: Facts, term: str) -> Seen:
            return self._seen(term, award, facts, row)

        sees = [lambda term, award=award: see(award, term) for _, award in row.awards]
        return total(aggregate, sees, complete=complete, can_fall=least is None or least < 0)

    def _seen(self, phrase: str, award: Facts, facts: Facts, row: Row) -> Seen:
        term = self._rulebook.terms[phrase]
        if phrase in self._concluded:
            found = self._find(phrase, facts, row, award)
            return Seen(frozenset(found.possible), (found.worth, found.worth))
        return seen(term, award.get(phrase, facts.get(phrase)))
