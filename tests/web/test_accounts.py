"""Accounts: passwords by mail, second factors, who has to have one, and who is asked again who they are."""

from __future__ import annotations

import base64
import json
import re
import time
from dataclasses import replace
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings as site
from django.core import mail
from django.http import HttpResponse
from django.template import engines
from django.template.loader import get_template
from django.test import Client
from django.urls import get_resolver, reverse

from ascertain.web.entrance import Demand
from ascertain.web.pages.entrances import entrances
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Determination, Event, Invitation, User
from web.people import PASSWORD, People, prove

pytestmark = pytest.mark.django_db
NEW = "another long password of hers"
OLD = 16 * 60.0
"""Seconds after which somebody is asked again."""


@pytest.fixture
def mailing(settings: Any) -> None:
    """The site sends mail, which the test reads."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "review@agency.example"


def told(user: User) -> list[str]:
    return list(Event.objects.filter(chain__name="site", subject=f"people/{user.pk}").values_list("kind", flat=True))


def code_of(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def app_of(client: Client) -> str:
    """Set up an authenticator app, and say its secret."""
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = page.partition('<code class="secret">')[2].partition("</code>")[0]
    done = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert done.headers["Location"] == reverse("mfa_view_recovery_codes")
    return secret


def signing_in(client: Client, user: User) -> HttpResponse:
    answer: Any = client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert isinstance(answer, HttpResponse)
    return answer


def test_every_page_of_the_library_that_is_reached_is_one_of_this_site() -> None:
    assert [one.name for one in engines.all()] == ["jinja2"], "nothing falls back to the library's own pages"
    assert {one.name for one in entrances} <= {getattr(one, "name", "") for one in get_resolver().url_patterns}
    named = {str(getattr(getattr(one.callback, "view_class", None), "template_name", "") or "") for one in entrances}
    shown = {name for name in named if name and not name.endswith("logout.html.j2") and "signup.html" not in name}
    assert len(shown) > 15
    for name in shown:
        get_template(name)


def test_a_forgotten_password_is_set_anew_by_a_link_that_works_once(
    people: People, client: Client, mailing: None
) -> None:
    user = people.users[Role.LEAD]
    elsewhere = people.client(Role.LEAD)
    sent = client.post(reverse("account_reset_password"), {"email": user.email.upper()})
    assert sent.headers["Location"] == reverse("account_reset_password_done")
    (message,) = mail.outbox
    assert message.to == [user.email] and message.from_email == "review@agency.example"
    link = re.search(r"http://localhost(/password-reset/\S+)", str(message.body))
    assert link is not None
    form = client.get(link[1]).headers["Location"]
    assert "autofocus" in client.get(form).content.decode()
    assert client.post(form, {"password1": "short", "password2": "short"}).status_code == 422
    assert client.post(form, {"password1": NEW, "password2": NEW}).status_code == 302
    assert "works no more" in client.get(link[1]).content.decode()
    assert elsewhere.get(reverse("review", args=(people.review.slug,))).status_code == 404, "others are signed out"
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert told(user) == ["password set anew by mail"]
    assert "set anew by a link" in str(mail.outbox[1].body)


def test_nobody_learns_by_asking_for_a_link_who_has_an_account_and_no_stranger_gets_mail(
    people: People, client: Client, mailing: None
) -> None:
    known = client.post(reverse("account_reset_password"), {"email": people.users[Role.LEAD].email})
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@agency.example"})
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    assert len(mail.outbox) == 1


def test_a_site_without_mail_says_so_and_a_mail_that_cannot_leave_breaks_nothing(
    people: People, client: Client, settings: Any
) -> None:
    assert "sends no mail" in client.get(reverse("account_reset_password")).content.decode()
    assert "sends no mail" in people.client(Role.LEAD).get(reverse("mfa_index")).content.decode()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 1
    settings.DEFAULT_FROM_EMAIL = "review@agency.example"
    sent = client.post(reverse("account_reset_password"), {"email": people.users[Role.LEAD].email})
    assert sent.status_code == 302


def test_a_changed_password_ends_other_sessions_and_is_on_the_record(people: People, mailing: None) -> None:
    user = people.users[Role.LEAD]
    here, elsewhere = people.client(Role.LEAD), people.client(Role.LEAD)
    wrong = {"oldpassword": "not it", "password1": NEW, "password2": NEW}
    assert here.post(reverse("account_change_password"), wrong).status_code == 422
    assert here.post(reverse("account_change_password"), wrong | {"oldpassword": PASSWORD}).status_code == 302
    assert here.get(reverse("mfa_index")).status_code == 200
    assert elsewhere.get(reverse("mfa_index")).status_code == 302
    assert told(user) == ["password changed"]
    assert "was changed" in str(mail.outbox[0].body)


def test_a_second_factor_is_asked_for_at_sign_in_and_a_code_works_once(people: People, client: Client) -> None:
    user = people.users[Role.LEAD]
    secret = app_of(people.client(Role.LEAD))
    assert told(user) == ["second factor added", "recovery codes made"]
    assert signing_in(client, user).headers["Location"] == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 422
    code = code_of(secret)
    assert client.post(reverse("mfa_authenticate"), {"code": code}).headers["Location"] == "/"
    assert client.session["_auth_user_id"] == str(user.pk)
    client.post(reverse("account_logout"))
    signing_in(client, user)
    assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == 422


def test_codes_are_not_guessed_without_end(people: People, client: Client) -> None:
    secret = app_of(people.client(Role.LEAD))
    signing_in(client, people.users[Role.LEAD])
    answers = [client.post(reverse("mfa_authenticate"), {"code": f"{n:06}"}).status_code for n in range(11)]
    assert answers == [422] * 10 + [429]
    assert client.post(reverse("mfa_authenticate"), {"code": code_of(secret)}).status_code == 429


def test_a_recovery_code_signs_in_once_and_new_ones_end_the_old(people: People, client: Client) -> None:
    user, owner = people.users[Role.LEAD], people.client(Role.LEAD)
    app_of(owner)
    codes = re.findall(r"<li><code>(\d+)</code>", owner.get(reverse("mfa_view_recovery_codes")).content.decode())
    assert len(codes) == 10
    assert owner.get(reverse("mfa_download_recovery_codes")).content.decode().split() == codes
    for status in (302, 422):
        signing_in(client, user)
        assert client.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == status
        client.post(reverse("account_logout"))
    owner.post(reverse("mfa_generate_recovery_codes"))
    signing_in(client, user)
    assert client.post(reverse("mfa_authenticate"), {"code": codes[1]}).status_code == 422
    assert told(user)[-1] == "recovery codes made"


def test_secrets_of_second_factors_are_not_readable_in_the_database(people: People) -> None:
    secret = app_of(people.client(Role.LEAD))
    kept = json.dumps([one.data for one in Authenticator.objects.all()])
    assert secret not in kept and base64.b32decode(secret).hex() not in kept
    assert "gAAAA" in kept


def test_whoever_needs_a_second_factor_sets_one_up_before_anything_else(people: People, settings: Any) -> None:
    settings.ENTRANCE = replace(site.ENTRANCE, demand=Demand.TEAM)
    review = reverse("review", args=(people.review.slug,))
    lead, editor = people.client(Role.LEAD), people.client(Role.RESPONDENT_EDITOR)
    assert editor.get(review).status_code == 200
    for who in (Role.LEAD, Role.PUBLISHER, Role.ADMINISTRATOR):
        assert people.client(who).get(reverse("reviews")).headers["Location"] == reverse("mfa_index")
    assert lead.post(reverse("people", args=(people.review.slug,)), {}).headers["Location"] == reverse("mfa_index")
    assert "You need a second factor" in lead.get(reverse("mfa_index")).content.decode()
    app_of(lead)
    assert lead.get(review).status_code == 200
    page = lead.get(reverse("mfa_deactivate_totp")).content.decode()
    assert "your only second factor" in page and "<button>Stop using it" not in page
    assert lead.post(reverse("mfa_deactivate_totp")).status_code == 422
    settings.ENTRANCE = replace(site.ENTRANCE, demand=Demand.EVERYBODY)
    assert editor.get(review).headers["Location"] == reverse("mfa_index")
    settings.ENTRANCE = replace(site.ENTRANCE, demand=Demand.NOBODY)
    assert lead.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert told(people.users[Role.LEAD])[-1] == "second factor removed"
    assert not Authenticator.objects.filter(user=people.users[Role.LEAD]).exists()


def test_an_act_of_weight_asks_again_and_is_then_done_as_it_was_sent(people: People) -> None:
    where = reverse("people", args=(people.review.slug,))
    sent = {"email": "new@agency.example", "role": "reviewer"}
    lead = people.client(Role.LEAD, ago=OLD)
    asked = lead.post(where, sent)
    assert asked.headers["Location"] == f"{reverse('account_reauthenticate')}?next={where.replace('/', '%2F')}"
    assert not Invitation.objects.filter(email=sent["email"]).exists()
    assert lead.post(asked.headers["Location"], {"password": "wrong"}).status_code == 422
    done = lead.post(asked.headers["Location"], {"password": PASSWORD})
    assert "Give this link to whoever you invited" in done.content.decode()
    assert Invitation.objects.get(email=sent["email"]).role == "reviewer"
    assert lead.post(where, {"email": "other@agency.example", "role": "reviewer"}).status_code == 200


def test_a_determination_and_a_publication_are_acts_of_weight_and_reading_is_none(people: People) -> None:
    slug, key = people.review.slug, people.government.key
    lead = people.client(Role.LEAD, ago=OLD)
    issue = reverse("issue", args=(slug, key))
    assert lead.post(issue, {"version": "1"}).headers["Location"].startswith(reverse("account_reauthenticate"))
    assert people.client(Role.LEAD).post(issue, {"version": "1"}).status_code == 409
    assert people.client(Role.REVIEWER, ago=OLD).post(issue).status_code == 403, "who may not is told so, not asked"
    for page in ("people", "deciding", "publications"):
        assert lead.get(reverse(page, args=(slug,))).status_code == 200
    assert not Determination.objects.exists()


def test_an_identity_from_elsewhere_or_an_old_proof_is_not_enough(people: People) -> None:
    where = reverse("people", args=(people.review.slug,))
    sent = {"email": "new@agency.example", "role": "reviewer"}
    lead = people.client(Role.LEAD, ago=OLD)
    session = lead.session
    session["account_authentication_methods"] += [{"method": "socialaccount", "at": time.time()}]
    session.save()
    assert lead.post(where, sent).status_code == 302
    prove(lead, people.users[Role.PUBLISHER])  # somebody else's proof
    assert lead.post(where, sent).status_code == 302
    prove(lead, people.users[Role.LEAD])
    assert lead.post(where, sent).status_code == 200


def test_how_one_signs_in_is_not_changed_without_proof(people: People) -> None:
    lead = people.client(Role.LEAD, ago=OLD)
    for name in ("mfa_activate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"):
        assert lead.get(reverse(name)).headers["Location"].startswith(reverse("account_reauthenticate"))
    secret = app_of(people.client(Role.LEAD))
    asked = lead.get(reverse("mfa_view_recovery_codes")).headers["Location"]
    assert "With a code of your app" in lead.get(asked).content.decode()
    by_code = f"{reverse('mfa_reauthenticate')}?next={reverse('mfa_view_recovery_codes')}"
    assert lead.post(by_code, {"code": code_of(secret)}).status_code == 302
    assert lead.get(reverse("mfa_view_recovery_codes")).status_code == 200


def test_a_passkey_that_is_none_signs_nobody_in(people: People, client: Client) -> None:
    for credential in ("", "{}", "[]", '{"id": "x", "response": {"userHandle": "MQ"}}', "x" * 1000):
        answer = client.post(reverse("mfa_login_webauthn"), {"credential": credential})
        assert answer.status_code == 302 and "_auth_user_id" not in client.session
    options = client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"}).json()
    assert options["request_options"]["publicKey"]["userVerification"] == "required"
    lead = people.client(Role.LEAD)
    for credential in ("", "{}", '{"id": "x"}'):
        sent = {"name": "Phone", "credential": credential}
        assert lead.post(reverse("mfa_add_webauthn"), sent).status_code == 422
