"""An entry, and what exhibits it needs, in; the same on the docket under the next number out."""

from __future__ import annotations

from collections.abc import Iterable

from ascertain.docket.files import FRONT, MANIFEST
from ascertain.docket.filing import prepare_entry
from ascertain.docket.model import Entry as Filed
from ascertain.docket.papers import Papers
from ascertain.docket.render import render_exhibits
from ascertain.record.model import Exhibit as Listed
from ascertain.web.dockets.papers import newest_sheets, read, with_entry
from ascertain.web.dockets.rows import add_entry, add_exhibit, add_sheet
from ascertain.web.place import Place
from ascertain.web.records.models import Blob, Chain, Entry, Exhibit, Government, Review, User


def hold(review: Review) -> Review:
    """The review as it stands, with its chain held until the transaction ends: whoever files next waits."""
    Chain.objects.select_for_update().get(pk=review.chain_id)
    return Review.objects.select_related("chain").get(pk=review.pk)


def place_entry(review: Review, actor: User, entry: Filed, place: Place) -> Entry:
    """Put an entry on the docket. Called in the transaction of whatever it comes of.

    Args:
        review: The review, held.
        actor: Who files it.
        entry: What to file; its number is 0.
        place: Where rulebooks that are named by a path are looked for.

    Raises:
        DocketError: The entry has mistakes.
    """
    review = Review.objects.select_related("chain").get(pk=review.pk)
    before = read(review, place)
    head = Papers({FRONT: newest_sheets(review)[FRONT]}, {}, place.folder)
    numbered, text = prepare_entry(head, before.docket, entry, before.rulebook)
    governments = {one.key: one for one in Government.objects.filter(review=review)}
    placed = add_entry(review, actor, numbered, text, governments)
    with_entry(review, before, numbered, text)
    return placed


def place_exhibits(review: Review, actor: User, exhibits: Iterable[Listed]) -> None:
    """Put exhibits on the docket whose bytes are kept already; those that are on it are passed over.

    Called in the transaction of whatever it comes of. The list of exhibits gets a new version, below what it says.
    """
    known = set(Exhibit.objects.filter(review=review).values_list("key", flat=True))
    fresh = [one for one in exhibits if one.id not in known]
    for one in fresh:
        add_exhibit(review, actor, one, Blob.objects.get(sha256=one.sha256))
    if fresh:
        before = newest_sheets(review).get(MANIFEST, "") if known else ""
        add_sheet(review, actor, MANIFEST, before.rstrip("\n") + "\n" * bool(before) + render_exhibits(fresh))
