"""The only way in is a link from somebody who may give one; it works once, for the right person, for a while."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ascertain.web.mistakes import WebError
from ascertain.web.policy.decide import Refused
from ascertain.web.policy.roles import Role
from ascertain.web.policy.visible import principal_of
from ascertain.web.records.models import Event, Invitation, TeamMember, User
from ascertain.web.services.accept_invitation import accept_invitation, open_invitation
from ascertain.web.services.invite import invite, invite_first_administrator
from web.people import People

PASSWORD = "a long enough one"  # noqa: S105 - a test's


@pytest.mark.django_db
def test_an_invitation_makes_an_account_with_its_role_and_is_used_up(people: People) -> None:
    token = invite(people.users[Role.LEAD], people.review, "New@Agency.example", Role.REVIEWER)
    user = accept_invitation(token, "New", "ignored@elsewhere.example", PASSWORD)
    assert user.email == "new@agency.example"
    assert principal_of(user).team == {people.review.pk: frozenset({Role.REVIEWER})}
    with pytest.raises(WebError, match="was used"):
        open_invitation(token)


@pytest.mark.django_db
def test_the_record_tells_who_invited_whom_and_who_came(people: People) -> None:
    token = invite(
        people.users[Role.LEAD], people.review, "new@city.example", Role.RESPONDENT_EDITOR, people.government
    )
    accept_invitation(token, "New", "", PASSWORD)
    told = Event.objects.filter(chain=people.review.chain, subject="new@city.example").order_by("number")
    assert [event.kind for event in told] == ["person invited", "role given", "invitation accepted"]


@pytest.mark.django_db
def test_the_link_itself_is_kept_nowhere(people: People) -> None:
    token = invite(people.users[Role.LEAD], people.review, "new@agency.example", Role.REVIEWER)
    kept = [*Invitation.objects.values_list("digest", flat=True), *Event.objects.values_list("data", flat=True)]
    assert not any(token in one for one in kept)


@pytest.mark.django_db
def test_a_link_runs_out(people: People) -> None:
    token = invite(people.users[Role.LEAD], people.review, "new@agency.example", Role.REVIEWER)
    Invitation.objects.update(expires=timezone.now() - timedelta(seconds=1))
    with pytest.raises(WebError, match="has run out"):
        open_invitation(token)


@pytest.mark.django_db
def test_an_account_that_is_there_takes_the_role_only_if_the_invitation_was_for_its_address(people: People) -> None:
    stranger = people.users["stranger"]
    for email, fits in (("Stranger@Work.example", True), ("another@work.example", False)):
        token = invite(people.users[Role.LEAD], people.review, email, Role.PUBLISHER)
        if fits:
            assert accept_invitation(token, "", "", "", stranger) == stranger
        else:
            with pytest.raises(WebError, match="another address"):
                accept_invitation(token, "", "", "", stranger)
    assert TeamMember.objects.filter(user=stranger).count() == 1


@pytest.mark.django_db
def test_an_address_in_use_is_not_given_a_second_account(people: People) -> None:
    token = invite(people.users[Role.LEAD], people.review, "STRANGER@work.example", Role.PUBLISHER)
    with pytest.raises(WebError, match="has an account"):
        accept_invitation(token, "Stranger", "", PASSWORD)
    assert open_invitation(token).accepted_by is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "role"), [(Role.LEAD, Role.RESPONDENT_EDITOR), (Role.RESPONDENT_VIEWER, Role.REVIEWER)]
)
def test_nobody_reviews_and_answers_in_the_same_review(people: People, who: Role, role: Role) -> None:
    government = people.government if role is Role.RESPONDENT_EDITOR else None
    user = people.users[who]
    token = invite(people.users[Role.LEAD], people.review, user.email, role, government)
    with pytest.raises(WebError, match="this review"):
        accept_invitation(token, "", "", "", user)
    assert open_invitation(token).accepted_by is None


@pytest.mark.django_db
def test_a_certifying_official_invites_for_their_own_government_only(people: People) -> None:
    official = people.users[Role.CERTIFYING_OFFICIAL]
    invite(official, people.review, "clerk@chicago.example", Role.RESPONDENT_EDITOR, people.government)
    with pytest.raises(Refused):
        invite(people.users["other"], people.review, "x@y.example", Role.RESPONDENT_EDITOR, people.government)
    with pytest.raises(Refused):
        invite(official, people.review, "x@y.example", Role.REVIEWER)


@pytest.mark.django_db
def test_the_first_administrators_link_is_given_until_there_is_one_and_the_last_one_counts() -> None:
    User.objects.update(is_administrator=False)
    early, late = invite_first_administrator(), invite_first_administrator()
    assert early and late
    with pytest.raises(WebError):
        open_invitation(early)
    user = accept_invitation(late, "First", "first@agency.example", PASSWORD)
    assert user.is_administrator
    assert invite_first_administrator() is None


@pytest.mark.django_db
def test_an_account_is_made_on_the_page_and_signs_in_in_any_case(people: People, client: Client) -> None:
    token = invite(people.users[Role.LEAD], people.review, "new@agency.example", Role.REVIEWER)
    page = reverse("invitation", args=(token,))
    short = client.post(page, {"name": "New", "password": "short"})
    assert short.status_code == 422
    assert "at least 12" in short.content.decode()
    assert client.post(page, {"name": "New", "password": PASSWORD}).status_code == 302
    client.post(reverse("account_logout"))
    answer = client.post(reverse("account_login"), {"login": "NEW@agency.EXAMPLE", "password": PASSWORD})
    assert answer.status_code == 302
    assert people.review.slug in client.get(reverse("reviews")).content.decode()


@pytest.mark.django_db
def test_an_invitation_that_is_not_in_order_is_told_beside_its_field(people: People) -> None:
    lead = people.client(Role.LEAD)
    page = reverse("people", args=(people.review.slug,))
    for sent, said in (
        ({"email": "x", "role": "reviewer"}, "Enter a valid email address"),
        ({"email": "x@y.example", "role": "emperor"}, "not one of the available choices"),
        ({"email": "x@y.example", "role": "certifying official"}, "Say which government"),
        ({"email": "x@y.example", "role": "reviewer", "government": "chicago"}, "leave the government out"),
        ({"email": "x@y.example", "role": "certifying official", "government": "nowhere"}, "not one of the available"),
    ):
        answer = lead.post(page, sent)
        assert answer.status_code == 422
        assert said in answer.content.decode()
    assert not Invitation.objects.filter(email="x@y.example").exists()
