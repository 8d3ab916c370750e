"""The second step: an official signs what was confirmed, and by that the response goes on the docket."""

from __future__ import annotations

import json
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.answers import standing_of
from ascertain.web.dockets.papers import head_of
from ascertain.web.dockets.placing import hold, place_entry, place_exhibits
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Certification, Response, Submission, User
from ascertain.web.responding.certified import changes, digest_of
from ascertain.web.responding.draft import unfit_text
from ascertain.web.responding.entry import Signature, entry_of, exhibits_of

LONGEST_NAME = 200


class Void(WebError):  # noqa: N818 - what a confirmation is, and nobody's fault
    """The response is not what was confirmed; ``changes`` says where. Nothing was sent."""

    def __init__(self, changed: list[str]) -> None:
        self.changes = changed
        help_ = "read the response as it stands now, and confirm that"
        super().__init__(Code.TAKEN, "what was confirmed has changed, so that the confirmation is void", help_)


def submit_response(user: User, certification: Certification, name: str, title: str, place: Place) -> Submission:
    """Sign and submit a response, exhibits and entry in one transaction; sent twice, it is filed once.

    Args:
        user: The official, who confirmed the statements, and has proven since who they are.
        certification: What they confirmed.
        name: Their name, as they sign.
        title: Their office.
        place: Where documents are kept.

    Raises:
        Refused: They may not certify.
        Void: Something changed since they confirmed it.
        WebError: Somebody else confirmed it, or the name or the office is missing.
        DocketError: The entry has mistakes.
    """
    response = certification.response
    government = response.government
    require(principal_of(user), Act.SUBMIT_A_RESPONSE, Thing(government.review_id, government.pk))
    name, title = (_signed(text, what) for text, what in ((name, "name"), (title, "office")))
    if certification.by_id != user.pk:
        raise WebError(Code.UNFIT, "somebody else confirmed the statements", "confirm them yourself, and sign then")
    with transaction.atomic():
        review = hold(government.review)
        Response.objects.select_for_update().get(pk=response.pk)
        sent = Submission.objects.filter(response=response).first()
        if sent is not None:
            return sent
        terms = head_of(review, place)[1].terms
        standing = standing_of(response, terms)
        content = standing.content
        if standing.drafts or digest_of(content) != certification.digest:
            drafts = [f"“{task.term}” is a draft again" for task in standing.drafts]
            raise Void([*drafts, *changes(json.loads(certification.content), content)])
        first = review.chain.length + 1
        signature = Signature(government.name, name, title, timezone.now().date())
        place_exhibits(review, user, exhibits_of(content, signature))
        entry = place_entry(review, user, replace(entry_of(content, signature, terms), slug=government.key), place)
        data = {
            "sha256": certification.digest, "entry": entry.number, "government": government.key, "name": name,
            "title": title, "statements": certification.statements,
        }  # fmt: skip
        subject = f"responses/{response.pk}"
        event = happened(review.chain, Happened.RESPONSE_SUBMITTED, user, subject, data)
        return Submission.objects.create(
            response=response, certification=certification, entry=entry, name=name, title=title, first_event=first,
            event=event,
        )  # fmt: skip


def _signed(text: str, what: str) -> str:
    text = " ".join(text.split())
    if not text or len(text) > LONGEST_NAME or unfit_text(text):
        raise WebError(Code.UNFIT, f"the {what} is missing, or cannot be kept", f"give your {what} in plain words")
    return text
