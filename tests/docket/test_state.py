"""Where a review stands on a day: asked, answered and found are records of their own, and none implies another."""

from __future__ import annotations

from datetime import date

from ascertain.docket.load import load_docket
from ascertain.docket.state import Days, DocketState, state_on
from docket.build import GOOD, RULEBOOK


def state(year: int, month: int, day: int) -> DocketState:
    return state_on(load_docket(GOOD, RULEBOOK), date(year, month, day))


def test_membership_a_letter_and_a_response_are_three_records() -> None:
    now = state(2016, 7, 31)
    assert len(now.members) == 3
    assert [len(request.entry.to) for request in now.requests] == [2]
    assert now.sent("ogden") == ()
    assert [entry.number for entry in now.responses("ogden")] == [5]
    assert [entry.number for entry in now.unasked] == [5]
    assert all(now.responses(member.government) for member in now.members)


def test_members_are_those_of_the_day() -> None:
    assert state(2016, 1, 14).members == ()
    assert [member.government for member in state(2016, 1, 14).perhaps] == ["shelby-county"]
    assert [member.government for member in state(2016, 1, 31).members] == ["springfield", "shelby-county", "ogden"]
    assert [member.government for member in state(2017, 1, 1).members] == ["shelby-county", "ogden"]


def test_an_answer_counts_from_the_day_it_was_filed_and_is_late_by_the_day_it_was_made() -> None:
    before, after = state(2016, 6, 28).requests[0].replies[0], state(2016, 6, 29).requests[0].replies[0]
    assert before.response is None
    assert after.response is not None
    assert after.response.number == 3
    assert after.late is None


def test_an_unanswered_request_is_late_by_the_days_since_its_deadline() -> None:
    assert state(2016, 6, 30).requests[0].replies[1].late is None
    overdue = state(2016, 7, 10).requests[0].replies[1]
    assert overdue.response is None
    assert overdue.late == Days(10, 10)
    assert str(state(2016, 7, 1).requests[0].replies[1].late) == "1 day"


def test_an_answer_known_only_to_its_month_is_late_by_a_span_of_days() -> None:
    late = state(2016, 7, 31).requests[0].replies[1].late
    assert late == Days(1, 31)
    assert str(late) == "1 to 31 days"


def test_an_entry_that_may_have_been_filed_by_then_is_said_to_be_undated() -> None:
    assert [entry.number for entry in state(2016, 7, 10).undated] == [4]
    assert state(2016, 7, 31).undated == ()


def test_nothing_filed_later_is_in_the_state_of_a_day() -> None:
    early = state(2016, 3, 31)
    assert (early.requests, early.statements, early.determinations, early.lists) == ((), (), (), ())


def test_the_latest_determination_of_each_government_stands_and_earlier_ones_are_kept() -> None:
    october = state(2016, 10, 11).determinations
    assert [(one.government, one.result.result) for one in october] == [
        ("springfield", "does not comply"),
        ("ogden", "no evidence of non-compliance"),
    ]
    later = state(2016, 11, 17)
    assert [one.entry.number for one in later.determinations] == [8, 7]
    assert [(one.entry.number, one.result.result) for one in later.superseded] == [(7, "does not comply")]


def test_provisional_determinations_are_marked_each_by_itself() -> None:
    assert [one.result.provisional for one in state(2016, 10, 11).determinations] == [True, False]


def test_no_evidence_of_non_compliance_is_its_own_result_and_never_compliance() -> None:
    words = {one.result.result for one in state(2016, 12, 31).determinations}
    assert words == {"no evidence of non-compliance"}
    assert "complies" not in words


def test_a_government_without_a_determination_has_none() -> None:
    assert "shelby-county" not in [one.government for one in state(2016, 12, 31).determinations]


def test_membership_of_a_list_is_looked_up_and_never_inferred() -> None:
    now = state(2016, 12, 1)
    listed, unnamed = now.listings("shelby-county"), now.listings("springfield")
    assert [(entry.number, result.result if result else None) for entry, result in listed] == [(9, "listed")]
    assert [(entry.number, result) for entry, result in unnamed] == [(9, None)]
    assert state(2016, 11, 30).listings("shelby-county") == ()


def test_a_dated_statement_is_no_determination() -> None:
    now = state(2016, 7, 31)
    assert [entry.number for entry in now.statements] == [6]
    assert now.determinations == ()
