"""Lesson 1: ten sampled is not nine letters: membership, a letter sent and a response received are three records."""

from __future__ import annotations

from ascertain.docket.model import Docket
from ascertain.docket.state import state_on

from .asking import TEN, THE_DAY


def test_ten_are_members_nine_were_sent_a_letter_and_ten_answered(docket: Docket) -> None:
    state = state_on(docket, THE_DAY)
    asked = {reply.government for request in state.requests for reply in request.replies}
    answered = {name for entry in docket.entries if entry.kind == "response" for name in entry.about}
    assert {member.government for member in state.members} == set(TEN)
    assert set(TEN) - asked == {"connecticut"}
    assert answered == set(TEN)


def test_who_was_not_asked_is_a_member_all_the_same_and_its_answer_is_kept(docket: Docket) -> None:
    state = state_on(docket, THE_DAY)
    assert [entry.about for entry in state.unasked] == [("connecticut",)]
