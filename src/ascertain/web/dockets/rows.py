"""An entry, a sheet or an exhibit in; its row and its event on the review's chain out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from ascertain.docket.model import Entry as Filed
from ascertain.record.model import Exhibit as Listed
from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.records.models import (
    Blob,
    Entry,
    EntryExhibit,
    EntryParty,
    Exhibit,
    Government,
    Review,
    Sheet,
    User,
)
from ascertain.web.records.words import index_words


def add_sheet(review: Review, actor: User, name: str, text: str) -> Sheet:
    """File a new version of a sheet."""
    version = Sheet.objects.filter(review=review, name=name).count() + 1
    event = happened(review.chain, Happened.SHEET_FILED, actor, name, {"sha256": _hash(text), "version": version})
    return Sheet.objects.create(review=review, name=name, version=version, text=text, event=event)


def add_exhibit(review: Review, actor: User, listed: Listed, blob: Blob | None) -> Exhibit:
    """File an exhibit, held or only cited."""
    data = {"title": listed.title, "file": listed.file, "sha256": blob.sha256 if blob else ""}
    happened(review.chain, Happened.EXHIBIT_FILED, actor, f"exhibits/{listed.id}", data)
    return Exhibit.objects.create(review=review, key=listed.id, title=listed.title, file=listed.file, blob=blob)


def add_entry(review: Review, actor: User, filed: Filed, text: str, governments: Mapping[str, Government]) -> Entry:
    """File an entry.

    Args:
        review: The review.
        actor: Who files it.
        filed: The entry, checked and numbered.
        text: Its text, as its file would hold it.
        governments: The governments of the review by their short id.
    """
    name = f"entries/{filed.file_name}"
    event = happened(review.chain, Happened.ENTRY_FILED, actor, name, {"sha256": _hash(text), "number": filed.number})
    entry = Entry.objects.create(
        review=review,
        number=filed.number,
        kind=filed.kind.value,
        title=filed.title,
        by=filed.by,
        date=str(filed.date),
        date_earliest=filed.date.earliest,
        date_latest=filed.date.latest,
        filed=str(filed.filed),
        filed_latest=filed.filed.latest,
        deadline=str(filed.deadline or ""),
        answers=filed.answers,
        file_name=filed.file_name,
        text=text,
        event=event,
    )
    index_words([entry])
    named = {*filed.to, *filed.about, *(result.government for result in filed.results)}
    named |= {claim.government for claim in filed.claims}
    EntryParty.objects.bulk_create(
        [EntryParty(entry=entry, government=governments[key]) for key in sorted(named & governments.keys())]
    )
    cited = {filed.exhibit, *(claim.exhibit for claim in filed.claims)} - {""}
    exhibits = Exhibit.objects.filter(review=review, key__in=cited)
    EntryExhibit.objects.bulk_create([EntryExhibit(entry=entry, exhibit=exhibit) for exhibit in exhibits])
    return entry


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
