"""A review begins on this site: with the document it comes of, and as a docket that any folder could hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from ascertain.docket.basis import rulebook_of
from ascertain.docket.folder import texts_of
from ascertain.docket.load import read_docket
from ascertain.docket.model import Docket, Entry, EntryKind
from ascertain.docket.papers import Papers
from ascertain.docket.slugs import slug_of
from ascertain.record.model import Exhibit
from ascertain.rulebook.dates import Moment
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.recording import begin_review, record_papers
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import require
from ascertain.web.policy.roles import Act, Role
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Review, User
from ascertain.web.responding.sniffing import Received, ending_of, kind_of
from ascertain.web.services.give_role import give_team_role

ORIGINS = (EntryKind.REPORT, EntryKind.STATEMENT, EntryKind.ORDER, EntryKind.LIST, EntryKind.POLICY)
"""What a document that a review begins with can be."""
_ORIGIN = "origin"


@dataclass(frozen=True, slots=True)
class Origin:
    """The document that a review begins with: uploaded, or in words."""

    kind: EntryKind
    title: str
    by: str
    date: Moment
    text: str = ""
    file: Received | None = None


def open_review(user: User, docket: Docket, origin: Origin, today: date, most: int, place: Place) -> Review:
    """Open a review, which whoever opens it leads; governments come under it afterwards.

    The same docket exported as a folder is read and taken over as any other.

    Args:
        user: Who opens it.
        docket: What ``docket.md`` says; its members, governments, entries and edition are filled in here.
        origin: The document that it begins with, which becomes its first entry.
        today: The day, on which the document counts as filed.
        most: How many bytes of a document are kept at most.
        place: Where documents are kept, and rulebooks named by a path are looked for.

    Raises:
        Refused: They may not open a review.
        WebError: There is a review of that id, or the document cannot be kept.
        DocketError: What is said of the review has mistakes.
        BadInput: There is no such rulebook.
    """
    require(principal_of(user), Act.OPEN_A_REVIEW)
    if origin.file is None and not origin.text.strip():
        help_ = "upload the document, or say in words what began the review"
        raise WebError(Code.UNFIT, "the document that the review begins with is missing", help_)
    rulebook = rulebook_of(replace(docket, folder=str(place.folder)))
    exhibits = _exhibits(origin, most)
    entry = Entry(
        1, origin.kind, slug_of(origin.title, "origin"), origin.title, origin.date, Moment.on(today), origin.by,
        text=origin.text.strip(), exhibit=_ORIGIN if exhibits else "",
    )  # fmt: skip
    whole = replace(
        docket,
        members=(),
        governments={},
        entries=(entry,),
        exhibits=exhibits,
        origin=entry.number,
        edition=rulebook.digest,
    )
    texts = texts_of(whole, rulebook.terms)
    hashes = {one.file: one.sha256 for one in exhibits.values()}
    read = read_docket(Papers(texts, hashes, place.folder), rulebook)
    held = {one.file: origin.file.path for one in exhibits.values() if origin.file}
    with transaction.atomic():
        review = begin_review(user, read, Happened.REVIEW_OPENED)
        give_team_role(user, review, user, Role.LEAD)
        record_papers(user, review, read, texts.get, held, place, lambda _: None)
    return review


def _exhibits(origin: Origin, most: int) -> dict[str, Exhibit]:
    """The document as an exhibit, where it was uploaded."""
    file = origin.file
    if file is None:
        return {}
    if file.size > most:
        message = f"this file is larger than {most // 1_000_000} MB, the most that is kept"
        raise WebError(Code.UNFIT, message, "make it smaller, or say in words what it says")
    name = f"{_ORIGIN}.{ending_of(file.name, kind_of(file))}"
    return {_ORIGIN: Exhibit(_ORIGIN, origin.title, sha256=file.sha256, file=name)}
