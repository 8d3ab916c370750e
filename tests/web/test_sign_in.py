"""Signing in: the same answer whether there is an account, not too often, and a session of its own."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Attempt, User
from web.people import People

PASSWORD = "a password of some length"  # noqa: S105 - of a person made up


@pytest.fixture
def lead(people: People) -> User:
    user = people.users[Role.LEAD]
    user.set_password(PASSWORD)
    user.save()
    return user


def attempt(client: Client, email: str, password: str = "wrong", **more: str) -> HttpResponse:  # noqa: S107
    request: Any = client.post
    answer: HttpResponse = request(reverse("sign-in"), {"username": email, "password": password}, **more)
    return answer


def told(answer: HttpResponse, email: str) -> str:
    """The page without what differs by itself: the token of its form, and the address that was typed."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode()).replace(email, "")


@pytest.mark.django_db
def test_a_wrong_password_and_an_address_without_an_account_get_the_same_answer(client: Client, lead: User) -> None:
    known, unknown = attempt(client, lead.email), attempt(client, "nobody@agency.example")
    assert known.status_code == unknown.status_code == 422
    assert told(known, lead.email) == told(unknown, "nobody@agency.example")


@pytest.mark.django_db
@pytest.mark.parametrize("known", [True, False])
def test_too_many_attempts_are_refused_whether_there_is_an_account_or_not(
    client: Client, lead: User, known: bool
) -> None:
    email = lead.email if known else "nobody@agency.example"
    assert [attempt(client, email).status_code for _ in range(10)] == [422] * 10
    refused = attempt(client, email.upper(), PASSWORD)
    assert (refused.status_code, "Too many attempts" in refused.content.decode()) == (429, True)
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_attempts_count_for_a_quarter_of_an_hour_and_are_then_forgotten(client: Client, lead: User) -> None:
    for _ in range(11):
        attempt(client, lead.email)
    for one in Attempt.objects.all():
        Attempt.objects.filter(pk=one.pk).update(at=one.at - timedelta(minutes=15))
    assert attempt(client, lead.email, PASSWORD).status_code == 302
    assert Attempt.objects.count() == 1  # of the network


@pytest.mark.django_db
def test_whoever_has_signed_in_starts_anew(client: Client, lead: User) -> None:
    for _ in range(9):
        attempt(client, lead.email)
    assert attempt(client, lead.email, PASSWORD).status_code == 302
    client.logout()
    assert attempt(client, lead.email).status_code == 422


@pytest.mark.django_db
def test_many_addresses_tried_from_one_network_are_refused_and_not_from_another(client: Client, lead: User) -> None:
    answers = [attempt(client, f"{n}@agency.example", REMOTE_ADDR="2001:db8::1").status_code for n in range(101)]
    assert answers == [422] * 100 + [429]
    assert attempt(client, lead.email, REMOTE_ADDR="2001:db8::ffff").status_code == 429
    assert attempt(client, lead.email, REMOTE_ADDR="2001:db8:0:1::1").status_code == 422


@pytest.mark.django_db
def test_behind_a_web_server_the_network_is_what_that_server_says(
    client: Client, lead: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASCERTAIN_HOSTS", "docket.example")
    for n in range(100):
        attempt(client, f"{n}@agency.example", HTTP_X_FORWARDED_FOR=f"10.0.0.{n}, 192.0.2.7")
    assert attempt(client, lead.email, HTTP_X_FORWARDED_FOR="10.9.9.9, 192.0.2.7").status_code == 429
    assert attempt(client, lead.email, HTTP_X_FORWARDED_FOR="192.0.2.7, 192.0.2.8").status_code == 422
    assert attempt(client, lead.email).status_code == 422


@pytest.mark.django_db
def test_neither_addresses_nor_networks_are_kept(client: Client, lead: User) -> None:
    attempt(client, lead.email, REMOTE_ADDR="192.0.2.7")
    kept = " ".join(f"{one.of} {one.at}" for one in Attempt.objects.all())
    assert len(Attempt.objects.all()) == 2
    assert lead.email not in kept and "192.0.2.7" not in kept


@pytest.mark.django_db
def test_a_session_is_another_after_signing_in(client: Client, lead: User) -> None:
    client.get(reverse("sign-in"))
    session = client.session
    session["before"] = True
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key or ""
    attempt(client, lead.email, PASSWORD)
    assert client.session.session_key != session.session_key


@pytest.mark.django_db
def test_what_was_wrong_is_told_in_the_title_and_has_the_focus(client: Client, lead: User) -> None:
    page = attempt(client, lead.email).content.decode()
    assert "<title>Error: Sign in" in page
    assert page.index("autofocus") == page.index('tabindex="-1" autofocus') + len('tabindex="-1" ')
