"""A timeline says what ended each of its periods: the acts and the facts that made the next answer another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from ascertain.findings.timelines.timeline import Span, timeline
from ascertain.publish.jsonout import event_object
from ascertain.publish.words import events_words
from ascertain.record.facts import Record
from ascertain.record.model import Claim, Ending, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.book import Rulebook

from .books import authority, book, claim, fence, term
from .random_rulebooks import DAYS, FIRST, QUESTION, sample

RULE = fence("rules", "rule R: answer\n  holds if all of\n    - one\n    - two\n  does not hold otherwise")
STAY = authority("court", fence("force", "suspends act\n  until: 2017-06-01"), "court order", "2017-03-01")


@pytest.fixture(name="rulebook")
def rulebook_fixture(tmp_path: Path) -> Rulebook:
    return book(tmp_path, [term("answer"), term("one"), term("two")], authority("act", RULE), STAY)


def spans(rulebook: Rulebook, *claims: Claim) -> list[Span]:
    return of("chicago", rulebook, Record(claims, ""))


def of(who: str, rulebook: Rulebook, record: Record) -> list[Span]:
    government = rulebook.governments[who]
    start, end, known = date(2017, 1, 1), date(2018, 1, 1), date(2017, 12, 31)
    return [
        *timeline(rulebook, record, government, "answer", start=start, end=end, known=known, standard=Grade.FOUND),
    ]


def fact(name: str, value: bool, start: str, end: str) -> Claim:
    made = claim(name, value)
    period = Interval(Moment.parse(start), Moment.parse(end))
    return Claim(made.id, made.government, "", name, value, period, "A", made.filed, made.grade, "0007")


def test_an_order_and_its_end_are_named_where_they_end_a_period(rulebook: Rulebook) -> None:
    found = spans(rulebook, claim("one", True), claim("two", True))
    assert [[(event.kind, event.id, event.acts) for event in span.ended_by] for span in found] == [
        [("law", "act", ("court suspends act",))],
        [("law", "act", ("court suspends act no longer",))],
        [],
    ]


def test_a_fact_is_named_with_its_new_value_and_its_entry(rulebook: Rulebook) -> None:
    found = spans(rulebook, claim("two", True), fact("one", False, "2017-07-01", "2017-08-01"))
    (event,) = found[2].ended_by
    assert (str(found[2].end), event.kind, event.id, event.value) == ("2017-07-01", "fact", "one", False)
    assert event.fact is not None
    assert [one.entry for one in event.fact.support] == ["0007"]
    (last,) = found[3].ended_by
    assert (last.id, last.value) == ("one", None)


def test_governments_with_the_same_answers_are_each_told_their_own_entries(rulebook: Rulebook) -> None:
    mine = fact("one", False, "2017-07-01", "2017-08-01")
    claims = [mine, claim("two", True)]
    claims += [replace(each, id=f"reno-{each.id}", government="reno", entry="0008") for each in claims]
    record = Record(tuple(claims), "")
    chicago, reno = of("chicago", rulebook, record), of("reno", rulebook, record)
    assert [(span.start, span.told) for span in chicago] == [(span.start, span.told) for span in reno]
    assert [[event.entries for event in found[2].ended_by] for found in (chicago, reno)] == [[("0007",)], [("0008",)]]


def test_a_membership_that_ends_a_period_is_told_of_the_government_asked_about(tmp_path: Path) -> None:
    stay = authority("court", fence("force", "suspends act\n  for: group mayors"), "court order", "2016-03-01")
    rulebook = book(tmp_path, [term("answer"), term("one"), term("two")], authority("act", RULE), stay)
    record = Record(
        tuple(claim(name, True, government=who) for name in ("one", "two") for who in ("chicago", "reno")), ""
    )
    acts = [
        [event.acts for span in of(who, rulebook, record) for event in span.ended_by] for who in ("chicago", "reno")
    ]
    assert acts[0] == [("chicago comes into mayors",)]
    assert {act for event in acts[1] for act in event} == {"reno comes into mayors"}


def test_what_changes_on_the_same_day_and_makes_no_difference_is_not_named(rulebook: Rulebook) -> None:
    decisive = fact("one", False, "2017-07-01", "2017-12-01")
    idle = fact("two", True, "2017-07-01", "2017-12-01")
    found = spans(rulebook, decisive, idle)
    assert [event.id for event in found[2].ended_by] == ["one"]


def test_of_two_orders_of_one_day_that_one_is_named_which_makes_the_difference(tmp_path: Path) -> None:
    extra = authority("extra", fence("rules", "exception X to act#R: no\n  does not hold if three"))
    other = authority("other", fence("force", "suspends extra"), "court order", "2017-03-01")
    terms = [term("answer"), term("one"), term("two"), term("three")]
    rulebook = book(tmp_path, terms, authority("act", RULE), extra, STAY, other)
    known = claim("one", True), claim("two", True)

    def ended(*more: Claim) -> list[tuple[str, tuple[str, ...]]]:
        return [(event.id, event.acts) for event in spans(rulebook, *known, *more)[0].ended_by]

    assert ended(claim("three", False)) == [("act", ("court suspends act",))]
    # An exception to a rule that is silenced decides nothing, so that it makes none either that it is suspended too.
    assert ended(claim("three", True)) == [("act", ("court suspends act",))]


def test_what_ends_a_period_of_one_day_is_what_changed_since_that_day(rulebook: Rulebook) -> None:
    one = fact("one", True, "2017-01-01", "2017-07-01")
    changing = (
        ("2017-01-01", "2017-07-01", True),
        ("2017-07-01", "2017-07-02", False),
        ("2017-07-02", "2018-01-01", True),
    )
    two = (replace(fact("two", value, start, end), id=start) for start, end, value in changing)
    found = spans(rulebook, one, *two)
    ended = [(str(span.end), [event.id for event in span.ended_by]) for span in found[-3:-1]]
    assert ended == [("2017-07-01", ["two"]), ("2017-07-02", ["two"])]


def test_every_period_but_the_last_has_an_event_that_ends_it_on_random_rulebooks() -> None:
    seen = 0
    for seed in range(150):
        made = sample(seed)
        matter = made.law.matter
        claims = tuple(claim(name, value, government="g0") for name, value in made.known.items())
        found = timeline(
            made.rulebook,
            Record(claims, ""),
            matter.government,
            QUESTION,
            start=FIRST,
            end=FIRST + timedelta(DAYS),
            known=matter.known,
            standard=Grade.ASSERTED,
            program=matter.program,
        )
        assert all(span.ended_by for span in found[:-1])
        assert found[-1].ended_by == ()
        for span in found[:-1]:
            assert all(event.acts or event.id.startswith(("government in", "program in")) for event in span.ended_by)
        seen += len(found) - 1
    assert seen > 50


def test_the_entry_that_ended_a_claim_is_named_and_what_is_left_below_the_standard_is_not(rulebook: Rulebook) -> None:
    ended = fact("one", True, "2017-01-01", "2018-01-01")
    ending = Ending(ended.id, Moment.parse("2017-08-01"), ended.filed, "0009", "repealed")
    left = replace(ended, id="left", grade=Grade.ASSERTED, entry="0005")
    found = spans(rulebook, claim("two", True), replace(ended, ending=ending), left)
    (event,) = found[-2].ended_by
    assert (event.id, event.value, event.entries, event.endings) == ("one", None, (), (ending,))
    assert events_words([event], rulebook) == "one: unknown (ended by entry 0009)"
    assert event_object(event, rulebook)["endings"] == [{"on": "2017-08-01", "entry": "0009", "note": "repealed"}]


def test_an_ending_is_not_named_for_a_claim_whose_own_period_had_run_out(rulebook: Rulebook) -> None:
    ended = fact("one", True, "2017-01-01", "2017-08-01")
    late = Ending(ended.id, Moment.parse("2017-09-01"), ended.filed, "0009")
    found = spans(rulebook, claim("two", True), replace(ended, ending=late))
    assert [event.endings for event in found[-2].ended_by] == [()]


def test_evidence_that_replaces_an_ended_claim_is_named_beside_its_ending(rulebook: Rulebook) -> None:
    ended = fact("one", True, "2017-01-01", "2018-01-01")
    ending = Ending(ended.id, Moment.parse("2017-08-01"), ended.filed, "0009")
    new = replace(fact("one", False, "2017-08-01", "2018-01-01"), entry="0010")
    found = spans(rulebook, claim("two", True), replace(ended, ending=ending), new)
    assert events_words(found[-2].ended_by, rulebook) == "one: no (entry 0010; ended by entry 0009)"
