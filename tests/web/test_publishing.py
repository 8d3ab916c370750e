"""What is published is public for good, and what is not is reached by no channel."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from ascertain.docket.load import load_docket
from ascertain.docket.model import Entry as Filed
from ascertain.rulebook.bundled import bundled_folder
from ascertain.web.dockets.papers import docket_of
from ascertain.web.dockets.published import published_docket
from ascertain.web.mistakes import WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Refused
from ascertain.web.policy.principal import Principal
from ascertain.web.policy.roles import Role
from ascertain.web.policy.visible import visible_publications
from ascertain.web.records.models import Entry, Event, Exhibit, Publication, PublishedEntry, Redaction
from ascertain.web.services.approve_publication import approve_publication
from ascertain.web.services.file_entry import file_entry
from ascertain.web.services.prepare_publication import Choice, Shown, prepare_publication
from ascertain.web.services.redact_exhibit import redact_exhibit
from web.people import People

pytestmark = pytest.mark.django_db
ON = date(2017, 10, 12)
SECRET = "The Office will not be told of this."  # noqa: S105 - words of a test
REASON = "Withheld at the request of the court"


@pytest.fixture
def sealed(people: People, place: Place) -> Entry:
    """An entry about Chicago that is not to be published, with words that are nowhere else."""
    case = load_docket(bundled_folder("dockets") / "doj-1373-2017")
    entry = replace(
        case.entries[0], number=0, slug="", title="A sealed order", text=SECRET, claims=(), ends=(), about=("chicago",)
    )
    return file_entry(people.users[Role.LEAD], people.review, entry, place)


@pytest.fixture
def choice(people: People, sealed: Entry) -> Choice:
    """All but the sealed entry, and one held exhibit."""
    exhibit = Exhibit.objects.filter(review=people.review, blob__isnull=False)[0]
    return Choice({sealed.number: REASON}, {exhibit.key: Shown(exhibit.blob_id or "")}, ON, ON)


@pytest.fixture
def snapshot(people: People, place: Place, choice: Choice, sealed: Entry) -> Publication:
    """A public snapshot without the sealed entry."""
    made = prepare_publication(people.users[Role.PUBLISHER], people.review, choice, sealed.number)
    return approve_publication(people.users[Role.LEAD], made, made.digest, place)


def public_pages(client: Client, people: People, numbers: int) -> Iterator[tuple[str, bytes]]:
    """Every public address, with what it answers."""
    slug = people.review.slug
    named = ("published", "report", "published-csv", "published-json", "published-oscal")
    pages = [reverse("reviews"), reverse("feed", args=(slug,)), *(reverse(name, args=(slug, 1)) for name in named)]
    pages += [reverse("published", args=(slug, 1)) + query for query in ("?q=sealed", "?page=2", "?page=3", "?page=4")]
    pages += [reverse("published-entry", args=(slug, 1, number)) for number in range(1, numbers + 1)]
    for page in pages:
        answer = client.get(page)
        yield page, b"" if answer.status_code == 404 else answer.getvalue()


def test_nothing_is_public_before_another_person_approves(people: People, choice: Choice, sealed: Entry) -> None:
    made = prepare_publication(people.users[Role.PUBLISHER], people.review, choice, sealed.number)
    assert not visible_publications(Principal()).exists()
    client = people.client("public")
    assert client.get(reverse("latest", args=(people.review.slug,))).status_code == 404
    assert client.get(reverse("published", args=(people.review.slug, 1))).status_code == 404
    assert client.get(reverse("publication", args=(people.review.slug, made.pk))).status_code == 404


def test_whoever_prepares_does_not_approve(people: People, place: Place, choice: Choice, sealed: Entry) -> None:
    publisher = people.users[Role.PUBLISHER]
    made = prepare_publication(publisher, people.review, choice, sealed.number)
    with pytest.raises(WebError, match="does not approve"):
        approve_publication(publisher, made, made.digest, place)
    with pytest.raises(Refused):
        approve_publication(people.users[Role.REVIEWER], made, made.digest, place)


def test_what_is_withheld_is_reached_by_no_public_channel(people: People, snapshot: Publication, sealed: Entry) -> None:
    seen = dict(public_pages(people.client("public"), people, sealed.number))
    assert sum(bool(body) for body in seen.values()) == len(seen) - 1, "every page but the sealed entry's is there"
    for page, body in seen.items():
        assert SECRET.encode() not in body, page
        assert b"A sealed order" not in body, page
    assert REASON.encode() in seen[reverse("published", args=(people.review.slug, 1))]


def test_an_exhibit_is_public_only_if_it_was_chosen(people: People, snapshot: Publication, choice: Choice) -> None:
    client = people.client("public")
    chosen = next(iter(choice.exhibits))
    held = Exhibit.objects.filter(review=people.review, blob__isnull=False).exclude(key=chosen)
    assert held.exists()
    assert client.get(reverse("published-exhibit", args=(people.review.slug, 1, chosen))).status_code == 200
    for one in held:
        assert client.get(reverse("published-exhibit", args=(people.review.slug, 1, one.key))).status_code == 404


def test_the_findings_rest_on_what_is_shown_alone(people: People, place: Place, snapshot: Publication) -> None:
    shown, _ = published_docket(snapshot, place)
    whole, _ = docket_of(people.review, place)
    assert shown.entries == whole.entries[:-1]
    assert {claim.entry for claim in shown.record.claims} <= {str(entry.number) for entry in shown.entries}


def test_the_end_of_a_claim_that_only_a_withheld_entry_reports_is_not_told(people: People, place: Place) -> None:
    whole, _ = docket_of(Entry.objects.filter(review=people.review)[0].review, place)
    ended = next(claim for claim in whole.claims if claim.ending is not None)
    assert ended.ending is not None
    numbers = Entry.objects.filter(review=people.review).order_by("-number").values_list("number", flat=True)
    choice = Choice({int(ended.ending.entry): REASON}, {}, ON, ON)
    made = prepare_publication(people.users[Role.PUBLISHER], people.review, choice, numbers[0])
    shown, _ = published_docket(made, place)
    assert next(claim for claim in shown.claims if claim.id == ended.id).ending is None


def test_a_snapshot_never_changes_and_what_comes_later_is_in_a_later_one(
    people: People, place: Place, snapshot: Publication, sealed: Entry
) -> None:
    client = people.client("public")
    slug = people.review.slug
    before = client.get(reverse("published-json", args=(slug, 1))).content
    later = file_entry(people.users[Role.LEAD], people.review, replace(_entry(), title="A later one"), place)
    assert client.get(reverse("published-json", args=(slug, 1))).content == before
    assert client.get(reverse("published-entry", args=(slug, 1, later.number))).status_code == 404
    choice = Choice({sealed.number: REASON}, {}, ON, ON)
    second = prepare_publication(people.users[Role.PUBLISHER], people.review, choice, later.number)
    approve_publication(people.users[Role.LEAD], second, second.digest, place)
    assert client.get(reverse("published-entry", args=(slug, 2, later.number))).status_code == 200
    assert client.get(reverse("latest", args=(slug,))).headers["Location"] == reverse("published", args=(slug, 2))
    assert "There is a later one" in client.get(reverse("published", args=(slug, 1))).content.decode()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        PublishedEntry.objects.update(shown=True)


def _entry() -> Filed:
    case = load_docket(bundled_folder("dockets") / "doj-1373-2017")
    return replace(case.entries[0], number=0, slug="", claims=(), ends=())


def test_an_entry_filed_meanwhile_is_never_published_unseen(
    people: People, place: Place, choice: Choice, sealed: Entry
) -> None:
    publisher, lead = people.users[Role.PUBLISHER], people.users[Role.LEAD]
    made = prepare_publication(publisher, people.review, choice, sealed.number)
    file_entry(lead, people.review, _entry(), place)
    with pytest.raises(WebError, match="filed while you chose"):
        prepare_publication(publisher, people.review, choice, sealed.number)
    with pytest.raises(WebError, match="filed since this was prepared"):
        approve_publication(lead, made, made.digest, place)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"withheld": {3: " "}}, "withheld without a reason"),
        ({"withheld": {9999: "x"}}, "there is no entry 9999"),
        ({"exhibits": {"nothing": Shown("")}}, "there is no exhibit"),
        ({"exhibits": {"usc": Shown("0" * 64)}}, "there is no exhibit|shown otherwise"),
    ],
)
def test_a_choice_that_is_not_in_order_prepares_nothing(
    people: People, choice: Choice, sealed: Entry, change: dict[str, object], said: str
) -> None:
    before = Event.objects.count()
    with pytest.raises(WebError, match=said):
        prepare_publication(
            people.users[Role.PUBLISHER],
            people.review,
            replace(choice, **change),  # type: ignore[arg-type] # the fields' own
            sealed.number,
        )
    assert (Event.objects.count(), Publication.objects.count()) == (before, 0)


def test_a_report_is_one_page_under_its_own_policy(people: People, snapshot: Publication) -> None:
    answer = people.client("public").get(reverse("report", args=(people.review.slug, 1)))
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert "Record of findings" in answer.content.decode()


def test_the_feed_the_table_and_the_json_are_what_they_say(people: People, snapshot: Publication) -> None:
    client = people.client("public")
    slug = people.review.slug
    atom = client.get(reverse("feed", args=(slug,)))
    assert "Publication 1" in atom.content.decode()
    assert snapshot.digest in atom.content.decode()
    table = client.get(reverse("published-csv", args=(slug, 1))).content.decode().splitlines()
    assert table[0] == "number,kind,title,date,filed,by,deadline,answers,digest"
    assert len(table) == 1 + snapshot.entries.filter(shown=True).count()
    assert len(json.loads(client.get(reverse("published-json", args=(slug, 1))).content)["members"]) == 10


def test_the_form_prepares_what_is_ticked_and_keeps_what_was_typed_when_refused(people: People, sealed: Entry) -> None:
    client = people.client(Role.PUBLISHER)
    page = reverse("publications", args=(people.review.slug,))
    ticked = [str(number) for number in range(1, sealed.number)]
    sent: dict[str, object] = {"last": str(sealed.number), "on": "2017-10-12", "entry": ticked}
    refused = client.post(page, sent)
    assert refused.status_code == 409
    assert "without a reason" in refused.content.decode()
    assert refused.content.decode().count('name="entry"') - refused.content.decode().count(" checked") == 1
    for on, said in (("1066-01-01", "does not answer for"), ("soon", "is no day")):
        assert said in client.post(page, sent | {"on": on}).content.decode()
    assert client.post(page, sent | {f"reason-{sealed.number}": REASON}).status_code == 302
    made = Publication.objects.get()
    assert made.entries.filter(shown=False).values_list("entry__number", "reason")[0] == (sealed.number, REASON)


def redacted(
    people: People, place: Place, *words: str, reason: str = "A name, for the safety of its bearer"
) -> Redaction:
    held = Exhibit.objects.filter(review=people.review, blob__isnull=False)
    exhibit = next(one for one in held if b"mmigration" in place.blob(one.blob_id or "").read_bytes())
    return redact_exhibit(people.users[Role.PUBLISHER], exhibit, words, reason, False, place)


def test_a_redacted_exhibit_is_published_in_place_of_the_filed_one_with_its_reason(
    people: People, place: Place, sealed: Entry
) -> None:
    made = redacted(people, place, "immigration")
    assert b"mmigration" in place.blob(made.exhibit.blob_id or "").read_bytes()
    client = people.client(Role.PUBLISHER)
    page = reverse("publications", args=(people.review.slug,))
    ticked = [str(number) for number in range(1, sealed.number)]
    sent = {"last": str(sealed.number), "on": "2017-10-12", "entry": ticked, f"reason-{sealed.number}": REASON}
    assert client.post(page, sent | {f"exhibit-{made.exhibit.key}": str(made.pk)}).status_code == 302
    snapshot = Publication.objects.get()
    approve_publication(people.users[Role.LEAD], snapshot, snapshot.digest, place)
    public = people.client("public").get(reverse("published-exhibit", args=(people.review.slug, 1, made.exhibit.key)))
    assert b"mmigration" not in public.getvalue()
    shown = snapshot.exhibits.get(exhibit=made.exhibit)
    assert (shown.blob_id, shown.reason) == (made.blob_id, made.reason)


def test_what_was_marked_is_told_to_nobody_but_the_team(people: People, place: Place) -> None:
    made = redacted(people, place, "immigration")
    events = Event.objects.filter(chain=people.review.chain, kind="exhibit redacted")
    assert "mmigration" not in "".join(events.values_list("data", flat=True))
    page = reverse("redactions", args=(people.review.slug, made.exhibit.key))
    for who in (Role.RESPONDENT_EDITOR, "other", "public"):
        assert people.client(who).get(page).status_code in (403, 404)


@pytest.mark.parametrize(
    ("words", "reason", "said"),
    [
        ((" ",), "A name", "not said what to remove"),
        (("immigration",), " ", "not said what to remove"),
        (("immigration",), "The word Immigration was removed", "the reason tells what is removed"),
        (("nowhere in it",), "A name", "nowhere"),
    ],
)
def test_what_cannot_be_redacted_in_good_order_is_not(
    people: People, place: Place, words: tuple[str, ...], reason: str, said: str
) -> None:
    before = Event.objects.count()
    with pytest.raises(WebError, match=said):
        redacted(people, place, *words, reason=reason)
    assert Event.objects.count() == before


def test_all_entries_are_ticked_at_once_without_losing_what_was_typed(people: People) -> None:
    client, where = people.client(Role.PUBLISHER), reverse("publications", args=(people.review.slug,))
    count = Entry.objects.filter(review=people.review).count()
    assert client.get(where).content.decode().count(" checked") == 0
    every = client.post(where, {"tick": "all", "last": count, "reason-3": "Sealed by the court", "on": "2017-10-12"})
    assert (every.status_code, every.content.decode().count(" checked")) == (200, count)
    assert "Sealed by the court" in every.content.decode() and 'value="2017-10-12"' in every.content.decode()
    none = client.post(where, {"tick": "none", "entry": ["1", "2"]})
    assert none.content.decode().count(" checked") == 0
    assert not Publication.objects.exists()
