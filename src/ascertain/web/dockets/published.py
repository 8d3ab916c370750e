"""A snapshot in; the docket that it shows, as if nothing else had ever been filed, out."""

from __future__ import annotations

from dataclasses import replace

from ascertain.docket.load import record_of
from ascertain.docket.model import Docket, Entry
from ascertain.rulebook.model.book import Rulebook
from ascertain.web.dockets.papers import docket_of
from ascertain.web.place import Place
from ascertain.web.records.models import Publication


def published_docket(publication: Publication, place: Place) -> tuple[Docket, Rulebook]:
    """The docket that a snapshot shows.

    Withheld entries, their claims and withheld exhibits are not in it; so findings on it rest on what everybody can
    read.

    Args:
        publication: The snapshot.
        place: Where rulebooks that are named by a path are looked for.
    """
    docket, rulebook = docket_of(publication.review, place)
    shown = set(publication.entries.filter(shown=True).values_list("entry__number", flat=True))
    held = dict(publication.exhibits.values_list("exhibit__key", "blob"))
    entries = tuple(_without(entry, shown) for entry in docket.entries if entry.number in shown)
    exhibits = {
        key: exhibit if held.get(key) else replace(exhibit, file="")
        for key, exhibit in docket.exhibits.items()
        if key in held
    }
    record = record_of(entries, publication.digest, rulebook)
    return replace(docket, entries=entries, exhibits=exhibits, record=record, digest=publication.digest), rulebook


def _without(entry: Entry, shown: set[int]) -> Entry:
    """The entry without what only withheld entries say of the end of its claims."""
    claims = tuple(
        replace(claim, ending=None) if claim.ending and int(claim.ending.entry) not in shown else claim
        for claim in entry.claims
    )
    return replace(entry, claims=claims)
