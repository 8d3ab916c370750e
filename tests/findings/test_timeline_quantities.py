"""Answers over time about money and dates: told by value, and on every day what the day itself says."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from ascertain.findings.find import find
from ascertain.findings.model import wholly
from ascertain.findings.timelines.timeline import Span, timeline
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government
from ascertain.rulebook.model.terms import Between, Shown

from .random_quantities import narrow
from .random_rulebooks import DAYS as DAYS_SHOWN
from .random_rulebooks import FIRST, QUESTION

DUE, LATE, DAYS, LIMIT = "the reporting deadline", "the report is late", "days late", "the audit threshold"
ENDED, RECEIVED, SUBMITTED = (
    "the fiscal year ended on",
    "the auditor's reports were received on",
    "the report was submitted on",
)
OGDEN = Government("ogden", "Ogden", "city", "UT", 10)
START, END, KNOWN = date(2021, 8, 1), date(2021, 11, 1), date(2022, 1, 1)


@pytest.fixture(name="rulebook", scope="module")
def rulebook_fixture() -> Rulebook:
    return load_rulebook(Path(__file__).parent / "deadlines")


def ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def claim(term: str, value: Shown, since: str, until: str = "") -> Claim:
    period = Interval(Moment.parse(since), Moment.parse(until) if until else None)
    return Claim(f"{term} {since}", "ogden", "", term, value, period, "A", Moment.parse("2021-01-01"), Grade.FOUND)


RECORD = Record(
    (
        claim(ENDED, ordinal("2020-12-31"), "2021-01-01"),
        claim("government is of Guam", False, "2021-08-10"),
        claim(RECEIVED, Between(ordinal("2021-08-01"), ordinal("2021-08-31")), "2021-08-20", "2021-09-15"),
        claim(RECEIVED, ordinal("2021-08-04"), "2021-09-15", "2021-10-15"),
        claim(RECEIVED, ordinal("2021-08-20"), "2021-10-15"),
        claim(SUBMITTED, ordinal("2021-10-04"), "2021-10-04"),
    ),
    "record",
)


def over(rulebook: Rulebook, question: str) -> tuple[Span, ...]:
    return timeline(rulebook, RECORD, OGDEN, question, start=START, end=END, known=KNOWN, standard=Grade.FOUND)


def test_the_timeline_of_a_deadline_is_told_by_its_day(rulebook: Rulebook) -> None:
    told = [(span.start.isoformat(), span.told.word, span.told.may_be) for span in over(rulebook, DUE)]
    assert told == [
        ("2021-08-01", "open", ("2021-12-31", "by 2021-09-30")),
        ("2021-08-10", "open", ("by 2021-09-30",)),
        ("2021-08-20", "open", ("2021-08-31 to 2021-09-30",)),
        ("2021-09-15", "2021-09-03", ("2021-09-03",)),
        ("2021-10-15", "2021-09-20", ("2021-09-20",)),
    ]


def test_what_ends_an_interval_is_the_fact_that_moves_the_deadline(rulebook: Rulebook) -> None:
    ended = [[(event.id, event.value) for event in span.ended_by] for span in over(rulebook, DUE)]
    assert ended[0] == [("government is of Guam", False)]
    assert ended[1] == [(RECEIVED, Between(ordinal("2021-08-01"), ordinal("2021-08-31")))]
    assert ended[3:] == [[(RECEIVED, ordinal("2021-08-20"))], []]


@pytest.mark.parametrize("question", [DUE, LATE, DAYS, LIMIT])
def test_each_interval_says_what_is_found_on_each_of_its_days(rulebook: Rulebook, question: str) -> None:
    spans = over(rulebook, question)
    for span in spans:
        # What it turns on where all dates are unknown takes a while to tell; first and last days are enough.
        for day in {span.start, span.end - timedelta(1)}:
            found = find(rulebook, RECORD, OGDEN, question, on=day, known=KNOWN, standard=Grade.FOUND)
            said = (found.possible, found.word, wholly(found.possible, found.amounts))
            assert said == (span.told.possible, span.told.word, span.told.may_be), day
            assert tuple(turn.id for turn in (*found.fact_turns, *found.law_turns)) == span.told.turns.all
    assert len(spans) > (question != LIMIT)


def test_each_interval_of_a_random_rulebook_that_computes_says_what_its_days_do() -> None:
    told = 0
    for seed in range(30):
        made, _ = narrow(seed)
        matter, rng = made.law.matter, random.Random(seed)  # noqa: S311 - no secret is made here
        if matter.government is None:
            continue
        filed, starts = Moment.on(FIRST - timedelta(9)), (None, Moment.on(FIRST + timedelta(rng.randrange(DAYS_SHOWN))))
        claims = (
            Claim(
                term, matter.government.id, "", term, value, Interval(rng.choice(starts), None), "A", filed, Grade.FOUND
            )
            for term, value in made.known.items()
        )
        record, end = Record(tuple(claims), "record"), FIRST + timedelta(DAYS_SHOWN)
        asked = (made.rulebook, record, matter.government, QUESTION)
        how = {"known": matter.known, "standard": Grade.FOUND, "program": matter.program}
        for span in timeline(*asked, start=FIRST, end=end, **how):  # type: ignore[arg-type]
            for days in range(0, (span.end - span.start).days, 3):
                found = find(*asked, on=span.start + timedelta(days), **how)  # type: ignore[arg-type]
                said = (found.possible, found.word, wholly(found.possible, found.amounts))
                assert said == (span.told.possible, span.told.word, span.told.may_be), (seed, span.start)
                told += 1
    assert told > 100
