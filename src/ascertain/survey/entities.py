"""The questions of a survey for one entity after another, totals over its awards included."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from ascertain.findings.answers.awards import Seen, added_up, seen
from ascertain.findings.answers.beyond import within_years
from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.law.force import LawOn
from ascertain.rulebook.model.aggregates import Aggregate
from ascertain.rulebook.model.terms import Between, Subject
from ascertain.survey.lying import Cells
from ascertain.survey.steps import UNTOLD, Outcomes, Steps
from ascertain.survey.surveyor import Found, Surveyor
from ascertain.survey.tables import Awards, Facts, Key, Row
from ascertain.survey.totals import added


@dataclass(frozen=True, slots=True)
class Answered:
    """An entity, by its key and name, and the finding of each question in the order asked."""

    key: Key
    name: str
    found: tuple[Found, ...]


@dataclass(slots=True)
class _Entity:
    """What is shown of an entity, and where that lies, its totals over awards included that were asked for."""

    facts: Facts
    lies: dict[str, Hashable]
    awards: tuple[Awards, ...]
    totals: set[str] = field(default_factory=set)


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
        self._cells = Cells(compiled_for(law.rulebook))
        self._surveyors: dict[str, Surveyor] = {}
        self._over: dict[str, tuple[str, ...]] = {}
        self._stairs: dict[tuple[str, str], Steps] = {}

    def answers(self, rows: Iterable[Row]) -> Iterator[Answered]:
        """Yield each entity with its findings.

        Raises:
            BadInput: A date of an entity is so early or late that the rules cannot move it.
        """
        for row in rows:
            entity = _Entity(dict(row.facts), dict(self._cells.lies(row.facts)), row.awards)
            with within_years(self._rulebook, row.facts, of=", ".join(row.key)):
                found = tuple(self._find(question, entity) for question in self._questions)
            yield Answered(row.key, row.name, found)

    def _find(self, question: str, entity: _Entity, award: Facts | None = None) -> Found:
        surveyor = self._with_totals(question, entity)
        if award is None:
            return surveyor.find(entity.facts, entity.lies)
        return surveyor.find({**entity.facts, **award}, {**entity.lies, **self._cells.lies(award)})

    def _with_totals(self, question: str, entity: _Entity) -> Surveyor:
        """Who answers a question, once the totals that it can reach are facts of the entity, as far as known."""
        if question not in self._surveyors:
            # Of an award no more is asked than what is possible.
            told = self._rulebook.terms[question].about is not Subject.AWARD
            surveyor = self._surveyors[question] = Surveyor(self._law, question, turns=told)
            self._over[question] = tuple(fact for fact in surveyor.facts if fact in self._rulebook.aggregates)
        for aggregate in self._over[question]:
            if aggregate not in entity.totals:
                self._add(aggregate, entity)
        return self._surveyors[question]

    def _add(self, aggregate: str, entity: _Entity) -> None:
        found = self._total(aggregate, entity)
        entity.totals.add(aggregate)
        if found is not None:
            entity.facts[aggregate] = found
            entity.lies |= self._cells.lies({aggregate: found})

    def _total(self, phrase: str, entity: _Entity) -> int | Between | None:
        aggregate, terms = self._rulebook.aggregates[phrase], self._rulebook.terms
        complete = entity.facts.get(self._rulebook.completing) is True
        least = terms[aggregate.term].least if aggregate.term else 0

        def see(term: str, award: Facts) -> Seen:
            return self._seen(term, award, entity)

        spans = (
            span
            for awards in entity.awards
            for span in added(aggregate, awards, self._steps(aggregate, awards, entity), see)
        )
        return added_up(spans, complete=complete, can_fall=least is None or least < 0)

    def _steps(self, aggregate: Aggregate, awards: Awards, entity: _Entity) -> Sequence[tuple[float, Outcomes]]:
        """From which amount on which outcomes are possible of the term that decides whether awards are counted."""
        where = aggregate.where
        if aggregate.term in self._concluded and awards.term:
            return UNTOLD
        if where in self._concluded and awards.term:
            if (where, awards.term) not in self._stairs:
                self._stairs[where, awards.term] = Steps(self._law, where, awards.term)
            self._with_totals(where, entity)
            lies = {**entity.lies, **self._cells.lies(awards.facts)}
            return self._stairs[where, awards.term].of({**entity.facts, **awards.facts}, lies)
        return [(-inf, self._seen(where, awards.facts, entity).outcomes if where else frozenset())]

    def _seen(self, phrase: str, award: Facts, entity: _Entity) -> Seen:
        """What is so of a term for an award of which this is known."""
        if phrase in self._concluded:
            found = self._find(phrase, entity, award)
            return Seen(frozenset(found.possible), found.ends)
        return seen(self._rulebook.terms[phrase], award.get(phrase, entity.facts.get(phrase)))
