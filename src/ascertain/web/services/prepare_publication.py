"""A publisher chooses what of a docket the public is to read; nothing is public by that."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.chain.link import canonical
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import (
    Blob,
    Chain,
    Entry,
    Exhibit,
    Publication,
    PublishedEntry,
    PublishedExhibit,
    Review,
    User,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of an exhibit: the SHA-256 of the bytes, empty where it is withheld, and why they differ."""

    sha256: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a snapshot is to show.

    ``withheld`` are the numbers of entries that it does not show, each with the reason that everybody will read;
    ``exhibits`` what it shows of exhibits, by their id: one that is not named here is withheld.
    """

    withheld: Mapping[int, str]
    exhibits: Mapping[str, Shown]
    on: date
    known: date


def prepare_publication(user: User, review: Review, choice: Choice, last: int) -> Publication:
    """Prepare a snapshot.

    Args:
        user: The publisher.
        review: The review.
        choice: What is to be shown.
        last: The number of the last entry that they saw when they chose; an entry that came later is not published
            unseen.

    Raises:
        Refused: They may not prepare one.
        WebError: An entry came meanwhile, something is withheld without a reason, or there is no such entry, exhibit or
            file.
    """
    require(principal_of(user), Act.PREPARE_A_PUBLICATION, Thing(review.pk))
    with transaction.atomic():
        Chain.objects.select_for_update().get(pk=review.chain_id)
        entries = list(Entry.objects.filter(review=review).order_by("number").defer("text").select_related("event"))
        exhibits = list(Exhibit.objects.filter(review=review))
        _check(choice, entries, exhibits, last)
        digest = _digest(choice, entries)
        subject = f"publication of {len(entries) - len(choice.withheld)} entries"
        event = happened(review.chain, Happened.PUBLICATION_PREPARED, user, subject, {"digest": digest, "last": last})
        made = Publication.objects.create(
            review=review, digest=digest, on=choice.on, known=choice.known, prepared=event
        )
        PublishedEntry.objects.bulk_create(
            PublishedEntry(
                publication=made,
                entry=entry,
                shown=entry.number not in choice.withheld,
                reason=choice.withheld.get(entry.number, ""),
            )
            for entry in entries
        )
        PublishedExhibit.objects.bulk_create(
            PublishedExhibit(
                publication=made,
                exhibit=exhibit,
                blob_id=shown.sha256 or None if (shown := choice.exhibits.get(exhibit.key)) else None,
                reason=shown.reason if shown else "",
            )
            for exhibit in exhibits
        )
    return made


def _check(choice: Choice, entries: list[Entry], exhibits: list[Exhibit], last: int) -> None:
    if not entries or entries[-1].number != last:
        message = "an entry was filed while you chose; nothing was prepared"
        raise WebError(Code.TAKEN, message, "load the page anew, so that you see it, and choose again")
    unknown = [*(set(choice.withheld) - {one.number for one in entries})]
    if unknown:
        raise WebError(Code.UNKNOWN, f"there is no entry {unknown[0]}", "name entries of this docket")
    if any(not reason.strip() for reason in choice.withheld.values()):
        message = "an entry is withheld without a reason"
        raise WebError(Code.UNFIT, message, "give the reason that everybody may read beside its number")
    by_key = {one.key: one for one in exhibits}
    for key, shown in choice.exhibits.items():
        if key not in by_key:
            raise WebError(Code.UNKNOWN, f'there is no exhibit "{key}"', "name exhibits of this docket")
        original = by_key[key].blob_id
        if shown.sha256 and shown.sha256 != original and not shown.reason.strip():
            raise WebError(
                Code.UNFIT, f'"{key}" is shown otherwise than it was filed', "say what was redacted, and why"
            )
        if shown.sha256 and not Blob.objects.filter(sha256=shown.sha256).exists():
            raise WebError(Code.UNKNOWN, f'there is no file for "{key}"', "file it first")


def _digest(choice: Choice, entries: list[Entry]) -> str:
    shown = {
        "entries": [[one.number, one.event.digest] for one in entries if one.number not in choice.withheld],
        "exhibits": [[key, one.sha256] for key, one in sorted(choice.exhibits.items()) if one.sha256],
        "withheld": [[number, reason] for number, reason in sorted(choice.withheld.items())],
        "on": choice.on.isoformat(),
        "known": choice.known.isoformat(),
    }
    return hashlib.sha256(canonical(shown).encode()).hexdigest()
