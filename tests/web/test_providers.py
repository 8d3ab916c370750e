"""Identities that somebody else proves: only whoever was invited with the address gets in, and nothing is joined."""

from __future__ import annotations

import json
import threading
import time
import urllib.parse
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from ascertain.web.entrance import Demand, Entrance, Provider, entrance_of_environment
from ascertain.web.mistakes import WebError
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import User
from web.people import PASSWORD, People

CLIENT = "ascertain"


class Agency(ThreadingHTTPServer):
    """A provider of identities that says of everybody what a test wants it to."""

    claims: dict[str, object] = {}  # noqa: RUF012 - a test's own


class Answers(BaseHTTPRequestHandler):
    server: Agency

    def do_GET(self) -> None:
        issuer = f"http://127.0.0.1:{self.server.server_port}"
        paths = {
            "/.well-known/openid-configuration": {
                "issuer": issuer,
                "authorization_endpoint": f"{issuer}/authorize",
                "token_endpoint": f"{issuer}/token",
                "userinfo_endpoint": f"{issuer}/userinfo",
                "jwks_uri": f"{issuer}/keys",
            },
            "/userinfo": self.server.claims,
        }
        self._say(paths[self.path])

    def do_POST(self) -> None:
        issuer = f"http://127.0.0.1:{self.server.server_port}"
        now = int(time.time())
        token = {"iss": issuer, "aud": CLIENT, "iat": now, "exp": now + 60, **self.server.claims}
        signed = jwt.encode(token, "k" * 32, "HS256")
        self._say({"access_token": "a", "token_type": "Bearer", "id_token": signed})

    def _say(self, what: object) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(what).encode())

    def log_message(self, *_: object) -> None:
        """Nothing is told of requests."""


@pytest.fixture
def agency(settings: Any) -> Iterator[Agency]:
    """A provider that the site trusts."""
    served = Agency(("127.0.0.1", 0), Answers)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    issuer = f"http://127.0.0.1:{served.server_port}"
    settings.ENTRANCE = replace(settings.ENTRANCE, providers=(Provider("agency", "the agency", issuer, CLIENT, "s"),))
    app = {"provider_id": "agency", "name": "the agency", "client_id": CLIENT, "secret": "s"}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app | {"settings": {"server_url": issuer}}]}}
    yield served
    served.shutdown()
    served.server_close()


def through(client: Client, agency: Agency, claims: dict[str, object], query: str = "") -> HttpResponse:
    """Sign in with an identity of which the provider says this."""
    agency.claims = {"sub": "1234", "name": "Somebody", **claims}
    led: Any = client.get(reverse("openid_connect_login", args=("agency",)) + query)
    state = urllib.parse.parse_qs(urllib.parse.urlsplit(led.headers["Location"]).query)["state"][0]
    answer: Any = client.get(reverse("openid_connect_callback", args=("agency",)), {"code": "c", "state": state})
    assert isinstance(answer, HttpResponse)
    return answer


@pytest.mark.django_db
def test_whoever_was_invited_with_the_address_that_a_provider_has_proven_gets_in(
    people: People, client: Client, agency: Agency
) -> None:
    user = people.users[Role.LEAD]
    assert "Sign in with the agency" in client.get(reverse("account_login")).content.decode()
    done = through(client, agency, {"email": user.email.upper(), "email_verified": True})
    assert done.status_code == 302 and client.session["_auth_user_id"] == str(user.pk)
    assert not SocialAccount.objects.exists(), "the identity is asked for each time, and tied to no account"
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "claims",
    [
        {"email": "nobody@agency.example", "email_verified": True},
        {"email": "lead@agency.example"},
        {"email": "lead@agency.example", "email_verified": False},
        {"email": "lead@agency.example", "email_verified": "false"},
        {"email_verified": True},
    ],
)
def test_nobody_else_gets_in_and_no_account_is_made(
    people: People, client: Client, agency: Agency, claims: dict[str, object]
) -> None:
    before = User.objects.count()
    answer = through(client, agency, claims)
    assert (answer.status_code, "Nobody was invited" in answer.content.decode()) == (403, True)
    assert "_auth_user_id" not in client.session and User.objects.count() == before


@pytest.mark.django_db
def test_an_address_that_the_site_has_not_proven_or_a_closed_account_lets_nobody_in(
    people: People, client: Client, agency: Agency
) -> None:
    user, claims = people.users[Role.LEAD], {"email": "lead@agency.example", "email_verified": True}
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert through(client, agency, claims).headers["Location"] == reverse("account_inactive")
    User.objects.filter(pk=user.pk).update(is_active=True)
    EmailAddress.objects.filter(user=user).update(verified=False)
    assert through(client, agency, claims).status_code == 403
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_no_identity_is_tied_to_an_account_for_good(people: People, agency: Agency) -> None:
    publisher = people.client(Role.PUBLISHER)
    claims: dict[str, object] = {"email": "lead@agency.example", "email_verified": True}
    for query in ("?process=connect", "?process=redirect"):
        assert through(publisher, agency, claims, query).status_code in {302, 403}
        assert not SocialAccount.objects.exists()


@pytest.mark.django_db
def test_a_reply_that_was_not_asked_for_signs_nobody_in(people: People, client: Client, agency: Agency) -> None:
    agency.claims = {"sub": "1", "email": "lead@agency.example", "email_verified": True}
    back = reverse("openid_connect_callback", args=("agency",))
    for query in ({}, {"code": "c"}, {"code": "c", "state": "guessed"}, {"error": "access_denied"}):
        assert client.get(back, query).status_code == 401
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_a_provider_that_does_not_answer_is_told_and_no_failure(people: People, client: Client, settings: Any) -> None:
    app = {"provider_id": "gone", "name": "gone", "client_id": "c", "secret": "s"}
    gone = {"server_url": "http://127.0.0.1:1"}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app | {"settings": gone}]}}
    led = client.get(reverse("openid_connect_login", args=("gone",)))
    answer = client.get(led.headers["Location"])
    assert (answer.status_code, "could not be reached" in answer.content.decode()) == (401, True)


@pytest.mark.parametrize(
    ("named", "provider"),
    [
        (
            "https://me:s%2Fcret@login.agency.example/realms/x/?name=Agency%20One",
            Provider("agency-one", "Agency One", "https://login.agency.example/realms/x", "me", "s/cret"),
        ),
        ("http://me:s@localhost:9000", Provider("localhost", "localhost", "http://localhost:9000", "me", "s")),
    ],
)
def test_a_provider_is_named_by_its_address(monkeypatch: pytest.MonkeyPatch, named: str, provider: Provider) -> None:
    monkeypatch.setenv("ASCERTAIN_OIDC", named)
    assert entrance_of_environment(False) == Entrance(Demand.NOBODY, 900, 0, (provider,))


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("ASCERTAIN_OIDC", "https://login.agency.example", "no provider with a client"),
        ("ASCERTAIN_OIDC", "http://me:s@login.agency.example", "no provider with a client"),
        ("ASCERTAIN_OIDC", "https://me:s@x.example:port", "no provider with a client"),
        ("ASCERTAIN_OIDC", "https://me:s@x.example https://you:s@x.example", "have one name"),
        ("ASCERTAIN_SECOND_FACTOR", "perhaps", "which is nobody"),
        ("ASCERTAIN_ASK_AGAIN_MINUTES", "0", "no whole number from 1 to 720"),
        ("ASCERTAIN_PROXIES", "-1", "no whole number from 0 to 10"),
    ],
)
def test_a_setting_that_is_none_is_one_clear_error(
    monkeypatch: pytest.MonkeyPatch, setting: str, value: str, said: str
) -> None:
    monkeypatch.setenv(setting, value)
    with pytest.raises(WebError, match=said):
        entrance_of_environment(True)


def test_behind_one_web_server_its_word_is_believed_unless_another_number_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert [entrance_of_environment(behind).proxies for behind in (False, True)] == [0, 1]
    monkeypatch.setenv("ASCERTAIN_PROXIES", "2")
    assert entrance_of_environment(True).proxies == 2
