"""The findings of a survey as rows: what entities share is put into words once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Generic, TypeVar

from ascertain.publish.csvout import cell, line
from ascertain.publish.jsonout import Json, plain
from ascertain.rulebook.model.terms import Term
from ascertain.survey.entities import Answered
from ascertain.survey.surveyor import Found

_PARTS = ("finding", "possible", "turns_on")
_MOST_KEPT = 20_000

T = TypeVar("T")


def csv_lines(terms: Sequence[Term], answers: Iterable[Answered]) -> Iterator[str]:
    """Yield the lines of a CSV file, an entity a line.

    Args:
        terms: What was asked.
        answers: What was found of each entity, in the order of the terms.
    """
    yield line(["key", "name", *(f"{named(term)}.{part}" for term in terms for part in _PARTS)])
    said = [_Once(partial(_cells, term)) for term in terms]
    for answered in answers:
        found = [once.of(each) for once, each in zip(said, answered.found, strict=True)]
        yield ",".join([line([cell(answered.key), cell(answered.name)]), *found])


def objects(terms: Sequence[Term], answers: Iterable[Answered]) -> Iterator[Json]:
    """Yield an object for each entity, with one in it for each question; arguments as for :func:`csv_lines`."""
    said = [_Once(partial(_object, term)) for term in terms]
    for answered in answers:
        made: Json = {"key": list(answered.key) if len(answered.key) > 1 else answered.key[0], "name": answered.name}
        for term, once, found in zip(terms, said, answered.found, strict=True):
            made[named(term)] = once.of(found)
        yield made


def named(term: Term) -> str:
    """What a question is called."""
    return term.short or term.phrase


def _object(term: Term, found: Found) -> Json:
    value = found.worth if isinstance(found.worth, int) else None
    return {
        "finding": found.word if value is None else plain(value, term),
        "possible": found.between or [outcome.value for outcome in found.possible],
        "turns_on": list(found.turns),
    }


def _cells(term: Term, found: Found) -> str:
    return line([cell(value) for value in _object(term, found).values()])


class _Once(Generic[T]):
    """What is made of each finding, made once for all who share it."""

    def __init__(self, make: Callable[[Found], T]) -> None:
        self._make = make
        self._kept: dict[int, tuple[Found, T]] = {}

    def of(self, found: Found) -> T:
        kept = self._kept.get(id(found))
        if kept is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            # The finding is kept too, so that no other comes to have its number.
            kept = self._kept[id(found)] = found, self._make(found)
        return kept[1]
