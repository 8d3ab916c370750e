"""Whom law is about: governments, programs, agencies and groups, and the scopes that reach them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ascertain.rulebook.dates import Interval, Moment


class ScopeKind(StrEnum):
    EVERYONE = "everyone"
    NOBODY = "nobody"
    GOVERNMENT = "government"
    STATE = "state"
    CIRCUIT = "circuit"
    GROUP = "group"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class ScopeItem:
    """One party to a scope. ``state`` takes in the state's subdivisions; ``perhaps`` marks an open reach."""

    kind: ScopeKind
    name: str = ""
    perhaps: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom something reaches: any of ``items``, but none of ``excepted``."""

    items: tuple[ScopeItem, ...]
    excepted: tuple[ScopeItem, ...] = ()

    @property
    def is_nobody(self) -> bool:
        """Whether it reaches no one, whoever is asked about."""
        return all(item.kind is ScopeKind.NOBODY for item in self.items)


EVERYONE = Scope((ScopeItem(ScopeKind.EVERYONE),))


@dataclass(frozen=True, slots=True)
class Government:
    """An entity under review. ``state`` is the postal code; ``ids`` holds OCD ids, aliases and GEOIDs."""

    id: str
    name: str
    kind: str = ""
    state: str = ""
    circuit: int | None = None
    parent: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """A grant program; ``agency`` administers it, ``listing`` is its Assistance Listing number.

    Before ``since`` there was no such program, so nobody could ask about it. ``confidence`` and ``sources``, from which
    it was encoded, are empty where they are those of the program above.
    """

    id: str
    name: str
    agency: str = ""
    listing: str = ""
    parent: str = ""
    since: Moment | None = None
    confidence: str = ""
    sources: tuple[str, ...] = ()

    def may_exist(self, day: date) -> bool:
        """Whether the program may have begun by ``day``; one without a date always has."""
        return self.since is None or self.since.reached(day) is not False


@dataclass(frozen=True, slots=True)
class Agency:
    """A federal agency; ``parent`` is the department it is a component of."""

    id: str
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A named set of governments or programs; each membership has its period."""

    id: str
    name: str
    members: tuple[tuple[str, Interval], ...]
