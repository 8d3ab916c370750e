"""Somebody drafts a letter, or drafts it anew; every version is kept, and of two who save at once one is told."""

from __future__ import annotations

from django.db import transaction

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Chain, Government, Letter, LetterVersion, Review, Sending, User
from ascertain.web.requesting.letters import Content, check_content, content_of


class DraftedMeanwhile(WebError):  # noqa: N818 - what happened, and nobody's fault
    """Somebody else saved the letter since it was read; ``newest`` is what they saved, and nothing was changed."""

    def __init__(self, newest: LetterVersion) -> None:
        self.newest = newest
        message = f"{newest.by.name} saved version {newest.version} of this letter while you were writing"
        super().__init__(Code.TAKEN, message, "compare it with yours, and save again what should count")


def begin_letter(user: User, review: Review, key: str, content: Content) -> Letter:
    """Begin a letter. The same form sent twice begins one.

    Args:
        user: Who drafts it.
        review: The review.
        key: What tells one form from another.
        content: What it says first.

    Raises:
        Refused: They may not draft letters.
        WebError: Something is missing.
    """
    require(principal_of(user), Act.DRAFT_A_LETTER, Thing(review.pk))
    _check(review, content)
    with transaction.atomic():
        Chain.objects.select_for_update().get(pk=review.chain_id)
        held = Letter.objects.filter(review=review, key=key).first()
        if held is None:
            held = Letter.objects.create(
                review=review, key=key, number=Letter.objects.filter(review=review).count() + 1
            )
            _add(user, held, 1, content)
        return held


def save_letter(user: User, letter: Letter, seen: int, content: Content) -> LetterVersion:
    """Save a letter as its next version; what is the same as the newest is not saved again.

    Args:
        user: Who saves it.
        letter: The letter.
        seen: The version that they began from.
        content: What it says now.

    Raises:
        Refused: They may not draft letters.
        DraftedMeanwhile: Somebody else saved it since.
        WebError: Something is missing, or it was sent.
    """
    require(principal_of(user), Act.DRAFT_A_LETTER, Thing(letter.review_id))
    _check(letter.review, content)
    with transaction.atomic():
        Chain.objects.select_for_update().get(pk=letter.review.chain_id)
        newest = newest_of(letter)
        if newest.content == content.canonical():
            return newest
        sent = Sending.objects.filter(version__letter=letter).select_related("entry").first()
        if sent is not None:
            message = f"this letter was sent as entry {sent.entry.number}, and what was sent is not changed"
            raise WebError(Code.UNFIT, message, "begin another letter")
        if newest.version != seen:
            raise DraftedMeanwhile(newest)
        return _add(user, letter, seen + 1, content)


def newest_of(letter: Letter) -> LetterVersion:
    """The newest version of a letter."""
    return letter.versions.select_related("by", "letter__review__chain").order_by("-version")[0]


def _add(user: User, letter: Letter, version: int, content: Content) -> LetterVersion:
    digest = content.digest()
    data = {"version": version, "sha256": digest}
    event = happened(letter.review.chain, Happened.LETTER_DRAFTED, user, f"letters/{letter.number}", data)
    text = content.canonical()
    return LetterVersion.objects.create(
        letter=letter, version=version, content=text, digest=digest, by=user, event=event
    )


def _check(review: Review, content: Content) -> None:
    check_content(content)
    known = set(Government.objects.filter(review=review, key__in=content.to).values_list("key", flat=True))
    if unknown := sorted(set(content.to) - known):
        raise WebError(Code.UNKNOWN, f"the docket knows no government {unknown[0]}", "choose among those listed")


def read(version: LetterVersion) -> Content:
    """What a version says."""
    return content_of(version.content)
