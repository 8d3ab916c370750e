"""A letter from its draft to what became of it: nothing lost, nothing told twice, nobody approving their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from django.urls import reverse

from ascertain.web.dockets.papers import docket_of
from ascertain.web.mistakes import WebError
from ascertain.web.place import Place
from ascertain.web.policy.decide import Refused
from ascertain.web.policy.roles import Role
from ascertain.web.policy.visible import principal_of, visible_letters, visible_messages, visible_sendings
from ascertain.web.records.models import (
    Delivery,
    Entry,
    Event,
    Extension,
    Government,
    LateAcceptance,
    Letter,
    LetterVersion,
    Message,
    Sending,
)
from ascertain.web.requesting.deadlines import Rule, Terms, closes
from ascertain.web.requesting.drafting import draft_text
from ascertain.web.requesting.letters import DEADLINE, SENT
from ascertain.web.requesting.progress import Asked, Progress, asked_of
from ascertain.web.services.accept_late import accept_late
from ascertain.web.services.approve_letter import approve_letter
from ascertain.web.services.begin_response import begin_response
from ascertain.web.services.deliver_mail import BEGUN, FAILED, MAILED, deliver_mail
from ascertain.web.services.extend_deadline import extend_deadline
from ascertain.web.services.make_calendar_address import make_calendar_address
from ascertain.web.services.remind import remind
from ascertain.web.services.save_letter import DraftedMeanwhile, begin_letter, newest_of, read, save_letter
from ascertain.web.services.send_letter import send_letter
from web.asked import LETTER, NOW, ZONE, begun, sent
from web.people import People

pytestmark = pytest.mark.django_db
DUE = date(2026, 12, 9)
AFTER = closes(DUE, ZONE) + timedelta(hours=1)


def standing(people: People, sending: Sending, place: Place, now: object = NOW) -> Asked:
    sending = Sending.objects.select_related("entry__review__chain").get(pk=sending.pk)
    governments = list(Government.objects.filter(review=people.review))
    (found,) = asked_of(sending, governments, now, place)  # type: ignore[arg-type]
    return found


def test_a_letter_is_drafted_from_what_is_open_with_its_two_days_left_to_the_sending(
    people: People, place: Place
) -> None:
    docket, rulebook = docket_of(people.review, place)
    text = draft_text(docket, rulebook, "chicago", date(2017, 6, 1), date(2017, 6, 1))
    assert "We ask you for evidence on" in text and "9999" not in text
    assert f"**Date:** {SENT}" in text and text.count(DEADLINE) >= 2
    assert replace(LETTER, text=text).filled(date(2026, 11, 24), sent(people, place)).count("2026-12-09") >= 2  # type: ignore[arg-type]


def test_a_government_can_answer_what_is_asked_after_the_last_day_that_the_rulebook_answers_for(
    people: People, place: Place
) -> None:
    official = people.users[Role.CERTIFYING_OFFICIAL]
    response = begin_response(official, people.government, sent(people, place).entry, place)
    assert "government's policy has a saving clause for § 1373" in response.tasks.values_list("term", flat=True)


def test_sending_files_the_request_keeps_what_was_sent_and_tells_everybody_of_the_government(
    people: People, place: Place
) -> None:
    sending = sent(people, place)
    entry = docket_of(people.review, place)[0].entries[sending.entry.number - 1]
    assert (entry.kind, entry.to, str(entry.deadline)) == ("request", ("chicago",), "2026-12-09")
    assert entry.text.strip() == "Send us the ordinance by 2026-12-09 (through the end of the day, America/New_York)."
    messages = list(sending.messages.all())
    assert {one.address for one in messages} == {
        "", "respondent_viewer@work.example", "respondent_editor@work.example", "certifying_official@work.example",
    }  # fmt: skip
    assert {one.text for one in messages} == {
        f"{entry.text.strip()}\n\n--\nEntry {entry.number} of the docket “{people.review.title}”, "
        f"by {people.review.reviewer}."
    }
    assert "2026-11-26" in sending.steps[1]


def test_sent_twice_it_goes_out_once(people: People, place: Place) -> None:
    sending = sent(people, place)
    entries, events, messages = Entry.objects.count(), Event.objects.count(), Message.objects.count()
    letter = sending.version.letter
    assert send_letter(people.users[Role.LEAD], letter, sending.version.digest, AFTER, place) == sending
    assert (Entry.objects.count(), Event.objects.count(), Message.objects.count()) == (entries, events, messages)


def test_a_form_that_is_sent_twice_begins_one_letter(people: People) -> None:
    assert begun(people) == begun(people)
    assert begun(people, key="another").number == 2


def test_nobody_approves_what_they_drafted_some_of(people: People) -> None:
    letter, lead = begun(people), people.users[Role.LEAD]
    save_letter(lead, letter, 1, replace(LETTER, title="Another subject"))
    for user in (lead, people.users[Role.REVIEWER]):
        with pytest.raises(WebError, match="whoever drafts does not approve"):
            approve_letter(user, letter, newest_of(letter).digest)
    with pytest.raises(Refused):
        approve_letter(people.users[Role.PUBLISHER], letter, newest_of(letter).digest)


@pytest.mark.parametrize(
    "change",
    [
        {"text": f"Send us everything by {DEADLINE}."},
        {"to": ("chicago", "cook-county")},
        {"terms": Terms(Rule.CALENDAR_DAYS, ZONE, days=3)},
        {"title": "Another subject"},
    ],
)
def test_an_approval_goes_stale_with_whatever_changes(people: People, place: Place, change: dict[str, object]) -> None:
    letter, lead = begun(people), people.users[Role.LEAD]
    read = newest_of(letter).digest
    approve_letter(lead, letter, read)
    save_letter(people.users[Role.REVIEWER], letter, 1, replace(LETTER, **change))  # type: ignore[arg-type]
    with pytest.raises(WebError, match="no longer what you checked"):
        send_letter(lead, letter, read, NOW, place)
    with pytest.raises(WebError, match="version 2 of this letter is not approved"):
        send_letter(lead, letter, newest_of(letter).digest, NOW, place)
    with pytest.raises(WebError, match="no longer what you read"):
        approve_letter(lead, letter, read)


def test_of_two_who_edit_the_same_draft_nobody_loses_anything(people: People) -> None:
    letter, lead, reviewer = begun(people), people.users[Role.LEAD], people.users[Role.REVIEWER]
    save_letter(lead, letter, 1, replace(LETTER, title="The lead's subject"))
    with pytest.raises(DraftedMeanwhile, match="Lead saved version 2 of this letter") as told:
        save_letter(reviewer, letter, 1, replace(LETTER, title="The reviewer's subject"))
    assert "The lead's subject" in told.value.newest.content
    assert save_letter(reviewer, letter, 2, replace(LETTER, title="Both")).version == 3
    assert LetterVersion.objects.filter(letter=letter).count() == 3
    assert save_letter(reviewer, letter, 2, replace(LETTER, title="Both")).version == 3, "a double click"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"title": ""}, "needs a subject"),
        ({"text": " "}, "needs a text"),
        ({"text": "Answer soon."}, "does not say by when"),
        ({"text": f"\x07 {DEADLINE}"}, "control character"),
        ({"to": ()}, "goes to nobody"),
        ({"to": ("atlantis",)}, "no government atlantis"),
    ],
)
def test_a_letter_that_could_not_be_sent_is_not_saved(people: People, change: dict[str, object], says: str) -> None:
    with pytest.raises(WebError, match=says):
        begin_letter(people.users[Role.LEAD], people.review, "k", replace(LETTER, **change))  # type: ignore[arg-type]


def test_an_extension_moves_one_governments_day_and_not_the_public_one(people: People, place: Place) -> None:
    sending = sent(people, place, replace(LETTER, to=("chicago", "milwaukee-county")))
    lead, later = people.users[Role.LEAD], DUE + timedelta(days=5)
    first = extend_deadline(lead, sending, people.government, later, "Their counsel is ill.", NOW)
    assert extend_deadline(lead, sending, people.government, later, "Their counsel is ill.", NOW) == first
    governments = list(Government.objects.filter(review=people.review))
    days = {one.government.key: one.day for one in asked_of(sending, governments, NOW, place)}
    assert days == {"chicago": later, "milwaukee-county": DUE}
    assert (Sending.objects.get(pk=sending.pk).day, Extension.objects.count()) == (DUE, 1)
    for day in (later, DUE):
        with pytest.raises(WebError, match="gives no more time"):
            extend_deadline(lead, sending, people.government, day, "Again.", NOW)
    with pytest.raises(WebError, match="the reason is missing"):
        extend_deadline(lead, sending, people.government, later + timedelta(days=1), " ", NOW)
    other = Government.objects.get(review=people.review, key="cook-county")
    with pytest.raises(WebError, match="did not go to"):
        extend_deadline(lead, sending, other, later, "Why not.", NOW)


def test_it_waits_is_overdue_and_a_late_answer_is_accepted_with_a_reason(people: People, place: Place) -> None:
    sending, lead = sent(people, place), people.users[Role.LEAD]
    assert standing(people, sending, place).progress is Progress.WAITING
    with pytest.raises(WebError, match="has time until 2026-12-09"):
        accept_late(lead, sending, people.government, "They asked.", NOW)
    assert standing(people, sending, place, AFTER - timedelta(hours=2)).progress is Progress.WAITING
    assert standing(people, sending, place, AFTER).progress is Progress.OVERDUE
    held = accept_late(lead, sending, people.government, "A storm.", AFTER)
    assert accept_late(lead, sending, people.government, "A storm.", AFTER) == held
    assert LateAcceptance.objects.count() == 1
    told = Message.objects.filter(kind="late accepted", address="")[0]
    assert "after the last day, 2026-12-09, is accepted as if in time.\n\nReason: A storm." in told.text


def test_reminders_are_told_once_each_whenever_and_however_often_they_are_called_for(
    people: People, place: Place
) -> None:
    sending, lead = sent(people, place), people.users[Role.LEAD]
    told = []
    for hours in range(0, 24 * 20, 12):
        now = NOW + timedelta(hours=hours)
        if remind(lead, people.review, now, place):
            told.append(now.astimezone(closes(DUE, ZONE).tzinfo).date())
        assert not remind(lead, people.review, now, place)
    kinds = Message.objects.filter(sending=sending, address="").exclude(kind="request")
    assert [one.kind for one in kinds] == ["reminder", "reminder", "overdue"]
    assert "7 days are left: there is time through the end of 2026-12-09" in kinds[0].text
    assert "1 day is left" in kinds[1].text
    assert "An answer can still be sent" in kinds[2].text


def test_a_reminder_names_the_extended_day_and_none_follows_an_acceptance(people: People, place: Place) -> None:
    sending, lead = sent(people, place), people.users[Role.LEAD]
    later = DUE + timedelta(days=30)
    extend_deadline(lead, sending, people.government, later, "A trial.", NOW)
    assert not remind(lead, people.review, AFTER, place)
    assert remind(lead, people.review, closes(later, ZONE) - timedelta(days=3), place) == 1
    assert f"due {later}" in Message.objects.filter(kind="reminder")[0].subject
    accept_late(lead, sending, people.government, "A storm.", closes(later, ZONE))
    assert not remind(lead, people.review, closes(later, ZONE) + timedelta(days=1), place)


def test_without_a_mail_server_all_of_it_stays_in_the_outbox(people: People, place: Place) -> None:
    sent(people, place)
    assert (deliver_mail(people.review), Delivery.objects.count(), mail.outbox) == (0, 0, [])


@pytest.mark.django_db(transaction=False)
def test_with_one_each_message_goes_out_once_and_under_its_own_id(
    people: People, place: Place, settings: object
) -> None:
    settings.DEFAULT_FROM_EMAIL = "review@agency.example"  # type: ignore[attr-defined]
    sending = sent(people, place)
    assert (deliver_mail(people.review), deliver_mail(people.review)) == (3, 0)
    assert len(mail.outbox) == 3 and all(len(one.to) == 1 for one in mail.outbox)
    ids = {f"<{one.key}@ascertain>" for one in sending.messages.exclude(address="")}
    assert {one.extra_headers["Message-ID"] for one in mail.outbox} == ids
    assert set(Delivery.objects.values_list("state", flat=True)) == {BEGUN, MAILED}


def test_what_failed_is_tried_again_and_what_may_have_gone_out_is_not(
    people: People, place: Place, settings: object
) -> None:
    settings.DEFAULT_FROM_EMAIL = "review@agency.example"  # type: ignore[attr-defined]
    sending = sent(people, place)
    failed, unknown, _ = sending.messages.exclude(address="")
    Delivery.objects.create(message=failed, number=1, state=BEGUN, at=NOW)
    Delivery.objects.create(message=failed, number=2, state=FAILED, at=NOW)
    Delivery.objects.create(message=unknown, number=1, state=BEGUN, at=NOW)
    assert deliver_mail(people.review) == 2
    assert unknown.address not in {one.to[0] for one in mail.outbox}


def test_the_database_changes_nothing_that_was_sent(people: People, place: Place) -> None:
    sending = sent(people, place)
    rows = (sending, sending.version, sending.version.letter, sending.messages.all()[0])
    for row in rows:
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            row.delete() if row == rows[-1] else row.save()


def test_only_the_government_that_it_went_to_reads_it_and_only_the_team_reads_drafts(
    people: People, place: Place
) -> None:
    sent(people, place)
    for who in (Role.LEAD, Role.CERTIFYING_OFFICIAL, "other", "stranger"):
        principal = principal_of(people.users[who])
        reads, team = who in {Role.LEAD, Role.CERTIFYING_OFFICIAL}, who == Role.LEAD
        assert visible_sendings(principal, people.review).exists() == reads
        assert visible_messages(principal, people.review).exists() == reads
        assert visible_letters(principal, people.review).exists() == team


def test_the_whole_way_on_the_pages_and_each_form_sent_twice(people: People, place: Place) -> None:
    slug, lead, reviewer = people.review.slug, people.client(Role.LEAD), people.client(Role.REVIEWER)
    form = {"key": "k", "title": "Evidence", "to": ["chicago"], "from": "open"}
    for _ in range(2):
        where = reviewer.post(reverse("requests", args=(slug,)), form)["Location"]
    assert where == reverse("letter", args=(slug, 1)) and Letter.objects.count() == 1
    text = f"Send us the ordinance by {DEADLINE}."
    edit = {
        "version": "1", "title": "The ordinance", "text": text, "to": ["chicago"], "rule": Rule.WORKING_DAYS.value,
        "days": "10", "zone": ZONE, "calendar": "federal",
    }  # fmt: skip
    for _ in range(2):
        assert reviewer.post(where, edit).status_code == 302
    lost = reviewer.post(where, edit | {"text": f"Mine, by {DEADLINE}."})
    assert lost.status_code == 409
    assert all(said in lost.content.decode() for said in ("saved version 2", f"Mine, by {DEADLINE}.", text))
    assert "another lead or reviewer has to approve it" in reviewer.get(where).content.decode()
    digest = newest_of(Letter.objects.get()).digest
    check, approve = (reverse(f"letter-{one}", args=(slug, 1)) for one in ("send", "approve"))
    assert "It cannot be sent: version 2 is not approved" in lead.get(check).content.decode()
    for _ in range(2):
        assert lead.post(approve, {"digest": digest}).status_code == 302
    assert "stays in the outbox" in lead.get(check).content.decode()
    before = Entry.objects.count()
    answers = [lead.post(check, {"digest": digest}) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"] and Entry.objects.count() == before + 1
    page = people.client(Role.CERTIFYING_OFFICIAL).get(answers[0]["Location"]).content.decode()
    assert "Send us the ordinance by" in page and "the government answers" in page and "10 working days" in page
    assert "@work.example" not in page, "who else was written to is for the team to know"
    assert "Extend it" in lead.get(answers[0]["Location"]).content.decode() and "Extend it" not in page


def test_a_letter_goes_to_each_with_its_own_words_or_to_all_with_the_same(people: People) -> None:
    lead, where = people.client(Role.LEAD), reverse("requests", args=(people.review.slug,))
    to = ["chicago", "cook-county"]
    lead.post(where, {"key": "k", "to": to, "from": "blank"})
    assert [read(newest_of(one)).to for one in Letter.objects.all()] == [("chicago", "cook-county")]
    lead.post(where, {"key": "l", "to": to, "from": "open"})
    assert [read(newest_of(one)).to for one in Letter.objects.all()][1:] == [("chicago",), ("cook-county",)]


def test_a_calendar_shows_ones_own_last_day_under_an_id_that_stays(people: People, place: Place) -> None:
    sending = sent(people, place, replace(LETTER, to=("chicago", "milwaukee-county")))
    extend_deadline(people.users[Role.LEAD], sending, people.government, DUE + timedelta(days=5), "A trial.", NOW)
    feeds = {}
    for who in (Role.CERTIFYING_OFFICIAL, "other", "stranger", Role.LEAD):
        token = make_calendar_address(people.users[who])
        feeds[who] = people.client("public").get(reverse("calendar", args=(token,))).content.decode()
    number, mine = sending.entry.number, feeds[Role.CERTIFYING_OFFICIAL].replace("\r\n ", "")
    assert f"UID:request-{people.review.slug}-{number}-chicago@ascertain" in mine
    assert "DTSTART;VALUE=DATE:20261214" in mine and "SEQUENCE:1" in mine
    assert "DTSTART;VALUE=DATE:20261209" in feeds["other"] and "20261214" not in feeds["other"]
    assert "VEVENT" not in feeds["stranger"]
    assert feeds[Role.LEAD].count("BEGIN:VEVENT") == 2


def test_a_calendars_address_stops_working_when_it_is_replaced_or_its_owner_may_not_sign_in(people: People) -> None:
    user = people.users[Role.LEAD]
    first, second = make_calendar_address(user), make_calendar_address(user)
    public = people.client("public")
    found = [public.get(reverse("calendar", args=(one,))).status_code for one in (first, second)]
    user.is_active = False
    user.save()
    assert [*found, public.get(reverse("calendar", args=(second,))).status_code] == [404, 200, 404]
