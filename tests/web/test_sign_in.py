"""Signing in: the same answer whether there is an account, not too often, and a session of its own."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from ascertain.web.mistakes import WebError
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import User
from ascertain.web.start import serve
from web.people import PASSWORD, People

pytestmark = pytest.mark.django_db
QUARTER = 15 * 60


@pytest.fixture
def lead(people: People) -> User:
    return people.users[Role.LEAD]


def attempt(client: Client, email: str, password: str = "wrong", **more: str) -> HttpResponse:  # noqa: S107
    request: Any = client.post
    answer: HttpResponse = request(reverse("account_login"), {"login": email, "password": password}, **more)
    return answer


def told(answer: HttpResponse, email: str) -> str:
    """The page without what differs by itself: the token of its form, and the address that was typed."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode()).replace(email, "")


def test_a_wrong_password_and_an_address_without_an_account_get_the_same_answer(client: Client, lead: User) -> None:
    known, unknown = attempt(client, lead.email), attempt(client, "nobody@agency.example")
    assert known.status_code == unknown.status_code == 422
    assert told(known, lead.email) == told(unknown, "nobody@agency.example")


def test_an_address_signs_in_in_any_case_and_with_a_space(client: Client, lead: User) -> None:
    assert attempt(client, f" {lead.email.upper()} ", PASSWORD).status_code == 302
    assert client.session["_auth_user_id"] == str(lead.pk)


@pytest.mark.parametrize("known", [True, False])
def test_too_many_attempts_are_refused_whether_there_is_an_account_or_not(
    client: Client, lead: User, known: bool
) -> None:
    email = lead.email if known else "nobody@agency.example"
    assert [attempt(client, email).status_code for _ in range(10)] == [422] * 10
    refused = attempt(client, email.upper(), PASSWORD)
    assert (refused.status_code, "Too many attempts" in refused.content.decode()) == (429, True)
    assert "_auth_user_id" not in client.session


def test_attempts_count_for_a_quarter_of_an_hour_and_are_then_forgotten(
    client: Client, lead: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(11):
        attempt(client, lead.email)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + QUARTER + 1)
    assert attempt(client, lead.email, PASSWORD).status_code == 302


def test_whoever_signs_in_between_their_mistakes_has_no_more_attempts_by_it(client: Client, lead: User) -> None:
    """Otherwise somebody with an account of their own could guess at another's without end."""
    for _ in range(9):
        attempt(client, lead.email)
    assert attempt(client, lead.email, PASSWORD).status_code == 302
    client.logout()
    assert [attempt(client, lead.email).status_code for _ in range(2)] == [422, 429]


def test_many_addresses_tried_from_one_network_are_refused_and_not_from_another(client: Client, lead: User) -> None:
    answers = [attempt(client, f"{n}@agency.example", REMOTE_ADDR="2001:db8::1").status_code for n in range(101)]
    assert answers == [422] * 100 + [429]
    assert attempt(client, lead.email, REMOTE_ADDR="2001:db8::ffff").status_code == 429
    assert attempt(client, lead.email, REMOTE_ADDR="2001:db8:0:1::1").status_code == 422


@pytest.mark.parametrize(
    ("proxies", "told", "network"),
    [
        (0, "10.0.0.1", "127.0.0.1"),  # nobody's word is believed where there is no web server before
        (1, "10.0.0.1, 192.0.2.7", "192.0.2.7"),
        (2, "10.0.0.1, 192.0.2.7, 192.0.2.8", "192.0.2.7"),
        (2, "192.0.2.8", "192.0.2.8"),  # fewer than there should be
        (1, "", "127.0.0.1"),
        (1, ", ,", "127.0.0.1"),
    ],
)
def test_the_network_is_what_the_trusted_servers_say_and_nothing_before_it(
    client: Client, settings: Any, proxies: int, told: str, network: str
) -> None:
    settings.ENTRANCE = replace(settings.ENTRANCE, proxies=proxies)
    headers = {"HTTP_X_FORWARDED_FOR": told} if told else {}
    for n in range(100):
        attempt(client, f"{n}@agency.example", **headers)
    settings.ENTRANCE = replace(settings.ENTRANCE, proxies=0)
    assert attempt(client, "x@agency.example", REMOTE_ADDR=network).status_code == 429
    assert attempt(client, "x@agency.example", REMOTE_ADDR="198.51.100.1").status_code == 422


def test_neither_addresses_nor_networks_are_kept(client: Client, lead: User) -> None:
    attempt(client, lead.email, REMOTE_ADDR="192.0.2.7")
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM records_counts")
        kept = str(cursor.fetchall())
    assert len(kept) > 100
    assert lead.email not in kept and "192.0.2.7" not in kept


def test_a_session_is_another_after_signing_in(client: Client, lead: User) -> None:
    client.get(reverse("account_login"))
    session = client.session
    session["before"] = True
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key or ""
    attempt(client, lead.email, PASSWORD)
    assert client.session.session_key != session.session_key


def test_nobody_signs_in_with_an_address_that_is_not_proven_or_to_a_closed_account(client: Client, lead: User) -> None:
    EmailAddress.objects.filter(user=lead).update(verified=False)
    assert attempt(client, lead.email, PASSWORD).headers["Location"] == reverse("account_email_verification_sent")
    assert "ask whoever keeps it" in client.get(reverse("account_email_verification_sent")).content.decode()
    EmailAddress.objects.filter(user=lead).update(verified=True)
    User.objects.filter(pk=lead.pk).update(is_active=False)
    assert attempt(client, lead.email, PASSWORD).headers["Location"] == reverse("account_inactive")
    assert "_auth_user_id" not in client.session


def test_what_was_wrong_is_told_in_the_title_and_has_the_focus(client: Client, lead: User) -> None:
    page = attempt(client, lead.email).content.decode()
    assert "<title>Error: Sign in" in page
    assert page.index("autofocus") == page.index('tabindex="-1" autofocus') + len('tabindex="-1" ')


def test_nobody_makes_an_account_without_an_invitation(client: Client) -> None:
    before = User.objects.count()
    sent = {"email": "new@agency.example", "password1": PASSWORD, "password2": PASSWORD}
    assert "by invitation" in client.post(reverse("account_signup"), sent).content.decode()
    assert User.objects.count() == before


def test_whoever_signs_in_gets_where_they_wanted_and_never_to_another_site(client: Client, lead: User) -> None:
    for wanted, got in (
        ("/about/statuses", "/about/statuses"),
        ("https://evil.example/", "/"),
        ("//evil.example", "/"),
    ):
        sent = {"login": lead.email, "password": PASSWORD, "next": wanted}
        assert client.post(reverse("account_login"), sent).headers["Location"] == got
        client.logout()


@pytest.mark.parametrize("proxies", [0, 1])
def test_what_web_servers_say_reaches_the_site_only_where_there_are_some(
    settings: Any, monkeypatch: pytest.MonkeyPatch, proxies: int
) -> None:
    """Else the server that listens takes their words away, and all of their requests come from one network."""
    asked: dict[str, Any] = {}

    def listen(*_: object, **more: Any) -> None:
        asked.update(more)
        raise OSError("enough is known")

    monkeypatch.setattr("waitress.server.create_server", listen)
    settings.ENTRANCE = replace(settings.ENTRANCE, proxies=proxies)
    with pytest.raises(WebError, match="cannot be listened on"):
        serve("127.0.0.1", 0, lambda _: None)
    assert asked["clear_untrusted_proxy_headers"] == (not proxies)
