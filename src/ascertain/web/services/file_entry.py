"""A new entry goes on the docket under the next number."""

from __future__ import annotations

from django.db import transaction

from ascertain.docket.model import Entry as Filed
from ascertain.web.dockets.placing import hold, place_entry
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Entry, Review, User


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
        return place_entry(hold(review), user, entry, place)
