"""The first step of a certification: an official confirms statements about a response exactly as it stands."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.chain.link import canonical
from ascertain.web.dockets.answers import standing_of
from ascertain.web.dockets.papers import head_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Certification, Response, User
from ascertain.web.responding.certified import digest_of
from ascertain.web.responding.statements import statements_for
from ascertain.web.services.begin_response import drafting_chain
from ascertain.web.services.save_claim import refuse_if_submitted


def confirm_statements(
    user: User, response: Response, digest: str, confirmed: Collection[str], place: Place
) -> Certification:
    """Confirm every statement about a response.

    Args:
        user: The official.
        response: The response.
        digest: That of what they were shown.
        confirmed: The statements that they confirm.
        place: Where rulebooks that are named by a path are looked for.

    Raises:
        Refused: They may not certify.
        WebError: It is not what they were shown, a claim is a draft, nothing is claimed, a statement is not confirmed,
            or it has been submitted.
    """
    government = response.government
    require(principal_of(user), Act.SUBMIT_A_RESPONSE, Thing(government.review_id, government.pk))
    with transaction.atomic():
        Response.objects.select_for_update().get(pk=response.pk)
        refuse_if_submitted(response)
        standing = standing_of(response, head_of(government.review, place)[1].terms)
        content = standing.content
        if standing.drafts:
            message = f"{len(standing.drafts)} of the answers are drafts"
            raise WebError(Code.UNFIT, message, "complete or clear each of them first")
        if not content["claims"]:
            raise WebError(Code.UNFIT, "there is no answer to certify", "complete at least one of them first")
        if digest_of(content) != digest:
            message = "the response changed while you were reading it"
            raise WebError(Code.TAKEN, message, "read it again as it stands now, and confirm that")
        statements = statements_for(content, government.name)
        if set(confirmed) != set(statements):
            raise WebError(Code.UNFIT, "a statement is not confirmed", "confirm each, or have the response changed")
        made = Certification.objects.create(
            response=response, digest=digest, content=canonical(content), statements=list(statements), by=user,
            at=timezone.now(),
        )  # fmt: skip
        data = {"sha256": digest, "statements": list(statements)}
        happened(drafting_chain(government), Happened.STATEMENTS_CONFIRMED, user, f"responses/{response.pk}", data)
    return made
