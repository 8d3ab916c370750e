"""Tokens for programs: shown once, kept as digests, for a while; and how the API finds out who asks."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from django.conf import settings as site
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ascertain.web.api import pace
from ascertain.web.api.openapi import openapi
from ascertain.web.chain.append import SITE
from ascertain.web.chain.kinds import Happened
from ascertain.web.mistakes import WebError
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Attempt, Event, Token, User
from ascertain.web.services.make_token import LONGEST_LABEL, MOST, MOST_DAYS, PREFIX, make_token
from ascertain.web.services.revoke_token import revoke_token
from web.people import People

OK, NOBODY, FORBIDDEN, NOT_FOUND, NO_METHOD, TOO_OFTEN = 200, 401, 403, 404, 405, 429
ME = "/api/me"


@pytest.fixture
def lead(people: People) -> User:
    return people.users[Role.LEAD]


def ask(text: str, where: str = ME, method: str = "get", scheme: str = "Bearer", **more: str) -> Any:
    client = Client(headers={"host": "localhost"})
    return getattr(client, method)(where, headers={"Authorization": f"{scheme} {text}"}, **more)


@pytest.mark.django_db
def test_a_token_is_shown_once_and_only_its_digest_is_kept(people: People) -> None:
    client, where = people.client(Role.LEAD), reverse("tokens")
    page = client.post(where, {"label": "Our archive", "days": "30", "writes": ""}).content.decode()
    text = page.split("<code>")[1].split("</code>")[0]
    assert text.startswith(PREFIX) and text not in client.get(where).content.decode()
    token = Token.objects.get()
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert (token.label, token.writes, token.digest) == ("Our archive", False, digest)
    assert ask(text).json()["token"] == {"label": "Our archive", "writes": False, "expires": token.expires.isoformat()}
    assert text not in " ".join(Event.objects.values_list("data", flat=True))


@pytest.mark.django_db
def test_making_and_revoking_a_token_are_events_and_from_then_on_it_is_none(lead: User) -> None:
    token, text = make_token(lead, "a program", 30, True)
    assert ask(text).status_code == OK
    assert revoke_token(lead, token.pk) and revoke_token(lead, token.pk)
    refused = ask(text)
    assert (refused.status_code, refused.headers["WWW-Authenticate"]) == (NOBODY, 'Bearer realm="Ascertain"')
    told = Event.objects.filter(chain__name=SITE, subject=f"people/{lead.pk}/tokens/{token.pk}").order_by("number")
    assert [(one.kind, one.actor) for one in told] == [(Happened.TOKEN_MADE, lead), (Happened.TOKEN_REVOKED, lead)]


@pytest.mark.django_db
def test_a_token_that_has_run_out_or_whose_person_may_no_longer_sign_in_is_none(lead: User) -> None:
    token, text = make_token(lead, "a program", 1, True)
    Token.objects.update(expires=timezone.now())
    assert ask(text).status_code == NOBODY
    Token.objects.update(expires=timezone.now() + timedelta(days=1))
    assert ask(text).status_code == OK
    User.objects.filter(pk=lead.pk).update(is_active=False)
    assert ask(text).status_code == NOBODY
    assert Token.objects.get().pk == token.pk


@pytest.mark.django_db
def test_a_token_can_do_no_more_than_its_person_as_they_are_now(people: People, lead: User) -> None:
    _, text = make_token(lead, "a program", 1, True)
    where = f"/api/reviews/{people.review.slug}"
    assert ask(text, where).status_code == OK
    lead.team_roles.all().delete()
    assert ask(text, where).status_code == NOT_FOUND


@pytest.mark.django_db
def test_a_token_that_only_reads_changes_nothing(people: People, lead: User) -> None:
    _, text = make_token(lead, "a program", 1, False)
    where = f"/api/reviews/{people.review.slug}/reminders"
    refused = ask(text, where, "post")
    assert (refused.status_code, refused.json()["detail"]) == (FORBIDDEN, "This token only reads.")
    assert ask(make_token(lead, "another", 1, True)[1], where, "post").status_code == OK


@pytest.mark.django_db
def test_when_a_token_was_last_used_is_known_to_the_minute(lead: User) -> None:
    token, text = make_token(lead, "a program", 1, False)

    def used() -> datetime:
        ask(text)
        found = Token.objects.get(pk=token.pk).used
        assert found is not None
        return found

    before = timezone.now()
    first = used()
    assert before <= first == used()
    Token.objects.update(used=first - timedelta(minutes=1))
    assert used() >= first


@pytest.mark.django_db
def test_wrong_tokens_are_soon_refused_and_right_ones_never(lead: User) -> None:
    _, text = make_token(lead, "a program", 1, False)
    assert [ask(f"{PREFIX}{n}").status_code for n in range(100)] == [NOBODY] * 100
    refused = ask(f"{PREFIX}wrong")
    assert (refused.status_code, refused.headers["Retry-After"]) == (TOO_OFTEN, "900")
    assert ask(text).status_code == OK
    assert ask(f"{PREFIX}wrong", REMOTE_ADDR="192.0.2.7").status_code == NOBODY
    assert PREFIX not in " ".join(one.of for one in Attempt.objects.all())


@pytest.mark.django_db
@pytest.mark.parametrize(("scheme", "status"), [("bearer", OK), ("BEARER", OK), ("Basic", NOBODY), ("Token", NOBODY)])
def test_a_token_is_sent_as_a_bearer_token(lead: User, scheme: str, status: int) -> None:
    assert ask(make_token(lead, "a program", 1, False)[1], scheme=scheme).status_code == status


@pytest.mark.django_db
def test_a_wrong_token_counts_for_more_than_the_session_beside_it(people: People) -> None:
    client = people.client(Role.LEAD)
    assert client.get(ME).status_code == OK
    assert client.get(ME, headers={"Authorization": "Bearer wrong"}).status_code == NOBODY


@pytest.mark.django_db
def test_a_session_changes_nothing_without_the_token_of_its_forms(people: People) -> None:
    client = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    client.force_login(people.users[Role.LEAD])
    where = f"/api/reviews/{people.review.slug}/reminders"
    refused = client.post(where)
    assert (refused.status_code, refused.headers["Content-Type"]) == (FORBIDDEN, "application/problem+json")
    client.get(reverse("tokens"))
    secret = client.cookies[site.CSRF_COOKIE_NAME].value
    assert client.post(where, headers={"X-CSRFToken": secret}).status_code == OK


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("label", "days"), [("", 1), (" ", 1), ("x" * (LONGEST_LABEL + 1), 1), ("a\x00", 1), ("a", 0), ("a", MOST_DAYS + 1)]
)
def test_a_token_without_a_name_or_for_too_long_is_not_made(lead: User, label: str, days: int) -> None:
    with pytest.raises(WebError):
        make_token(lead, label, days, False)
    assert not Token.objects.exists()


@pytest.mark.django_db
def test_nobody_has_more_tokens_than_they_can_look_after(lead: User) -> None:
    for _ in range(MOST):
        token, _ = make_token(lead, "a program", 1, False)
    with pytest.raises(WebError, match="the most"):
        make_token(lead, "one more", 1, False)
    revoke_token(lead, token.pk)
    make_token(lead, "one more", 1, False)


@pytest.mark.django_db
def test_whoever_asks_too_often_is_told_when_to_ask_again(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_pace", pace.Pace(most=2))
    client = people.client(Role.LEAD)
    assert [client.get(ME).status_code for _ in range(2)] == [OK, OK]
    refused = client.get(ME)
    assert refused.status_code == TOO_OFTEN and 0 < int(refused.headers["Retry-After"]) <= 60
    assert people.client(Role.REVIEWER).get(ME).status_code == OK
    everybody = Client(headers={"host": "localhost"})
    assert [everybody.get("/api/published").status_code for _ in range(3)] == [OK, OK, TOO_OFTEN]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "where", "body", "status"),
    [
        ("get", "/api/no-such", "", NOT_FOUND),
        ("get", "/api/reviews/a/b/c", "", NOT_FOUND),
        ("delete", ME, "", NO_METHOD),
        ("head", ME, "", NO_METHOD),
        ("post", "/api/reviews/{review}/responses", "{", 400),
        ("post", "/api/reviews/{review}/responses", "\xff", 400),
        ("post", "/api/reviews/{review}/responses", "[" * 100_000, 400),
        ("post", "/api/reviews/{review}/responses", "9" * 10_000, 400),
        ("post", "/api/reviews/{review}/responses", "[1]", 422),
        ("post", "/api/reviews/{review}/responses", '{"government": NaN, "request": 1e400}', 422),
        ("post", "/api/reviews/{review}/entries", json.dumps({"file": "x", "text": "x" * 3_000_000}), 413),
    ],
)
def test_whatever_is_refused_is_told_in_one_shape(
    people: People, method: str, where: str, body: str, status: int
) -> None:
    client = people.client(Role.LEAD)
    send = getattr(client, method)
    more = {"data": body, "content_type": "application/json"} if body else {}
    found = send(where.format(review=people.review.slug), **more)
    assert (found.status_code, found.headers["Content-Type"]) == (status, "application/problem+json")
    assert method == "head" or set(found.json()) == {
        "type", "title", "status", "detail", "instance", "remedy", "errors",
    }  # fmt: skip


class Ids(HTMLParser):
    """The ids of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {value or "" for name, value in attrs if name == "id"}
        assert tag != "script" and not {name for name, _ in attrs} & {"style", "onclick"}


@pytest.mark.django_db
def test_the_reference_tells_of_every_operation_shape_and_problem_and_holds_no_script(client: Client) -> None:
    told = openapi()
    ids = Ids(client.get("/api/").content.decode()).found
    operations = [one["operationId"] for path in told["paths"].values() for one in path.values()]
    shapes = [f"shape-{name}" for name, one in told["components"]["schemas"].items() if one.get("properties")]
    assert ids.issuperset([*operations, *shapes, *told["components"]["responses"]])


def test_every_operation_is_explained_and_says_how_it_can_be_refused() -> None:
    for path, operations in openapi()["paths"].items():
        for method, one in operations.items():
            assert one["description"] and one["tags"], (method, path)
            refused = {status for status in one["responses"] if int(status) >= 400}
            assert "429" in refused and (path.startswith("/api/published") or "401" in refused)
