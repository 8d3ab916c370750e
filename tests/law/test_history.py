"""The law over time: for whom it is worked out apart, and what is told of the days on which it changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ascertain.law.happenings import happenings
from ascertain.law.history import History
from ascertain.law.index import index_of
from ascertain.law.model import ForceState
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.sources import Authority, Effect, Point, Provision

from .build import (
    CALIFORNIA,
    CHICAGO,
    EVANSTON,
    HOUSING,
    JAG_2017,
    authority,
    effect,
    group,
    interval,
    part,
    point,
    rulebook,
)

TERMS = (authority("terms", "2017-07-25", kind="grant terms"), part("terms#a", "terms"))
MAYORS = group("mayors", chicago="2017-10-01..2018-02-01", jag="2017-11..")


def course(act: Effect, government: Government | None, program: Program | None) -> list[str]:
    history = History(rulebook(*TERMS, authority("order", "2017-09-15"), act, MAYORS), date(2019, 1, 1))
    told = history.force("terms", government, program)
    assert told == history.force("terms", government, program)
    return [f"{day} {state}" for day, state in told[1:] if not hasattr(state, "doubt")]


@pytest.mark.parametrize(
    ("reach", "government", "program", "expected"),
    [
        ("everyone", None, None, ["2017-07-25 in force", "2017-09-15 suspended"]),
        ("chicago", CHICAGO, None, ["2017-07-25 in force", "2017-09-15 suspended"]),
        ("chicago", EVANSTON, None, ["2017-07-25 in force"]),
        ("agency doj", EVANSTON, JAG_2017, ["2017-07-25 in force", "2017-09-15 suspended"]),
        ("agency doj", EVANSTON, HOUSING, ["2017-07-25 in force"]),
        ("group mayors", CHICAGO, None, ["2017-07-25 in force", "2017-10-01 suspended", "2018-02-01 in force"]),
        ("group mayors", EVANSTON, JAG_2017, ["2017-07-25 in force", "2017-11-30 suspended"]),
        ("group mayors", EVANSTON, HOUSING, ["2017-07-25 in force"]),
    ],
)
def test_force_over_time_is_told_apart_by_whom_the_scope_tells_apart(
    reach: str, government: Government | None, program: Program | None, expected: list[str]
) -> None:
    assert course(effect("order suspends terms", "2017-09-15", reach=reach), government, program) == expected


def test_those_whom_no_scope_tells_apart_share_a_course_though_a_scope_names_another() -> None:
    act = effect("order suspends terms", "2017-09-15", reach="chicago")
    history = History(rulebook(*TERMS, authority("order", "2017-09-15"), act, MAYORS), date(2019, 1, 1))
    peoria = Government("peoria", "Peoria")
    assert history.force("terms", peoria, JAG_2017) is history.force("terms", EVANSTON, HOUSING)
    assert history.treatment(("terms",), peoria, None) != history.treatment(("terms",), CHICAGO, None)


def test_programs_whom_an_agencys_order_tells_apart_are_told_apart_in_one_history() -> None:
    act = effect("order suspends terms", "2017-09-15", reach="agency doj")
    history = History(rulebook(*TERMS, authority("order", "2017-09-15"), act), date(2019, 1, 1))
    assert [state for _, state in history.force("terms", EVANSTON, JAG_2017)][-1] is ForceState.SUSPENDED
    assert [state for _, state in history.force("terms", EVANSTON, HOUSING)][-1] is ForceState.IN_FORCE


def test_governments_whom_the_reach_of_a_court_tells_apart_have_their_own_readings_in_one_history() -> None:
    book = rulebook(
        *TERMS,
        point("terms#p", "A", "B"),
        authority("court", "2017-09-15", binds="circuit 9"),
        effect("court binds reading A of terms#p", "2017-09-15"),
    )
    history = History(book, date(2019, 1, 1))
    assert [ways for _, ways in history.readings("terms#p", CHICAGO, None)] == [("A", "B")]
    assert [ways for _, ways in history.readings("terms#p", CALIFORNIA, None)] == [("A", "B"), ("A",)]


def test_what_never_was_law_is_a_text_from_the_day_of_its_issue() -> None:
    history = History(rulebook(authority("draft", "2017-09-15", in_force="never")), date(2019, 1, 1))
    assert history.force("draft", None, None) == (
        (date.min, ForceState.NOT_YET),
        (date(2017, 9, 15), ForceState.NOT_LAW),
    )


def test_before_the_days_that_a_rulebook_covers_nothing_is_told_to_have_changed() -> None:
    book = replace(rulebook(*TERMS), covers=interval("2017-08-01.."))
    assert History(book, date(2019, 1, 1)).force("terms", None, None) == ((date.min, ForceState.IN_FORCE),)


def test_the_index_of_a_rulebook_is_made_once_and_is_its_own() -> None:
    first, second = rulebook(*TERMS), rulebook(*TERMS)
    assert index_of(first) is index_of(first)
    assert index_of(second).rulebook is second
    assert index_of(first).rulebook is first


def test_a_provision_stands_below_each_of_its_wholes_once() -> None:
    index = index_of(rulebook(*TERMS, part("terms#b", "terms#a")))
    assert index.levels["terms#b"] == ("terms#b", "terms#a", "terms")
    assert index.levels["terms"] == ("terms",)


def happened(day: str, *things: Authority | Provision | Effect | Point, name: str = "terms#a") -> tuple[str, ...]:
    book = rulebook(*TERMS, authority("order", "2017-09-15"), MAYORS, *things)
    return happenings(book, name, date.fromisoformat(day), {"chicago"})


def test_an_act_is_told_on_its_day_and_at_its_end() -> None:
    act = effect("order suspends terms", "2017-09-15", "2017-09-20", until="2018-01-01")
    assert happened("2017-09-20", act) == ("order suspends terms",)
    assert happened("2017-09-21", act) == ()
    assert happened("2018-01-01", act) == ("order suspends terms no longer",)


def test_an_act_known_by_its_month_is_told_on_the_first_and_the_last_day_it_can_be() -> None:
    act = effect("order suspends terms", "2017-09-15", "2017-10")
    assert happened("2017-10-01", act) == ("order suspends terms, perhaps from this day on",)
    assert happened("2017-10-31", act) == ("order suspends terms, surely from this day on",)
    assert happened("2017-10-15", act) == ()


def test_an_act_whose_mandate_is_open_is_told_with_its_condition() -> None:
    act = effect("order suspends terms", "2017-09-15", None)
    assert happened("2017-09-15", act) == ("order suspends terms once its mandate issues",)


def test_a_binding_is_told_with_its_reading_and_what_changes_no_force_is_not_told() -> None:
    contested = point("terms#p", "A", "B")
    binding = effect("order binds reading A of terms#p", "2017-09-15")
    affirming = effect("order affirms terms", "2017-09-15")
    assert happened("2017-09-15", contested, binding, name="terms#p") == ("order binds reading A of terms#p",)
    assert "order affirms terms" not in happened("2017-09-15", affirming)


def test_a_provisions_own_time_is_told_of_it_and_of_its_whole() -> None:
    timed = part("terms#a", "terms", in_force="2017-08..2018-03-01")
    assert happened("2017-08-01", timed) == happened("2017-08-31", timed) == ("terms#a takes effect",)
    assert happened("2018-03-01", timed) == ("terms#a ends",)
    assert happened("2017-07-25") == ("terms takes effect",)


def test_a_membership_is_told_only_of_those_asked_about_and_where_a_scope_looks_at_it() -> None:
    act = effect("order suspends terms", "2017-09-15", reach="group mayors")
    assert happened("2017-10-01", act) == ("chicago comes into mayors",)
    assert happened("2018-02-01", act) == ("chicago leaves mayors",)
    assert happened("2017-11-01", act) == ()
    assert happened("2017-10-01", effect("order suspends terms", "2017-09-15")) == ()


def test_what_acts_on_the_act_is_told_where_nothing_nearer_is() -> None:
    acts = (
        authority("stay", "2017-10-05"),
        effect("order suspends terms", "2017-09-15"),
        effect("stay stays order", "2017-10-05"),
    )
    assert happened("2017-10-05", *acts) == ("stay stays order",)
    near = effect("order suspends terms#a", "2017-09-15", "2017-10-05")
    assert happened("2017-10-05", *acts, near) == ("order suspends terms#a",)


def test_several_acts_of_one_day_are_told_in_the_order_of_the_rulebook() -> None:
    stays = [f"stay-{at}" for at in (7, 2, 9, 4, 1, 8)]
    acts = [effect(f"order suspends {each}", "2017-10-05") for each in stays]
    others = [
        each for stay in stays for each in (authority(stay, "2017-10-01"), effect(f"{stay} stays terms", "2017-10-01"))
    ]
    told = happened("2017-10-05", *others, *acts)
    assert told == tuple(f"order suspends {each}" for each in stays)
