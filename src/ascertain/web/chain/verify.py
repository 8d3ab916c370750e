"""The chains as the database holds them in; every place where they are not what was written out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model, QuerySet

from ascertain.record.exhibits import sha256_of
from ascertain.web.chain.kinds import Happened
from ascertain.web.chain.link import Link
from ascertain.web.place import Place
from ascertain.web.records.models import Blob, Chain, Entry, Event, Sheet, Submission

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the record is not what was written: the chain, the number of the event, and what is wrong."""

    chain: str
    number: int
    message: str


def verify_all(place: Place) -> Iterator[Break]:
    """Recompute every digest: of each event, of the papers that events name, and of the exhibits' bytes.

    Args:
        place: Where the exhibits lie.

    Yields:
        What is not as it was written, chain by chain.
    """
    for chain in Chain.objects.order_by("name").iterator(chunk_size=_AT_ONCE):
        yield from _verify_links(chain)
        yield from _verify_papers(chain)
    yield from _verify_certified()
    yield from _verify_blobs(place)


def _verify_links(chain: Chain) -> Iterator[Break]:
    before, number = "", 0
    for event in chain.events.order_by("number").iterator(chunk_size=_AT_ONCE):
        number += 1
        if event.number != number:
            yield Break(chain.name, number, f"event {number} is missing: the next one is {event.number}")
            number = event.number
        elif event.previous != before:
            yield Break(chain.name, number, "this event does not follow the one before it")
        if _link(chain, event).digest() != event.digest:
            yield Break(chain.name, number, "this event is not what was written")
        before = event.digest
    if (number, before) != (chain.length, chain.head):
        yield Break(chain.name, chain.length, f"the chain should end with event {chain.length}, and ends with {number}")


def _link(chain: Chain, event: Event) -> Link:
    return Link(
        chain=chain.name,
        number=event.number,
        at=event.at.isoformat(),
        actor=event.actor_id or 0,
        kind=event.kind,
        subject=event.subject,
        data=event.data,
        previous=event.previous,
    )


def _verify_papers(chain: Chain) -> Iterator[Break]:
    """Each paper is the text whose hash its event holds, and each filing still has its paper."""
    filed: tuple[tuple[Happened, QuerySet[Entry] | QuerySet[Sheet]], ...] = (
        (Happened.ENTRY_FILED, Entry.objects.all()),
        (Happened.SHEET_FILED, Sheet.objects.all()),
    )
    for kind, papers in filed:
        seen: set[int] = set()
        for paper in papers.filter(event__chain=chain).select_related("event").iterator(chunk_size=_AT_ONCE):
            seen.add(paper.event.number)
            if paper.event.kind != kind or _told(paper.event) != _actual(paper):
                yield Break(chain.name, paper.event.number, f"the text of {paper.event.subject} is not what was filed")
        told = chain.events.filter(kind=kind).values_list("number", "subject")
        for number, subject in told.iterator(chunk_size=_AT_ONCE):
            if number not in seen:
                yield Break(chain.name, number, f"{subject} was filed, and is missing")


def _verify_certified() -> Iterator[Break]:
    """What a government certified is the text whose hash was written when it was submitted."""
    sent = Submission.objects.select_related("certification", "event__chain").order_by("event__chain__name", "pk")
    for one in sent.iterator(chunk_size=_AT_ONCE):
        if hashlib.sha256(one.certification.content.encode()).hexdigest() != _told(one.event):
            message = f"what was certified with {one.event.subject} is not what was submitted"
            yield Break(one.event.chain.name, one.event.number, message)


def _told(event: Event) -> object:
    return json.loads(event.data).get("sha256")


def _actual(paper: Model) -> str:
    assert isinstance(paper, Entry | Sheet)
    return hashlib.sha256(paper.text.encode()).hexdigest()


def _verify_blobs(place: Place) -> Iterator[Break]:
    for blob in Blob.objects.order_by("sha256").iterator(chunk_size=_AT_ONCE):
        path = place.blob(blob.sha256)
        if not path.is_file():
            yield Break("exhibits", 0, f"the file of the exhibit {blob.sha256} is missing")
        elif sha256_of(path) != blob.sha256:
            yield Break("exhibits", 0, f"the file of the exhibit {blob.sha256} is not what was filed")
