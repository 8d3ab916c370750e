"""A docket's folder becomes a review, with every paper of it on the record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from ascertain.docket.files import ARGUMENTS, AWARDS, ENTRIES, EXHIBITS, FRONT, GOVERNMENTS, MANIFEST, Folder
from ascertain.docket.load import read_docket
from ascertain.docket.model import Docket
from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.blobs import keep_blob
from ascertain.web.dockets.rows import add_entry, add_exhibit, add_sheet
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act, Role
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Blob, Chain, Government, Member, Review, User
from ascertain.web.services.give_role import give_team_role

_SHEETS = (FRONT, GOVERNMENTS, AWARDS, ARGUMENTS, MANIFEST)


def import_docket(
    user: User, path: Path, place: Place, progress: Callable[[str], None], lead: User | None = None
) -> Review:
    """Take over a docket's folder: all of it, or nothing.

    Args:
        user: Who does it.
        path: The docket's folder.
        place: Where exhibits are kept.
        progress: Told in a few words what is being done.
        lead: Who leads the review from now on; whoever takes it over, unless somebody else is named.

    Raises:
        Refused: They may not open a review.
        DocketError: The folder is no docket, or has mistakes.
        WebError: There is a review of that id.
    """
    require(principal_of(user), Act.OPEN_A_REVIEW)
    folder = Folder(path)
    progress(f"reading {path}")
    docket = read_docket(folder)
    with transaction.atomic():
        review = _open(user, docket, lead or user)
        progress(f"filing {len(docket.exhibits)} exhibits")
        _file_exhibits(user, review, docket, place)
        for name in _SHEETS:
            text = folder.text(name)
            if text is not None:
                add_sheet(review, user, name, text)
        governments = _list_governments(review, docket)
        progress(f"filing {len(docket.entries)} entries")
        for entry in docket.entries:
            text = folder.text(f"{ENTRIES}/{entry.file_name}")
            assert text is not None, "it has just been read"
            add_entry(review, user, entry, text, governments)
    return review


def _open(user: User, docket: Docket, lead: User) -> Review:
    if Review.objects.filter(slug=docket.id).exists():
        message = f'there is a review with the id "{docket.id}"'
        raise WebError(Code.TAKEN, message, f"give the docket another id in its {FRONT}")
    chain = Chain.objects.create(name=docket.id)
    happened(chain, Happened.REVIEW_IMPORTED, user, docket.id, {"docket": docket.digest, "title": docket.title})
    review = Review.objects.create(
        slug=docket.id, title=docket.title, reviewer=docket.reviewer, rulebook=docket.rulebook, chain=chain
    )
    give_team_role(user, review, lead, Role.LEAD)
    return review


def _file_exhibits(user: User, review: Review, docket: Docket, place: Place) -> None:
    for exhibit in docket.exhibits.values():
        blob: Blob | None = None
        if exhibit.file:
            blob = keep_blob(place, docket.path / EXHIBITS / exhibit.file, exhibit.sha256)
        add_exhibit(review, user, exhibit, blob)


def _list_governments(review: Review, docket: Docket) -> dict[str, Government]:
    rows = [
        Government(review=review, key=one.id, name=one.name, kind=one.kind, state=one.state, ids=list(one.ids))
        for one in docket.governments.values()
    ]
    Government.objects.bulk_create(rows)
    governments = {row.key: row for row in Government.objects.filter(review=review)}
    Member.objects.bulk_create(
        [
            Member(
                government=governments[member.government],
                since=str(member.period.start or ""),
                until=str(member.period.end or ""),
                basis=member.basis,
            )
            for member in docket.members
        ]
    )
    return governments
