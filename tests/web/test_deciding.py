"""From two reviewers without an interest to a determination on the docket, and what stops one on the way."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from ascertain.docket.load import load_docket
from ascertain.docket.mistakes import DocketError
from ascertain.rulebook.bundled import bundled_folder
from ascertain.web.deciding.reasons import reasons_of
from ascertain.web.deciding.stages import Effect, Part, Stage
from ascertain.web.deciding.standing import standing_of, standings_of
from ascertain.web.dockets.papers import docket_of
from ascertain.web.mistakes import WebError
from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Assignment, Draft, Entry, Event, Government, User
from ascertain.web.services.ask_reconsideration import ask_reconsideration
from ascertain.web.services.assign_reviewer import assign_reviewer
from ascertain.web.services.declare_interest import declare_interest
from ascertain.web.services.draft_determination import Words, draft_determination
from ascertain.web.services.enter_effect import enter_effect
from ascertain.web.services.file_entry import file_entry
from ascertain.web.services.give_opinion import give_opinion
from ascertain.web.services.give_role import give_team_role
from ascertain.web.services.issue_determination import issue_determination
from web.people import People

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 20)
CURE = TODAY + timedelta(days=15)
WORDS = Words("may violate § 1373", "The ordinance forbids what the statute lets officers do.", CURE)


@dataclass(frozen=True)
class Team:
    lead: User
    first: User
    second: User
    government: Government
    place: Place


@pytest.fixture
def team(people: People, place: Place) -> Team:
    """Two reviewers of Chicago who have declared to have no interest in it, assigned."""
    lead, first = people.users[Role.LEAD], people.users[Role.REVIEWER]
    second = User.objects.create(email="second@agency.example", name="Second")
    with transaction.atomic():
        give_team_role(lead, people.review, second, Role.REVIEWER)
    for user, part in ((first, Part.FIRST), (second, Part.SECOND)):
        declare_interest(user, people.government, False, "")
        assign_reviewer(lead, people.government, user, part)
    return Team(lead, first, second, people.government, place)


def drafted(team: Team, words: Words = WORDS, today: date = TODAY) -> Draft:
    draft = standing_of(team.government, today).draft
    return draft_determination(team.first, team.government, words, draft.version if draft else 0, today)


def issued(team: Team, words: Words = WORDS, today: date = TODAY) -> Entry:
    draft = drafted(team, words, today)
    give_opinion(team.second, team.government, draft.version, True, "", today)
    entry = issue_determination(team.lead, team.government, draft.version, today, team.place).entry
    assert entry is not None
    return entry


def test_a_determination_goes_on_the_docket_word_for_word(team: Team) -> None:
    entry = issued(team)
    filed = docket_of(team.government.review, team.place)[0].entries[entry.number - 1]
    assert (filed.text, filed.results[0].result, filed.results[0].provisional) == (WORDS.reasons, WORDS.outcome, True)
    assert (filed.to, str(filed.deadline)) == (("chicago",), CURE.isoformat())


def test_from_preliminary_to_final_to_reconsidered(team: Team, people: People) -> None:
    issued(team)
    with pytest.raises(WebError, match="has until 2026-02-04"):
        drafted(team)
    later = CURE + timedelta(days=1)
    final = issued(team, replace(WORDS, cure_until=None), later)
    assert final.title == "Final determination: City of Chicago"
    with pytest.raises(WebError, match="it is decided"):
        drafted(team, today=later)
    official = people.users[Role.CERTIFYING_OFFICIAL]
    ask_reconsideration(official, team.government, "The court has decided otherwise.", later)
    with pytest.raises(WebError, match="has been asked for"):
        ask_reconsideration(official, team.government, "Again.", later)
    again = issued(team, Words("no evidence out of compliance", "Looked at again."), later)
    assert [one.stage for one in standing_of(team.government, later).issued] == list(Stage)
    assert again.title == "Reconsidered determination: City of Chicago"


def test_an_opinion_is_of_one_draft_and_of_no_later_one(team: Team) -> None:
    first = drafted(team)
    give_opinion(team.second, team.government, first.version, True, "", TODAY)
    second = drafted(team, replace(WORDS, reasons="Other reasons."))
    with pytest.raises(WebError, match="has not spoken of this draft"):
        issue_determination(team.lead, team.government, second.version, TODAY, team.place)
    with pytest.raises(WebError, match="a newer draft came"):
        issue_determination(team.lead, team.government, first.version, TODAY, team.place)
    with pytest.raises(WebError, match="no longer the newest"):
        give_opinion(team.second, team.government, first.version, True, "", TODAY)


def test_an_entry_that_concerns_the_government_makes_the_draft_stale(team: Team, people: People) -> None:
    draft = drafted(team)
    give_opinion(team.second, team.government, draft.version, True, "", TODAY)
    case = load_docket(bundled_folder("dockets") / "doj-1373-2017")
    entry = replace(case.entries[0], number=0, slug="", claims=(), ends=())
    file_entry(team.lead, people.review, replace(entry, about=("milwaukee-county",)), team.place)
    assert standing_of(team.government, TODAY).hindered == ""
    file_entry(team.lead, people.review, replace(entry, about=("chicago",)), team.place)
    with pytest.raises(WebError, match="an entry that concerns the government came after"):
        issue_determination(team.lead, team.government, draft.version, TODAY, team.place)


def test_who_disagrees_says_why_and_nothing_is_issued(team: Team) -> None:
    draft = drafted(team)
    with pytest.raises(WebError, match="without saying why"):
        give_opinion(team.second, team.government, draft.version, False, " ", TODAY)
    give_opinion(team.second, team.government, draft.version, False, "The savings clause is left out.", TODAY)
    with pytest.raises(WebError, match="disagrees"):
        issue_determination(team.lead, team.government, draft.version, TODAY, team.place)


def test_nobody_is_assigned_who_has_not_declared_or_has_an_interest(people: People) -> None:
    lead, reviewer = people.users[Role.LEAD], people.users[Role.REVIEWER]
    with pytest.raises(WebError, match="has not declared"):
        assign_reviewer(lead, people.government, reviewer, Part.FIRST)
    with pytest.raises(WebError, match="without saying what it is"):
        declare_interest(reviewer, people.government, True, "")
    declare_interest(reviewer, people.government, True, "My sister is its treasurer.")
    with pytest.raises(WebError, match="has declared an interest"):
        assign_reviewer(lead, people.government, reviewer, Part.FIRST)
    with pytest.raises(WebError, match="is no reviewer"):
        assign_reviewer(lead, people.government, people.users[Role.PUBLISHER], Part.FIRST)


def test_an_interest_declared_later_ends_the_assignment_and_both_are_kept(team: Team) -> None:
    declare_interest(team.first, team.government, True, "I was offered work there.")
    assert standing_of(team.government, TODAY).first is None
    assert Assignment.objects.filter(government=team.government, user=team.first, ended__isnull=False).count() == 1
    with pytest.raises(WebError, match="only the first reviewer"):
        drafted(team)


def test_the_second_reviewer_is_never_the_first(team: Team) -> None:
    with pytest.raises(WebError, match="has the other part"):
        assign_reviewer(team.lead, team.government, team.first, Part.SECOND)
    drafted(team)
    third = User.objects.create(email="third@agency.example", name="Third")
    with transaction.atomic():
        give_team_role(team.lead, team.government.review, third, Role.REVIEWER)
    declare_interest(third, team.government, False, "")
    assign_reviewer(team.lead, team.government, third, Part.FIRST)
    with pytest.raises(WebError, match="drafted this determination"):
        assign_reviewer(team.lead, team.government, team.first, Part.SECOND)
    event = Event.objects.filter(chain=team.government.review.chain)[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.create(government=team.government, user=third, part=Part.SECOND, event=event)


def test_two_who_draft_at_once_lose_nothing(team: Team) -> None:
    drafted(team)
    with pytest.raises(WebError, match="version 1 was drafted while you wrote from version 0"):
        draft_determination(team.first, team.government, WORDS, 0, TODAY)


def test_an_outcome_that_the_docket_does_not_know_is_refused_and_leaves_the_draft(team: Team) -> None:
    draft = drafted(team, replace(WORDS, outcome="guilty"))
    give_opinion(team.second, team.government, draft.version, True, "", TODAY)
    before = Event.objects.count()
    with pytest.raises(DocketError, match='there is no result "guilty"'):
        issue_determination(team.lead, team.government, draft.version, TODAY, team.place)
    assert Event.objects.count() == before
    assert standing_of(team.government, TODAY).making is not None


def test_an_order_on_the_docket_enjoins_a_determination_and_leaves_it_as_it_is(team: Team) -> None:
    entry = issued(team)
    determination = standing_of(team.government, TODAY).issued[0]
    order = Entry.objects.filter(review=team.government.review, kind="order")[0]
    enter_effect(team.lead, determination, order, Effect.ENJOINED, "as to the award of 2017")
    assert Entry.objects.get(pk=entry.pk).text == entry.text
    assert [one.effect for one in standing_of(team.government, TODAY).issued[0].effects.all()] == ["enjoined"]
    with pytest.raises(WebError, match="is no order"):
        enter_effect(team.lead, determination, entry, Effect.ENJOINED, "")


def test_a_preliminary_determination_is_not_reconsidered_but_answered(team: Team, people: People) -> None:
    issued(team)
    with pytest.raises(WebError, match="there is no final determination"):
        ask_reconsideration(people.users[Role.CERTIFYING_OFFICIAL], team.government, "No.", TODAY)


def test_the_reasons_given_by_the_findings_say_what_they_turn_on(team: Team) -> None:
    docket, rulebook = docket_of(team.government.review, team.place)
    text = reasons_of(docket, rulebook, "clark-county", date(2017, 7, 6), date(2017, 7, 6))
    said = text.split("\n\n")
    assert said[0] == "Findings on 2017-07-06, from what was known by 2017-07-06, under the rulebook section-1373."
    complies = next(one for one in said if one.startswith("Government complies with § 1373:"))
    assert "as asserted, holds; as documented, open: " in complies
    assert "it turns in fact on: " in complies


def test_the_whole_way_in_the_browser_and_what_is_refused_keeps_what_was_typed(
    people: People, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ascertain.web.pages.views.deciding.today", lambda: TODAY)
    monkeypatch.setattr("ascertain.web.pages.views.decide.today", lambda: TODAY)
    arguments = (people.review.slug, people.government.key)
    page = reverse("decision", args=arguments)
    reviewer, lead = people.client(Role.REVIEWER), people.client(Role.LEAD)
    sent = {"version": "0", "outcome": WORDS.outcome, "reasons": "Typed at length.", "cure_until": "yesterday"}
    refused = reviewer.post(reverse("draft", args=arguments), sent)
    assert refused.status_code == 409
    assert "Yesterday is no day" in (shown := refused.content.decode())
    assert "Typed at length." in shown
    assert reviewer.post(reverse("draft", args=arguments), sent | {"cure_until": "2026-02-04"}).status_code == 302
    assert "gives an opinion" in lead.get(page).content.decode()
    give_opinion(team.second, team.government, 1, True, "", TODAY)
    assert lead.post(reverse("issue", args=arguments), {"version": "1"}).status_code == 302
    assert lead.post(reverse("issue", args=arguments), {"version": "1"}).status_code == 409  # a double click
    official = people.client(Role.CERTIFYING_OFFICIAL).get(page).content.decode()
    assert "Preliminary" in official
    assert "Reviewers and interests" not in official


def test_many_governments_take_no_more_queries_than_one(
    team: Team, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    drafted(team)
    everyone = list(Government.objects.filter(review=team.government.review))
    with django_assert_max_num_queries(9):
        standings = standings_of(everyone, TODAY)
    assert standings == {one.pk: standing_of(one, TODAY) for one in everyone}
