"""The docket of the 2016-2017 review says what was seen of the case, and no more."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from ascertain.docket.model import Docket, Entry, EntryKind, Holding, Side
from ascertain.docket.state import state_on
from ascertain.record.model import Fact, Grade
from ascertain.record.passages import AnchorState, anchor
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.sources import Verb
from ascertain.rulebook.model.terms import Subject

TEN = frozenset(
    {
        "california",
        "chicago",
        "clark-county",
        "connecticut",
        "cook-county",
        "miami-dade",
        "milwaukee-county",
        "new-orleans",
        "new-york-city",
        "philadelphia",
    }
)
REVIEW_BEGINS, REVIEW_ENDS = date(2016, 5, 31), date(2017, 12, 31)
STATEMENT_DAY = date(2017, 7, 6)

# Every policy and practice of the ten, and of the sheriff who runs the jail of New Orleans: the day it was adopted or
# began as far as it is known, and how much of it was seen.
POLICIES = {
    "california-trust-act": ("2013-10-05", "memory"),
    "california-truth-act": ("2016-09-28", "memory"),
    "california-values-act": ("2017-10-05", "verified-in-part"),
    "connecticut-trust-act": ("2013-06-25", "verified-in-part"),
    "nyc-executive-orders-34-41": ("2003-09-17", "verified-in-part"),
    "nyc-persons-not-to-be-detained": ("2014-11-14", "verified-in-part"),
    "nyc-immigration-enforcement-law": ("2017-12-01", "verified-in-part"),
    "chicago-welcoming-city-ordinance": ("2012-09-12", "verified-in-part"),
    "cook-county-detainer-ordinance": ("2011-09-07", "verified"),
    "philadelphia-executive-order-5-16": ("2016-01-04", "verified"),
    "philadelphia-executive-order-8-09": ("2009-11-10", "memory"),
    "philadelphia-police-memo-01-06": ("2001-05-17", "memory"),
    "philadelphia-prison-consent-form": ("2017", "verified-in-part"),
    "nopd-policy-41-6-1": ("2016-02-28", "verified"),
    "orleans-sheriff-procedures": ("2013-08", "memory"),
    "miami-dade-resolution-r-1008-13": ("2013-12-03", "verified"),
    "miami-dade-directive": ("2017-01-26", "verified-in-part"),
    "milwaukee-county-resolution-12-135": ("2012-06-04", "verified"),
    "milwaukee-county-resolution-2017": ("2017-02-02", "verified-in-part"),
    "milwaukee-county-sheriff-practice": ("2012-06-04", "verified"),
    "clark-county-detainer-position": ("2014-07", "verified-in-part"),
}
RESPONSES = {
    "clark-county": ("2017-05-30", "verified"),
    "philadelphia": ("2017-06-22", "verified"),
    "milwaukee-county": ("2017-06-28", "verified"),
    "california": ("2017-06-29", "verified-in-part"),
    "new-york-city": ("2017-06", "verified-in-part"),
    "chicago": ("2017-06", "verified-in-part"),
    "cook-county": ("2017-06", "verified-in-part"),
    "new-orleans": ("2017-06", "verified-in-part"),
    "miami-dade": ("2017-06", "verified-in-part"),
    "connecticut": ("2017-07", "verified"),
}
# Other entries whose source was not seen, or seen only in part.
SEEN_IN_PART = {
    "ojp-guidance-july": "memory",
    "ojp-guidance-october": "memory",
    "steinle-district-court": "memory",
    "letter-to-california": "memory",
    "oig-memorandum": "verified-in-part",
    "ice-declined-detainer-report": "verified-in-part",
    "injunction-of-section-9a": "verified-in-part",
    "attorney-general-memorandum": "verified-in-part",
    "cops-fy2017-priority": "verified-in-part",
    "cops-fy2017-conditions": "verified-in-part",
}
# What was filed after the review, of which only the later part of the facts was seen.
LATER_POLICIES = {
    "california-values-act-in-force": ("2018-01-01", "verified-in-part"),
    "nyc-immigration-enforcement-law-in-force": ("2018-01", "verified-in-part"),
    "milwaukee-county-sheriff-policy-2018": ("2018-08-21", "verified"),
    "connecticut-trust-act-amended": ("2019-10-01", "verified-in-part"),
    "clark-county-287g-ends": ("2019-10", "memory"),
    "chicago-welcoming-city-ordinance-amended": ("2021-01-27", "verified-in-part"),
}
LATER_IN_PART = {
    "new-york-city-2018": "verified-in-part",
    "chicago-2018": "verified-in-part",
    "california-judgment": "verified-in-part",
    "chicago-affirmed-2020": "verified-in-part",
    "executive-order-13993": "verified-in-part",
    "executive-order-14159": "verified-in-part",
    "attorney-general-memorandum-2025": "verified-in-part",
    "dhs-conditions-2025": "verified-in-part",
    "programs-without-the-condition-after-2017": "verified-in-part",
    "suit-against-new-york-city": "verified-in-part",
    "demand-letters-2025": "verified-in-part",
}
STRENGTH = {"memory": 0, "verified-in-part": 1, "verified": 2}


def _in_review(docket: Docket) -> list[Entry]:
    """What had been filed when the review ended."""
    return [entry for entry in docket.entries if entry.filed.reached(REVIEW_ENDS)]


def _of(docket: Docket, kind: EntryKind) -> list[Entry]:
    return [entry for entry in _in_review(docket) if entry.kind is kind]


def _entry(docket: Docket, slug: str) -> Entry:
    (found,) = [entry for entry in docket.entries if entry.slug == slug and entry.kind is not EntryKind.RESPONSE]
    return found


def _fact(docket: Docket, rulebook: Rulebook, short: str, government: str, on: date) -> Fact:
    (term,) = [term for term in rulebook.terms.values() if term.short == short]
    return docket.record.fact(term, government, "", on, REVIEW_ENDS)


def test_ten_are_members_because_they_were_sampled(docket: Docket) -> None:
    assert {member.government for member in docket.members} == TEN
    assert len(docket.members) == len(TEN)
    assert all("Inspector General" in member.basis for member in docket.members)


def test_nine_letters_were_sent_and_none_to_connecticut(docket: Docket) -> None:
    (letters,) = _of(docket, EntryKind.REQUEST)
    assert set(letters.to) == TEN - {"connecticut"}
    assert len(letters.to) == 9
    assert (str(letters.date), str(letters.deadline)) == ("2017-04-21", "2017-06-30")


def test_ten_answered_on_the_days_that_are_known(docket: Docket) -> None:
    responses = {entry.about[0]: entry for entry in _of(docket, EntryKind.RESPONSE)}
    assert len(_of(docket, EntryKind.RESPONSE)) == len(TEN)
    assert {who: (str(entry.date), entry.confidence) for who, entry in responses.items()} == RESPONSES


def test_nine_answers_are_to_the_letters_and_connecticuts_is_to_none(docket: Docket) -> None:
    (letters,) = _of(docket, EntryKind.REQUEST)
    answered = {entry.about[0]: entry.answers for entry in _of(docket, EntryKind.RESPONSE)}
    assert answered.pop("connecticut") is None
    assert set(answered.values()) == {letters.number}


def test_all_ten_answers_are_on_the_record_by_the_statement_of_6_july(docket: Docket) -> None:
    state = state_on(docket, STATEMENT_DAY)
    assert {government for government in TEN if state.responses(government)} == TEN
    assert not any(reply.late for request in state.requests for reply in request.replies)
    statement = _entry(docket, "statement-on-ten-responses")
    assert statement in state.statements
    assert {result.government for result in statement.results} == TEN


def test_on_the_eve_of_the_deadline_five_answers_are_undated(docket: Docket) -> None:
    undated = state_on(docket, date(2017, 6, 29)).undated
    assert {entry.about[0] for entry in undated if entry.kind is EntryKind.RESPONSE} == {
        "new-york-city", "chicago", "cook-county", "new-orleans", "miami-dade",
    }  # fmt: skip


def test_every_policy_has_its_entry_with_its_date(docket: Docket) -> None:
    policies = [entry for entry in docket.entries if entry.kind is EntryKind.POLICY]
    assert {entry.slug: (str(entry.date), entry.confidence) for entry in policies} == POLICIES | LATER_POLICIES


def test_every_government_of_the_docket_has_its_identifiers(docket: Docket) -> None:
    for member in docket.members:
        ids = docket.governments[member.government].ids
        assert any(one.startswith("ocd-division/country:us/state:") for one in ids)
        assert any(one.isdigit() for one in ids)


def test_no_mark_is_higher_than_what_was_seen(docket: Docket) -> None:
    policies = {slug: mark for slug, (_, mark) in (POLICIES | LATER_POLICIES).items()}
    seen = policies | SEEN_IN_PART | LATER_IN_PART
    for entry in docket.entries:
        limit = RESPONSES[entry.slug][1] if entry.slug in RESPONSES else seen.get(entry.slug, "verified")
        assert STRENGTH[entry.confidence] <= STRENGTH[limit], entry.title
        for claim in entry.claims:
            of_its_own = bool(claim.sources) and claim.sources != entry.sources
            assert of_its_own or STRENGTH[claim.confidence] <= STRENGTH[entry.confidence], claim.id


def test_what_is_only_remembered_is_never_documented(docket: Docket) -> None:
    assert all(claim.grade is Grade.ASSERTED for claim in docket.claims if claim.confidence == "memory")


def test_what_a_government_says_of_itself_is_asserted(docket: Docket) -> None:
    for entry in _of(docket, EntryKind.RESPONSE):
        documented = {claim.term for claim in entry.claims if claim.grade is not Grade.ASSERTED}
        assert documented <= {"documentation and a legal opinion were submitted for the award"}


def test_each_of_the_ten_states_that_it_complies(docket: Docket, rulebook: Rulebook) -> None:
    complies = rulebook.terms["government complies with § 1373"]
    for government in TEN:
        said = docket.record.said(complies, government, "", STATEMENT_DAY, STATEMENT_DAY)
        assert [(claim.value, claim.grade) for claim in said] == [(True, Grade.ASSERTED)]
        assert docket.record.fact(complies, government, "", STATEMENT_DAY, STATEMENT_DAY).grade is Grade.NONE


def test_no_determination_of_the_reviewer_is_turned_into_a_claim(docket: Docket) -> None:
    determinations = _of(docket, EntryKind.DETERMINATION)
    assert determinations
    assert not any(entry.claims for entry in determinations)
    assert not any(claim.grade is Grade.FOUND for entry in _in_review(docket) for claim in entry.claims)


def test_findings_of_no_evidence_keep_their_own_words(docket: Docket) -> None:
    cleared = {
        result.government: str(entry.date)
        for entry in _of(docket, EntryKind.DETERMINATION)
        for result in entry.results
        if result.result == "no evidence out of compliance"
    }
    assert cleared == {
        "clark-county": "2017-08-03",
        "miami-dade": "2017-08-04",
        "milwaukee-county": "2017-10-11",
        "connecticut": "2017-10-11",
        "new-orleans": "2017-11-17",
    }


def test_the_five_preliminary_assessments_are_marked_so_and_one_is_superseded(docket: Docket) -> None:
    (letters,) = [entry for entry in _of(docket, EntryKind.DETERMINATION) if entry.deadline]
    assert str(letters.deadline) == "2017-10-27"
    assert {result.government for result in letters.results if result.provisional} == {
        "cook-county", "chicago", "new-orleans", "new-york-city", "philadelphia",
    }  # fmt: skip
    superseded = state_on(docket, REVIEW_ENDS).superseded
    assert [(one.government, one.entry.number) for one in superseded] == [("new-orleans", letters.number)]


def test_california_has_no_determination_and_the_29_others_are_not_of_the_ten(docket: Docket) -> None:
    assert not any(one.government == "california" for one in state_on(docket, REVIEW_ENDS).determinations)
    others = _entry(docket, "letters-to-29-others")
    assert not others.to
    assert not others.about


def test_a_list_speaks_only_of_whom_it_was_seen_to_name(docket: Docket) -> None:
    state = state_on(docket, STATEMENT_DAY)
    named = {government for government in TEN for _, result in state.listings(government) if result}
    assert named == {"new-orleans"}


def test_every_argument_is_answered_by_the_other_side(docket: Docket) -> None:
    for argument in docket.arguments.values():
        if argument.side is not Side.THIRD_PARTY:
            assert docket.arguments[argument.reply].side not in {argument.side, Side.THIRD_PARTY}
    sides = {argument.side for argument in docket.arguments.values()}
    assert sides == set(Side)


def test_every_response_argues_and_no_one_argues_for_the_other_side(docket: Docket) -> None:
    for entry in _in_review(docket):
        sides = {docket.arguments[argument].side for argument in entry.arguments}
        assert len(sides) <= 1, entry.title
        if entry.kind is EntryKind.RESPONSE:
            assert "r-complies" in entry.arguments
            assert sides == {Side.RESPONDENT}


def test_a_texts_silence_never_disputes_anothers_restriction(docket: Docket, rulebook: Rulebook) -> None:
    """On no day of the review do two documents of one government give one fact two values."""
    terms = [term for term in rulebook.terms.values() if term.about is Subject.GOVERNMENT]
    for government in docket.governments:
        days = {REVIEW_BEGINS, REVIEW_ENDS, *docket.record.boundaries(government)}
        for day in {turn + shift for turn in days for shift in (timedelta(-1), timedelta(0), timedelta(1))}:
            for term in terms:
                fact = docket.record.fact(term, government, "", day, REVIEW_ENDS)
                assert fact.grade is not Grade.DISPUTED, (government, term.phrase, day)


def test_miami_dade_reversed_its_policy_on_26_january_2017(docket: Docket, rulebook: Rulebook) -> None:
    before, after = date(2017, 1, 25), date(2017, 1, 26)
    for short, old, new in (
        ("detainers", "conditional", "honours"),
        ("release-notice", "in part", "none"),
        ("release-text", "in part", "none"),
        ("status-text", "none", "none"),
    ):
        assert _fact(docket, rulebook, short, "miami-dade", before).value == old
        assert _fact(docket, rulebook, short, "miami-dade", after).value == new


def test_a_statute_that_did_not_exist_in_june_2017_says_nothing_then(docket: Docket, rulebook: Rulebook) -> None:
    statute = _entry(docket, "california-values-act")
    assert all(str(claim.period.start) == "2018-01-01" for claim in statute.claims)
    assert _fact(docket, rulebook, "detainers", "california", STATEMENT_DAY).value == "conditional"


def test_in_milwaukee_county_text_and_practice_diverge(docket: Docket, rulebook: Rulebook) -> None:
    text = _fact(docket, rulebook, "status-text", "milwaukee-county", STATEMENT_DAY)
    practice = _fact(docket, rulebook, "practice-status", "milwaukee-county", STATEMENT_DAY)
    assert (text.value, text.grade) == ("in part", Grade.DOCUMENTED)
    assert (practice.value, practice.grade) == (False, Grade.DOCUMENTED)


def test_the_sheriffs_office_speaks_for_itself_and_not_for_the_city_of_new_orleans(docket: Docket) -> None:
    procedures = _entry(docket, "orleans-sheriff-procedures")
    assert {claim.government for claim in procedures.claims} == {"orleans-sheriff"}
    assert "orleans-sheriff" not in TEN


@pytest.mark.parametrize("government", sorted(TEN - {"milwaukee-county"}))
def test_that_practice_restricts_nothing_is_asserted_and_not_documented(
    docket: Docket, rulebook: Rulebook, government: str
) -> None:
    fact = _fact(docket, rulebook, "practice-status", government, STATEMENT_DAY)
    assert (fact.value, fact.grade) == (False, Grade.ASSERTED)
    assert fact.under(Grade.DOCUMENTED) is None


def test_the_fy2016_condition_is_a_fact_of_the_award_not_of_the_program(docket: Docket, rulebook: Rulebook) -> None:
    carries = rulebook.terms["award carries the FY2016 validation condition"]
    contains = rulebook.terms["program's awards expressly contain the § 1373 certification condition"]

    def carried(government: str) -> bool | int | str | None:
        fact = docket.record.fact(carries, government, "byrne-jag-fy2016", STATEMENT_DAY, STATEMENT_DAY)
        return fact.under(Grade.DOCUMENTED)

    assert all(carried(government) for government in TEN - {"connecticut"})
    assert carried("connecticut") is None
    expected = {"byrne-jag-fy2016": False, "hud-grants": False, "dhs-hsgp": False, "scaap": None}
    for program, value in expected.items():
        fact = docket.record.fact(contains, "", program, STATEMENT_DAY, STATEMENT_DAY)
        assert fact.under(Grade.DOCUMENTED) is value, program


def test_passages_stand_in_the_exhibits_that_are_held(docket: Docket) -> None:
    held = {id_: exhibit for id_, exhibit in docket.exhibits.items() if exhibit.file}
    assert set(held) == {"usc-8-1373", "eo-13768-sec-9"}
    quoted = [claim for claim in docket.claims if claim.passage and claim.exhibit in held]
    assert quoted
    for claim in quoted:
        text = (docket.path / "exhibits" / held[claim.exhibit].file).read_text(encoding="utf-8")
        assert claim.passage is not None
        assert anchor(text, claim.passage).state is AnchorState.FOUND, claim.id


def test_a_city_and_its_county_share_one_award(docket: Docket) -> None:
    shared = {award.government: award for award in docket.awards if award.program == "byrne-jag-fy2016" and award.joint}
    assert {"chicago", "cook-county"} <= set(shared)
    assert shared["cook-county"].cents is None
    assert docket.governments["chicago"].parent == "cook-county"


def test_the_record_of_2017_is_not_changed_by_what_was_filed_later(docket: Docket, rulebook: Rulebook) -> None:
    earlier = [claim for entry in _in_review(docket) for claim in entry.claims]
    later = [claim for claim in docket.claims if claim not in earlier]
    assert later
    assert all(claim.period.start is not None and claim.period.start.earliest > REVIEW_ENDS for claim in later)


def test_only_a_court_after_judgment_finds_and_only_that_a_government_complies(docket: Docket) -> None:
    found = [(entry, claim) for entry in docket.entries for claim in entry.claims if claim.grade is Grade.FOUND]
    assert {claim.government for _, claim in found} == {"california", "philadelphia"}
    assert {(entry.kind, claim.term) for entry, claim in found} == {
        (EntryKind.ORDER, "government complies with § 1373")
    }


def test_in_january_2018_four_of_the_ten_were_sent_a_demand(docket: Docket) -> None:
    (demand,) = [entry for entry in docket.entries if entry.slug == "document-demands"]
    assert set(demand.to) == {"chicago", "cook-county", "new-york-city", "california"}
    assert (str(demand.date), str(demand.deadline)) == ("2018-01-24", "2018-02-23")


def test_the_list_of_august_2025_names_seven_of_the_ten(docket: Docket) -> None:
    (listing,) = [entry for entry in docket.entries if entry.slug == "doj-list-2025"]
    named = {result.government for result in listing.results if result.result == "listed"}
    assert named == TEN - {"clark-county", "miami-dade", "milwaukee-county"}
    assert {result.government for result in listing.results} == TEN


@pytest.mark.parametrize(
    ("who", "short", "changed"),
    [
        ("connecticut", "release-text", date(2019, 10, 1)),
        ("connecticut", "detainers", date(2019, 10, 1)),
        ("chicago", "status-text", date(2021, 1, 27)),
        ("milwaukee-county", "practice-status", date(2018, 8, 21)),
    ],
)
def test_what_a_text_said_ends_where_it_was_changed_and_the_new_one_was_not_seen(
    docket: Docket, rulebook: Rulebook, who: str, short: str, changed: date
) -> None:
    (term,) = [term for term in rulebook.terms.values() if term.short == short]

    def known_on(day: date) -> Grade:
        return docket.record.fact(term, who, "", day, date(2026, 1, 31)).grade

    assert known_on(changed - timedelta(1)) is Grade.DOCUMENTED
    assert known_on(changed) in {Grade.NONE, Grade.ASSERTED}


def test_chicagos_limits_outlast_the_repeal_of_their_carve_outs(docket: Docket, rulebook: Rulebook) -> None:
    (term,) = [term for term in rulebook.terms.values() if term.short == "release-text"]
    for day in (date(2021, 1, 26), date(2021, 1, 27), date(2025, 8, 5)):
        assert docket.record.fact(term, "chicago", "", day, date(2026, 1, 31)).value == "in full"


def test_no_two_claims_dispute_a_fact_on_any_day_through_january_2026(docket: Docket, rulebook: Rulebook) -> None:
    known = date(2026, 1, 31)
    terms = [term for term in rulebook.terms.values() if term.about is Subject.GOVERNMENT]
    for government in docket.governments:
        for day in {REVIEW_ENDS, known, *docket.record.boundaries(government)}:
            for term in terms:
                fact = docket.record.fact(term, government, "", day, known)
                assert fact.grade is not Grade.DISPUTED, (government, term.phrase, day)


def test_no_entry_knows_when_a_text_ended_later(docket: Docket, rulebook: Rulebook) -> None:
    detainers = rulebook.terms["the government's response to detainers"]
    known, later = date(2017, 7, 6), date(2020, 1, 1)
    assert docket.record.fact(detainers, "connecticut", "", later, known).value == "conditional"
    assert docket.record.fact(detainers, "connecticut", "", later, later).value is None


def test_each_decision_is_listed_for_one_side_and_against_its_reply(docket: Docket) -> None:
    def points(holdings: tuple[Holding, ...]) -> set[tuple[str, str]]:
        return {(each.court, point) for each in holdings for point, _ in each.readings or (("", ""),)}

    for one in docket.arguments.values():
        assert not points(one.courts_for) & points(one.courts_against)
        reply = docket.arguments.get(one.reply)
        if reply and reply.reply == one.id:
            assert not points(one.courts_for) & points(reply.courts_for)


def test_a_court_is_listed_for_the_readings_that_the_law_says_it_bound_or_held(
    docket: Docket, rulebook: Rulebook
) -> None:
    """Who is listed as having accepted a reading bound it, or thought it right; who did is not listed against it."""
    taken: dict[tuple[str, str], set[str]] = defaultdict(set)
    for effect in rulebook.effects:
        if effect.verb is Verb.BINDS:
            taken[effect.source.partition("#")[0], effect.target].add(effect.reading)
    for point in rulebook.points.values():
        for reading in point.readings:
            for holder in reading.held_by:
                taken[holder.partition("#")[0], point.id].add(reading.name)
    for one in docket.arguments.values():
        for holding in one.courts_for:
            assert all(reading in taken[holding.court, point] for point, reading in holding.readings), holding
        for holding in one.courts_against:
            assert not any(reading in taken[holding.court, point] for point, reading in holding.readings), holding


@pytest.mark.parametrize(
    ("court", "held"),
    [
        ("ndcal-2017-04-25", {("eo-13768#grant-scope", "BROAD")}),
        ("ndcal-2017-07-20", {("eo-13768#grant-scope", "BROAD")}),
        (
            "ndill-2017-09-15",
            {("jag-fy2017-conditions#authority", "NO"), ("byrne-jag-statute#applicable-laws", "YES")},
        ),
        ("edpa-2017-11-15", set()),
        ("dri-2025-06-19-dot", {("dot-condition-2025#dot-authority", "NO")}),
    ],
)
def test_what_a_court_thought_likely_makes_it_a_holder_and_binds_nobody(
    rulebook: Rulebook, court: str, held: set[tuple[str, str]]
) -> None:
    bound = [each for each in rulebook.effects if each.verb is Verb.BINDS and each.source.partition("#")[0] == court]
    readings = (reading for point in rulebook.points.values() for reading in point.readings)
    holds = {
        (reading.point, reading.name)
        for reading in readings
        if court in {holder.partition("#")[0] for holder in reading.held_by}
    }
    assert (bound, holds) == ([], held)


def test_every_contested_point_has_an_argument_or_is_listed_as_having_none(docket: Docket, rulebook: Rulebook) -> None:
    """Who adds an argument takes its point off the list; who adds a point finds one or says why none is."""
    argued = {point for one in docket.arguments.values() for point, _ in one.readings}
    listed = re.findall(r"^# - (\S+#\S+): ", (Path(docket.folder) / "arguments.yaml").read_text("utf-8"), re.MULTILINE)
    assert set(listed) == set(rulebook.points) - argued


def test_that_detainers_need_not_be_honored_is_held_by_all_and_argued_for(docket: Docket, rulebook: Rulebook) -> None:
    readings = {reading.name: reading for reading in rulebook.points["usc-8-1373#detainers"].readings}
    assert {member.government for member in docket.members} <= set(readings["NO"].held_by)
    assert "ag-memo-2017-05-22" in readings["NO"].held_by
    assert readings["YES"].held_by == ()
    assert docket.arguments["r-detainers-voluntary"].readings == (("usc-8-1373#detainers", "NO"),)
    assert [holding.readings for holding in docket.arguments["r-detainers-voluntary"].courts_for] == [()]
