"""Totals over awards as they change over time: with the record, and with the law that says which awards count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ascertain.findings.find import find
from ascertain.findings.model import Finding, wholly
from ascertain.findings.timelines.chronicle import Chronicle
from ascertain.findings.timelines.courses import Asked
from ascertain.findings.timelines.timeline import Span, timeline
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Between, Shown

from .books import fence
from .test_awards import ALL, EXPENDED, LAW, RISK, SPENT, VOCABULARY

START, END, KNOWN = date(2020, 1, 1), date(2021, 1, 1), date(2021, 6, 1)
MAJOR = LAW[LAW.index("rule MAJOR") : LAW.index("rule SUM")]
HEAD = LAW[: LAW.index("# The law")]
PARTS = LAW.replace(MAJOR, "")
MAJORS = f"{HEAD}# Majors\n\n{fence('rules', MAJOR)}".replace("id: law", "id: majors")
_ORDER = HEAD.replace("id: law", "id: court").replace("kind: statute", "kind: court order")
COURT = f"{_ORDER.replace('2000-01-01', '2020-05-01')}# Court\n\n" + fence(
    "force", "suspends majors\n  until: 2020-08-01"
)


@pytest.fixture(name="rulebook", scope="module")
def rulebook_fixture(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    folder = tmp_path_factory.mktemp("awards")
    for name, text in (("vocabulary", VOCABULARY), ("law", PARTS), ("majors", MAJORS), ("court", COURT)):
        (folder / f"{name}.md").write_text(text)
    return load_rulebook(folder)


def claim(term: str, value: Shown, program: str = "", since: str = "", grade: Grade = Grade.FOUND) -> Claim:
    period = Interval(Moment.parse(since) if since else None, None)
    filed = Moment.parse("2019-01-01")
    return Claim(f"{term} {program} {since}", "ely", program, term, value, period, "Ely", filed, grade)


RECORD = Record(
    (
        claim(ALL, True, since="2020-02-01"),
        claim(SPENT, 10_000, "one"),
        claim(RISK, False, "one"),
        claim(SPENT, 30_000, "two", since="2020-03-01"),
        claim(RISK, False, "two", since="2020-03-01"),
        claim(SPENT, 50_000, "three", since="2020-10-01", grade=Grade.ASSERTED),
        claim(RISK, True, "three", since="2020-10-01"),
    ),
    "record",
)


def over(rulebook: Rulebook, question: str, standard: Grade = Grade.FOUND) -> tuple[Span, ...]:
    ely = rulebook.governments["ely"]
    return timeline(rulebook, RECORD, ely, question, start=START, end=END, known=KNOWN, standard=standard)


def told(spans: tuple[Span, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(str(span.start), span.told.may_be) for span in spans]


def test_a_total_changes_as_awards_come_onto_the_record_and_as_the_record_is_said_to_be_complete(
    rulebook: Rulebook,
) -> None:
    assert told(over(rulebook, EXPENDED)) == [
        ("2020-01-01", ("at least $100",)),
        ("2020-02-01", ("$100",)),
        ("2020-03-01", ("$400",)),
        ("2020-10-01", ("at least $400",)),
    ]


def test_evidence_below_the_standard_counts_in_a_total_under_the_standard_that_it_meets(rulebook: Rulebook) -> None:
    assert told(over(rulebook, EXPENDED, Grade.ASSERTED))[-1] == ("2020-10-01", ("$900",))
    assert told(over(rulebook, EXPENDED))[-1] == ("2020-10-01", ("at least $400",))


def test_a_total_changes_with_the_law_that_says_which_awards_it_is_over(rulebook: Rulebook) -> None:
    assert told(over(rulebook, "major programs")) == [
        ("2020-01-01", ("at least $100",)),
        ("2020-02-01", ("$100",)),
        ("2020-03-01", ("$400",)),
        ("2020-05-01", ("$0",)),
        ("2020-08-01", ("$400",)),
    ]


def test_nothing_is_known_of_a_total_outside_the_days_that_the_rulebook_answers_for(rulebook: Rulebook) -> None:
    ely = rulebook.governments["ely"]
    first, last = date(2000, 1, 1), date(2029, 12, 31)
    spans = timeline(rulebook, RECORD, ely, EXPENDED, start=first, end=last, known=KNOWN, standard=Grade.FOUND)
    assert told(spans)[0] == ("2000-01-01", ("at least $100",))
    assert told(spans)[-1] == ("2020-10-01", ("at least $400",))


@pytest.mark.parametrize("question", ["major programs", EXPENDED, "coverage is enough", "every risk is low"])
@pytest.mark.parametrize("standard", [Grade.FOUND, Grade.ASSERTED])
def test_a_timeline_of_awards_says_of_every_day_what_the_day_itself_says(
    rulebook: Rulebook, question: str, standard: Grade
) -> None:
    for span in over(rulebook, question, standard):
        for day in {span.start, span.start + (span.end - span.start) / 2, span.end - timedelta(days=1)}:
            alone = on(rulebook, question, standard, day)
            assert span.told.may_be == wholly(alone.possible, alone.amounts)
            assert span.told.turns.all == tuple(turn.id for turn in (*alone.fact_turns, *alone.law_turns))


def on(rulebook: Rulebook, question: str, standard: Grade, day: date) -> Finding:
    ely = rulebook.governments["ely"]
    return find(rulebook, RECORD, ely, question, on=day, known=KNOWN, standard=standard)


def test_the_totals_that_an_award_changed_are_what_ends_a_period_with_what_the_record_then_shows(
    rulebook: Rulebook,
) -> None:
    first, *_ = over(rulebook, EXPENDED)
    (event,) = first.ended_by
    assert (event.kind, event.id, event.value) == ("fact", "total of the program's expenditures over awards", 10_000)
    assert event.fact is not None
    assert (event.fact.government, event.fact.program, event.fact.value) == ("ely", "", 10_000)


@pytest.mark.parametrize("standard", [Grade.FOUND, Grade.ASSERTED])
def test_one_day_by_itself_is_told_as_in_the_story_of_all_days(rulebook: Rulebook, standard: Grade) -> None:
    chronicle = Chronicle(rulebook, RECORD, KNOWN)
    for question in ("major programs", EXPENDED, "coverage is enough", "some risk is high"):
        asked = Asked(question, rulebook.governments["ely"], None)
        episodes = chronicle.story(asked, standard, START, END)
        assert [(each.start, each.told) for each in episodes] == [
            (span.start, span.told) for span in over(rulebook, question, standard)
        ]
        for episode in episodes:
            assert chronicle.on(asked, standard, episode.start) == episode.told


def test_those_of_whom_the_same_is_shown_share_a_story_and_others_do_not(rulebook: Rulebook) -> None:
    chronicle = Chronicle(rulebook, RECORD, KNOWN)
    ely = rulebook.governments["ely"]
    other, empty = (replace(ely, id=name) for name in ("other", "empty"))
    told = [chronicle.story(Asked(EXPENDED, who, None), Grade.FOUND, START, END) for who in (ely, other, empty)]
    assert told[1] == told[2] != told[0]


def test_what_ended_a_period_is_sourced_for_each_standard_by_itself(rulebook: Rulebook) -> None:
    last = [over(rulebook, EXPENDED, standard)[-2].ended_by for standard in (Grade.FOUND, Grade.ASSERTED)]
    assert [[(event.id, event.value) for event in each] for each in last] == [
        [("total of the program's expenditures over awards", Between(40_000, None))],
        [("total of the program's expenditures over awards", 90_000)],
    ]
    assert all(event.fact is not None for each in last for event in each)


@pytest.mark.parametrize(("law", "expected"), [(None, "$0"), (date(2020, 9, 1), "$400")])
def test_which_awards_a_total_is_over_is_asked_of_the_law_of_its_day(
    rulebook: Rulebook, law: date | None, expected: str
) -> None:
    """In June the rule by which programs are major is suspended."""
    ely, day = rulebook.governments["ely"], date(2020, 6, 15)
    finding = find(rulebook, RECORD, ely, "major programs", on=day, known=KNOWN, standard=Grade.FOUND, law=law)
    assert finding.word == expected
