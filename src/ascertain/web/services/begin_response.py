"""A government begins to answer a request, or to correct what it answered."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from ascertain.docket.model import EntryKind
from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.dockets.papers import docket_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Thing, require
from ascertain.web.policy.roles import Act
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Entry, Government, Response, Submission, Task, User
from ascertain.web.responding.draft import State
from ascertain.web.responding.tasks import wishes


def drafting_chain(government: Government) -> str:
    """The name of the chain of what a government prepares. It is not the review's, which the team reads."""
    return f"drafts-{government.pk}"


def begin_response(user: User, government: Government, request: Entry, place: Place) -> Response:
    """Begin a response, with a task for each fact that is asked for; after a submission, a correction of it.

    Whoever begins what somebody has begun already gets what was begun.

    Args:
        user: Who begins.
        government: Whom they answer for.
        request: The request, an entry of the docket of the same review.
        place: Where rulebooks that are named by a path are looked for.

    Raises:
        Refused: They may not.
        WebError: The entry is no request, or none to this government.
    """
    require(principal_of(user), Act.EDIT_A_RESPONSE, Thing(government.review_id, government.pk))
    docket, rulebook = docket_of(government.review, place)
    asked = docket.entries[request.number - 1]
    if asked.kind is not EntryKind.REQUEST or government.key not in asked.to:
        message = f"entry {request.number} asks nothing of {government.name}"
        raise WebError(Code.UNFIT, message, "choose a request that is addressed to it")
    with transaction.atomic():
        Government.objects.select_for_update().get(pk=government.pk)
        last = Response.objects.filter(government=government, request=request).order_by("-number").first()
        if last is not None and not Submission.objects.filter(response=last).exists():
            return last
        response = Response.objects.create(
            government=government,
            request=request,
            number=last.number + 1 if last else 1,
            corrects=last,
            begun_by=user,
            begun_at=timezone.now(),
        )
        Task.objects.bulk_create(
            _copies(response, last)
            if last
            else [
                Task(
                    response=response, place=place_, term=one.term, program=one.program, ask=one.ask, why=list(one.why),
                    state=State.NOT_BEGUN,
                )
                for place_, one in enumerate(wishes(docket, rulebook, asked, government.key), 1)
            ]
        )  # fmt: skip
        data = {"request": request.number, "number": response.number}
        happened(drafting_chain(government), Happened.RESPONSE_BEGUN, user, f"responses/{response.pk}", data)
    return response


def _copies(response: Response, last: Response) -> list[Task]:
    """The tasks of what is corrected, as they were submitted: each to be changed, or left as it is."""
    return [
        Task(
            response=response, place=one.place, term=one.term, program=one.program, ask=one.ask, why=one.why,
            state=one.state, content=one.content, saved_by=one.saved_by, saved_at=one.saved_at,
        )
        for one in last.tasks.all()
    ]  # fmt: skip
