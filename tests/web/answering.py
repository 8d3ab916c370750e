"""A government's response as far as a test needs it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.test import Client

from ascertain.web.dockets.answers import standing_of
from ascertain.web.dockets.papers import docket_of
from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Certification, Entry, Response, Submission, Task, Upload
from ascertain.web.responding.certified import digest_of
from ascertain.web.responding.draft import Citation, Draft
from ascertain.web.responding.sniffing import Received
from ascertain.web.responding.statements import statements_for
from ascertain.web.services.begin_response import begin_response
from ascertain.web.services.confirm_statements import confirm_statements
from ascertain.web.services.save_claim import save_claim
from ascertain.web.services.submit_response import submit_response
from ascertain.web.services.upload_document import upload_document
from web.people import People

REQUEST = 32
MOST = 50_000_000
# Words that stand in a draft and nowhere else.
ONLY_IN_A_DRAFT = "only the city knows of the quokka"


def begun(people: People, place: Place) -> Response:
    request = Entry.objects.get(review=people.review, number=REQUEST)
    return begin_response(people.users[Role.RESPONDENT_EDITOR], people.government, request, place)


def task_of(response: Response, word: str = "saving clause") -> Task:
    return response.tasks.select_related("response__government__review").get(term__contains=word)


def received(tmp_path: Path, content: bytes, name: str = "ordinance.txt") -> Received:
    path = tmp_path / "received"
    path.write_bytes(content)
    return Received(path, name, len(content), hashlib.sha256(content).hexdigest())


def uploaded(people: People, place: Place, tmp_path: Path, content: bytes, document: int | None = None) -> Upload:
    editor = people.users[Role.RESPONDENT_EDITOR]
    return upload_document(
        editor, people.government, received(tmp_path, content), "The ordinance", document, MOST, place
    )


def answer(upload: Upload | None = None, value: str = "yes", quote: str = "yields to federal law") -> Draft:
    citations = (Citation(upload.pk, quote),) if upload else ()
    return Draft(
        value, "2017-06", "", ONLY_IN_A_DRAFT, ("r-savings-clause",), "The ordinance says so in terms.", citations
    )


def saved(people: People, place: Place, task: Task, draft: Draft, *, complete: bool = True) -> Task:
    task, lacks = save_claim(people.users[Role.RESPONDENT_EDITOR], task, task.version, draft, complete, place)
    assert not lacks
    return task


def confirmed(people: People, place: Place, response: Response) -> Certification:
    official = people.users[Role.CERTIFYING_OFFICIAL]
    response = Response.objects.get(pk=response.pk)
    content = standing_of(response, docket_of(people.review, place)[1].terms).content
    statements = statements_for(content, people.government.name)
    return confirm_statements(official, response, digest_of(content), statements, place)


def submitted(people: People, place: Place, certification: Certification) -> Submission:
    official = people.users[Role.CERTIFYING_OFFICIAL]
    return submit_response(official, certification, "Jo Doe", "Corporation Counsel", place)


def editor(people: People) -> Client:
    return people.client(Role.RESPONDENT_EDITOR)
