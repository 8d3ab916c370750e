"""What happened can be added to, and nothing else."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from ascertain.web.chain.append import happened
from ascertain.web.chain.kinds import Happened
from ascertain.web.chain.link import Link, canonical
from ascertain.web.chain.verify import Break, verify_all
from ascertain.web.place import Place
from ascertain.web.records.models import Blob, Chain, Entry, Event, Sheet
from ascertain.web.records.unchanging import allow_change
from web.people import People


def write(count: int) -> Chain:
    for number in range(count):
        happened("a chain", Happened.ENTRY_FILED, None, f"entries/{number}", {"number": number})
    return Chain.objects.get(name="a chain")


def unlocked(*tables: str) -> None:
    """What an intruder with the database's own password could do."""
    allow_change(connection, tables)


def breaks(place: Place, chain: str) -> list[Break]:
    return [one for one in verify_all(place) if one.chain == chain]


@pytest.mark.django_db
def test_each_event_holds_the_digest_of_the_one_before() -> None:
    chain = write(3)
    first, second, third = chain.events.order_by("number")
    assert (first.previous, second.previous, third.previous) == ("", first.digest, second.digest)
    assert (chain.length, chain.head) == (3, third.digest)


@pytest.mark.django_db
def test_an_event_is_written_only_together_with_what_it_tells_of() -> None:
    with pytest.raises(RuntimeError, match="transaction"), transaction.atomic():
        happened("a chain", Happened.ENTRY_FILED, None, "entries/1", {})
        raise RuntimeError("the transaction fails")
    assert not Event.objects.filter(chain__name="a chain").exists()


@pytest.mark.django_db(transaction=False)
@pytest.mark.parametrize("model", [Event, Entry, Sheet, Blob])
def test_the_database_itself_refuses_to_change_or_take_away_what_is_on_the_record(
    people: People, model: type[Event] | type[Entry] | type[Sheet] | type[Blob]
) -> None:
    field = {Event: "subject", Entry: "title", Sheet: "text", Blob: "size"}[model]
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        model.objects.all().update(**{field: 1})
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"DELETE FROM {model._meta.db_table}")  # noqa: S608 - the name is Django's own


@pytest.mark.django_db
def test_a_chain_as_written_verifies(people: People, place: Place) -> None:
    assert list(verify_all(place)) == []


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["subject", "kind", "data", "at"])
def test_a_changed_event_is_found(place: Place, field: str) -> None:
    chain = write(3)
    unlocked("event")
    changed = {"subject": "entries/9", "kind": "review opened", "data": "{}", "at": "2001-01-01T00:00:00Z"}[field]
    chain.events.filter(number=2).update(**{field: changed})
    assert Break("a chain", 2, "this event is not what was written") in breaks(place, "a chain")


@pytest.mark.django_db
@pytest.mark.parametrize(("taken", "said"), [(2, "event 2 is missing"), (3, "should end with event 3")])
def test_an_event_that_was_taken_away_is_missed(place: Place, taken: int, said: str) -> None:
    chain = write(3)
    unlocked("event")
    chain.events.filter(number=taken).delete()
    assert any(said in one.message for one in breaks(place, "a chain"))


@pytest.mark.django_db
def test_an_event_rewritten_with_its_own_digest_no_longer_fits_the_next(place: Place) -> None:
    chain = write(3)
    unlocked("event")
    event = chain.events.get(number=2)
    forged = Link("a chain", 2, event.at.isoformat(), 0, event.kind, "forged", event.data, event.previous)
    chain.events.filter(number=2).update(subject="forged", digest=forged.digest())
    assert Break("a chain", 3, "this event does not follow the one before it") in breaks(place, "a chain")


@pytest.mark.django_db
def test_a_changed_paper_and_a_missing_one_are_found(people: People, place: Place) -> None:
    unlocked("entry", "entryparty", "entryexhibit")
    entries = Entry.objects.filter(review=people.review)
    entries.filter(number=1).update(text="something else")
    entries.filter(number=2).update(number=2)  # nothing that a digest covers
    last = entries.order_by("-number")[0]
    last.parties.all().delete()
    last.cited.all().delete()
    if connection.vendor == "postgresql":  # there its words hang on it
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM records_words WHERE entry_id = %s", [last.pk])
    last.delete()
    said = [one.message for one in breaks(place, people.review.slug)]
    first = entries.get(number=1)
    assert said == [
        f"the text of entries/{first.file_name} is not what was filed",
        f"entries/{last.file_name} was filed, and is missing",
    ]


@pytest.mark.django_db
def test_a_changed_or_missing_file_of_an_exhibit_is_found(people: People, place: Place) -> None:
    blob = Blob.objects.order_by("sha256")[0]
    path = place.blob(blob.sha256)
    held = path.read_bytes()
    try:
        path.write_bytes(held + b" ")
        assert [one.message for one in verify_all(place)] == [
            f"the file of the exhibit {blob.sha256} is not what was filed"
        ]
        path.unlink()
        assert [one.message for one in verify_all(place)] == [f"the file of the exhibit {blob.sha256} is missing"]
    finally:
        path.write_bytes(held)


def test_equal_data_has_one_canonical_form() -> None:
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'
