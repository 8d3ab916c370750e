"""The first reviewer drafts a determination, or drafts it anew; every version is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.chain.link import canonical
from ascertain.web.deciding.standing import Standing, last_entry, standing_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Chain, Determination, Draft, Government, User


@dataclass(frozen=True, slots=True)
class Words:
    """What a determination says: outcome, reasons, and the last day to cure, ``None`` if there is nothing to cure."""

    outcome: str
    reasons: str
    cure_until: date | None = None


def draft_determination(user: User, government: Government, words: Words, version: int, today: date) -> Draft:
    """Draft the determination that comes next.

    Args:
        user: The first reviewer.
        government: The government.
        words: What it says.
        version: The version that the words were written from, 0 for none.
        today: The day.

    Raises:
        Refused: They are no reviewer.
        WebError: They are not the first reviewer, it is nobody's turn to draft, something is missing, or somebody else
            drafted a newer version meanwhile.
    """
    require(principal_of(user), Act.DRAFT_A_DETERMINATION, Thing(government.review_id))
    chain = government.review.chain
    with transaction.atomic():
        Chain.objects.select_for_update().get(pk=chain.pk)
        standing = standing_of(government, today)
        _check(user, standing, words, version, today)
        assert standing.stage is not None, "it is somebody's turn to draft"
        determination = standing.making or Determination.objects.create(
            government=government, number=len(standing.issued) + 1, stage=standing.stage
        )
        record, stage = last_entry(government), str(determination.stage)
        digest = _digest(government, stage, words, record)
        data = {"digest": digest, "version": version + 1, "stage": stage, "record": record}
        event = happened(chain, Happened.DETERMINATION_DRAFTED, user, f"governments/{government.key}", data)
        return Draft.objects.create(
            determination=determination,
            version=version + 1,
            outcome=words.outcome,
            reasons=words.reasons,
            cure_until=words.cure_until,
            record=record,
            digest=digest,
            event=event,
        )


def _check(user: User, standing: Standing, words: Words, version: int, today: date) -> None:
    if standing.stage is None:
        raise WebError(Code.NOT_YET, f"nothing is to be drafted: {standing.awaited}", "wait for it")
    if standing.first != user or standing.second is None:
        raise WebError(Code.NOT_YET, "only the first reviewer drafts, once both are assigned", "ask the lead")
    if not words.outcome.strip() or not words.reasons.strip():
        raise WebError(Code.UNFIT, "a determination needs an outcome and its reasons", "fill in both")
    if words.cure_until is not None and words.cure_until <= today:
        raise WebError(Code.UNFIT, "the last day to cure is not after today", "name a later day, or none")
    newest = standing.draft.version if standing.draft else 0
    if version != newest:
        message = f"version {newest} was drafted while you wrote from version {version}; yours was not saved"
        raise WebError(Code.TAKEN, message, "copy your words, load the page anew, and put together what both say")


def _digest(government: Government, stage: str, words: Words, record: int) -> str:
    said = {
        "government": government.key,
        "stage": stage,
        "outcome": words.outcome,
        "reasons": words.reasons,
        "cure until": str(words.cure_until or ""),
        "record": record,
    }
    return hashlib.sha256(canonical(said).encode()).hexdigest()
