"""Days that a finding rests on and that lie where a calendar's holidays are not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from datetime import date

from ascertain.findings.arithmetic.amounts import amount
from ascertain.findings.arithmetic.relations import Relation
from ascertain.findings.diagrams.situation import Situation
from ascertain.findings.diagrams.space import Atom
from ascertain.findings.reaching.expansion import relations_of
from ascertain.quantities.workdays import Calendar, OutsideCalendarError, working_day
from ascertain.rulebook.model.expressions import Expression, OnWorkingDay, parts, terms_of
from ascertain.rulebook.model.rules import Outcome


def outside_calendars(situation: Situation, question: str, reason: Set[Atom]) -> tuple[str, ...]:
    """A sentence for each calendar that a finding uses for a day outside the period for which it is known.

    Args:
        situation: What is known.
        question: The phrase asked about.
        reason: What a settled finding rests on.
    """
    calendars = situation.compiled.rulebook.calendars
    found = dict.fromkeys(
        name for expression in _used(situation, question, reason) for name in _outside(expression, situation)
    )
    return tuple(_told(calendars[name]) for name in found)


def _used(situation: Situation, question: str, reason: Set[Atom]) -> Iterator[Expression]:
    yield from situation.term(question).said()
    names = {atom.id for atom in reason}
    for relation in _relations(situation, question):
        if relation.text in names or names.issuperset(relation.terms):
            yield from (relation.left, relation.right)


def _relations(situation: Situation, question: str) -> Iterable[Relation]:
    compiled = situation.compiled
    return (each for rule in compiled.reach(question).rules for each in relations_of(rule, compiled.index))


def _outside(expression: Expression, situation: Situation) -> Iterator[str]:
    known, calendars = situation.known, situation.compiled.rulebook.calendars
    if isinstance(expression, OnWorkingDay) and all(term in known for term in terms_of(expression)):
        day = amount(expression.of, lambda term: int(known[term]), calendars)
        try:
            working_day(0 if isinstance(day, Outcome) else int(day), calendars[expression.calendar])
        except OutsideCalendarError:
            yield expression.calendar
    for part in parts(expression):
        yield from _outside(part, situation)


def _told(calendar: Calendar) -> str:
    first, last = (date.fromordinal(day) for day in calendar.covers)
    return (
        f"a day outside the calendar {calendar.id} ({calendar.title}), which is known from {first} through {last}, "
        "is told by its weekends alone"
    )
