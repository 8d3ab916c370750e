"""A docket that nobody has yet, with its texts and files, in; a review on the record out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ascertain.docket.files import ARGUMENTS, AWARDS, ENTRIES, FRONT, GOVERNMENTS, MANIFEST
from ascertain.docket.model import Docket
from ascertain.docket.model import Member as Listed
from ascertain.rulebook.model.parties import Government as Known
from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.blobs import keep_blob
from ascertain.web.dockets.rows import add_entry, add_exhibit, add_sheet
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.records.models import Chain, Government, Member, Review, User

_SHEETS = (FRONT, GOVERNMENTS, AWARDS, ARGUMENTS, MANIFEST)


def begin_review(user: User, docket: Docket, kind: Happened) -> Review:
    """Begin the chain of a review, and the review. Called in the transaction of whatever it comes of.

    Raises:
        WebError: There is a review of that id.
    """
    if Review.objects.filter(slug=docket.id).exists():
        message = f'there is a review with the id "{docket.id}"'
        raise WebError(Code.TAKEN, message, f"give the docket another id in its {FRONT}")
    chain = Chain.objects.create(name=docket.id)
    happened(chain, kind, user, docket.id, {"docket": docket.digest, "title": docket.title})
    return Review.objects.create(
        slug=docket.id, title=docket.title, reviewer=docket.reviewer, rulebook=docket.rulebook, chain=chain
    )


def record_papers(
    user: User,
    review: Review,
    docket: Docket,
    text_of: Callable[[str], str | None],
    held: Mapping[str, Path],
    place: Place,
    progress: Callable[[str], None],
) -> None:
    """Put every paper of a docket on the record of a review. Called in the transaction of whatever it comes of.

    Args:
        user: Who does it.
        review: The review, just begun.
        docket: The docket, as its texts are read.
        text_of: The text of a paper by its name in the folder; ``None`` where there is none.
        held: Where each held exhibit lies, by the name of its file under ``exhibits/``.
        place: Where exhibits are kept.
        progress: Told in a few words what is being done.

    Raises:
        WebError: An exhibit changed meanwhile.
        OSError: An exhibit cannot be read or kept.
    """
    progress(f"filing {len(docket.exhibits)} exhibits")
    for exhibit in docket.exhibits.values():
        blob = keep_blob(place, held[exhibit.file], exhibit.sha256) if exhibit.file else None
        add_exhibit(review, user, exhibit, blob)
    for name in _SHEETS:
        text = text_of(name)
        if text is not None:
            add_sheet(review, user, name, text)
    list_governments(review, docket.governments.values())
    list_members(review, docket.members)
    governments = {one.key: one for one in Government.objects.filter(review=review)}
    progress(f"filing {len(docket.entries)} entries")
    for entry in docket.entries:
        text = text_of(f"{ENTRIES}/{entry.file_name}")
        assert text is not None, "it has just been read"
        add_entry(review, user, entry, text, governments)


def list_governments(review: Review, governments: Iterable[Known]) -> None:
    """Let lists and links know these governments of a docket."""
    Government.objects.bulk_create(
        [
            Government(review=review, key=one.id, name=one.name, kind=one.kind, state=one.state, ids=list(one.ids))
            for one in governments
        ]
    )


def list_members(review: Review, members: Iterable[Listed]) -> None:
    """Let lists and links know these members of a docket, whose governments they know."""
    governments = {one.key: one for one in Government.objects.filter(review=review)}
    Member.objects.bulk_create(
        [
            Member(
                government=governments[member.government],
                since=str(member.period.start or ""),
                until=str(member.period.end or ""),
                basis=member.basis,
            )
            for member in members
        ]
    )
