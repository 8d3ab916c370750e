"""The API keeps to its schema whatever is sent: requests that the schema allows, and requests that it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import CheckFunction
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from ascertain.web.api import pace
from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Exhibit
from ascertain.web.services.make_token import make_token
from web import asked
from web.answering import answer, begun, confirmed, saved, submitted, task_of, uploaded
from web.people import People
from web.test_matrix import publish, response

WHO, TURNS = (Role.LEAD, Role.RESPONDENT_EDITOR), count()
schema, thorough = (schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application()) for _ in range(2))
schema.config.phases.coverage.enabled = False  # a hundred requests an operation, at the edges of each of its parts
CHECKS: list[CheckFunction] = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
AS_IT_COMES = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """A request leaves the connection of the test alone, as Django's own client sees to."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def tokens(people: People, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    """A token for some, who may ask as often as they like."""
    monkeypatch.setattr(pace, "_pace", pace.Pace(most=10**9))
    return {who: make_token(people.users[who], "schemathesis", 1, True)[1] for who in WHO}


@pytest.fixture
def real(people: People, place: Place, tmp_path: Path) -> Callable[[str], Mapping[str, object]]:
    """What there is, by the names of the parts of an address."""
    entry = response(people)
    exhibit = Exhibit.objects.filter(review=people.review, blob__isnull=False, cited_by__entry=entry)[0]
    named = {
        "review": people.review.slug,
        "government": people.government.key,
        "number": 1,
        "entry": entry.number,
        "exhibit": exhibit.key,
        "authority": "usc-8-1373",
        "claim": f"{entry.number}.2",
    }

    @cache
    def parts(path: str) -> Mapping[str, object]:
        if "/published/" in path:
            publish(people, exhibit)
        if "/requests/{number}" in path:
            return {**named, "number": asked.sent(people, place).entry.number}
        if "/responses" not in path and "/documents" not in path:
            return named
        draft = begun(people, place)
        kept = uploaded(people, place, tmp_path, b"The ordinance yields to federal law.")
        if path.endswith("/receipt"):
            saved(people, place, task_of(draft), answer(kept))
            submitted(people, place, confirmed(people, place, draft))
        own = {"response": draft.pk, "place": task_of(draft).place}
        return {**named, **own, "document": kept.document, "version": kept.version}

    return parts


def ask(case: schemathesis.Case[Any], token: str, parts: Mapping[str, object]) -> None:
    """Send a request, and hold the answer to the schema."""
    case.path_parameters = {name: parts[name] for name in case.path_parameters}
    headers = {"Authorization": f"Bearer {token}"}
    case.validate_response(case.call(headers=headers), checks=CHECKS, headers=headers)


@schema.parametrize()
@settings(AS_IT_COMES, max_examples=6)
@pytest.mark.django_db
def test_no_request_breaks_the_api_or_is_answered_otherwise_than_the_schema_says(
    case: schemathesis.Case[Any], tokens: Mapping[str, str], real: Callable[[str], Mapping[str, object]]
) -> None:
    """About what is made up or what there is, as the lead or as a respondent, in turn."""
    turn = next(TURNS)
    parts = real(case.operation.path) if turn % 4 else dict(case.path_parameters)
    ask(case, tokens[WHO[turn % len(WHO)]], parts)


@pytest.mark.nightly
@thorough.parametrize()
@settings(AS_IT_COMES, max_examples=300)
@pytest.mark.django_db
def test_no_request_of_many_breaks_the_api(
    case: schemathesis.Case[Any], tokens: Mapping[str, str], real: Callable[[str], Mapping[str, object]]
) -> None:
    for parts in (dict(case.path_parameters), real(case.operation.path)):
        for token in tokens.values():
            ask(case, token, parts)
