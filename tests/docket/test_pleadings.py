"""Arguments for a reading are told as they had been made by a day, with the reply and the courts of that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ascertain.docket.load import load_docket
from ascertain.docket.model import Docket, Holding
from ascertain.docket.pleadings import Pleadings

from .build import GOOD, RULEBOOK

POINT = "audit-act#reach"
DOCKET = load_docket(GOOD, RULEBOOK)
FILED = next(entry.filed.latest for entry in DOCKET.entries if "r-narrow" in entry.arguments)
LATE = date(2020, 1, 1)


def pleadings(known: date, docket: Docket = DOCKET) -> Pleadings:
    return Pleadings(docket, RULEBOOK, known)


def test_an_argument_is_told_once_an_entry_with_it_has_been_filed() -> None:
    assert pleadings(FILED - timedelta(1)).for_reading(POINT, "NARROW") == ()
    (made,) = pleadings(FILED).for_reading(POINT, "NARROW")
    assert (made.argument.id, made.by) == ("r-narrow", ("springfield", "a league of cities"))


def test_the_reply_stands_beside_it_from_either_side() -> None:
    (narrow,) = pleadings(LATE).for_reading(POINT, "NARROW")
    (wide,) = pleadings(LATE).for_reading(POINT, "WIDE")
    assert (narrow.reply and narrow.reply.argument.id) == "v-wide"
    assert (wide.reply and wide.reply.argument.id) == "r-narrow"


def test_a_reply_that_had_not_been_made_is_not_told() -> None:
    (wide,) = pleadings(FILED - timedelta(1)).for_reading(POINT, "WIDE")
    assert wide.reply is None


def test_a_court_is_named_once_it_has_spoken() -> None:
    decided = date(2019, 4, 18)
    (before,) = pleadings(decided - timedelta(1)).for_reading(POINT, "NARROW")
    (after,) = pleadings(decided).for_reading(POINT, "NARROW")
    assert before.courts_for == ("Doe v. Roe (7th Cir. 1999)",)
    assert after.courts_for == ("ca9-2019-04-18", "Doe v. Roe (7th Cir. 1999)")


def test_what_a_document_argues_had_been_argued_once_it_was_issued() -> None:
    wide = replace(DOCKET.arguments["v-wide"], used_by=("letters-2016-04-01",))
    docket = replace(DOCKET, arguments={**DOCKET.arguments, "v-wide": wide})
    assert pleadings(date(2016, 3, 31), docket).for_reading(POINT, "WIDE") == ()
    (made,) = pleadings(date(2016, 4, 1), docket).for_reading(POINT, "WIDE")
    assert made.by == ("letters-2016-04-01",)


def test_a_reading_is_favoured_by_the_courts_of_the_day() -> None:
    only_later = replace(DOCKET.arguments["r-narrow"], courts_for=(Holding("ca9-2019-04-18", ((POINT, "NARROW"),)),))
    docket = replace(DOCKET, arguments={"r-narrow": only_later})
    assert pleadings(date(2019, 4, 17), docket).favoured() == frozenset()
    assert pleadings(date(2019, 4, 18), docket).favoured() == {(POINT, "NARROW")}


def test_an_argument_for_several_readings_is_told_for_each_with_its_own_courts() -> None:
    narrow, low = readings = ((POINT, "NARROW"), ("other-act#cost", "LOW"))
    courts = (Holding("A v. B (1998)", (narrow,)), Holding("C v. D (1999)", readings), Holding("E v. F (2000)"))
    both = replace(DOCKET.arguments["r-narrow"], readings=readings, courts_for=courts, courts_against=courts[:1])
    made = pleadings(LATE, replace(DOCKET, arguments={**DOCKET.arguments, "r-narrow": both}))
    (first,), (second,) = made.for_reading(*narrow), made.for_reading(*low)
    assert (first.courts_for, first.courts_against) == (("A v. B (1998)", "C v. D (1999)"), ("A v. B (1998)",))
    assert (second.courts_for, second.courts_against) == (("C v. D (1999)",), ())
    assert first.whole_for == second.whole_for == ("E v. F (2000)",)
    assert set(readings) <= made.favoured()


def test_a_court_that_decided_on_no_reading_on_record_favours_none() -> None:
    held = replace(DOCKET.arguments["r-narrow"], courts_for=(Holding("E v. F (2000)"),))
    docket = replace(DOCKET, arguments={"r-narrow": held})
    assert pleadings(LATE, docket).favoured() == frozenset()


def test_a_reply_has_the_courts_of_its_reading_of_the_same_point() -> None:
    own, other = (POINT, "WIDE"), ("other-act#cost", "HIGH")
    courts = (Holding("A v. B (1998)", (own,)), Holding("C v. D (1999)", (other,)))
    wide = replace(DOCKET.arguments["v-wide"], readings=(own, other), courts_for=courts)
    docket = replace(DOCKET, arguments={**DOCKET.arguments, "v-wide": wide})
    (narrow,) = pleadings(LATE, docket).for_reading(POINT, "NARROW")
    assert narrow.reply is not None
    assert narrow.reply.courts_for == ("A v. B (1998)",)
