"""Among thousands of governments a form finds those that are meant, without script, and forgets nothing typed."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from ascertain.web.asking.choosing import FEW
from ascertain.web.pages.views import request as asked_page
from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Government, Invitation, Letter
from ascertain.web.requesting.letters import Content
from ascertain.web.services.save_letter import newest_of, read
from web.asked import LETTER, begun, sent
from web.people import People

MANY = 3_000


@pytest.fixture
def many(people: People) -> People:
    """The worked case with thousands of governments more."""
    rows = [Government(review=people.review, key=f"town-{n:04}", name=f"Town No. {n:04}") for n in range(MANY)]
    Government.objects.bulk_create(rows)
    return people


def offered(page: str, name: str) -> list[str]:
    return re.findall(rf'<input type="(?:radio|checkbox)" name="{name}" value="([^"]+)"', page)


def post(people: People, who: str, where: str, said: dict[str, object]) -> str:
    return people.client(who).post(where, said).content.decode()


@pytest.mark.django_db
def test_a_letter_is_begun_to_those_found_and_those_chosen_before(many: People) -> None:
    where = reverse("requests", args=(many.review.slug,))
    first = many.client(Role.LEAD).get(where).content.decode()
    assert len(offered(first, "to")) == FEW and "town-2042" not in first
    key = re.search(r'name="key" value="([^"]+)"', first)
    assert key is not None
    said = {"key": key[1], "title": "On <ordinances>", "from": "blank"}
    found = post(many, Role.LEAD, where, said | {"act": "find", "find": "2042 town", "to": ["chicago"]})
    assert offered(found, "to") == ["chicago", "town-2042"]
    assert 'value="chicago" checked' in found and "On &lt;ordinances&gt;" in found
    assert not Letter.objects.exists()
    again = re.search(r'name="key" value="([^"]+)"', found)
    assert again is not None and again[1] == key[1]
    post(many, Role.LEAD, where, said | {"to": ["chicago", "town-2042"]})
    assert read(newest_of(Letter.objects.get())).to == ("chicago", "town-2042")


@pytest.mark.django_db
def test_pages_of_governments_are_turned_by_buttons(many: People) -> None:
    where = reverse("requests", args=(many.review.slug,))
    third = post(many, Role.LEAD, where, {"act": "turn-3", "find": "town"})
    assert offered(third, "to") == [f"town-{n:04}" for n in range(2 * FEW, 3 * FEW)]
    assert f"page 3 of {MANY // FEW}" in third


@pytest.mark.django_db
def test_a_letter_begins_to_all_that_are_under_review(many: People) -> None:
    where = reverse("requests", args=(many.review.slug,))
    post(many, Role.LEAD, where, {"key": "k", "from": "blank", "everyone": "yes"})
    to = read(newest_of(Letter.objects.get())).to
    assert (len(to), "town-0001" in to, "connecticut" in to) == (10, False, True)


@pytest.mark.django_db
def test_finding_a_government_saves_no_letter_and_keeps_what_was_typed(many: People) -> None:
    letter = begun(many)
    where = reverse("letter", args=(many.review.slug, letter.number))
    said = {"version": 1, "title": "Changed", "text": "Typed.", "rule": "a fixed day", "to": ["chicago"]}
    found = post(many, Role.LEAD, where, said | {"act": "find", "find": "No. 0007"})
    assert offered(found, "to") == ["chicago", "town-0007"]
    assert 'value="Changed"' in found and ">Typed.</textarea>" in found
    assert letter.versions.count() == 1


@pytest.mark.django_db
def test_somebody_is_invited_for_a_government_that_was_found(many: People) -> None:
    where = reverse("people", args=(many.review.slug,))
    said: dict[str, object] = {"email": "clerk@town.example", "role": Role.RESPONDENT_EDITOR.value}
    found = post(many, Role.LEAD, where, said | {"act": "find", "find": "town 1234"})
    assert offered(found, "government") == ["town-1234"]
    assert "clerk@town.example" in found and "This was not sent" not in found
    assert not Invitation.objects.filter(email="clerk@town.example").exists()
    post(many, Role.LEAD, where, said | {"government": "town-1234"})
    assert Invitation.objects.get(email="clerk@town.example").government == Government.objects.get(key="town-1234")


@pytest.mark.django_db
def test_an_official_finds_no_government_but_their_own(many: People) -> None:
    where = reverse("people", args=(many.review.slug,))
    assert offered(many.client(Role.CERTIFYING_OFFICIAL).get(where).content.decode(), "government") == ["chicago"]
    assert offered(post(many, Role.CERTIFYING_OFFICIAL, where, {"act": "find", "find": "town"}), "government") == [
        "chicago"
    ]


@pytest.mark.django_db
def test_entries_are_found_by_part_of_a_government_s_name(many: People) -> None:
    client, where = many.client(Role.LEAD), reverse("entries", args=(many.review.slug,))
    by_key = client.get(f"{where}?government=chicago").content.decode()
    by_name = client.get(f"{where}?government=city of chic").content.decode()
    count = re.compile(r"(\d+) entr")
    told = [count.search(page) for page in (by_key, by_name)]
    assert all(told) and len({one[1] for one in told if one}) == 1
    assert 'value="City of Chicago"' in by_key
    assert by_key.count("<option") < 20
    assert "0 entries" in client.get(f"{where}?government=atlantis").content.decode()


@pytest.mark.django_db
def test_a_request_to_many_is_read_page_by_page(people: People, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked_page, "_A_PAGE", 1)
    both = Content(LETTER.title, LETTER.text, ("chicago", "milwaukee-county"), LETTER.terms)
    where = reverse("request", args=(people.review.slug, sent(people, place, both).entry.number))
    client = people.client(Role.LEAD)
    first, second = (client.get(f"{where}?page={n}").content.decode() for n in (1, 2))
    assert "City of Chicago</a></th>" in first and "Milwaukee County</a></th>" not in first
    assert "Milwaukee County</a></th>" in second and "City of Chicago</a></th>" not in second
    found = client.get(f"{where}?q=milw").content.decode()
    assert "Milwaukee County</a></th>" in found and "City of Chicago</a></th>" not in found
