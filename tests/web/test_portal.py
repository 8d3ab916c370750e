"""The portal's pages as a browser without scripts meets them."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from ascertain.web.dockets.exporting import export_folder
from ascertain.web.place import Place
from ascertain.web.policy.roles import TEAM, Role
from ascertain.web.records.models import Entry, Event, Response, Submission, Task
from ascertain.web.responding.draft import draft_of
from web.answering import (
    ONLY_IN_A_DRAFT,
    REQUEST,
    answer,
    begun,
    confirmed,
    editor,
    saved,
    submitted,
    task_of,
    uploaded,
)
from web.people import PASSWORD, PUBLIC, People, prove

pytestmark = pytest.mark.django_db
TEXT = b"The ordinance yields\nto federal law."


def where(name: str, people: People, *more: object) -> str:
    return reverse(name, args=(people.review.slug, *more))


def typed(task: Task, **changed: object) -> dict[str, object]:
    filled: dict[str, object] = {"version": task.version, "value": "yes", "since": "2017-06", "done": "yes"}
    return filled | changed


def official(people: People) -> Client:
    return people.client(Role.CERTIFYING_OFFICIAL)


def statements(page: str) -> list[str]:
    return [part.partition('"')[0] for part in page.split('name="statement" value="')[1:]]


def digest(page: str) -> str:
    return page.partition('name="digest" value="')[2].partition('"')[0]


def test_a_response_goes_from_a_task_to_a_receipt_by_forms_alone(people: People) -> None:
    by_editor, by_official = editor(people), official(people)
    begun_at = by_editor.post(where("answers", people), {"government": people.government.key, "request": REQUEST})
    response = Response.objects.get(government=people.government)
    assert begun_at.headers["Location"] == where("answer", people, response.pk)
    task = task_of(response)
    form = by_editor.get(where("claim", people, response.pk, task.place)).content.decode()
    assert task.ask in form and "Why it matters" in form
    sent = by_editor.post(where("claim", people, response.pk, task.place), typed(task, explanation="In terms."))
    assert sent.status_code == 302
    assert "complete" in by_editor.get(where("answer", people, response.pk)).content.decode()
    page = by_official.get(where("certify", people, response.pk)).content.decode()
    data = {"digest": digest(page), "statement": statements(page)}
    assert by_official.post(where("certify", people, response.pk), data).status_code == 302
    signed = {"name": "Jo Doe", "title": "Corporation Counsel"}
    prove(by_official, people.users[Role.CERTIFYING_OFFICIAL])
    for _ in range(2):  # a double click
        answered = by_official.post(where("sign", people, response.pk), signed)
        assert answered.headers["Location"] == where("receipt", people, response.pk)
    assert Submission.objects.count() == 1
    receipt = by_official.get(where("receipt", people, response.pk)).content.decode()
    for event in Event.objects.filter(
        chain=people.review.chain, kind__in=("entry filed", "response submitted")
    ).order_by("-number")[:2]:
        assert event.digest in receipt
    assert by_editor.get(where("certify", people, response.pk)).status_code == 302


def test_of_two_who_save_the_second_sees_both_and_loses_nothing(people: People, place: Place) -> None:
    response = begun(people, place)
    task = task_of(response)
    address = where("claim", people, response.pk, task.place)
    editor(people).post(address, typed(task, explanation="The first said this."))
    met = official(people).post(address, typed(task, value="no", explanation="The second said that."))
    page = met.content.decode()
    assert met.status_code == 409
    assert "The first said this." in page and page.count("The second said that.") == 2
    assert 'name="version" value="1"' in page
    task.refresh_from_db()
    assert draft_of(task.content).explanation == "The first said this."


@pytest.mark.parametrize(
    ("changed", "status", "said"),
    [
        ({"value": "perhaps"}, 422, "is not yes or no"),
        ({"since": ""}, 422, "from when on"),
        ({"since": "2017-13"}, 422, "is no date"),
        ({"since": "2018", "until": "2017"}, 422, "before it begins"),
        ({"quote": "words", "document": "", "page": ""}, 422, "names no document"),
        ({"quote": "words", "document": "999999999999999999999", "page": "1"}, 422, "names no document"),
        ({"arguments": "no-such"}, 422, "There is no argument"),
        ({"explanation": "x" * 20_001}, 422, "20,000 are kept"),
        ({"explanation": "a\x00b"}, 422, "control character U+0000"),
        ({"value": "\x1b[31m"}, 422, "control character U+001B"),
        ({"version": "x" * 40}, 302, ""),
        ({"since": "<script>"}, 422, "is no date"),
    ],
)
def test_what_is_wrong_with_a_claim_is_told_beside_it_and_what_was_typed_stands(
    people: People, place: Place, changed: dict[str, object], status: int, said: str
) -> None:
    response = begun(people, place)
    task = task_of(response)
    data = typed(task, explanation="Typed with care.") | changed
    met = editor(people).post(where("claim", people, response.pk, task.place), data)
    page = met.content.decode()
    assert met.status_code == status
    assert said in page and "<script" not in page
    assert status == 302 or "Typed with care." in page or "explanation" in changed


def test_a_confirmation_that_is_void_is_shown_with_what_changed_and_cannot_be_signed(
    people: People, place: Place
) -> None:
    response = begun(people, place)
    task = saved(people, place, task_of(response), answer(value="yes"))
    confirmed(people, place, response)
    by_official = official(people)
    assert "Void" not in by_official.get(where("answer", people, response.pk)).content.decode()
    saved(people, place, task, answer(value="no"))
    for name in ("answer", "certify", "sign"):
        page = by_official.get(where(name, people, response.pk)).content.decode()
        assert "Void" in page and "the answer was yes, and is no" in page
    signed = {"name": "Jo Doe", "title": "Counsel"}
    assert by_official.post(where("sign", people, response.pk), signed).status_code == 409
    assert not Submission.objects.exists()


def test_whoever_signs_proves_anew_who_they_are_and_then_it_is_submitted(people: People, place: Place) -> None:
    response = begun(people, place)
    saved(people, place, task_of(response), answer())
    by_official = official(people)
    confirmed(people, place, response)
    signed = {"name": "Jo Doe", "title": "Counsel"}
    asked = by_official.post(where("sign", people, response.pk), signed)
    assert asked.status_code == 302 and asked.headers["Location"].startswith(reverse("account_reauthenticate"))
    wrong = by_official.post(asked.headers["Location"], {"password": "another password"})
    assert wrong.status_code == 422 and "another password" not in wrong.content.decode()
    assert not Submission.objects.exists()
    done = by_official.post(asked.headers["Location"], {"password": PASSWORD})
    assert done.headers["Location"] == where("receipt", people, response.pk)
    assert Submission.objects.get().title == "Counsel"


def test_a_copy_holds_all_that_was_sent_and_its_digests_are_those_of_the_receipt(
    people: People, place: Place, tmp_path: Path
) -> None:
    response = begun(people, place)
    upload = uploaded(people, place, tmp_path, TEXT)
    saved(people, place, task_of(response), answer(upload))
    sent = submitted(people, place, confirmed(people, place, response))
    got = editor(people).get(where("copy", people, response.pk)).getvalue()
    with zipfile.ZipFile(io.BytesIO(got)) as copy:
        assert copy.testzip() is None
        held = {name: copy.read(name) for name in copy.namelist()}
    receipt = json.loads(held["receipt.json"])
    assert hashlib.sha256(held["certified.json"]).hexdigest() == receipt["certified_sha256"]
    (document,) = receipt["documents"]
    (exhibit,) = (content for name, content in held.items() if name.startswith("exhibits/"))
    assert exhibit == TEXT and hashlib.sha256(exhibit).hexdigest() == document["sha256"]
    entry = held[sent.entry.file_name]
    assert entry.decode() == sent.entry.text
    events = {one["number"]: one for one in receipt["events"]}
    assert [one["kind"] for one in events.values()] == [
        "exhibit filed", "sheet filed", "entry filed", "response submitted",
    ]  # fmt: skip
    for number, told in events.items():
        assert Event.objects.get(chain=people.review.chain, number=number).digest == told["digest"]
    assert hashlib.sha256(entry).hexdigest() in Event.objects.get(digest=events[sent.entry.event.number]["digest"]).data


@pytest.mark.parametrize("who", [*TEAM, Role.ADMINISTRATOR, "other", "stranger", PUBLIC])
def test_a_draft_is_told_of_by_no_page_list_search_file_or_history_to_anybody_else(
    people: People, place: Place, tmp_path: Path, who: str
) -> None:
    response = begun(people, place)
    upload = uploaded(people, place, tmp_path, TEXT)
    task = saved(people, place, task_of(response), answer(upload))
    confirmed(people, place, response)
    client = people.client(who)
    slug, key = people.review.slug, people.government.key
    entries = where("entries", people)
    pages = [
        reverse("reviews"),
        *(where(name, people) for name in ("review", "history", "people", "deciding", "answers")),
    ]
    pages += [f"{entries}?q={ONLY_IN_A_DRAFT}", f"{entries}?q=quokka", f"{entries}?government={key}&kind=response"]
    pages += [where("government", people, key), where("decision", people, key), where("entry", people, REQUEST)]
    hidden = [where(name, people, response.pk) for name in ("answer", "certify", "receipt", "copy", "sign")]
    hidden += [where("claim", people, response.pk, task.place), where("documents", people, key)]
    hidden += [where("document", people, key, upload.document, upload.version)]
    hidden += [where("exhibit", people, f"{key}-exhibit-1-v1")]
    shown = [client.get(page) for page in pages]
    words = (ONLY_IN_A_DRAFT, upload.title, upload.blob_id[:16], "statements confirmed", "claim saved")
    for answered in shown:
        page = answered.content.decode().replace(f'value="{ONLY_IN_A_DRAFT}"', "")  # what was searched for
        assert not [word for word in words if word in page]
    assert {client.get(page).status_code for page in hidden} == {404}
    assert not Entry.objects.filter(review__slug=slug, text__contains=ONLY_IN_A_DRAFT).exists()
    export_folder(people.review, place, tmp_path / "out")
    exported = [file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file()]
    assert TEXT not in exported and not [text for text in exported if ONLY_IN_A_DRAFT.encode() in text]
    # What is hidden is there, so that nothing here holds because nothing is there.
    assert editor(people).get(where("claim", people, response.pk, task.place)).status_code == 200


def test_whoever_may_read_only_is_shown_no_button_and_told_who_may(people: People, place: Place) -> None:
    response = begun(people, place)
    task = saved(people, place, task_of(response), answer())
    viewer = people.client(Role.RESPONDENT_VIEWER)
    claim = where("claim", people, response.pk, task.place)
    page = viewer.get(claim).content.decode()
    assert 'name="done"' not in page and "An editor or the certifying official" in page
    refused = viewer.post(claim, typed(task))
    assert refused.status_code == 403 and "respondent&#39;s editor or certifying official" in refused.content.decode()
    certify = editor(people).get(where("certify", people, response.pk)).content.decode()
    assert 'name="statement"' not in certify and "one has to be the certifying official" in certify
