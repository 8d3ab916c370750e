"""A review's rows in; the docket that they are, read by the same reader as a folder, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import F, Max, OuterRef, Subquery

from ascertain.docket.basis import rulebook_of
from ascertain.docket.files import ENTRIES, FRONT
from ascertain.docket.head import read_head
from ascertain.docket.load import read_docket, record_of
from ascertain.docket.model import Docket
from ascertain.docket.model import Entry as Filed
from ascertain.docket.papers import Papers, digest_of_hashes, hash_of
from ascertain.rulebook.model.book import Rulebook
from ascertain.web.dockets.kept import Kept
from ascertain.web.place import Place
from ascertain.web.records.models import Entry, Exhibit, Review, Sheet

_KEPT = 8


@dataclass(frozen=True, slots=True)
class Read:
    """A docket as it was read, its rulebook, and the SHA-256 of each of its papers by their names."""

    docket: Docket
    rulebook: Rulebook
    hashes: Mapping[str, str]


_kept: Kept[tuple[int | str, ...], Read] = Kept(_KEPT)
_heads: Kept[str, tuple[Docket, Rulebook]] = Kept(_KEPT)


def newest_sheets(review: Review) -> dict[str, str]:
    """The newest version of each sheet of a review, by its name."""
    newest = Sheet.objects.filter(review=review).values("name").annotate(last=Max("version"))
    versions = {one["name"]: one["last"] for one in newest}
    rows = Sheet.objects.filter(review=review).values_list("name", "version", "text")
    return {name: text for name, version, text in rows if versions[name] == version}


def papers_of(review: Review, place: Place) -> Papers:
    """The files of a review's docket, as its folder would hold them."""
    entries = Entry.objects.filter(review=review).values_list("file_name", "text")
    texts = newest_sheets(review) | {f"{ENTRIES}/{name}": text for name, text in entries}
    return Papers(texts, held_files(review), place.folder)


def held_files(review: Review) -> dict[str, str]:
    """The SHA-256 of each held exhibit, by the name of its file."""
    held = Exhibit.objects.filter(review=review, blob__isnull=False)
    return dict(held.annotate(sha256=F("blob__sha256")).values_list("file", "sha256"))


def docket_of(review: Review, place: Place) -> tuple[Docket, Rulebook]:
    """The docket of a review and its rulebook, read anew when something was filed since.

    Args:
        review: The review.
        place: Where rulebooks that are named by a path are looked for.

    Raises:
        DocketError: The rows are no docket, which nothing that was filed can bring about.
        BadInput: The rulebook is not found or has mistakes.
    """
    held = read(review, place)
    return held.docket, held.rulebook


def head_of(review: Review, place: Place) -> tuple[Docket, Rulebook]:
    """What a review's docket says of itself, without anything filed in it, and its rulebook; quick for any docket.

    Arguments and errors as in :func:`docket_of`.
    """
    sheet = Sheet.objects.filter(review=review, name=FRONT).order_by("-version").values_list("event__digest", "text")[0]
    held = _heads.get(sheet[0])
    if held is None:
        head = read_head(Papers({FRONT: sheet[1]}, {}, place.folder))[0]
        held = _heads.keep(sheet[0], (head, rulebook_of(head)))
    return held


def with_entry(review: Review, before: Read, entry: Filed, text: str) -> None:
    """Know the docket with an entry that has just been filed, so that nobody need read all of it anew.

    One that reports the end of earlier claims changes other entries; the docket is then read anew when it is needed.

    Args:
        review: The review.
        before: The docket as it was read before.
        entry: The entry.
        text: Its text.
    """
    if entry.ends:
        return
    hashes = {**before.hashes, f"{ENTRIES}/{entry.file_name}": hash_of(text)}
    entries, digest = (*before.docket.entries, entry), digest_of_hashes(hashes)
    record = record_of(entries, digest, before.rulebook)
    docket = replace(before.docket, entries=entries, record=record, digest=digest)
    _kept.keep(state_of(review), Read(docket, before.rulebook, hashes))


def read(review: Review, place: Place) -> Read:
    """As :func:`docket_of`, with the hashes of the papers."""
    state = state_of(review)
    held = _kept.get(state)
    if held is None:
        papers = papers_of(review, place)
        docket = read_docket(papers)
        held = _kept.keep(state, Read(docket, rulebook_of(docket), papers.hashes()))
    return held


def state_of(review: Review) -> tuple[int | str, ...]:
    """What tells whether anything of a review's docket was filed since: the events that filed its last papers.

    Numbers of rows would not do: what a transaction that failed has used up can be given out again.
    """
    last = {
        f"last_{one._meta.model_name}": Subquery(
            one._base_manager.filter(review=OuterRef("pk")).order_by("-pk").values("event__digest")[:1]
        )
        for one in (Entry, Sheet)
    }
    found = Review.objects.filter(pk=review.pk).annotate(**last).values_list(*last).get()
    return (review.pk, *(digest or "" for digest in found))
