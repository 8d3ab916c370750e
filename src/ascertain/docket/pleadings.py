"""The arguments of a docket for a reading, as they had been made by a day, each with the other side's reply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ascertain.docket.model import Argument, Docket
from ascertain.rulebook.model.book import Rulebook


@dataclass(frozen=True, slots=True)
class Pleading:
    """An argument that had been made.

    Args:
        argument: What it says, and on which side.
        by: Who had made it by the day: governments, and documents of others; empty where the docket names nobody.
        courts_for: The courts that had accepted it by the day.
        courts_against: The courts that had rejected it by the day.
        reply: The argument that answers it, if that had been made by the day.
    """

    argument: Argument
    by: tuple[str, ...]
    courts_for: tuple[str, ...]
    courts_against: tuple[str, ...]
    reply: Pleading | None = None


class Pleadings:
    """The arguments of one docket as of a day.

    What a document argues had been argued once that was issued; what a government argues, once an entry with the
    argument had been filed for it. Whom nothing dates is named beside those who had argued it by then, or if nothing
    dates anybody; a citation that the rulebook does not date is taken to be of the time.

    Args:
        docket: The record of the review.
        rulebook: The law, for when documents were issued.
        known: Only what had been issued and filed by then counts.
    """

    def __init__(self, docket: Docket, rulebook: Rulebook, known: date) -> None:
        self._docket = docket
        self._rulebook = rulebook
        self._known = known
        self._governments = {**rulebook.governments, **docket.governments}
        self._filed = {
            (argument, government)
            for entry in docket.entries
            if entry.filed.reached(known) is True
            for argument in entry.arguments
            for government in entry.about
        }

    def for_reading(self, point: str, reading: str) -> tuple[Pleading, ...]:
        """The arguments that had been made for a reading, in the docket's order."""
        found = (each for each in self._docket.arguments.values() if (point, reading) in each.readings)
        return tuple(pleading for argument in found if (pleading := self._pleading(argument)))

    def favoured(self) -> frozenset[tuple[str, str]]:
        """The points and readings for which the docket names a court that had spoken."""
        return frozenset(
            reading
            for argument in self._docket.arguments.values()
            if tuple(self._spoken(argument.courts_for))
            for reading in argument.readings
        )

    def _pleading(self, argument: Argument, *, with_reply: bool = True) -> Pleading | None:
        dated = [party for party in argument.used_by if self._is_dated(party)]
        late = {party for party in dated if not self._has_argued(argument.id, party)}
        if dated and late == set(dated):
            return None
        by = tuple(party for party in argument.used_by if party not in late)
        other = self._docket.arguments.get(argument.reply) if with_reply else None
        return Pleading(
            argument,
            by,
            tuple(self._spoken(argument.courts_for)),
            tuple(self._spoken(argument.courts_against)),
            self._pleading(other, with_reply=False) if other else None,
        )

    def _is_dated(self, party: str) -> bool:
        return party in self._rulebook.authorities or party in self._governments

    def _has_argued(self, argument: str, party: str) -> bool:
        authority = self._rulebook.authorities.get(party)
        if authority is not None:
            return authority.issued.reached(self._known) is True
        return (argument, party) in self._filed

    def _spoken(self, courts: Iterable[str]) -> Iterator[str]:
        for court in courts:
            authority = self._rulebook.authorities.get(court.partition("#")[0])
            if authority is None or authority.issued.reached(self._known) is True:
                yield court
