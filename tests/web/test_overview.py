"""The first page of a review and the page of a government tell what is on record, to each what they may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum

import pytest
from django.urls import reverse

from ascertain.docket.model import EntryKind
from ascertain.docket.stages import Stage
from ascertain.docket.state import state_on
from ascertain.law.model import ForceState
from ascertain.record.model import Grade
from ascertain.rulebook.model.rules import Outcome
from ascertain.web.asking.standing import stands_of
from ascertain.web.asking.who import Asking
from ascertain.web.dockets.papers import docket_of
from ascertain.web.pages.vocabulary import groups
from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.policy.visible import principal_of, visible_governments
from ascertain.web.requesting.deadlines import Rule, Terms
from ascertain.web.requesting.letters import Content
from ascertain.web.requesting.progress import Progress
from ascertain.web.services.accept_late import accept_late
from ascertain.web.services.extend_deadline import extend_deadline
from ascertain.web.weighing.verdicts import Word
from web.asked import LETTER, sent
from web.people import People


def page(people: People, who: str, name: str, *more: object) -> str:
    return people.client(who).get(reverse(name, args=(people.review.slug, *more))).content.decode()


@pytest.mark.django_db
def test_where_each_government_stands_is_what_the_whole_docket_says(people: People, place: Place) -> None:
    """Only the entries about the governments of a page are read, and they say the same as all of them."""
    whole = state_on(docket_of(people.review, place)[0], date.today())
    user = people.users[Role.LEAD]
    who = Asking(user, principal_of(user), people.review)
    stands = stands_of(who, list(visible_governments(who.principal, people.review)), date.today())
    assert len(stands) > 9
    for one in stands:
        key = one.government.key
        assert [entry.number for entry, _, _ in one.replies] == [entry.number for entry in whole.sent(key)]
        heard = [reply.response for _, reply, _ in one.replies if reply.response]
        assert [entry.number for entry in (*heard, *one.others)] == [e.number for e in whole.responses(key)]
        determined = [each for each in whole.determinations if each.government == key]
        assert [one.determination.result] == [determined[0].result] if one.determination else not determined


@pytest.mark.django_db
def test_the_overview_keeps_apart_who_was_never_asked(people: People) -> None:
    where = reverse("review", args=(people.review.slug,))
    told = people.client(Role.LEAD).get(f"{where}?known=2017-07-06").content.decode()
    never = told.partition("<h2>Never asked</h2>")[2].partition("<h2>")[0]
    assert "Connecticut" in never
    assert "Chicago" not in never


@pytest.mark.django_db
def test_a_day_that_is_none_is_one_clear_message(people: People) -> None:
    answer = people.client(Role.LEAD).get(reverse("review", args=(people.review.slug,)) + "?known=2017-02-30")
    assert (answer.status_code, "is no day of the calendar" in answer.content.decode()) == (400, True)


@pytest.mark.django_db
def test_a_respondent_is_shown_their_own_government_and_no_other(people: People) -> None:
    told = page(people, Role.CERTIFYING_OFFICIAL, "review")
    assert "Chicago" in told.partition("<table")[2].partition("</table>")[0]
    assert "Milwaukee" not in told.partition("<table")[2].partition("</table>")[0]
    own = page(people, Role.CERTIFYING_OFFICIAL, "government", people.government.key)
    assert "Never asked" not in own and "ocd-division/country:us/state:il/place:chicago" in own


@pytest.mark.django_db
def test_a_government_has_its_requests_with_their_answers(people: People) -> None:
    told = page(people, Role.LEAD, "government", "chicago")
    assert "Asked 2017-04-21" in told and "due 2017-06-30" in told


@pytest.mark.django_db
def test_every_state_of_the_code_has_its_place_among_the_words(people: People) -> None:
    listed = {one.anchor: one for _, _, words in groups() for one in words}
    states: tuple[type[Enum], ...] = (Stage, Outcome, ForceState, EntryKind, Role, Word, Progress)
    assert len(listed) == sum(len(states) for states in states) + len(Grade) + 1 + 3 + 2
    told = people.client("public").get(reverse("statuses")).content.decode()
    assert all(f'id="{anchor}"' in told for anchor in listed)
    chips = page(people, Role.LEAD, "review").split(f'href="{reverse("statuses")}#')[1:]
    assert {chip.partition('"')[0] for chip in chips} <= set(listed)
    assert len(chips) > 10


@pytest.mark.django_db
def test_lateness_goes_by_a_government_s_own_last_day_in_the_zone_of_the_request(people: People, place: Place) -> None:
    now = datetime.now(UTC)
    sent_at, past = now - timedelta(days=40), (now - timedelta(days=10)).date()
    terms = Terms(Rule.FIXED, "Pacific/Honolulu", day=past)
    both = Content(LETTER.title, LETTER.text, ("chicago", "milwaukee-county"), terms)
    sending = sent(people, place, both, sent_at)
    assert f"due {past} in Pacific/Honolulu; <b>no answer, 10 days overdue</b>" in page(
        people, Role.LEAD, "government", "chicago"
    )
    lead, later = people.users[Role.LEAD], now.date() + timedelta(days=5)
    extend_deadline(lead, sending, people.government, later, "More time was asked for.", now)
    told = page(people, Role.LEAD, "government", "chicago")
    assert f"due {past} in Pacific/Honolulu, extended to {later}; no answer yet" in told
    assert f"due {past} in Pacific/Honolulu; <b>no answer" in page(people, Role.LEAD, "government", "milwaukee-county")


@pytest.mark.django_db
def test_a_late_answer_that_is_accepted_is_no_longer_late(people: People, place: Place) -> None:
    now = datetime.now(UTC)
    terms = Terms(Rule.FIXED, "UTC", day=(now - timedelta(days=10)).date())
    sending = sent(people, place, replace(LETTER, terms=terms), now - timedelta(days=40))
    accept_late(people.users[Role.LEAD], sending, people.government, "The letter was lost.", now)
    told = page(people, Role.LEAD, "government", "chicago")
    assert "a late answer accepted; no answer yet" in told
