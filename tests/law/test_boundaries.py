"""The days on which the law for a matter may change: those that bear on it, and no others."""

from __future__ import annotations

from datetime import date

import pytest

from ascertain.law.course import force_timeline
from ascertain.law.model import Matter
from ascertain.law.regimes import boundaries
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.sources import Effect

from .build import CHICAGO, EVANSTON, HOUSING, JAG_2017, authority, effect, group, matter, rulebook

TERMS = authority("terms", "2017-07-25", kind="grant terms")
ORDER = authority("order", "2017-07-25")


def days(
    *things: Effect, government: Government | None = CHICAGO, program: Program | None = None, known: str = "2019-01-01"
) -> list[str]:
    book = rulebook(TERMS, ORDER, *things, group("mayors", chicago="2017-06..2018-01-01", jag="2016-05-01.."))
    asked = matter("2017-01-01", government, program=program, known=known)
    return [day.isoformat() for day in boundaries(book, asked)]


@pytest.mark.parametrize(
    ("government", "program", "membership"),
    [
        (CHICAGO, None, ["2017-06-01", "2017-06-30", "2018-01-01"]),
        (EVANSTON, None, []),
        (EVANSTON, JAG_2017, ["2016-05-01"]),
        (EVANSTON, HOUSING, []),
        (None, JAG_2017, ["2016-05-01"]),
    ],
)
def test_a_membership_counts_for_its_member_and_for_the_parts_of_its_program(
    government: Government | None, program: Program | None, membership: list[str]
) -> None:
    assert days(government=government, program=program) == sorted(["2017-07-25", *membership])


def test_an_act_counts_for_whom_it_may_reach_on_any_day() -> None:
    plain = effect("order suspends terms", "2017-09-15", "2017-10", until="2018-03-01")
    own = ["2017-07-25", "2017-10-01", "2017-10-31", "2018-03-01"]
    assert days(plain, government=EVANSTON) == own
    for reach, reached in (("evanston", True), ("circuit 7", True), ("group mayors", True), ("chicago", False)):
        act = effect("order suspends terms", "2017-09-15", "2017-10", until="2018-03-01", reach=reach)
        assert days(act, government=EVANSTON) == (own if reached else ["2017-07-25"]), reach


def test_an_act_of_an_agency_counts_for_its_programs() -> None:
    for agency, program, counts in (("doj", JAG_2017, True), ("hud", JAG_2017, False), ("doj", HOUSING, False)):
        act = effect("order suspends terms", "2017-09-15", reach=f"agency {agency}")
        assert ("2017-09-15" in days(act, government=EVANSTON, program=program)) is counts


def test_what_is_not_issued_as_known_has_no_day() -> None:
    act = effect("order suspends terms", "2017-09-15")
    assert days(act, government=EVANSTON, known="2017-09-14") == ["2017-07-25"]
    assert days(act, government=EVANSTON, known="2017-09-15") == ["2017-07-25", "2017-09-15"]
    assert days(government=EVANSTON, known="2017-07-24") == []


def timeline(start: str, end: str) -> list[tuple[str, str, str]]:
    book = rulebook(
        TERMS,
        ORDER,
        effect("order suspends terms", "2017-09-15", until="2017-10-01"),
        effect("order clarifies terms", "2017-08-15"),
    )
    asked = Matter(CHICAGO, None, date(2017, 1, 1), date(2019, 1, 1))
    periods = force_timeline(book, "terms", asked, date.fromisoformat(start), date.fromisoformat(end))
    return [(first.isoformat(), last.isoformat(), force.state.value) for first, last, force, *_ in periods]


def test_a_timeline_of_force_has_a_period_for_each_state_and_none_for_what_changes_nothing() -> None:
    assert timeline("2017-07-25", "2018-01-01") == [
        ("2017-07-25", "2017-09-15", "in force"),
        ("2017-09-15", "2017-10-01", "suspended"),
        ("2017-10-01", "2018-01-01", "in force"),
    ]


def test_a_timeline_of_force_keeps_to_the_days_asked_about() -> None:
    assert timeline("2017-09-15", "2017-10-01") == [("2017-09-15", "2017-10-01", "suspended")]
    assert timeline("2017-09-20", "2017-09-21") == [("2017-09-20", "2017-09-21", "suspended")]
    assert timeline("2017-09-20", "2017-09-20") == []
    assert timeline("2017-09-20", "2017-09-19") == []
