"""Findings in the web docket are those of the report, on the days asked for, and rest on what a reader may read."""

from __future__ import annotations

import re
from datetime import date
from threading import Event as Signal

import pytest
from django.urls import reverse

from ascertain.docket.model import Docket
from ascertain.publish.html.asking import Answers
from ascertain.publish.html.board import board, questions_of, teller_of
from ascertain.rulebook.mistakes import BadInput
from ascertain.rulebook.model.book import Rulebook
from ascertain.web.asking import deriving
from ascertain.web.asking.desk import Desk, Progress, Working
from ascertain.web.dockets.papers import docket_of
from ascertain.web.dockets.seen import rests_on, seen_docket
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.policy.visible import principal_of, visible_entries
from ascertain.web.records.models import Entry
from web.people import People

ON = date(2017, 7, 6)
DAYS = f"?on={ON}&known={ON}"


def page(people: People, who: str, name: str, *more: str, query: str = DAYS) -> str:
    answer = people.client(who).get(reverse(name, args=(people.review.slug, *more)) + query)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.django_db
def test_the_matrix_is_that_of_the_report(people: People, place: Place) -> None:
    docket, rulebook = docket_of(people.review, place)
    teller = teller_of(docket, rulebook, Answers(docket, rulebook, ON, ON), ON, ON)
    members = [docket.governments[one.government] for one in docket.members]
    expected = board(questions_of(docket, rulebook, ON), members, teller, lambda _: None)
    told = page(people, Role.LEAD, "findings")
    rows = told.partition("<tbody")[2].partition("</tbody>")[0].split("<tr")[1:]
    assert len(rows) == len(expected.matrix.rows)
    shown = {words_of("<" + row).split("  ")[0] for row in rows}
    for row in expected.matrix.rows:
        whole = next(one for one in shown if one.startswith(row.head.text))
        assert [each.word for cell in row.cells for each, _ in cell.alike] == re.findall(
            r"does not hold|holds|open|silent|conflict", re.sub(r"Standards differ", "", _cells(rows, row.head.text))
        ), whole


def _cells(rows: list[str], name: str) -> str:
    row = next(row for row in rows if f">{name}<" in row)
    return " ".join(re.findall(r'<span class="answer">.*?</svg>([^<]*)</span>', row))


@pytest.mark.django_db
def test_a_finding_has_its_proof_and_what_it_turns_on_and_both_sides_arguments(people: People) -> None:
    told = words_of(page(people, Role.LEAD, "finding", "chicago-_complies"))
    for part in ("The proof", "What it turns on", "Questions of law", "Argued by governments under review", "Receipt"):
        assert part in told


@pytest.mark.django_db
@pytest.mark.parametrize("who", [Role.LEAD, Role.CERTIFYING_OFFICIAL])
def test_every_link_of_a_finding_leads_to_a_page(people: People, who: str) -> None:
    client = people.client(who)
    places = (
        ("finding", "chicago-_complies"),
        ("findings",),
        ("law",),
        ("authority", "usc-8-1373"),
        ("government", "chicago"),
    )
    links = {link for name, *more in places for link in re.findall(r'href="(/[^"#]*)', page(people, who, name, *more))}
    assert len(links) > 20
    plain = {link.replace("&amp;", "&") for link in links if not link.startswith("/static/")}
    missing = [link for link in sorted(plain) if client.get(link).status_code != 200]
    assert missing == []


@pytest.mark.django_db
def test_every_link_within_a_page_has_its_place_on_it(people: People) -> None:
    for name, *more in (("law",), ("authority", "usc-8-1373"), ("finding", "chicago-_complies"), ("findings",)):
        told = page(people, Role.LEAD, name, *more)
        ids = set(re.findall(r' id="([^"]+)"', told))
        assert set(re.findall(r'href="#([^"]+)"', told)) - ids == set()


@pytest.mark.django_db
def test_a_respondent_is_told_the_findings_of_their_own_government_and_of_no_other(people: People) -> None:
    told = page(people, Role.CERTIFYING_OFFICIAL, "findings")
    whole = page(people, Role.LEAD, "findings")
    for html, others in ((whole, True), (told, False)):
        assert "City of Chicago" in html
        assert ("Milwaukee" in html) == others


@pytest.mark.django_db
def test_no_page_of_findings_names_or_leads_to_an_entry_that_its_reader_may_not_read(people: People) -> None:
    seen = visible_entries(principal_of(people.users[Role.CERTIFYING_OFFICIAL]), people.review)
    hidden = Entry.objects.filter(review=people.review).exclude(pk__in=seen.values("pk"))
    assert hidden.count() > 20
    for name, *more in (("findings",), ("law",), ("finding", "chicago-_complies")):
        told = page(people, Role.CERTIFYING_OFFICIAL, name, *more)
        for entry in hidden:
            assert f'/entries/{entry.number}"' not in told
            assert f"Entry {entry.number}<" not in told


@pytest.mark.django_db
def test_what_would_rest_on_an_entry_that_they_may_not_read_is_withheld(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deriving, "rests_on", lambda docket, key: frozenset({999_999}))
    query = "?on=2017-07-07&known=2017-07-07"
    for name, *more in (("findings",), ("finding", "chicago-_complies")):
        told = page(people, Role.CERTIFYING_OFFICIAL, name, *more, query=query)
        assert "rest on entries that you may not read" in told
        assert '<span class="answer">' not in told
        assert "rest on entries" not in page(people, Role.LEAD, name, *more, query=query)


@pytest.fixture
def held(people: People, place: Place) -> tuple[Docket, Rulebook]:
    return docket_of(people.review, place)


@pytest.mark.django_db
def test_what_is_made_of_a_part_of_a_docket_can_tell_of_nothing_else(held: tuple[Docket, Rulebook]) -> None:
    docket, rulebook = held
    numbers = rests_on(docket, "chicago")
    part = seen_docket(docket, rulebook, numbers, {"chicago"})
    assert {entry.number for entry in part.entries} == numbers
    assert {int(claim.entry) for claim in part.record.claims} <= numbers
    assert set(part.governments) == {one.government for one in part.members} == {"chicago"}
    assert {award.government for award in part.awards} <= {"chicago"}
    assert set(part.arguments) < set(docket.arguments)
    assert part.digest != docket.digest
    assert part.digest != seen_docket(docket, rulebook, numbers, {"milwaukee-county"}).digest
    same = [claim for claim in part.claims if claim.government == "chicago"]
    assert same == [claim for claim in docket.claims if claim.government == "chicago"]


@pytest.mark.django_db
def test_an_end_that_an_unseen_entry_reports_is_not_seen(held: tuple[Docket, Rulebook]) -> None:
    docket, rulebook = held
    ended = next(claim for claim in docket.claims if claim.ending)
    assert ended.ending is not None
    assert int(ended.ending.entry) in rests_on(docket, ended.government)
    part = seen_docket(docket, rulebook, {int(ended.entry)}, {ended.government})
    assert [claim.ending for claim in part.claims if claim.id == ended.id] == [None]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["findings", "law"])
def test_a_day_that_the_rulebook_does_not_answer_for_is_one_clear_message(people: People, name: str) -> None:
    where = reverse(name, args=(people.review.slug,))
    answer = people.client(Role.LEAD).get(f"{where}?on=1990-01-01")
    assert answer.status_code == 400
    assert "the rulebook section-1373 answers" in answer.content.decode()


@pytest.mark.django_db
def test_a_question_that_nobody_asks_is_not_there(people: People) -> None:
    for place_ in ("chicago-_no-such-question", "nowhere-_complies", "chicago", "-_"):
        where = reverse("finding", args=(people.review.slug, place_))
        assert people.client(Role.LEAD).get(where).status_code == 404


def test_whoever_asks_for_slow_work_is_told_how_far_it_is_and_then_what_came_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()  # with threads, as when it is served
    begun, done = Signal(), Signal()
    counted: list[int] = []

    def slow(progress: Progress) -> str:
        counted.append(1)
        progress("half of it")
        begun.set()
        assert done.wait(30)
        return "made"

    slowly: Desk[str] = Desk(patience=0.01)
    assert isinstance(slowly.ask("a", slow), Working)
    assert begun.wait(30)
    told = slowly.ask("a", slow)
    assert isinstance(told, Working) and told.told == "half of it"
    done.set()
    while isinstance(told, Working):
        told = slowly.ask("a", slow)
    assert (told, len(counted)) == ("made", 1)


def test_what_went_wrong_is_told_and_tried_anew() -> None:
    tried: list[int] = []

    def broken(_: Progress) -> str:
        tried.append(1)
        raise WebError(Code.UNFIT, "no", "try another")

    anew: Desk[str] = Desk()
    for _ in range(2):
        with pytest.raises(BadInput):
            anew.ask("a", broken)
    assert len(tried) == 2
