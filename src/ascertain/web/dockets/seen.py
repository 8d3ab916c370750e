"""A docket and what somebody may read of it in; the docket that they know, out."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import replace

from ascertain.docket.load import record_of
from ascertain.docket.model import Docket, Entry
from ascertain.record.model import Claim
from ascertain.rulebook.model.book import Rulebook


def rests_on(docket: Docket, government: str) -> frozenset[int]:
    """The entries that a finding about a government can rest on: with claims about it or about programs, and with what
    ends such a claim."""
    claims = [claim for claim in docket.claims if claim.government in {"", government}]
    ends = (claim.ending.entry for claim in claims if claim.ending)
    return frozenset(int(number) for number in (*(claim.entry for claim in claims), *ends) if number)


def seen_docket(docket: Docket, rulebook: Rulebook, numbers: Collection[int], governments: Collection[str]) -> Docket:
    """The docket as it were if there were nothing in it but these entries and governments.

    Whatever is made of it can tell of nothing else: claims, arguments, exhibits and awards are those of the entries
    and governments alone.

    Args:
        docket: The whole docket.
        rulebook: Its rulebook.
        numbers: The entries that they may read.
        governments: The governments that they may see, by their short ids.
    """
    entries = tuple(_without_unseen_ends(entry, numbers) for entry in docket.entries if entry.number in numbers)
    made = {one for entry in entries for one in entry.arguments}
    shown = {one for entry in entries for one in (entry.exhibit, *(claim.exhibit for claim in entry.claims))}
    digest = _digest(docket, numbers, governments)
    return replace(
        docket,
        members=tuple(member for member in docket.members if member.government in governments),
        governments={key: one for key, one in docket.governments.items() if key in governments},
        entries=entries,
        exhibits={key: one for key, one in docket.exhibits.items() if key in shown},
        arguments={key: one for key, one in docket.arguments.items() if key in made},
        awards=tuple(award for award in docket.awards if award.government in governments),
        record=record_of(entries, digest, rulebook),
        digest=digest,
    )


def _without_unseen_ends(entry: Entry, numbers: Collection[int]) -> Entry:
    return replace(entry, claims=tuple(_without_unseen_end(claim, numbers) for claim in entry.claims))


def _without_unseen_end(claim: Claim, numbers: Collection[int]) -> Claim:
    unseen = claim.ending is not None and int(claim.ending.entry) not in numbers
    return replace(claim, ending=None) if unseen else claim


def _digest(docket: Docket, numbers: Iterable[int], governments: Iterable[str]) -> str:
    """Of a part of a record, so that it is taken for no other."""
    part = f"{docket.digest} {sorted(numbers)} {sorted(governments)}"
    return hashlib.sha256(part.encode()).hexdigest()
