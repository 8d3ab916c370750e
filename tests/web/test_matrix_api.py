"""Every operation of the API × everybody: what is not listed here fails."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from ascertain.web.api.openapi import openapi
from ascertain.web.place import Place
from ascertain.web.policy.roles import RESPONDENTS, TEAM, Role
from ascertain.web.records.models import Exhibit
from web import asked
from web.answering import REQUEST, answer, begun, confirmed, saved, submitted, task_of, uploaded
from web.people import PUBLIC, People
from web.test_matrix import EVERYBODY, FORBIDDEN, NOT_FOUND, OK, UNFIT, publish, response

CREATED, NOBODY, CONFLICT = 201, 401, 409
MOST = 15
TYPE = "application/problem+json"
ALL = dict.fromkeys(EVERYBODY, OK)
SIGNED_IN = ALL | {PUBLIC: NOBODY}
OUTSIDE = {Role.ADMINISTRATOR: NOT_FOUND, "stranger": NOT_FOUND, PUBLIC: NOBODY}
OF_THE_REVIEW = ALL | OUTSIDE
OF_THE_TEAM = dict.fromkeys(TEAM, OK) | dict.fromkeys((*RESPONDENTS, "other"), FORBIDDEN) | OUTSIDE
OF_CHICAGO = OF_THE_REVIEW | {"other": NOT_FOUND}
# What governments prepare is seen by their own people alone; that the team has no part in it, it is told.
ANSWERING = OF_THE_REVIEW | dict.fromkeys(TEAM, FORBIDDEN)
OWN = dict.fromkeys(EVERYBODY, NOT_FOUND) | dict.fromkeys(RESPONDENTS, OK) | {PUBLIC: NOBODY}
EDITING = OWN | {Role.RESPONDENT_VIEWER: FORBIDDEN}
BY_THE_LEAD = OF_THE_TEAM | dict.fromkeys(TEAM, FORBIDDEN)
Answers = Mapping[str, int]
TABLE: Mapping[str, Answers] = {
    **dict.fromkeys(("me", "reviews"), SIGNED_IN),
    **dict.fromkeys(
        (
            "one_review",
            "governments",
            "entries",
            "exhibits",
            "claims",
            "requests",
            "questions",
            "findings",
            "authorities",
            "one_authority",
        ),
        OF_THE_REVIEW,
    ),
    **dict.fromkeys(("one_government", "one_entry", "one_exhibit", "exhibit_file", "one_request", "force"), OF_CHICAGO),
    **dict.fromkeys(("events", "weighing", "publications"), OF_THE_TEAM),
    "file": BY_THE_LEAD | {Role.LEAD: UNFIT},
    "reminders": BY_THE_LEAD | {Role.LEAD: OK},
    # The reviewer of the review is not assigned to Chicago, which stands in the way.
    "weigh": BY_THE_LEAD | {Role.REVIEWER: CONFLICT},
    "responses": ANSWERING,
    "begin": EDITING | dict.fromkeys(TEAM, FORBIDDEN),
    **dict.fromkeys(("one_response", "one_claim", "receipt", "documents", "document_file"), OWN),
    "save": EDITING,
    "upload": EDITING | dict.fromkeys((Role.RESPONDENT_EDITOR, Role.CERTIFYING_OFFICIAL), CREATED),
    **dict.fromkeys(
        (
            "published_reviews",
            "snapshots",
            "snapshot",
            "published_state",
            "published_entries",
            "published_entry",
        ),
        ALL,
    ),
}


@dataclass(frozen=True)
class Operation:
    """An operation of the schema."""

    id: str
    method: str
    path: str


OPERATIONS = {
    told["operationId"]: Operation(told["operationId"], method, path)
    for path, operations in openapi()["paths"].items()
    for method, told in operations.items()
}
OF_DRAFTS = {"one_response", "one_claim", "save", "documents", "document_file", "upload"}


@dataclass
class Asked:
    """An operation with the address and what is sent, all of it about Chicago."""

    operation: Operation
    path: str
    query: str = ""
    body: Mapping[str, Any] | None = None

    def send(self, client: Client, **headers: str) -> HttpResponse:
        """Ask it."""
        where = f"{self.path}?{self.query}" if self.query else self.path
        if self.operation.id == "upload":
            form = {"file": SimpleUploadedFile("words.txt", b"The ordinance yields."), "title": "The ordinance"}
            return client.post(where, form, headers=headers)  # type: ignore[return-value]
        more = {"content_type": "application/json"} if self.body is not None else {}
        data = json.dumps(self.body) if self.body is not None else None
        method = getattr(client, self.operation.method)
        return method(where, data, headers=headers, **more)  # type: ignore[no-any-return]


def put(name: str, people: People, place: Place, folder: Path) -> Asked:
    """How an operation is asked about what Chicago has, of which there is something."""
    operation = OPERATIONS[name]
    entry = response(people)
    exhibit = Exhibit.objects.filter(review=people.review, blob__isnull=False, cited_by__entry=entry)[0]
    filled = {
        "review": people.review.slug,
        "government": people.government.key,
        "number": entry.number,
        "entry": entry.number,
        "exhibit": exhibit.key,
        "authority": "usc-8-1373",
        "claim": f"{entry.number}.2",
    }
    query, body = "", None
    if name == "findings":
        query = "question=complies&on=2017-07-06&limit=2"
    if name == "force":
        query = "provision=eo-13768%23sec-9a-grants&government=chicago&on=2017-07-06"
    if name == "one_request":
        filled["number"] = asked.sent(people, place).entry.number
    if name in OF_DRAFTS:
        draft = begun(people, place)
        kept = uploaded(people, place, folder, b"The ordinance yields to federal law.")
        filled |= {"response": draft.pk, "place": task_of(draft).place}
        filled |= {"document": kept.document, "version": kept.version}
        body = {"version": 0, "value": "yes"} if name == "save" else None
    if name == "receipt":
        draft = begun(people, place)
        saved(people, place, task_of(draft), answer(uploaded(people, place, folder, b"It yields to federal law.")))
        submitted(people, place, confirmed(people, place, draft))
        filled["response"] = draft.pk
    if name == "begin":
        body = {"government": "chicago", "request": REQUEST}
    if name == "file":
        body = {"file": "0001-order.md", "text": "no front matter"}
    if name == "weigh":
        body = {"word": "adequate", "after": 0}
    if name in {"snapshots", "snapshot", "published_state", "published_entries", "published_entry"}:
        publish(people, exhibit)
        filled["number"] = 1
    return Asked(operation, operation.path.format(**filled), query, body)


def test_every_operation_of_the_api_is_listed_here_and_none_that_is_not_there() -> None:
    assert set(OPERATIONS) == set(TABLE)
    for answers in TABLE.values():
        assert set(answers) == set(EVERYBODY)


@pytest.mark.django_db
@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("name", sorted(TABLE))
def test_everybody_gets_from_every_operation_what_the_table_says(
    people: People, place: Place, tmp_path: Path, name: str, who: str
) -> None:
    found = put(name, people, place, tmp_path).send(people.client(who))
    assert found.status_code == TABLE[name][who], found.content[:500]
    if found.status_code >= 400:
        assert found.headers["Content-Type"] == TYPE
        told = json.loads(found.content)
        assert (told["status"], told["instance"]) == (found.status_code, found.wsgi_request.path)  # type: ignore[attr-defined]
        assert told["detail"] and told["remedy"]
