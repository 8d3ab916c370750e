"""Somebody saves a claim as far as it has come; of two who save at once, the second is shown what the first saved."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.utils import timezone

from ascertain.docket.model import Side
from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.papers import docket_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Response, SavedClaim, Submission, Task, Upload, User
from ascertain.web.responding.completeness import missing
from ascertain.web.responding.draft import Draft, State, tidied, unfit
from ascertain.web.responding.quoting import stands_in
from ascertain.web.services.begin_response import drafting_chain

Lacks = list[tuple[str, str]]


class SavedMeanwhile(WebError):  # noqa: N818 - what happened, and nobody's fault
    """Somebody else saved the claim since it was read; ``task`` is as they left it, and nothing was changed."""

    def __init__(self, task: Task) -> None:
        self.task = task
        message = f"{task.saved_by} saved this answer while you were editing it"
        super().__init__(Code.TAKEN, message, "compare the two below, and save again what should count")


def save_claim(user: User, task: Task, seen: int, draft: Draft, complete: bool, place: Place) -> tuple[Task, Lacks]:
    """Save a claim.

    Args:
        user: Who saves.
        task: What it answers.
        seen: The version that they began from.
        draft: What they typed.
        complete: Whether they take it for complete; where something is missing it is saved as a draft all the same.
        place: Where rulebooks that are named by a path are looked for.

    Returns:
        The task as saved, and what the claim lacks to be complete, by field; nothing unless they took it for complete.

    Raises:
        Refused: They may not.
        SavedMeanwhile: Somebody else saved it since.
        WebError: It cannot be kept, or the response has been submitted.
    """
    government = task.response.government
    require(principal_of(user), Act.EDIT_A_RESPONSE, Thing(government.review_id, government.pk))
    draft = tidied(draft)
    if wrong := unfit(draft):
        raise WebError(Code.UNFIT, wrong[0][1], "nothing was saved; change it and save again")
    lacks = _lacks(task, draft, place) if complete else []
    state = State.NOT_BEGUN if draft == Draft() else State.COMPLETE if complete and not lacks else State.DRAFT
    with transaction.atomic():
        Response.objects.select_for_update().get(pk=task.response_id)
        refuse_if_submitted(task.response)
        held = Task.objects.select_related("saved_by").get(pk=task.pk)
        if (held.content or Draft().text(), held.state) == (draft.text(), state):
            return held, lacks  # sent twice
        if held.version != seen:
            raise SavedMeanwhile(held)
        held.version, held.state, held.content = seen + 1, state, draft.text()
        held.saved_by, held.saved_at = user, timezone.now()
        held.save(update_fields=("version", "state", "content", "saved_by", "saved_at"))
        SavedClaim.objects.create(
            task=held, version=held.version, state=state, content=held.content, by=user, at=held.saved_at
        )
        data = {"version": held.version, "state": state.value, "sha256": _hash(held.content)}
        happened(drafting_chain(government), Happened.CLAIM_SAVED, user, f"tasks/{task.pk}", data)
    return held, lacks


def refuse_if_submitted(response: Response) -> None:
    """Leave alone what was sent.

    Raises:
        WebError: The response has been submitted.
    """
    sent = Submission.objects.filter(response=response).select_related("entry").first()
    if sent is not None:
        message = f"this response was submitted as entry {sent.entry.number}, and what was sent is not changed"
        raise WebError(Code.UNFIT, message, "begin a correction of it from the list of requests")


def _lacks(task: Task, draft: Draft, place: Place) -> Lacks:
    docket, rulebook = docket_of(task.response.government.review, place)
    arguments = {one.id for one in docket.arguments.values() if one.side is Side.RESPONDENT}
    uploads = Upload.objects.filter(government=task.response.government).in_bulk()
    lacks = missing(draft, rulebook.terms[task.term], uploads.keys(), arguments)
    for one in draft.citations:
        held = uploads.get(one.upload)
        if held is not None and held.kind == "txt" and not stands_in(one.quote, place.blob(held.blob_id)):
            lacks.append(("quote", f"These words do not stand in “{held.title}”: copy them as they stand there."))
    return lacks


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
