"""Somebody who drafted nothing of a letter approves it, as it stands and not otherwise."""

from __future__ import annotations

from django.db import transaction

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Chain, Letter, LetterApproval, User
from ascertain.web.services.save_letter import newest_of


def approve_letter(user: User, letter: Letter, digest: str) -> LetterApproval:
    """Approve the newest version of a letter; approved twice, it is approved once.

    Args:
        user: Who approves it.
        letter: The letter.
        digest: The digest of what they read.

    Raises:
        Refused: They may not approve letters.
        WebError: They drafted some version of it, or it is no longer what they read.
    """
    require(principal_of(user), Act.APPROVE_A_LETTER, Thing(letter.review_id))
    with transaction.atomic():
        Chain.objects.select_for_update().get(pk=letter.review.chain_id)
        newest = newest_of(letter)
        if letter.versions.filter(by=user).exists():
            message = "you drafted some of this letter, and whoever drafts does not approve"
            raise WebError(Code.NOT_YET, message, "ask a lead or a reviewer who has written nothing of it")
        if newest.digest != digest:
            message = f"this is no longer what you read: {newest.by.name} saved version {newest.version}"
            raise WebError(Code.TAKEN, message, "read it as it stands now, and approve that")
        held = LetterApproval.objects.filter(version=newest).first()
        if held is not None:
            return held
        data = {"version": newest.version, "sha256": digest}
        event = happened(letter.review.chain, Happened.LETTER_APPROVED, user, f"letters/{letter.number}", data)
        return LetterApproval.objects.create(version=newest, by=user, event=event)
