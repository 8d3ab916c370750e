"""Answers over time come as few spans, cut where law or record changes the answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from ascertain.findings.model import Finding
from ascertain.findings.timelines.chronicle import Chronicle, chronicle_of
from ascertain.findings.timelines.courses import Asked
from ascertain.findings.timelines.timeline import Span, timeline
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.mistakes import BadInput
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome

from .books import authority, book, claim, fence, term, words
from .random_rulebooks import DAYS, FIRST, QUESTION, Sample, sample

RULE = fence("rules", "rule R: answer\n  holds if one\n  does not hold otherwise")
STAY = authority("court", fence("force", "suspends act\n  until: 2017-06-01"), "court order", "2017-03-01")


@pytest.fixture(name="rulebook")
def rulebook_fixture(tmp_path: Path) -> Rulebook:
    return book(tmp_path, [term("answer"), term("one")], authority("act", RULE), STAY)


def over(
    rulebook: Rulebook, *claims: Claim, start: date = date(2017, 1, 1), end: date = date(2018, 1, 1)
) -> list[Span]:
    chicago = rulebook.governments["chicago"]
    known = date(2017, 12, 31)
    record = Record(claims, "")
    spans = timeline(rulebook, record, chicago, "answer", start=start, end=end, known=known, standard=Grade.FOUND)
    return list(spans)


def during(start: str, end: str) -> Claim:
    made = claim("one", True)
    return Claim(
        made.id,
        made.government,
        "",
        "one",
        True,
        Interval(Moment.parse(start), Moment.parse(end)),
        "A",
        made.filed,
        made.grade,
    )


def test_a_timeline_is_cut_where_an_order_takes_effect_and_ends(rulebook: Rulebook) -> None:
    spans = over(rulebook, claim("one", True))
    assert [(span.start.isoformat(), words(span.finding)) for span in spans] == [
        ("2017-01-01", "holds"),
        ("2017-03-01", "silent"),
        ("2017-06-01", "holds"),
    ]


def test_a_timeline_is_cut_where_a_fact_changes(rulebook: Rulebook) -> None:
    spans = over(rulebook, during("2017-02-01", "2017-09-01"))
    assert [(span.start.isoformat(), words(span.finding)) for span in spans] == [
        ("2017-01-01", "holds or does not hold"),
        ("2017-02-01", "holds"),
        ("2017-03-01", "silent"),
        ("2017-06-01", "holds"),
        ("2017-09-01", "holds or does not hold"),
    ]


def test_spans_follow_each_other_without_gap_and_differ(rulebook: Rulebook) -> None:
    spans = over(rulebook, during("2017-02-01", "2017-09-01"), start=date(2017, 2, 15), end=date(2017, 7, 1))
    assert (spans[0].start, spans[-1].end) == (date(2017, 2, 15), date(2017, 7, 1))
    for before, after in pairwise(spans):
        assert before.end == after.start
        assert before.finding.possible != after.finding.possible


def test_a_timeline_says_of_every_day_what_the_day_itself_says(rulebook: Rulebook) -> None:
    evidence = during("2017-02-01", "2017-09-01")
    for span in over(rulebook, evidence):
        day = span.start
        while day < span.end:
            (single,) = over(rulebook, evidence, start=day, end=day + timedelta(1))
            assert single.finding.possible == span.finding.possible
            day += timedelta(9)


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_nothing_changes_between_the_cuts_of_a_random_rulebook(first: int) -> None:
    for seed in range(first, first + 20):
        made = sample(seed)
        claims = (claim(term, value, government="g0") for term, value in made.known.items())
        whole = inquiry(made, Record(tuple(claims), ""))
        for span in whole(FIRST, FIRST + timedelta(DAYS)):
            assert (span.told.possible, span.told.turns.all) == told(span.finding)
            for days in range((span.end - span.start).days):
                day = span.start + timedelta(days)
                (single,) = whole(day, day + timedelta(1))
                assert answer(single) == answer(span), f"seed {seed}, {day}"


def inquiry(made: Sample, record: Record) -> Callable[[date, date], tuple[Span, ...]]:
    matter = made.law.matter

    def asked(start: date, end: date) -> tuple[Span, ...]:
        return timeline(
            made.rulebook,
            record,
            matter.government,
            QUESTION,
            start=start,
            end=end,
            known=matter.known,
            standard=Grade.ASSERTED,
            program=matter.program,
        )

    return asked


def told(finding: Finding) -> tuple[object, ...]:
    return finding.possible, tuple(turn.id for turn in (*finding.fact_turns, *finding.law_turns))


def answer(span: Span) -> tuple[object, ...]:
    return span.finding.possible, span.finding.fact_turns, span.finding.law_turns


def test_an_empty_period_has_no_spans(rulebook: Rulebook) -> None:
    assert over(rulebook, start=date(2017, 5, 1), end=date(2017, 5, 1)) == []


def test_a_period_that_leaves_the_coverage_is_refused(rulebook: Rulebook) -> None:
    with pytest.raises(BadInput, match="is outside"):
        over(rulebook, start=date(2015, 1, 1))
    with pytest.raises(BadInput, match="is outside"):
        over(rulebook, start=date(2017, 12, 1), end=date(2018, 6, 1))


def test_a_timeline_is_cut_where_the_program_asked_about_comes_into_a_group(tmp_path: Path) -> None:
    text = "rule R: answer\n  holds if program in group late\n  does not hold otherwise"
    late = "group late: Late\n  member: jag from 2017-05-01\n"
    grants = authority("act", fence("rules", text))
    rulebook = book(tmp_path, [term("answer"), term("one"), late], grants)
    for program, expected in (("jag-2017", ["does not hold", "holds"]), ("", ["does not hold"])):
        spans = asked_under(rulebook, program)
        assert [words(span.finding) for span in spans] == expected
    assert str(asked_under(rulebook, "jag-2017")[1].start) == "2017-05-01"


def test_a_timeline_is_cut_where_an_order_about_the_program_asked_about_takes_effect(tmp_path: Path) -> None:
    stay = authority("court", fence("force", "suspends act\n  for: group conditioned"), "court order", "2017-03-01")
    rulebook = book(tmp_path, [term("answer"), term("one")], authority("act", RULE), stay)
    for program, expected in (("jag-2017", ["holds", "silent"]), ("", ["holds"])):
        assert [words(span.finding) for span in asked_under(rulebook, program, claim("one", True))] == expected


def asked_under(
    rulebook: Rulebook, program: str, *claims: Claim, readings: dict[str, str] | None = None
) -> tuple[Span, ...]:
    return timeline(
        rulebook,
        Record(claims, ""),
        rulebook.governments["chicago"],
        "answer",
        start=date(2017, 1, 1),
        end=date(2018, 1, 1),
        known=date(2017, 12, 31),
        standard=Grade.FOUND,
        program=rulebook.programs.get(program),
        readings=readings,
    )


def test_a_chronicle_is_made_once_for_one_rulebook_and_record_and_for_what_was_known(rulebook: Rulebook) -> None:
    record, known = Record((), ""), date(2017, 12, 31)
    first = chronicle_of(rulebook, record, known)
    assert chronicle_of(rulebook, record, known) is first
    assert chronicle_of(rulebook, record, date(2017, 12, 30)) is not first
    assert chronicle_of(rulebook, Record((), ""), known) is not first


def test_a_timeline_is_of_the_program_the_readings_and_the_courts_asked_about(tmp_path: Path) -> None:
    text = """
point reach: how far?

reading WIDE of reach: far
  rule WIDE: step
    holds if program is jag

reading CLOSE of reach: near
  rule CLOSE: step
    does not hold in every case

rule R: answer
  holds if step
  does not hold otherwise
"""
    bound = fence("force", "binds reading CLOSE of act#reach\n  for: group conditioned")
    court = authority("court", bound, "court order", "2017-03-01")
    rulebook = book(tmp_path, [term("answer"), term("step")], authority("act", fence("rules", text)), court)
    open_, wide = ["holds or does not hold", "does not hold"], {"act#reach": "WIDE"}
    assert [words(span.finding) for span in asked_under(rulebook, "jag-2017")] == open_
    assert [words(span.finding) for span in asked_under(rulebook, "")] == ["does not hold"]
    taken = asked_under(rulebook, "jag-2017", readings=wide)
    assert [span.told.possible for span in taken] == [(Outcome.HOLDS,)]


def test_one_day_by_itself_is_told_as_in_the_timeline(rulebook: Rulebook) -> None:
    evidence = during("2017-02-01", "2017-09-01")
    chronicle = Chronicle(rulebook, Record((evidence,), ""), date(2017, 12, 31))
    asked = Asked("answer", rulebook.governments["chicago"], None)
    for span in over(rulebook, evidence):
        for day in (span.start, span.end - timedelta(1)):
            assert chronicle.on(asked, Grade.FOUND, day) == span.told
