"""Answers over time, each story worked out once for all whom it is the same for.

Two regimes in which everything within a question's reach is the same give the same answer, for whichever government
and under whichever standard. So the law is put into a question's diagrams once for each regime, and then only the
facts that can still matter under it are. Those whom the law treats alike, and of whom the same is shown, share all of
their answers and what made each another.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ascertain.findings.diagrams.room import enough_room
from ascertain.findings.timelines.courses import Asked, FactCourses, Seen, at
from ascertain.findings.timelines.events import Event, events, sourced
from ascertain.findings.timelines.lawful import Laws, Regimes
from ascertain.findings.timelines.telling import Answers, Told
from ascertain.record.facts import Record
from ascertain.record.model import Grade
from ascertain.rulebook.model.book import Rulebook

_KEPT = 4


class Episode(NamedTuple):
    """What a question comes to from a day on, and what made it so unless it is so from the first day."""

    start: date
    told: Told
    begun_by: tuple[Event, ...]


class Chronicle:
    """All questions under one rulebook and record, as known on one day.

    Args:
        rulebook: The law.
        record: The evidence.
        known: Only what had been issued and filed by then counts.
    """

    def __init__(self, rulebook: Rulebook, record: Record, known: date) -> None:
        self.rulebook = rulebook
        self.record = record
        self.known = known
        self._laws = Laws(rulebook, known)
        self._facts = FactCourses(rulebook, record, known, self._turning)
        self._answers = Answers(self._laws.compiled)
        self._stories: dict[object, tuple[Episode, ...]] = {}

    def story(self, asked: Asked, standard: Grade, first: date, end: date) -> tuple[Episode, ...]:
        """What a question comes to from ``first`` until before ``end``, told anew where it becomes another.

        Args:
            asked: The question, and whom it is about.
            standard: The lowest grade of a fact that counts.
            first: The first day.
            end: The day after the last.

        Raises:
            BadInput: The diagrams of the question find no room.
        """
        with enough_room(self.rulebook, asked.question):
            return self._story(asked, standard, first, end)

    def _story(self, asked: Asked, standard: Grade, first: date, end: date) -> tuple[Episode, ...]:
        regimes, seen = self._laws.regimes(asked), self._facts.seen(asked, standard)
        # Courses in which the same is shown are one object, so that they can be told apart by identity.
        key = (regimes, first, end, tuple(id(seen[phrase]) for phrase in regimes.facts(first, end)))
        if key not in self._stories:
            self._stories[key] = tuple(self._episodes(regimes, seen, first, end))
        return tuple(self._sourced(episode, asked, standard) for episode in self._stories[key])

    def on(self, asked: Asked, standard: Grade, day: date) -> Told:
        """What a question comes to on one day.

        Args:
            asked: The question, and whom it is about.
            standard: The lowest grade of a fact that counts.
            day: The day.

        Raises:
            BadInput: The diagrams of the question find no room.
        """
        with enough_room(self.rulebook, asked.question):
            lawful = at(self._laws.regimes(asked).course, day).lawful
            facts = (self._facts.on(atom.id, asked, standard, day) for atom in lawful.facts)
            return self._answers.tell(lawful, tuple(fact.known_under(standard) for fact in facts))

    def _episodes(self, regimes: Regimes, seen: Seen, first: date, end: date) -> Iterator[Episode]:
        before: Told | None = None
        for day, told in self._answers.course(regimes, seen, first, end):
            if told != before:
                begun_by = events(self._laws, self._answers, regimes, seen, day) if before else ()
                yield Episode(day, told, begun_by)
                before = told

    def _sourced(self, episode: Episode, asked: Asked, standard: Grade) -> Episode:
        if all(event.kind == "law" for event in episode.begun_by):
            return episode
        made = tuple(sourced(event, self._facts, asked, standard, episode.start) for event in episode.begun_by)
        return episode._replace(begun_by=made)

    def _turning(self, asked: Asked) -> Iterator[date]:
        return (day for day, _ in self._laws.regimes(asked).course)


_recent: list[Chronicle] = []


def chronicle_of(rulebook: Rulebook, record: Record, known: date) -> Chronicle:
    """The chronicle of this very rulebook and record, kept for the last few asked about."""
    for held in _recent:
        if held.rulebook is rulebook and held.record is record and held.known == known:
            return held
    made = Chronicle(rulebook, record, known)
    _recent.append(made)
    del _recent[:-_KEPT]
    return made
