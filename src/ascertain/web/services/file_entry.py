"""A new entry goes on the docket under the next number."""

from __future__ import annotations

from django.db import transaction

from ascertain.docket.filing import prepare_entry
from ascertain.docket.model import Entry as Filed
from ascertain.web.dockets.papers import docket_of, papers_of
from ascertain.web.dockets.rows import add_entry
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Chain, Entry, Government, Review, User


def file_entry(user: User, review: Review, entry: Filed, place: Place) -> Entry:
    """File an entry.

    Of two filed at the same moment one waits for the other, and takes the number after it.

    Args:
        user: Who files it.
        review: The review.
        entry: What to file; its number is 0.
        place: Where rulebooks that are named by a path are looked for.

    Raises:
        Refused: They may not file.
        DocketError: The entry has mistakes.
    """
    require(principal_of(user), Act.FILE_AN_ENTRY, Thing(review.pk))
    with transaction.atomic():
        Chain.objects.select_for_update().get(pk=review.chain_id)
        review = Review.objects.select_related("chain").get(pk=review.pk)
        docket, rulebook = docket_of(review, place)
        numbered, text = prepare_entry(papers_of(review, place), docket, entry, rulebook)
        governments = {one.key: one for one in Government.objects.filter(review=review)}
        return add_entry(review, user, numbered, text, governments)
