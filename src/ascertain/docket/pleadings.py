"""The arguments of a docket for a reading, as they had been made by a day, each with the other side's reply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ascertain.docket.model import Argument, Docket, Holding
from ascertain.rulebook.model.book import Rulebook


@dataclass(frozen=True, slots=True)
class Pleading:
    """An argument that had been made.

    Args:
        argument: What it says, and on which side.
        by: Who had made it by the day: governments, and documents of others; empty where the docket names nobody.
        courts_for: The courts that had accepted it by the day, for the reading it is told for.
        courts_against: The courts that had rejected it by the day, for that reading.
        whole_for: Further courts that had accepted it, for which of its readings is not on record.
        whole_against: Further courts that had rejected it, for which of its readings is not on record.
        reply: The argument that answers it, if that had been made by the day.
    """

    argument: Argument
    by: tuple[str, ...]
    courts_for: tuple[str, ...]
    courts_against: tuple[str, ...]
    whole_for: tuple[str, ...] = ()
    whole_against: tuple[str, ...] = ()
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
        told = (self._pleading(argument, ((point, reading),)) for argument in found)
        return tuple(replace(each, reply=self._reply(each.argument, point)) for each in told if each is not None)

    def favoured(self) -> frozenset[tuple[str, str]]:
        """The points and readings for which the docket names a court that had spoken for them."""
        return frozenset(
            reading
            for argument in self._docket.arguments.values()
            for holding in self._spoken(argument.courts_for)
            for reading in holding.readings
        )

    def _reply(self, argument: Argument, point: str) -> Pleading | None:
        """The reply with the courts that decided on its own reading of the point."""
        other = self._docket.arguments.get(argument.reply)
        own = (each for each in other.readings if each[0] == point) if other else ()
        return self._pleading(other, tuple(own)) if other else None

    def _pleading(self, argument: Argument, readings: tuple[tuple[str, str], ...]) -> Pleading | None:
        dated = [party for party in argument.used_by if self._is_dated(party)]
        late = {party for party in dated if not self._has_argued(argument.id, party)}
        if dated and late == set(dated):
            return None
        by = tuple(party for party in argument.used_by if party not in late)
        accepted, rejected = argument.courts_for, argument.courts_against
        whole = (self._at_large(accepted), self._at_large(rejected))
        if not argument.readings:
            return Pleading(argument, by, *whole)
        return Pleading(argument, by, self._on(accepted, readings), self._on(rejected, readings), *whole)

    def _on(self, holdings: Iterable[Holding], readings: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
        """The courts that had decided on one of the readings."""
        return tuple(each.court for each in self._spoken(holdings) if not set(readings).isdisjoint(each.readings))

    def _at_large(self, holdings: Iterable[Holding]) -> tuple[str, ...]:
        """The courts that had decided on no reading that is on record."""
        return tuple(each.court for each in self._spoken(holdings) if not each.readings)

    def _is_dated(self, party: str) -> bool:
        return party in self._rulebook.authorities or party in self._governments

    def _has_argued(self, argument: str, party: str) -> bool:
        authority = self._rulebook.authorities.get(party)
        if authority is not None:
            return authority.issued.reached(self._known) is True
        return (argument, party) in self._filed

    def _spoken(self, holdings: Iterable[Holding]) -> Iterator[Holding]:
        for holding in holdings:
            authority = self._rulebook.authorities.get(holding.court.partition("#")[0])
            if authority is None or authority.issued.reached(self._known) is True:
                yield holding
