"""The small pieces of the report: days to scale, words, anchors and prose."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.law.model import ForceState
from ascertain.publish.html import anchors, lawchart, words
from ascertain.publish.html.lawchart import Course, Happening
from ascertain.publish.html.prose import Block, Run, blocks
from ascertain.publish.html.scale import Scale, window
from ascertain.rulebook.dates import Interval, Moment

START, END, ON = date(2016, 1, 1), date(2018, 1, 1), date(2017, 7, 6)
DAYS = st.dates(date(2015, 1, 1), date(2019, 1, 1))


@given(DAYS, DAYS)
def test_a_later_day_never_stands_left_of_an_earlier_one(one: date, other: date) -> None:
    scale = Scale(START, END, 10, 1000)
    early, late = sorted((one, other))
    assert scale.left <= scale.x(early) <= scale.x(late) <= scale.right


def test_every_day_has_the_same_width() -> None:
    scale = Scale(START, END, 0, 731)
    assert [scale.x(date(2016, 1, day)) for day in (1, 2, 3, 31)] == [0, 1, 2, 30]


def test_the_period_drawn_stays_within_what_the_rulebook_covers() -> None:
    assert window(ON, None, None) == (START, END)
    assert window(ON, date(2016, 9, 1), date(2017, 10, 1)) == (date(2016, 9, 1), date(2017, 10, 1))


@given(st.text(max_size=12), st.text(max_size=12))
def test_different_names_have_different_places(one: str, other: str) -> None:
    assert (anchors.slug(one) == anchors.slug(other)) == (one == other)


@pytest.mark.parametrize(
    ("period", "printed"),
    [
        (
            Interval(Moment.parse("2017-01-25"), Moment.parse("2017-04-26")),
            "from January 25, 2017 through April 25, 2017",
        ),
        (Interval(Moment.parse("2016-09"), None), "from September 2016"),
        (Interval(None, Moment.parse("1987")), "until some time in 1987"),
        (Interval(None, None), "no dates given"),
    ],
)
def test_a_period_is_printed_with_its_last_day(period: Interval, printed: str) -> None:
    assert words.interval(period) == printed


def test_an_unknown_value_is_said_to_be_unknown_and_never_no() -> None:
    assert words.value(None, None) == "unknown"
    assert words.value(None, False) == "no"


def happening(number: int, on: date, *targets: str) -> Happening:
    return Happening(
        number, on, words.day(on), f"Order {number}", "Court", "court order", "a", (), frozenset(targets), False
    )


def drawn(spans: tuple[tuple[date, date, ForceState], ...], *acts: Happening, since: str = "") -> lawchart.Lane:
    course = Course(frozenset({"law#part"}), "A law, its part", "provision-law__part", "all", since, spans)
    chart = lawchart.draw([("Statutes", [course])], acts, start=START, end=END, on=ON, known=ON)
    return chart.panels[-1].lanes[0]


def test_a_suspension_is_drawn_from_its_first_day_and_said_in_words() -> None:
    stop = date(2017, 4, 25)
    lane = drawn(((START, stop, ForceState.IN_FORCE), (stop, END, ForceState.SUSPENDED)), since="1996")
    free, hatched = lane.segments
    assert (free.shape, hatched.shape) == ("in-force", "suspended")
    assert free.x + free.width == pytest.approx(hatched.x, abs=0.02)
    assert free.before and not hatched.before
    assert lane.rows == (
        ("from 1996 through April 24, 2017", "in force"),
        ("from April 25, 2017 to the end of the period shown", "suspended"),
    )


def test_what_is_not_yet_or_no_longer_law_is_left_blank() -> None:
    begin, stop = date(2016, 6, 1), date(2017, 2, 1)
    lane = drawn(
        ((START, begin, ForceState.NOT_YET), (begin, stop, ForceState.IN_FORCE), (stop, END, ForceState.ENDED))
    )
    assert [segment.word for segment in lane.segments] == ["in force"]
    assert [state for _, state in lane.rows] == ["in force", "ended"]


def test_rings_of_neighboring_days_do_not_cover_each_other_and_point_at_their_own_day() -> None:
    acts = [happening(1, date(2017, 4, 21), "law#part"), happening(2, date(2017, 4, 25), "law#part")]
    first, second = drawn(((START, END, ForceState.IN_FORCE),), *acts).marks
    assert second.x - first.x >= 2 * lawchart.MARK
    assert 0 < second.day - first.day < second.x - first.x


def test_an_order_is_marked_only_on_the_law_that_it_acts_on() -> None:
    assert not drawn(((START, END, ForceState.IN_FORCE),), happening(1, ON, "another")).marks


def test_prose_keeps_emphasis_and_leads_only_to_places_in_the_page() -> None:
    told = blocks(
        "# Head\n\nSee `eo#a`, `else` and **this** of [them](https://example.org).\n\n- one\n- two\n  more",
        lambda name: ("E.O., part a", "provision-eo__a") if name == "eo#a" else None,
    )
    assert told == (
        Block("heading", ((Run("plain", "Head"),),)),
        Block(
            "paragraph",
            (
                (
                    Run("plain", "See "),
                    Run("plain", "E.O., part a", "provision-eo__a"),
                    Run("plain", ", "),
                    Run("code", "else"),
                    Run("plain", " and "),
                    Run("bold", "this"),
                    Run("plain", " of "),
                    Run("plain", "them"),
                    Run("plain", "."),
                ),
            ),
        ),
        Block("list", ((Run("plain", "one"),), (Run("plain", "two more"),))),
    )
