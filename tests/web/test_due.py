"""What falls due is done by one command, at any time, also by two at once, and nothing is told twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse

from ascertain.docket.files import FRONT
from ascertain.docket.load import load_docket
from ascertain.quantities.workdays import Calendar
from ascertain.rulebook.bundled import bundled_folder
from ascertain.web.chain.verify import verify_all
from ascertain.web.dockets.papers import newest_sheets
from ascertain.web.dockets.rows import add_sheet
from ascertain.web.place import Place
from ascertain.web.policy.roles import RESPONDENTS, TEAM, Role
from ascertain.web.records.models import Digest, Event, Message, Review
from ascertain.web.requesting import counting
from ascertain.web.requesting.calendars import calendars_for
from ascertain.web.requesting.deadlines import closes
from ascertain.web.services.do_due import Done, do_due
from ascertain.web.services.file_entry import file_entry
from web.asked import NOW, ZONE, sent
from web.people import People

pytestmark = pytest.mark.django_db
DUE = date(2026, 12, 9)
SLUG = "doj-1373-2017"


@pytest.fixture(autouse=True)
def _mailing(settings: object) -> None:
    settings.DEFAULT_FROM_EMAIL = "review@agency.example"  # type: ignore[attr-defined]


def test_a_run_reminds_and_mails_and_the_next_finds_it_done(people: People, place: Place) -> None:
    sent(people, place)
    assert do_due(NOW, place, False) == (Done(SLUG, 0, 3, 0),)
    near = NOW + timedelta(days=9)
    assert do_due(near, place, False) == (Done(SLUG, 1, 3, 0),)
    assert do_due(near, place, False) == (Done(SLUG, 0, 0, 0),)
    after = closes(DUE, ZONE) + timedelta(hours=1)
    assert do_due(after, place, False) == (Done(SLUG, 1, 3, 0),)
    assert [one.kind for one in Message.objects.filter(address="")] == ["request", "reminder", "overdue"]
    assert len(mail.outbox) == 9
    written = Event.objects.filter(kind="reminder written")
    assert [one.actor for one in written] == [None, None]
    assert not list(verify_all(place))


def test_a_review_that_cannot_be_read_keeps_no_other_from_being_served(people: People, place: Place) -> None:
    sent(people, place)
    front = newest_sheets(people.review)[FRONT]
    add_sheet(people.review, people.users[Role.LEAD], FRONT, front.replace("rulebook: section-1373", "rulebook: gone"))
    (done,) = do_due(NOW, place, False)
    assert (done.reminded, done.mailed) == (0, 3)
    assert done.problem == 'there is no rulebook "gone"'


def test_a_digest_tells_each_what_they_may_read_once_a_day(people: People, place: Place) -> None:
    case = load_docket(bundled_folder("dockets") / SLUG)
    of_chicago = next(one for one in case.entries if one.about == ("chicago",))
    entry = replace(of_chicago, number=0, slug="", title="Of Chicago alone", claims=(), ends=())
    filed = file_entry(people.users[Role.LEAD], people.review, entry, place)
    now = filed.event.at + timedelta(minutes=1)
    many = do_due(now, place, True)[0].digests
    assert many >= len(TEAM) + len(RESPONDENTS)
    told = {one.to[0]: one.body for one in mail.outbox}
    assert "Of Chicago alone" in told["lead@agency.example"]
    assert "Of Chicago alone" in told[people.users[Role.RESPONDENT_VIEWER].email]
    assert "Of Chicago alone" not in told.get("official@milwaukee.example", "")
    assert "stranger@work.example" not in told and "site@agency.example" not in told
    assert do_due(now + timedelta(minutes=15), place, True)[0].digests == 0
    assert do_due(now + timedelta(days=1), place, True)[0].digests == 0, "nothing was filed since"
    assert Digest.objects.count() == many


def test_a_digest_that_did_not_leave_is_sent_by_the_next_run(
    people: People, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = Event.objects.order_by("-at")[0].at + timedelta(minutes=1)

    def refuse(_: object) -> int:
        raise ConnectionRefusedError

    with monkeypatch.context() as refused:
        refused.setattr("django.core.mail.EmailMessage.send", refuse)
        assert do_due(now, place, True)[0].digests == 0
    assert do_due(now, place, True)[0].digests > 0


def test_without_a_mail_server_no_digest_is_kept(people: People, place: Place, settings: object) -> None:
    settings.DEFAULT_FROM_EMAIL = ""  # type: ignore[attr-defined]
    assert do_due(Event.objects.order_by("-at")[0].at, place, True)[0].digests == 0
    assert not Digest.objects.exists()


def test_holidays_entered_later_move_no_deadline_and_the_page_says_so(
    people: People, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    sending = sent(people, place)
    where = reverse("request", args=(people.review.slug, sending.entry.number))
    client = people.client(Role.CERTIFYING_OFFICIAL)
    assert "By the calendar as it stands now" not in client.get(where).content.decode()

    def with_another(rulebook: object) -> dict[str, Calendar]:
        known = calendars_for(rulebook)  # type: ignore[arg-type]
        federal = known["federal"]
        return {**known, "federal": replace(federal, closed=federal.closed | {DUE.toordinal()})}

    monkeypatch.setattr(counting, "calendars_for", with_another)
    page = client.get(where).content.decode()
    assert "By the calendar as it stands now it would be 2026-12-10" in page
    assert f"Public deadline: {DUE}" in page
    assert Review.objects.filter(slug=SLUG).exists()
