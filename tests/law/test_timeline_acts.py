"""A period of a force timeline is explained by acts that were there in it."""

from __future__ import annotations

from datetime import date

from ascertain.law.course import force_timeline
from ascertain.law.model import Matter
from ascertain.rulebook.bundled import bundled_folder
from ascertain.rulebook.load import load_rulebook

from .build import CHICAGO, JAG_2017, authority, effect, group, matter, rulebook


def test_no_period_is_decided_by_an_act_of_a_later_day() -> None:
    rulebook = load_rulebook(bundled_folder("rulebooks") / "section-1373")
    end = date(2018, 1, 1)
    matter = Matter(rulebook.governments["chicago"], None, date(2017, 1, 1), end)
    for start, _, force, *_ in force_timeline(rulebook, "eo-13768#sec-9a-grants", matter, date(2017, 2, 1), end):
        assert all(link.date <= start.isoformat() for link in force.chain if link.decisive)


def test_an_interval_is_ended_by_the_acts_that_matter_to_whom_is_asked_about() -> None:
    """The orders of 5 October 2018 for California itself end nothing for Miami-Dade."""
    rulebook = load_rulebook(bundled_folder("rulebooks") / "section-1373")
    matter = Matter(rulebook.governments["miami-dade"], None, date(2018, 7, 27), date(2026, 1, 1))
    spans = force_timeline(rulebook, "jag-fy2017-conditions#notice", matter, date(2018, 7, 27), date(2018, 10, 31))
    assert [(str(span.end), span.ended_by, span.goes_on) for span in spans] == [
        (
            "2018-08-09",
            (
                "ndill-2018-08-09#injunction suspends jag-fy2017-conditions#notice",
                "ndill-2018-08-09#stay stays ndill-2018-08-09#injunction",
            ),
            True,
        ),
        ("2018-08-10", ("ca7-2018-08-10 ends ca7-2018-06-26",), True),
        ("2018-08-29", ("ca7-2018-08-29 lifts ndill-2018-08-09#stay",), False),
        (
            "2018-10-05",
            (
                "ndcal-2018-10-05#nationwide suspends jag-fy2017-conditions#notice",
                "ndcal-2018-10-05#stay stays ndcal-2018-10-05#nationwide",
            ),
            True,
        ),
        ("2018-10-31", (), False),
    ]


def test_an_order_that_is_over_by_its_own_terms_ends_an_interval_and_one_about_others_that_day_does_not() -> None:
    book = rulebook(
        authority("terms"),
        *(authority(each, "2017-02-01") for each in ("first", "second", "third")),
        effect("first suspends terms", "2017-02-01", until="2017-06-01"),
        effect("second suspends terms", "2017-02-01", until="2017-09-01"),
        effect("third suspends terms", "2017-06-01", reach="evanston"),
    )
    asked = matter("2017-01-01", known="2018-01-01")
    spans = force_timeline(book, "terms", asked, date(2017, 1, 1), date(2018, 1, 1))
    assert [(str(span.end), span.ended_by, span.goes_on) for span in spans] == [
        ("2017-02-01", ("first suspends terms",), False),
        ("2017-06-01", ("first suspends terms no longer",), True),
        ("2017-09-01", ("second suspends terms no longer",), False),
        ("2018-01-01", (), False),
    ]


def test_a_program_that_comes_into_a_group_ends_an_interval_of_a_force_that_reaches_the_group() -> None:
    book = rulebook(
        authority("terms"),
        authority("order", "2017-02-01"),
        effect("order suspends terms", "2017-02-01", reach="group conditioned"),
        group("conditioned", jag="2017-05-01.."),
    )
    asked = matter("2017-01-01", CHICAGO, program=JAG_2017, known="2018-01-01")
    spans = force_timeline(book, "terms", asked, date(2017, 1, 1), date(2018, 1, 1))
    assert [(str(span.end), span.ended_by) for span in spans] == [
        ("2017-05-01", ("jag comes into conditioned",)),
        ("2018-01-01", ()),
    ]
