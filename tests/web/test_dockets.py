"""A docket's folder goes into the database and comes out as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management.color import no_style
from django.db import connection, transaction

from ascertain.docket.files import FRONT
from ascertain.docket.load import load_docket, read_docket
from ascertain.docket.mistakes import DocketError
from ascertain.docket.model import Docket
from ascertain.record.model import Ending
from ascertain.rulebook.bundled import bundled_folder
from ascertain.rulebook.dates import Moment
from ascertain.web.dockets.exporting import export_folder
from ascertain.web.dockets.papers import docket_of, newest_sheets, papers_of
from ascertain.web.dockets.part import part_of
from ascertain.web.dockets.rows import add_sheet
from ascertain.web.mistakes import WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Refused
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Entry, Event, Review, Sheet
from ascertain.web.services.file_entry import file_entry
from ascertain.web.services.import_docket import import_docket
from web.people import People

CASE = bundled_folder("dockets") / "doj-1373-2017"


@pytest.fixture(scope="module")
def case() -> Docket:
    return load_docket(CASE)


def quiet(_: str) -> None: ...


@pytest.mark.django_db
def test_what_was_taken_over_reads_as_the_folder_did(people: People, place: Place, case: Docket) -> None:
    assert docket_of(people.review, place)[0] == case


@pytest.mark.django_db
def test_an_exported_folder_holds_the_same_files_byte_for_byte(people: People, place: Place, tmp_path: Path) -> None:
    export_folder(people.review, place, tmp_path / "out")
    files = {file.relative_to(tmp_path / "out"): file.read_bytes() for file in (tmp_path / "out").rglob("*.*")}
    assert files == {name: (CASE / name).read_bytes() for name in files}
    assert {str(name) for name in files} >= {"docket.md", "governments.csv", "arguments.yaml", "awards.csv"}
    assert load_docket(tmp_path / "out") == load_docket(CASE)


@pytest.mark.django_db
def test_an_exported_folder_can_be_taken_over_again(people: People, place: Place, tmp_path: Path, case: Docket) -> None:
    export_folder(people.review, place, tmp_path / "out")
    head = tmp_path / "out" / "docket.md"
    head.write_text(head.read_text().replace("id: doj-1373-2017", "id: again"))
    again = import_docket(people.users[Role.ADMINISTRATOR], tmp_path / "out", place, quiet)
    assert docket_of(again, place)[0] == replace(case, id="again")


@pytest.mark.django_db
def test_a_docket_with_mistakes_or_a_taken_id_leaves_nothing_behind(
    people: People, place: Place, tmp_path: Path
) -> None:
    before = (Review.objects.count(), Event.objects.count(), Entry.objects.count())
    administrator = people.users[Role.ADMINISTRATOR]
    with pytest.raises(WebError, match="there is a review with the id"):
        import_docket(administrator, CASE, place, quiet)
    (tmp_path / "docket.md").write_text("---\nid: broken\n---\n")
    with pytest.raises(DocketError):
        import_docket(administrator, tmp_path, place, quiet)
    assert (Review.objects.count(), Event.objects.count(), Entry.objects.count()) == before


@pytest.mark.django_db
def test_only_an_administrator_or_who_leads_a_review_opens_one(people: People, place: Place) -> None:
    for who in set(people.users) - {Role.ADMINISTRATOR, Role.LEAD}:
        with pytest.raises(Refused, match="lead or administrator"):
            import_docket(people.users[who], CASE, place, quiet)


@pytest.mark.django_db
def test_a_filed_entry_takes_the_next_number_and_the_docket_has_it(people: People, place: Place, case: Docket) -> None:
    entry = replace(case.entries[0], number=0, slug="", title="A new one", claims=(), ends=())
    filed = file_entry(people.users[Role.LEAD], people.review, entry, place)
    assert filed.number == len(case.entries) + 1
    found = docket_of(Review.objects.get(pk=people.review.pk), place)[0]
    assert found.entries[:-1] == case.entries
    assert found.entries[-1].title == "A new one"
    assert {one.government.key for one in filed.parties.select_related("government")} == set(entry.about)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["plain", "with claims", "ending a claim"])
def test_a_docket_known_by_its_new_entry_is_the_docket_read_anew(
    people: People, place: Place, case: Docket, kind: str
) -> None:
    plain = replace(case.entries[0], number=0, slug="", title=f"Entry {kind}", claims=(), ends=())
    entry = {
        "plain": plain,
        "with claims": replace(case.entries[0], number=0, slug="", title="Entry with claims", ends=()),
        "ending a claim": replace(plain, ends=(Ending("1.1", Moment.parse("2017-10"), plain.filed),)),
    }[kind]
    before = docket_of(people.review, place)[0]
    if kind == "ending a claim":
        open_ = next(claim for claim in before.claims if claim.ending is None and claim.period.end is None)
        entry = replace(entry, ends=(Ending(open_.id, Moment.parse("2026-01"), plain.filed),))
    file_entry(people.users[Role.LEAD], people.review, entry, place)
    known = docket_of(people.review, place)[0]
    anew = read_docket(papers_of(people.review, place))
    assert known == anew
    assert (known.digest, known.record.claims) == (anew.digest, anew.record.claims)
    assert known.digest != before.digest


@pytest.mark.django_db
def test_what_was_taken_back_is_never_shown_for_what_has_its_row_now(
    people: People, place: Place, case: Docket
) -> None:
    def filed(title: str) -> tuple[tuple[int, int], tuple[str, str]]:
        with (
            connection.cursor() as cursor
        ):  # a failed transaction's numbers are given out again, also where none need be
            for reset in connection.ops.sequence_reset_sql(no_style(), [Entry, Sheet]):
                cursor.execute(reset)
        front = newest_sheets(people.review)[FRONT].replace(f"title: {case.title}", f"title: {title}")
        sheet = add_sheet(people.review, people.users[Role.LEAD], FRONT, front)
        entry = replace(case.entries[0], number=0, slug="", title=title, claims=(), ends=())
        row = file_entry(people.users[Role.LEAD], people.review, entry, place)
        read = part_of(people.review, place, Entry.objects.filter(pk=row.pk), entry.about)
        return (sheet.pk, row.pk), (read.title, read.entries[0].title)

    with pytest.raises(ConnectionError), transaction.atomic():
        rows, titles = filed("Taken back")
        raise ConnectionError
    assert titles == ("Taken back", "Taken back")
    assert filed("What stands") == (rows, ("What stands", "What stands"))


@pytest.mark.django_db
def test_a_refused_entry_leaves_no_trace(people: People, place: Place, case: Docket) -> None:
    before = Event.objects.count()
    wrong = replace(case.entries[0], number=0, slug="", about=("nowhere",), claims=(), ends=())
    with pytest.raises(DocketError, match="nowhere"):
        file_entry(people.users[Role.LEAD], people.review, wrong, place)
    with transaction.atomic(), pytest.raises(Refused, match="lead"):
        file_entry(people.users[Role.REVIEWER], people.review, wrong, place)
    assert Event.objects.count() == before
