"""The questions of a survey for one entity after another, totals over its awards included."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from ascertain.findings.answers.awards import Seen, seen, total
from ascertain.findings.answers.beyond import within_years
from ascertain.findings.diagrams.compiled import compiled_for
from ascertain.law.force import LawOn
from ascertain.rulebook.model.terms import Between
from ascertain.survey.lying import Cells
from ascertain.survey.surveyor import Found, Surveyor
from ascertain.survey.tables import Facts, Key, Row


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
    awards: tuple[tuple[str, Facts], ...]
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
        surveyor = self._surveyor(question)
        for aggregate in self._over[question]:
            if aggregate not in entity.totals:
                self._add(aggregate, entity)
        if award is None:
            return surveyor.find(entity.facts, entity.lies)
        return surveyor.find({**entity.facts, **award}, {**entity.lies, **self._cells.lies(award)})

    def _surveyor(self, question: str) -> Surveyor:
        if question not in self._surveyors:
            surveyor = self._surveyors[question] = Surveyor(self._law, question)
            self._over[question] = tuple(fact for fact in surveyor.facts if fact in self._rulebook.aggregates)
        return self._surveyors[question]

    def _add(self, aggregate: str, entity: _Entity) -> None:
        """Let a total be a fact of the entity, as far as it is known."""
        found = self._total(aggregate, entity)
        entity.totals.add(aggregate)
        if found is not None:
            entity.facts[aggregate] = found
            entity.lies |= self._cells.lies({aggregate: found})

    def _total(self, phrase: str, entity: _Entity) -> int | Between | None:
        aggregate, terms = self._rulebook.aggregates[phrase], self._rulebook.terms
        complete = entity.facts.get(self._rulebook.completing) is True
        least = terms[aggregate.term].least if aggregate.term else 0

        def see(award: Facts, term: str) -> Seen:
            return self._seen(term, award, entity)

        sees = [partial(see, award) for _, award in entity.awards]
        return total(aggregate, sees, complete=complete, can_fall=least is None or least < 0)

    def _seen(self, phrase: str, award: Facts, entity: _Entity) -> Seen:
        if phrase in self._concluded:
            found = self._find(phrase, entity, award)
            return Seen(frozenset(found.possible), found.ends)
        return seen(self._rulebook.terms[phrase], award.get(phrase, entity.facts.get(phrase)))
