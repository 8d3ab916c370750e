"""Who holds a reading or makes an argument, by name, and whether that could be known by a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government


@dataclass(frozen=True, slots=True)
class Parties:
    """Names parties as of a day; what speaks through a document is known once that has been issued.

    Args:
        rulebook: The law, for authorities, agencies and groups.
        governments: The governments of rulebook and record, by id.
        known: Only what had been issued by then is named.
    """

    rulebook: Rulebook
    governments: Mapping[str, Government]
    known: date

    def is_known(self, party: str) -> bool:
        """Whether the party had surely spoken by the day, as far as a document tells; others are taken to have."""
        authority = self.rulebook.authorities.get(party.partition("#")[0])
        return authority is None or authority.issued.reached(self.known) is True

    def name(self, party: str) -> str:
        """The party's name: a government's or agency's own, an authority's title with its id, or what was written.

        Of a part of an authority its heading is told as well: it may say at which stage of a case a court spoke.
        """
        book = self.rulebook
        if (authority := book.authorities.get(party.partition("#")[0])) is not None:
            part = book.provisions.get(party) if party != authority.id else None
            return f"{authority.title}{f', {part.heading}' if part else ''} ({party})"
        for known in (self.governments, book.agencies, book.groups):
            if party in known:
                return str(known[party].name)
        return party

    def names(self, parties: Iterable[str]) -> tuple[str, ...]:
        """The names of those who had spoken by the day."""
        return tuple(self.name(party) for party in parties if self.is_known(party))
