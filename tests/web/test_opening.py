"""A review begins on this site, as the docket that a folder would hold, and governments come under it by hundreds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from ascertain.docket.files import FRONT
from ascertain.docket.load import load_docket
from ascertain.docket.model import Frame
from ascertain.rulebook.bundled import find_rulebook
from ascertain.rulebook.cache import cached_rulebook
from ascertain.web.chain.verify import verify_all
from ascertain.web.dockets.exporting import export_folder
from ascertain.web.dockets.papers import docket_of, newest_sheets
from ascertain.web.dockets.rows import add_sheet
from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Event, Government, Member, Review, TeamMember
from ascertain.web.services.import_docket import import_docket
from web.people import People

WORDS = {
    "rulebook": "section-1373",
    "title": "Review of three: what they answer",
    "slug": "three-2026",
    "reviewer": "Office of Grants",
    "standard": "found",
    "start": "2026-01-01",
    "end": "2027",
    "frame": "The three largest recipients of the year.",
    "frame_source": "List of awards, page 2",
    "text": "What this review is.\r\n\r\nIn two paragraphs.",
    "origin_kind": "report",
    "origin_title": "Memorandum of the Inspector General",
    "origin_by": "Inspector General",
    "origin_date": "2026-01",
    "origin_text": "It names three recipients.",
    "reading-usc-8-1373--info-scope": "NARROW",
}
LIST = "ocd_id,name,state,type,aliases\n" + "".join(
    f"ocd-division/country:us/state:ia/county:number_{n},Number {n} County,IA,county,No. {n}\n" for n in range(300)
)


def opened(people: People, **changed: object) -> HttpResponse:
    said = {key: value for key, value in (WORDS | changed).items() if value != ""}
    answer = people.client(Role.LEAD).post(reverse("open"), said)
    assert isinstance(answer, HttpResponse)
    return answer


def sent(people: People, review: Review, act: str, **said: object) -> HttpResponse:
    people.users[Role.LEAD].refresh_from_db()
    answer = people.client(Role.LEAD).post(reverse("members", args=(review.slug,)), {"act": act} | said)
    assert isinstance(answer, HttpResponse)
    return answer


@pytest.fixture
def review(people: People) -> Review:
    answer = opened(people)
    assert answer.status_code == 302
    return Review.objects.get(slug="three-2026")


@pytest.mark.django_db
def test_who_leads_a_review_chooses_a_rulebook_and_opens_another(people: People, place: Place) -> None:
    client = people.client(Role.LEAD)
    assert "?rulebook=section-1373" in client.get(reverse("open")).content.decode()
    form = client.get(reverse("open") + "?rulebook=section-1373").content.decode()
    assert "NARROW" in form
    answer = opened(people)
    assert answer.headers["Location"] == reverse("members", args=("three-2026",))
    review = Review.objects.get(slug="three-2026")
    assert TeamMember.objects.get(review=review).user == people.users[Role.LEAD]
    docket, rulebook = docket_of(review, place)
    assert (docket.title, docket.standard.word, docket.edition) == (WORDS["title"], "found", rulebook.digest)
    assert docket.frame == Frame(WORDS["frame"], WORDS["frame_source"])
    assert [str(one) for one in (docket.period.start, docket.period.end)] == ["2026-01-01", "2027"]
    assert docket.readings == (("usc-8-1373#info-scope", "NARROW"),)
    assert docket.text == "What this review is.\n\nIn two paragraphs."
    entry = docket.entries[0]
    assert (docket.origin, entry.title, entry.text) == (1, WORDS["origin_title"], WORDS["origin_text"])
    assert entry.filed.earliest >= date(2026, 1, 1)
    assert not list(verify_all(place))
    overview = client.get(reverse("review", args=(review.slug,))).content.decode()
    for said in (WORDS["frame"], WORDS["frame_source"], "usc-8-1373#info-scope = NARROW", "from 2026-01-01 until 2027"):
        assert said in overview


@pytest.mark.django_db
def test_the_overview_says_where_the_rulebook_has_changed_since(people: People, review: Review) -> None:
    client, where = people.client(Role.LEAD), reverse("review", args=(review.slug,))
    assert "has changed since" not in client.get(where).content.decode()
    sheet = newest_sheets(review)[FRONT]
    (edition,) = (line for line in sheet.splitlines() if line.startswith("edition: "))
    add_sheet(review, people.users[Role.LEAD], FRONT, sheet.replace(edition, "edition: " + "a" * 64))
    assert "has changed since" in client.get(where).content.decode()


@pytest.mark.django_db
def test_an_uploaded_origin_is_an_exhibit_of_the_first_entry(people: People, place: Place) -> None:
    file = SimpleUploadedFile("memo.exe.txt", b"It names three recipients.")
    assert opened(people, file=file, origin_text="").status_code == 302
    docket = docket_of(Review.objects.get(slug="three-2026"), place)[0]
    assert docket.entries[0].exhibit == "origin"
    assert docket.exhibits["origin"].file == "origin.txt"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"title": ""}, "Title: This field is required"),
        ({"slug": "doj-1373-2017"}, "Another review has this short name"),
        ({"slug": "no such name"}, "Short name"),
        ({"origin_text": ""}, "The document that the review begins with is missing"),
        ({"origin_date": "soon"}, "is no date. Write it as"),
        ({"start": "2027", "end": "2026"}, "The period ends before it begins"),
        ({"origin_date": "2999-01-01"}, "filed"),
        ({"reading-usc-8-1373--info-scope": "BLUE"}, "not one of the available choices"),
        ({"file": SimpleUploadedFile("memo.zip", b"PK\x03\x04 and more")}, "This file is an archive"),
    ],
)
def test_a_mistake_is_told_above_the_form_and_opens_nothing(
    people: People, changed: dict[str, object], told: str
) -> None:
    before = Event.objects.count()
    answer = opened(people, **changed)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert Event.objects.count() == before


@pytest.mark.django_db
def test_a_list_of_hundreds_is_previewed_and_then_comes_under_review_at_once(
    people: People, review: Review, place: Place
) -> None:
    before = Event.objects.count()
    said = {"since": "2026-01-05", "basis": "Drawn at random"}
    preview = sent(people, review, "preview", file=SimpleUploadedFile("list.csv", LIST.encode()), **said)
    assert "Put 300 governments under review" in preview.content.decode()
    assert (preview.status_code, Member.objects.filter(government__review=review).count()) == (200, 0)
    assert Event.objects.count() == before
    assert sent(people, review, "add", text=LIST, **said).status_code == 302
    docket = docket_of(Review.objects.get(pk=review.pk), place)[0]
    assert len(docket.members) == len(docket.governments) == Government.objects.filter(review=review).count() == 300
    assert {(str(one.period.start), one.basis) for one in docket.members} == {("2026-01-05", "Drawn at random")}
    assert not list(verify_all(place))
    again = sent(people, review, "add", text=LIST, **said)
    assert "Number 7 County” is under review" in again.content.decode().replace("&#34;", "”")
    assert len(docket_of(Review.objects.get(pk=review.pk), place)[0].members) == 300


@pytest.mark.django_db
def test_a_list_with_a_mistake_is_told_by_line_and_changes_nothing(people: People, review: Review) -> None:
    before = Event.objects.count()
    wrong = LIST + "ocd-division/country:us/state:wi/county:x,X County,IA,county,\n,Y County,Iowwa,county,\n"
    for act in ("preview", "add"):
        answer = sent(people, review, act, text=wrong)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "Line 302: The state is IA, and the Open Civic Data id is of WI. Correct one of the two." in page
        assert "Line 303: &#34;Iowwa&#34; is no state." in page
    assert (Event.objects.count(), Member.objects.filter(government__review=review).count()) == (before, 0)


@pytest.mark.django_db
def test_one_government_is_added_or_told_why_not(people: People, review: Review) -> None:
    said = {"name": "Chicago, the City", "type": "city", "state": "IL", "since": "2026"}
    assert sent(people, review, "one", **said).status_code == 302
    assert Member.objects.get(government__review=review).since == "2026"
    again = sent(people, review, "one", **said)
    assert (again.status_code, "under review already" in again.content.decode()) == (422, True)
    nameless = sent(people, review, "one", name="")
    assert (nameless.status_code, "Name: This field is required" in nameless.content.decode()) == (422, True)


@pytest.mark.django_db
def test_a_review_opened_here_is_exported_and_taken_over_again_byte_for_byte(
    people: People, review: Review, place: Place, tmp_path: Path
) -> None:
    sent(people, review, "add", text=LIST)
    sent(people, review, "one", name="Chicago", state="IL")
    export_folder(review, place, tmp_path / "out")
    docket = load_docket(tmp_path / "out")
    assert docket == docket_of(Review.objects.get(pk=review.pk), place)[0]
    assert docket.edition == cached_rulebook(find_rulebook("section-1373")).digest
    head = tmp_path / "out" / "docket.md"
    head.write_text(head.read_text().replace("id: three-2026", "id: again"))
    again = import_docket(people.users[Role.ADMINISTRATOR], tmp_path / "out", place, lambda _: None)
    export_folder(again, place, tmp_path / "back")
    files = {file.relative_to(tmp_path / "out") for file in (tmp_path / "out").rglob("*") if file.is_file()}
    assert files == {file.relative_to(tmp_path / "back") for file in (tmp_path / "back").rglob("*") if file.is_file()}
    assert all((tmp_path / "out" / file).read_bytes() == (tmp_path / "back" / file).read_bytes() for file in files)


@pytest.mark.django_db
def test_members_are_found_by_their_name_page_by_page(people: People, review: Review) -> None:
    sent(people, review, "add", text=LIST)
    client = people.client(Role.LEAD)
    where = reverse("members", args=(review.slug,))
    page = client.get(where).content.decode()
    assert "300 governments under review" in page
    assert page.count('data-label="On what basis"') == 50
    found = client.get(f"{where}?q=number 29").content.decode()
    assert "11 governments like this under review" in found


@pytest.mark.django_db
def test_a_list_added_to_a_docket_that_was_taken_over_keeps_all_that_it_said(people: People, place: Place) -> None:
    before = docket_of(people.review, place)[0]
    assert sent(people, people.review, "add", text="name,state\nTown of Nahant,MA\n").status_code == 302
    after = docket_of(Review.objects.get(pk=people.review.pk), place)[0]
    assert after.members[:-1] == before.members
    assert (after.entries, after.exhibits, after.text, after.questions) == (
        before.entries,
        before.exhibits,
        before.text,
        before.questions,
    )
    assert set(after.governments) - set(before.governments) == {"town-of-nahant"}
